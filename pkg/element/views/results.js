/**
 * What a search found: how the query was read, what it can be narrowed to, the closest sentences, one result a report,
 * near-copies folded under the text they share; or a clear nothing.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../chips.js').Search} Search
 * @typedef {import('../../index.js').Facets} Facets
 * @typedef {import('../../index.js').Hit} Hit
 * @typedef {import('../../index.js').SearchResponse} SearchResponse
 * @typedef {import('../../index.js').Span} Span
 * @typedef {{response: SearchResponse, facets: Facets, offers: string[]}} Found `facets`: what the search can be narrowed to
 */
import { html, nothing } from 'lit';
import { chips, choices } from '../chips.js';
import { citations, place } from '../citation.js';
import { more } from '../few.js';
import { filters } from '../filters.js';
import { joined, marked } from '../marked.js';
import { said } from '../said.js';
import { shortened } from '../shortened.js';
import { controls } from '../styles/controls.js';
import { results } from '../styles/results.js';

export const styles = [controls, results];

/** Results shown at a time. */
const PAGE = 10;

/** Words offered where nothing was found. */
const OFFERS = 6;

/**
 * @param {ViewContext} context
 * @param {Search} route
 * @returns {Promise<Found>}
 */
export async function load(context, { query, order = 'relevance' }) {
  const { briefing, cards, shown } = context;
  const [response] = await Promise.all([briefing.search(query, { limit: shown(PAGE), order }), cards.all('differences')]);
  const [facets, tags] = await Promise.all([choices(context, response), response.total || response.nearest.length ? [] : occurring(context)]);
  return { response, facets, offers: [...new Set([...response.nearest, ...tags])].slice(0, OFFERS) };
}

/** What is copied as data. @param {Found} found */
export const cards = ({ response }) => response;

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

/**
 * How the query was read, where it was not as it stands: what is said, and the words it is said of.
 * @param {SearchResponse} response
 * @returns {Array<{said: import('../locale.js').MessageKey, words: string[], struck?: boolean}>}
 */
function reading({ total, corrections, aliases, ignored, unread }) {
  // Parts of a name that is told as a whole go without saying.
  const whole = aliases.filter((part) => !aliases.some(({ from, to }) => from !== part.from && from.includes(part.from) && to.includes(part.to)));
  return [
    { said: total ? 'readResults' : 'readLooked', words: corrections.map(({ to }) => to) },
    { said: 'readAlso', words: [...new Set(whole.map(({ to }) => to))] },
    { said: 'readNowhere', words: total ? ignored : [], struck: true },
    { said: 'readAsWords', words: unread },
  ].filter(({ words }) => words.length);
}

/** What the live region says. @param {Found} found @param {import('../locale.js').Locale} locale */
export function announce({ response }, { t }) {
  const { query, total } = response;
  return [total ? t('matching', { n: total }) : missed(query, shortened(query), t),
    ...(total || SEARCHABLE.test(query) ? reading(response) : []).map(({ said, words }) => `${t(said)} ${words.join(t('comma'))}`)].join('; ');
}

/** That nothing was found. @param {string} query @param {unknown} shown the query as it is shown @param {ViewContext['t']} t */
function missed(query, shown, t) {
  if (!SEARCHABLE.test(query)) return t('noWord');
  return t(filters(query).length ? 'notMatched' : 'notMentioned', { query: shown });
}

/** One line, there from the start, so that nothing moves when it is filled. @param {SearchResponse} response @param {ViewContext} context */
function readingLine(response, { t }) {
  return html`<p class="note reading">${reading(response).map(({ said, words, struck }, i) => html`${i ? ' · ' : nothing}${t(said)} ${words.map((word, j) => html`${j
    ? t('comma') : nothing}${struck ? html`<s dir="auto">${word}</s>` : html`<strong><bdi>${word}</bdi></strong>`}`)}`)}</p>`;
}

/** @param {Found} found @param {ViewContext} context @param {Search} route */
export function render({ response, facets, offers }, context, route) {
  const { query, total, hits } = response;
  if (!total) return nothingFound(response, facets, offers, context, route);
  return html`<section class="view shell results" aria-labelledby="heading" part="results">
    <div class="found">
      <h2 id="heading" tabindex="-1">${context.t('matching', { n: total })}<span class="paper"> “<bdi>${query}</bdi>”</span></h2>
      ${context.catalogue.dates ? order(route, context) : nothing}
      ${readingLine(response, context)}
    </div>
    ${chips(route, facets, total, context)}
    ${answer(response, context)}
    <ol class="hits" data-list="result">${folded(hits, context).map((group) => result(group, context))}</ol>
    ${more(hits.length, total, 'result', 'pluralResults', context)}
  </section>`;
}

/** @param {Search} route @param {ViewContext} context */
function order(route, context) {
  const chosen = ({ target }) => context.refine({ ...route, order: target.value || undefined }, 'order');
  return html`<label class="order note"><span>${context.t('order')}</span> <select data-key="order" .value=${route.order ?? ''} @change=${chosen}>
    <option value="">${context.t('orderRelevance')}</option><option value="newest">${context.t('orderNewest')}</option><option value="oldest">${context.t('orderOldest')}</option>
  </select></label>`;
}

/** The sentences that answer best, but where the only result says just that. @param {SearchResponse} response @param {ViewContext} context */
function answer({ answer: sentences, hits }, context) {
  const within = (span, { start, end, document }) => span.document === document && span.start <= start && end <= span.end;
  if (!sentences.length || (hits.length === 1 && sentences.every((sentence) => within(hits[0].excerpt.span, sentence)))) return nothing;
  return html`<section class="answer" part="answer" aria-labelledby="closest">
    <h3 id="closest">${context.t('closest', { n: sentences.length })}</h3>
    <ul>${sentences.map((sentence) => html`<li>${quoted(sentence, sentence, context)}</li>`)}</ul>
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
    <h3 dir="auto" lang=${context.catalogue.get(best.document)?.lang}><a href=${context.href(place(best.excerpt.span))}>${best.title}</a></h3>
    ${quoted(best.excerpt.span, { ...best, ...best.excerpt }, context)}
    ${others.map((hit) => {
      const entry = context.catalogue.get(hit.document);
      const original = entry?.source.nearCopyOf && context.catalogue.get(entry.source.nearCopyOf);
      return html`<div class="folded ${entry?.look ?? ''}">
        <p class="note">${original ? context.t('foldedCopy', { number: original.number }) : context.t('foldedOriginal')}</p>
        ${quoted(hit.excerpt.span, { ...hit, ...hit.excerpt }, context)}
      </div>`;
    })}
  </li>`;
}

/**
 * The source's words with the matched ones marked, where they stand, and whether sources differ about them.
 * @param {Span} span @param {{marks: Array<[number, number]>, warnings: string[]}} found @param {ViewContext} context
 */
function quoted(span, { marks, warnings }, context) {
  return html`${said(span, context, marked(span, joined(span, marks)))}
    ${citations(span, [], warnings, context)}`;
}

/** @param {SearchResponse} response @param {Facets} facets @param {string[]} offers @param {ViewContext} context @param {Search} route */
function nothingFound(response, facets, offers, context, route) {
  const { query } = response;
  const { t } = context;
  return html`<section class="view shell state" aria-labelledby="heading" part="results">
    <h2 id="heading" tabindex="-1">${missed(query, html`<bdi>${shortened(query)}</bdi>`, t)}</h2>
    ${readingLine(response, context)}
    ${chips(route, facets, 0, context)}
    <p>${t('searchReads', { n: context.catalogue.entries.length })} ${offers.length ? t(response.nearest.length ? 'nearestWords' : 'theyMention') : nothing}</p>
    ${offers.length ? html`<ul class="try">${offers.map((words) => html`<li><button type="button" class="chip" dir="auto"
      @click=${() => context.go({ view: 'search', query: words })}>${words}</button></li>`)}</ul>` : nothing}
    <p><a class="back" href=${context.href({ view: 'brief' })}>${t('backToBrief')}</a></p>
  </section>`;
}
