/**
 * Who and what the reports name: people, bodies, places, agreements, events, each with what the reports say it is.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../../index.js').Entity} Entity
 * @typedef {import('../../index.js').Span} Span
 * @typedef {import('../../index.js').Who} Who
 */
import { html, nothing } from 'lit';
import { numbers, shortCitation } from '../citation.js';
import { few, ofAll } from '../few.js';
import { names } from '../names.js';
import { named } from '../said.js';

/** Shown at first: cards of a type, spellings and roles of a name. */
const FEW = 12;
const FEW_WAYS = 8;
const FEW_ROLES = 4;

/** @type {Array<[Entity['type'], import('../locale.js').MessageKey]>} */
const TYPES = [['person', 'persons'], ['organisation', 'bodies'], ['place', 'places'], ['agreement', 'agreements'], ['event', 'happenings']];

/** @param {ViewContext} context @returns {Promise<{who: Who}>} */
export async function load({ cards }) {
  const [who] = await cards.all('who');
  return { who };
}

/** What is copied as data. @param {{who: Who}} data */
export const cards = ({ who }) => who;

/** @param {{who: Who}} data @param {ViewContext} context @param {{item?: string}} route */
export function render({ who }, context, { item }) {
  const { entries } = who;
  return html`<section class="view shell" aria-labelledby="heading">
    <h2 id="heading" tabindex="-1">${entries.length ? context.t('names', { n: entries.length }) : context.t('nobody')}</h2>
    <p class="note">${context.t('numbersOpen')} ${ofAll(who, entries, 'pluralNames', context)}</p>
    ${TYPES.map(([type, title]) => group(type, title, entries, item, context))}
  </section>`;
}

/** @param {Entity['type']} type @param {import('../locale.js').MessageKey} title @param {Entity[]} entries @param {string | undefined} item @param {ViewContext} context */
function group(type, title, entries, item, context) {
  const all = entries.filter((entity) => entity.type === type);
  if (!all.length) return nothing;
  const { shown, button } = few(all, FEW, type, 'pluralNames', context, all.some(({ id }) => id === item));
  return html`<section class="section" aria-labelledby=${type}>
    <h3 id=${type}>${context.t(title)}</h3>
    <ul class="people" data-list=${type}>${shown.map((entity) => person(entity, entries, context))}</ul>
    ${button}
  </section>`;
}

/** @param {Entity} entity @param {Entity[]} entries @param {ViewContext} context */
function person({ id, name, aliases, roles, mentions, documents, with: others }, entries, context) {
  const ways = few(aliases, FEW_WAYS, `ways ${id}`, 'pluralSpellings', context);
  const offices = few(roles, FEW_ROLES, `roles ${id}`, 'pluralRoles', context);
  return html`<li class="person" part="entity">
    <h4 data-item=${id} tabindex="-1"><a dir="auto" href=${context.href({ view: 'people', item: id })}>${name}</a></h4>
    <div class="roles" data-list=${`roles ${id}`}>${offices.shown.map((role) => html`<p>${named(role, context)}${shortCitation(role, context)}</p>`)}</div>${offices.button}
    <dl>
      ${aliases.length ? html`<dt>${context.t('alsoWritten')}</dt><dd>${ways.shown.map((alias, i) => html`${i ? context.t('comma') : nothing}<bdi>${alias}</bdi>`)}${ways.button}</dd>` : nothing}
      ${others.length ? html`<dt>${context.t('namedWith')}</dt><dd>${names(others, `with ${id}`, entries, context)}</dd>` : nothing}
      <dt>${context.t('namedIn')}</dt><dd>${context.catalogue.reach(documents)}</dd>
    </dl>
    <div class="cites">${numbers(documents.map((document) => mentions.find((mention) => mention.document === document) ?? { document }), `in ${id}`, context)}</div>
  </li>`;
}
