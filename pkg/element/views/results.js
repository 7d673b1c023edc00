/**
 * What a search found: one result a report, near-copies folded under the text they share, or a clear nothing.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../../index.js').Hit} Hit
 * @typedef {import('../../index.js').SearchResponse} SearchResponse
 */
import { html, nothing } from 'lit';
import { citation, place } from '../citation.js';
import { count, shortened } from '../format.js';
import { marked } from '../marked.js';

/** Results shown at a time. */
const PAGE = 10;

/** Words offered where nothing was found. */
const OFFERS = 6;

/**
 * @param {ViewContext} context
 * @param {{query: string}} route
 * @returns {Promise<{response: SearchResponse, offers: string[]}>}
 */
export async function load(context, { query }) {
  const { briefing, shown } = context;
  const response = await briefing.search(query, { limit: shown(PAGE), offset: 0, prefix: true });
  return { response, offers: response.total ? [] : await occurring(context) };
}

/** The editor's tags that the reports do contain, those of most reports first. @param {ViewContext} context */
async function occurring({ briefing, catalogue }) {
  const uses = new Map();
  for (const tag of catalogue.entries.flatMap(({ source }) => source.tags)) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  const often = [...uses].sort(([, a], [, b]) => b - a).slice(0, OFFERS).map(([tag]) => tag);
  const found = await Promise.all(often.map((tag) => briefing.search(tag, { limit: 1, prefix: false })));
  return often.filter((_, i) => found[i].total && !found[i].ignored.length);
}

/** Signs alone are no word, and a search for them says nothing about the reports. */
const SEARCHABLE = /[\p{L}\p{N}]/u;
const NO_WORD = 'No word to search for';

/** What the live region says. @param {{response: SearchResponse}} data */
export function announce({ response: { query, total, ignored } }) {
  if (!total && !SEARCHABLE.test(query)) return NO_WORD;
  return `${total ? matching(total) : `No report mentions ${shortened(query)}`}${ignored.length && total ? `; ignored: ${ignored.join(', ')}` : ''}`;
}

/** @param {number} total */
const matching = (total) => `${count(total, 'report')} ${total === 1 ? 'matches' : 'match'}`;

/** @param {{response: SearchResponse, offers: string[]}} data @param {ViewContext} context */
export function render({ response, offers }, context) {
  const { query, total, hits, ignored } = response;
  if (!total) return nothingFound(query, offers, context);
  return html`<section class="view shell" aria-labelledby="heading" part="results">
    <h2 id="heading" tabindex="-1">${matching(total)}<span class="paper"> “<bdi>${query}</bdi>”</span></h2>
    ${ignored.length ? html`<p class="note">In no report, so ignored: ${ignored.map((word, i) => html`${i ? ', ' : ''}<s dir="auto">${word}</s>`)}</p>` : nothing}
    <ol class="hits">${folded(hits, context).map((group) => result(group, context))}</ol>
    ${context.more(hits.length, total, 'result')}
  </section>`;
}

/** Hits of one independent text together, where the best of them stands. @param {Hit[]} hits @param {ViewContext} context */
function folded(hits, { catalogue }) {
  /** @type {Map<unknown, Hit[]>} */
  const groups = new Map();
  for (const hit of hits) {
    const origin = catalogue.get(hit.document)?.source.origin ?? hit.document;
    groups.set(origin, [...(groups.get(origin) ?? []), hit]);
  }
  return [...groups.values()];
}

/** @param {Hit[]} group @param {ViewContext} context */
function result([best, ...others], context) {
  return html`<li class="hit">
    <h3 dir="auto" lang=${context.catalogue.get(best.document)?.lang ?? nothing}><a href=${context.href(place(best.excerpt.span))}>${best.title}</a></h3>
    ${passage(best, context)}
    ${others.map((hit) => {
      const entry = context.catalogue.get(hit.document);
      const original = entry?.source.nearCopyOf && context.catalogue.get(entry.source.nearCopyOf);
      return html`<div class="folded ${entry?.look ?? ''}">
        <p class="note">${original ? `Near-copy of ${original.number}, folded in` : 'The text that it copies'}</p>
        ${passage(hit, context)}
      </div>`;
    })}
  </li>`;
}

/** @param {Hit} hit @param {ViewContext} context */
function passage({ document, excerpt: { span, marks } }, context) {
  const lang = context.catalogue.get(document)?.lang;
  return html`<p class="said" dir="auto" lang=${lang ?? nothing}>${marked(span.text, span.start, marks)}</p>
    <p class="cites">${citation(span, context)}</p>`;
}

/** @param {string} query @param {string[]} offers @param {ViewContext} context */
function nothingFound(query, offers, context) {
  return html`<section class="view shell state" aria-labelledby="heading" part="results">
    <h2 id="heading" tabindex="-1">${SEARCHABLE.test(query) ? html`No report here mentions “<bdi>${shortened(query)}</bdi>”` : NO_WORD}</h2>
    <p>Search reads ${context.all} and nothing else.${offers.length ? ' They do mention:' : ''}</p>
    ${offers.length ? html`<ul class="try">${offers.map((words) => html`<li><a dir="auto" href=${context.href({ view: 'search', query: words })}>${words}</a></li>`)}</ul>` : nothing}
    <p><a class="back" href=${context.href({ view: 'brief' })}>Back to the brief</a></p>
  </section>`;
}
