/**
 * Citations: the number of a report, its outlet and date, and the link that opens it at the words cited.
 *
 * @typedef {import('../index.js').Span} Span
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('./catalogue.js').Entry} Entry
 */
import { html, nothing } from 'lit';
import { few } from './few.js';
import { warning } from './warning.js';

/** @param {Entry} entry */
export function badge({ number, look }) {
  return html`<span class="badge ${look}">${number}</span>`;
}

/** Outlet and date of a report, where it states any; an outlet is written from right to left where its letters are. @param {Entry} entry @param {ViewContext} context */
export function byline({ source: { source, date } }, { t, locale }) {
  return html`${source ? html`<bdi>${source}</bdi>` : nothing}${source && date ? t('comma') : nothing}${date
    ? html`<time datetime=${date}>${locale.day(date)}</time>` : nothing}`;
}

/** The same, or the title of a report that states neither. @param {Entry} entry @param {ViewContext} context */
function name(entry, context) {
  const { source, date, title } = entry.source;
  return source || date ? byline(entry, context) : html`<bdi>${title}</bdi>`;
}

/** "Near-copy of 3", where it is one. @param {Entry} entry @param {ViewContext} context */
export function nearCopy({ source }, { catalogue, t }) {
  const original = source.nearCopyOf && catalogue.get(source.nearCopyOf);
  return original ? t('nearCopyOf', { number: original.number }) : nothing;
}

/** Where the words of a span stand. @param {Span | {document: string}} span @returns {import('./route.js').Route} */
export function place({ document, start = undefined, end = undefined }) {
  return { view: 'read', document, start, end };
}

/** Number, outlet and date. @param {Span} span @param {ViewContext} context */
export function citation(span, context) {
  const entry = context.catalogue.get(span.document);
  if (!entry) return nothing;
  return html`<a class="cite" part="citation" href=${context.href(place(span))}
    ><span class="sr">${context.t('source')} </span>${badge(entry)}<span>${name(entry, context)}</span></a>`;
}

/** The number alone; its name says the rest. @param {Span | {document: string}} span its document alone opens it at the beginning @param {ViewContext} context */
export function shortCitation(span, context) {
  const entry = context.catalogue.get(span.document);
  if (!entry) return nothing;
  return html`<a class="cite n" part="citation" href=${context.href(place(span))}
    ><span title=${entry.byline}>${badge(entry)}</span><span class="sr">${context.t('comma')}${name(entry, context)}</span></a>`;
}

/** Reports shown at first where many say the same. */
const FEW = 8;

/** @param {Array<Span | {document: string}>} spans @param {string} part names the list @param {ViewContext} context */
export function numbers(spans, part, context) {
  const { shown, button } = few(spans, FEW, part, 'pluralCitations', context);
  return html`<span class="more" data-list=${part}>${shown.map((span) => shortCitation(span, context))}</span>${button}`;
}

/**
 * The sentence's own source written out, the others as numbers, and in what sources differ about it.
 * @param {Span} span @param {Span[]} support @param {string[]} warnings differences, by identifier @param {ViewContext} context
 */
export function citations(span, support, warnings, context) {
  return html`<div class="cited-by"><p class="cites">
    ${citation(span, context)}
    ${support.length ? html`<span class="more"><span class="also">${context.t('alsoIn')}</span>${numbers(support, `also ${span.document} ${span.start}`, context)}</span>` : nothing}
  </p>${warning(context.cards.differing.named(warnings), context)}</div>`;
}
