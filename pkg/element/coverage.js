/**
 * The coverage table: which report carries which key point, who is silent, and where a copy counts as one.
 *
 * @typedef {import('../index.js').KeyPoint} KeyPoint
 * @typedef {import('../index.js').Span} Span
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('./catalogue.js').Entry} Entry
 */
import { html, nothing } from 'lit';
import { badge, place } from './citation.js';

/** More columns of 44 px than this leave no room for the names of the rows at 320 px. */
export const MOST_COLUMNS = 6;

/** Two lines of the narrowest column of names hold about this many characters. */
const NAME_LENGTH = 52;

/**
 * The roles keep it a table for screen readers where the layout makes its rows two lines.
 * @param {KeyPoint[]} keyPoints
 * @param {ViewContext} context
 */
export function coverage(keyPoints, context) {
  const { catalogue: { entries }, t } = context;
  return html`<table class="coverage" role="table" part="coverage">
    <caption class="sr">${t('coverage')}</caption>
    <thead role="rowgroup"><tr role="row">
      <td role="cell"></td>
      ${entries.map((entry) => html`<th role="columnheader" scope="col"><span title=${entry.byline}>${badge(entry)}</span></th>`)}
    </tr></thead>
    <tbody role="rowgroup">${keyPoints.map((point) => row(point, entries, context))}</tbody>
  </table>
  <ul class="legend" aria-label=${t('legend')}>
    <li><span class="dot"></span>${t('reportsIt')}</li>
    ${entries.some(({ source }) => source.nearCopyOf) ? html`<li><span class="dot ring"></span>${t('nearCopy')}</li>` : nothing}
    ${keyPoints.some(({ span, support }) => support.some((said) => differ(span, said, context))) ? html`<li><span class="differ">≠</span>${t('wordsDiffer')}</li>` : nothing}
    <li><span class="none">–</span>${t('silent')}</li>
  </ul>`;
}

/** @param {KeyPoint} point @param {Entry[]} entries @param {ViewContext} context */
function row({ span, support }, entries, context) {
  const { t } = context;
  const lang = context.catalogue.get(span.document)?.lang;
  return html`<tr role="row">
    <th role="rowheader" scope="row" dir="auto" lang=${lang}><span title=${span.text}>${beginning(span.text)}</span></th>
    ${entries.map(({ source, look }) => {
      const said = [span, ...support].find(({ document }) => document === source.document);
      if (!said) return html`<td role="cell" class="none"><span aria-hidden="true">–</span><span class="sr">${t('silent')}</span></td>`;
      const how = t(source.nearCopyOf ? 'nearCopy' : 'reportsIt');
      return html`<td role="cell" class=${look}><a href=${context.href(place(said))}
        >${differ(span, said, context) ? html`<span class="differ" aria-hidden="true">≠</span><span class="sr">${how}${t('comma')}${t('wordsDiffer')}</span>`
          : html`<span class="dot ${source.nearCopyOf ? 'ring' : ''}"></span><span class="sr">${how}</span>`}</a></td>`;
    })}
  </tr>`;
}

/** @param {Span} one @param {Span} other @param {ViewContext} context */
const differ = (one, other, { cards }) => cards.differing.between(one, other).length > 0;

/** The first words of a sentence, as many as make a name of a row. @param {string} text */
function beginning(text) {
  if (text.length <= NAME_LENGTH) return text;
  const end = text.lastIndexOf(' ', NAME_LENGTH);
  return `${text.slice(0, end > 0 ? end : NAME_LENGTH).replace(/[,;:–—-]$/, '')}…`;
}
