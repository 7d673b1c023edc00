/**
 * A source's own words, in its own language and direction.
 *
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../index.js').Span} Span
 */
import { html, nothing } from 'lit';

/** @param {Span} span @param {ViewContext} context @param {unknown} [words] the text of the span, with marks in it */
export function said(span, context, words = span.text) {
  return html`<p class="said" dir="auto" lang=${context.catalogue.get(span.document)?.lang}>${words}</p>`;
}

/** A few words within a line. @param {{document: string, text: string}} piece @param {ViewContext} context */
export function named({ document, text }, { catalogue }) {
  return html`<span class="said" dir="auto" lang=${catalogue.get(document)?.lang}>${text}</span>`;
}
