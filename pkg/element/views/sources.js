/**
 * Every report as a card: what it says about itself, and the sentences that sum it up.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../catalogue.js').Entry} Entry
 */
import { html, nothing } from 'lit';
import { badge, byline, nearCopy } from '../citation.js';
import { sentences } from '../digest.js';
import { more } from '../few.js';

/** Cards shown at a time. */
export const PAGE = 20;

/** What a title is, where the report did not state it. @type {Record<string, 'titleFromHeading' | 'titleFromText' | undefined>} */
export const TITLE_FROM = { metadata: undefined, heading: 'titleFromHeading', text: 'titleFromText' };

/** @param {ViewContext} context */
export async function load({ briefing, cards, catalogue, shown }) {
  const entries = catalogue.entries.slice(0, shown(PAGE));
  const [articles] = await Promise.all([Promise.all(entries.map(({ source }) => briefing.article(source.document))), cards.all('differences')]);
  return { articles };
}

/** What is copied as data. @param {{articles: import('../../index.js').Article[]}} data */
export const cards = ({ articles }) => articles;

/** @param {{articles: import('../../index.js').Article[]}} data @param {ViewContext} context */
export function render({ articles }, context) {
  const { entries, dates } = context.catalogue;
  return html`<section class="view shell" aria-labelledby="heading">
    <h2 id="heading" tabindex="-1">${context.t('reports', { n: entries.length })}${dates && entries.length > 1 ? [context.t('comma'), context.t('oldestFirst')] : nothing}</h2>
    <p class="note">${context.t('sentencesOpen')}</p>
    <ol class="cards" data-list="report">${articles.map((article, i) => card(article, entries[i], context))}</ol>
    ${more(articles.length, entries.length, 'report', 'pluralReports', context)}
  </section>`;
}

/** @param {import('../../index.js').Article} article @param {Entry} entry @param {ViewContext} context */
function card({ document, title, titleFrom, words, minutes, summary }, entry, context) {
  const copy = nearCopy(entry, context);
  return html`<li class="card" part="source">
    <div class="about">
      ${badge(entry)}
      <div>
        <h3 dir="auto" lang=${entry.lang}><a href=${context.href({ view: 'read', document })}>${title}</a></h3>
        <p class="note">${byline(entry, context)}</p>
        <p class="note">${context.t('words', { n: words })}${context.t('comma')}${context.t('minutes', { n: minutes })}</p>
        ${copy === nothing ? nothing : html`<p class="note"><strong>${copy}</strong></p>`}
        ${TITLE_FROM[titleFrom] ? html`<p class="note">${context.t(TITLE_FROM[titleFrom])}</p>` : nothing}
      </div>
    </div>
    <div>${summary.length ? sentences(summary, context) : html`<p class="note">${context.t('noSummary')}</p>`}</div>
  </li>`;
}
