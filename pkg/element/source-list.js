/**
 * The list of reports beside a brief or a report: number, title, outlet and date.
 *
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('./catalogue.js').Entry} Entry
 */
import { html, nothing } from 'lit';
import { badge, byline, nearCopy } from './citation.js';

/**
 * @param {Entry[]} entries
 * @param {ViewContext} context
 * @param {string} [current] document that is open
 */
export function sourceList(entries, context, current) {
  return html`<ol class="key">${entries.map((entry) => {
    const { document, title, source, date } = entry.source;
    const copy = nearCopy(entry, context);
    const stated = source || date;
    return html`<li><a part="source" href=${context.href({ view: 'read', document })}
      aria-current=${document === current ? 'true' : nothing}
      >${badge(entry)}<span><strong dir="auto" lang=${entry.lang}>${title}</strong>
        ${copy === nothing && !stated ? nothing : html`<span class="note">${copy}${copy !== nothing && stated ? ' · ' : nothing}${byline(entry, context)}</span>`}</span></a></li>`;
  })}</ol>`;
}
