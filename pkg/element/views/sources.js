/**
 * Every report as a card: what it says about itself, and the sentences that sum it up; in any order, and fewer of them.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../catalogue.js').Entry} Entry
 * @typedef {import('../selection.js').Selection} Selection
 * @typedef {import('../../index.js').Article} Article
 * @typedef {{found: Entry[], articles: Article[]}} Shelf `found`: the reports asked for; `articles`: those shown
 */
import { html, nothing } from 'lit';
import { badge, byline, nearCopy } from '../citation.js';
import { citing } from '../cite/menu.js';
import { TITLE_FROM, sentences } from '../digest.js';
import { more } from '../few.js';
import { ALL, choices, selected, varied } from '../selection.js';
import { cite } from '../styles/cite.js';
import { controls as choosing } from '../styles/controls.js';
import { digest } from '../styles/digest.js';
import { sources } from '../styles/sources.js';

/** Cards shown at a time. */
const PAGE = 20;

/** Each as it is offered, and as it is said. @type {Array<[Selection['order'], import('../locale.js').MessageKey, import('../locale.js').MessageKey]>} */
const ORDERS = [
  ['number', 'orderNumber', 'byNumber'], ['oldest', 'orderOldest', 'oldestFirst'], ['newest', 'orderNewest', 'newestFirst'], ['outlet', 'outlet', 'byOutlet'],
  ['title', 'title', 'byTitle'], ['longest', 'orderLongest', 'longestFirst'],
];

/** Where the numbers go by date, their order is that of the dates. */
const BY_DATE = [['number', 'orderOldest', 'oldestFirst'], ...ORDERS.slice(2)];

/** @type {Array<[import('../selection.js').Facet, import('../locale.js').MessageKey]>} */
const FACETS = [['outlet', 'outlet'], ['year', 'year'], ['text', 'texts'], ['tag', 'tag']];

const TEXTS = { copy: 'nearCopies', independent: 'independentOnly' };

export const styles = [choosing, digest, cite, sources];

/** What was last asked for, of each briefing that is open: a way to a report and back leads to the same list. @type {WeakMap<object, Selection>} */
const SELECTIONS = new WeakMap();

/** @param {ViewContext} context */
const selectionOf = ({ cards }) => SELECTIONS.get(cards) ?? ALL;

/** @param {ViewContext} context */
const ordersOf = ({ catalogue }) => (catalogue.byDate ? BY_DATE : ORDERS);

/** @param {Partial<Selection>} change @param {string} key of the control that keeps the focus @param {ViewContext} context */
function choose(change, key, context) {
  SELECTIONS.set(context.cards, { ...selectionOf(context), ...change });
  context.refine({ view: 'sources' }, key);
}

/** @param {ViewContext} context @returns {Promise<Shelf>} */
export async function load(context) {
  const { briefing, cards, catalogue, locale, shown } = context;
  const found = selected(catalogue.entries, selectionOf(context), locale.tag);
  const [articles] = await Promise.all([
    Promise.all(found.slice(0, shown(PAGE)).map(({ source }) => briefing.article(source.document))), cards.all('differences'),
  ]);
  return { found, articles };
}

/** What is copied as data. @param {Shelf} shelf */
export const cards = ({ articles }) => articles;

/** @param {Shelf} shelf @param {ViewContext} context */
export function render({ found, articles }, context) {
  const { catalogue: { entries, dates }, t } = context;
  const { order } = selectionOf(context);
  const [, , ordered] = ordersOf(context).find(([name]) => name === order);
  return html`<section class="view shell" aria-labelledby="heading">
    <h2 id="heading" tabindex="-1">${t('reports', { n: entries.length })}${entries.length > 1 && (dates || order !== 'number') ? [t('comma'), t(ordered)] : nothing}</h2>
    ${entries.length > 1 ? controls(context) : nothing}
    ${tally(found, context)}
    <ol class="cards" data-list="report">${articles.map((article, i) => card(article, found[i], context))}</ol>
    ${more(articles.length, found.length, 'report', 'pluralReports', context)}
  </section>`;
}

/** The order, and what the list is narrowed to. @param {ViewContext} context */
function controls(context) {
  const { catalogue: { entries }, locale, t } = context;
  const selection = selectionOf(context);
  const select = (name, label, options) => html`<label><span>${t(label)}</span>
    <select data-key=${name} @change=${({ target }) => choose({ [name]: target.value }, name, context)}>${options.map(([value, words]) => html`<option
      value=${value} .selected=${value === selection[name]}>${words}</option>`)}</select></label>`;
  const facet = ([name, label]) => select(name, label, [['', t('anyOf')], ...choices(entries, selection, name, locale.tag)
    .map(([value, n]) => [value, `${name === 'text' ? t(TEXTS[value]) : value} (${locale.number(n)})`])]);
  return html`<div class="choose screen" role="group" aria-label=${t('chooseReports')} part="filters">
    <label class="words"><span>${t('filterBy')}</span>
      <input type="text" autocomplete="off" spellcheck="false" data-key="words" .value=${selection.words}
        @input=${({ target }) => choose({ words: target.value }, 'words', context)}></label>
    ${select('order', 'order', ordersOf(context).map(([value, label]) => [value, t(label)]))}
    ${FACETS.filter(([name]) => varied(entries, name)).map(facet)}
  </div>`;
}

/** How many there are of all, and the way back to all; in one place with the note, so that nothing moves. @param {Entry[]} found @param {ViewContext} context */
function tally(found, context) {
  const { catalogue: { entries: { length } }, t } = context;
  const selection = selectionOf(context);
  const narrowed = Object.keys(ALL).some((name) => name !== 'order' && selection[name]);
  return html`<div class="tally note">
    <p aria-live="polite">${narrowed && found.length ? t('reportsOf', { shown: found.length, n: length }) : nothing}${found.length ? nothing : t('noReport')}</p>
    ${narrowed ? html`<button type="button" class="quiet" @click=${() => choose({ ...ALL, order: selection.order }, 'words', context)}>${t('showAll', { n: length, what: t('pluralReports') })}</button>`
      : html`<p>${t('sentencesOpen')}</p>`}
  </div>`;
}

/** @param {Article} article @param {Entry} entry @param {ViewContext} context */
function card({ document, title, titleFrom, words, minutes, summary }, entry, context) {
  const { href, t } = context;
  const copy = nearCopy(entry, context);
  return html`<li class="card" part="source">
    <div class="about">
      ${badge(entry)}
      <div>
        <h3 dir="auto" lang=${entry.lang}><a href=${href({ view: 'read', document })}>${title}</a></h3>
        <p class="note">${byline(entry, context)}</p>
        <p class="note">${t('words', { n: words })}${t('comma')}${t('minutes', { n: minutes })}</p>
        ${copy === nothing ? nothing : html`<p class="note"><strong>${copy}</strong></p>
          <p><a class="back note" href=${href({ view: 'compare', document })}>${t('sideBySide', { number: context.catalogue.get(entry.source.nearCopyOf).number })}</a></p>`}
        ${TITLE_FROM[titleFrom] ? html`<p class="note">${t(TITLE_FROM[titleFrom])}</p>` : nothing}
        ${citing(entry, context)}
      </div>
    </div>
    <div>${summary.length ? sentences(summary, context) : html`<p class="note">${t('noSummary')}</p>`}</div>
  </li>`;
}
