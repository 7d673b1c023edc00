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
import { few } from '../few.js';
import { count, ofAll } from '../format.js';
import { names } from '../names.js';
import { named } from '../said.js';

/** Shown at first: cards of a type, spellings and roles of a name. */
const FEW = 12;
const FEW_WAYS = 8;
const FEW_ROLES = 4;

/** @type {Array<[Entity['type'], string]>} */
const TYPES = [['person', 'People'], ['organisation', 'Bodies'], ['place', 'Places'], ['agreement', 'Agreements'], ['event', 'Events']];

export const tab = html`People<span class="wide">&nbsp;&amp; bodies</span>`;

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
    <h2 id="heading" tabindex="-1">${entries.length ? `${count(entries.length, 'name')} of people, bodies and more` : `Nobody is named in ${context.all}`}</h2>
    <p class="note">Numbers open a report at the name. ${ofAll(who, entries, 'names')}</p>
    ${TYPES.map(([type, title]) => group(type, title, entries, item, context))}
  </section>`;
}

/** @param {Entity['type']} type @param {string} title @param {Entity[]} entries @param {string | undefined} item @param {ViewContext} context */
function group(type, title, entries, item, context) {
  const all = entries.filter((entity) => entity.type === type);
  if (!all.length) return nothing;
  const { shown, button } = few(all, FEW, type, title.toLowerCase(), context, all.some(({ id }) => id === item));
  return html`<section class="section" aria-labelledby=${type}>
    <h3 id=${type}>${title}</h3>
    <ul class="people" data-list=${type}>${shown.map((entity) => person(entity, entries, context))}</ul>
    ${button}
  </section>`;
}

/** @param {Entity} entity @param {Entity[]} entries @param {ViewContext} context */
function person({ id, name, aliases, roles, mentions, documents, with: others }, entries, context) {
  const ways = few(aliases, FEW_WAYS, `ways ${id}`, 'spellings', context);
  const offices = few(roles, FEW_ROLES, `roles ${id}`, 'roles', context);
  return html`<li class="person" part="entity">
    <h4 data-item=${id} tabindex="-1"><a dir="auto" href=${context.href({ view: 'people', item: id })}>${name}</a></h4>
    <div class="roles" data-list=${`roles ${id}`}>${offices.shown.map((role) => html`<p>${named(role, context)}${shortCitation(role, context)}</p>`)}</div>${offices.button}
    <dl>
      ${aliases.length ? html`<dt>Also written</dt><dd>${ways.shown.map((alias, i) => html`${i ? ', ' : nothing}<bdi>${alias}</bdi>`)}${ways.button}</dd>` : nothing}
      ${others.length ? html`<dt>Named with</dt><dd>${names(others, `with ${id}`, entries, context)}</dd>` : nothing}
      <dt>Named in</dt><dd>${context.catalogue.reach(documents)}</dd>
    </dl>
    <div class="cites">${numbers(documents.map((document) => mentions.find((mention) => mention.document === document) ?? { document }), `in ${id}`, context)}</div>
  </li>`;
}
