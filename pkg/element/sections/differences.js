/**
 * Where sources differ: two accounts side by side, the words marked in which they part.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../../index.js').Difference} Difference
 * @typedef {import('../../index.js').Differences} Differences
 * @typedef {import('../../index.js').Span} Span
 */
import { html, nothing } from 'lit';
import { spelled } from '../acronyms/spelled.js';
import { badge, byline, citation } from '../citation.js';
import { few, ofAll } from '../few.js';
import { joined } from '../marked.js';
import { said } from '../said.js';

/** Differences shown at first. */
const FEW = 5;

/** @type {Record<Difference['severity'], 'grave' | 'notable' | 'slight'>} */
export const SEVERITY = { high: 'grave', medium: 'notable', low: 'slight' };

/** @param {Differences} card @param {ViewContext} context @param {string} [item] the one that the address asks for */
export function differences(card, context, item) {
  const all = card.differences;
  if (context.catalogue.entries.length < 2) return nothing;
  const { shown, button } = few(all, FEW, 'difference', 'pluralDifferences', context, all.some(({ id }) => id === item));
  return html`<section class="section" aria-labelledby="differences" part="differences">
    <h2 id="differences" data-item="differences" tabindex="-1">${context.t('whereSourcesDiffer')}</h2>
    <p class="note">${all.length ? `${context.t('differencesNote')} ${ofAll(card, all, 'pluralDifferences', context)}` : context.t('noDifferences')}</p>
    <ol data-list="difference">${shown.map((one) => difference(one, context))}</ol>
    ${button}
  </section>`;
}

/** @param {Difference} difference @param {ViewContext} context */
function difference({ id, type, severity, a, b, marksA, marksB }, context) {
  const sides = type === 'omission' ? [side(a, marksA, context), absence(a, b, context)]
    : [[a, marksA], [b, marksB]].sort(([one], [other]) => context.catalogue.get(one.document)?.number - context.catalogue.get(other.document)?.number)
      .map(([span, marks]) => side(span, marks, context));
  return html`<li class="pair ${severity}" part="difference">
    <h3 data-item=${id} tabindex="-1"><a href=${context.href({ view: 'brief', item: id })}>${context.t(type)}</a> <span>${context.t(SEVERITY[severity])}</span></h3>
    <div class="sides">${sides}</div>
  </li>`;
}

/** @param {Span} span @param {Array<[number, number]>} marks @param {ViewContext} context @param {unknown} [note] */
function side(span, marks, context, note) {
  return html`<div class="side ${context.catalogue.get(span.document)?.look ?? ''}">
    ${note}
    ${said(span, context, spelled(span, context, joined(span, marks), (words) => html`<mark class="differs">${words}</mark>`))}
    <p class="cites">${citation(span, context)}</p>
  </div>`;
}

/** The copy's side of what it leaves out. @param {Span} a @param {Span | null} b @param {ViewContext} context */
function absence(a, b, context) {
  if (b) return side(b, [], context, html`<p class="note"><strong>${context.t('notHere')}</strong> ${context.t('wouldFollow')}</p>`);
  const copies = context.catalogue.entries.filter(({ source }) => source.nearCopyOf === a.document);
  return html`<div class="side ${copies[0]?.look ?? ''}"><p class="note">${copies.length === 1
    ? context.t('notIn', { source: html`${badge(copies[0])} ${byline(copies[0], context)}` }) : context.t('notInCopy')}</p></div>`;
}
