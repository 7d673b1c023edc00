/**
 * Who and what the reports name: people, bodies, places, agreements, events, each with what the reports say it is, how its
 * mentions are spread, and who is named with whom.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../../index.js').Entity} Entity
 * @typedef {{who: import('../../index.js').Who, bars: Bars, together: import('../network/choose.js').Network | undefined}} Named
 */
import { html, nothing } from 'lit';
import { numbers, shortCitation } from '../citation.js';
import { few, ofAll } from '../few.js';
import { names } from '../names.js';
import { choose } from '../network/choose.js';
import { network } from '../network/draw.js';
import { Bars } from '../plot.js';
import { legend, plot } from '../plot-bars.js';
import { named } from '../said.js';
import { people } from '../styles/people.js';

/** Shown at first: cards of a type, spellings and roles of a name. */
const FEW = 12;
const FEW_WAYS = 8;
const FEW_ROLES = 4;

/** Bars of 44 px that the narrowest card holds; cards with more of them are wider. */
const FEW_BARS = 6;

/** @type {Array<[Entity['type'], 'persons' | 'bodies' | 'places' | 'agreements' | 'happenings']>} */
const TYPES = [['person', 'persons'], ['organisation', 'bodies'], ['place', 'places'], ['agreement', 'agreements'], ['event', 'happenings']];

export const styles = [people];

/** @param {ViewContext} context @returns {Promise<Named>} */
export async function load({ cards, catalogue }) {
  const [who] = await cards.all('who');
  return { who, bars: new Bars(catalogue.entries.map(({ source }) => source), who.entries), together: choose(who.entries) };
}

/** What is copied as data. @param {Named} data */
export const cards = ({ who }) => who;

/** @param {Named} data @param {ViewContext} context @param {{item?: string}} route */
export function render({ who, bars, together }, context, { item }) {
  const { entries } = who;
  const { t } = context;
  const groups = TYPES.map(([type, title]) => ({ type, title: t(title), all: entries.filter((entity) => entity.type === type) })).filter(({ all }) => all.length);
  return html`<section class="view shell" aria-labelledby="heading">
    <h2 id="heading" tabindex="-1">${entries.length ? t('names', { n: entries.length }) : t('nobody')}</h2>
    <p class="note">${legend(bars, context)} ${ofAll(who, entries, 'pluralNames', context)}</p>
    ${entries.length ? html`<nav class="jump screen" aria-label=${t('inThisView')}><ul>
      ${groups.map(({ type, title, all }) => html`<li><a href=${context.href({ view: 'people', item: type })}><span>${title}</span>&nbsp;${context.locale.number(all.length)}</a></li>`)}
      ${together ? html`<li><a href=${context.href({ view: 'people', item: 'together' })}><span>${t('together')}</span></a></li>` : nothing}
    </ul></nav>` : nothing}
    ${groups.map((group) => section(group, entries, bars, item, context))}
    ${together ? network(together, context) : nothing}
  </section>`;
}

/** @param {{type: string, title: string, all: Entity[]}} group @param {Entity[]} entries @param {Bars} bars @param {string | undefined} item @param {ViewContext} context */
function section({ type, title, all }, entries, bars, item, context) {
  const { shown, button } = few(all, FEW, type, 'pluralNames', context, all.some(({ id }) => id === item));
  const many = bars.byReport && bars.bins.length > FEW_BARS;
  return html`<section class="section" aria-labelledby=${type}>
    <h3 id=${type} data-item=${type} tabindex="-1">${title}</h3>
    <ul class="people ${many ? 'many' : ''}" data-list=${type}>${shown.map((entity) => card(entity, entries, bars, context))}</ul>
    ${button}
  </section>`;
}

/** @param {Entity} entity @param {Entity[]} entries @param {Bars} bars @param {ViewContext} context */
function card(entity, entries, bars, context) {
  const { id, name, aliases, roles, mentions, documents, with: others } = entity;
  const { t } = context;
  const ways = few(aliases, FEW_WAYS, `ways ${id}`, 'pluralSpellings', context);
  const offices = few(roles, FEW_ROLES, `roles ${id}`, 'pluralRoles', context);
  return html`<li class="person" part="entity">
    <h4 data-item=${id} tabindex="-1"><a dir="auto" href=${context.href({ view: 'people', item: id })}>${name}</a></h4>
    <div class="roles" data-list=${`roles ${id}`}>${offices.shown.map((role) => html`<p>${named(role, context)}${shortCitation(role, context)}</p>`)}</div>${offices.button}
    <dl>
      ${aliases.length ? html`<dt>${t('alsoWritten')}</dt><dd>${ways.shown.map((alias, i) => html`${i ? t('comma') : nothing}<bdi>${alias}</bdi>`)}${ways.button}</dd>` : nothing}
      ${others.length ? html`<dt>${t('namedWith')}</dt><dd>${names(others, `with ${id}`, entries, context)}</dd>` : nothing}
      <dt>${t('namedIn')}</dt><dd>${context.catalogue.reach(documents)}</dd>
    </dl>
    ${plot(entity, bars, context)}
    ${bars.byReport ? nothing
      : html`<div class="cites">${numbers(documents.map((document) => mentions.find((mention) => mention.document === document) ?? { document }), `in ${id}`, context)}</div>`}
  </li>`;
}
