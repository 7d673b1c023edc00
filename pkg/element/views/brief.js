/**
 * The brief: key points, how many independent texts say each, and the reports they are taken from.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 */
import { html, nothing } from 'lit';
import { citations } from '../citation.js';
import { MOST_COLUMNS, coverage } from '../coverage.js';
import { count } from '../format.js';
import { sourceList } from '../source-list.js';

/** Beyond this many texts, pips can no longer be counted at a glance, and the words stand alone. */
const MOST_PIPS = 8;

export const tab = 'Brief';

/** @param {ViewContext} context */
export async function load({ briefing }) {
  return briefing.overview({});
}

/** @param {import('../../index.js').Overview} overview @param {ViewContext} context */
export function render({ keyPoints, origins }, context) {
  const { catalogue } = context;
  const cited = new Set(keyPoints.flatMap(({ span, support }) => [span, ...support].map(({ document }) => document)));
  const sources = catalogue.entries.filter(({ source }) => cited.has(source.document));
  const reports = catalogue.entries.length;
  const silent = reports - sources.length;
  const compared = reports > 1 && reports <= MOST_COLUMNS;
  return html`<section class="view shell spread" aria-labelledby="heading">
    <div>
      <h2 class="sr" id="heading" tabindex="-1">Key points</h2>
      ${keyPoints.length ? nothing : html`<p class="note">No sentence of ${context.all} can stand for the whole.</p>
        <p><a class="back" href=${context.href({ view: 'sources' })}>All sources</a></p>`}
      <ol>${keyPoints.map((point) => keyPoint(point, origins, context))}</ol>
    </div>
    ${keyPoints.length ? html`<section class="section" aria-label="Sources">
      ${compared
        ? html`<div class="screen">
            <h2>Who reports what</h2>
            <p class="note">Each mark opens the sentence. ${originsNote(context)}</p>
            ${coverage(keyPoints, context)}
          </div>
          <h2 class="paper">Sources</h2>`
        : html`<h2>Sources cited</h2>`}
      ${reports > 1 ? html`<p class=${compared ? 'note paper' : 'note'}>${originsNote(context)}</p>` : nothing}
      ${sourceList(sources, context)}
      ${silent ? html`<p class="note"><a class="back" href=${context.href({ view: 'sources' })}
        >${count(silent, 'more report')} not cited here</a></p>` : nothing}
    </section>` : nothing}
  </section>`;
}

function keyPoint({ span, support, outlets, origins }, all, context) {
  const { catalogue } = context;
  const lang = catalogue.get(span.document)?.lang;
  // Reports that do not name their outlet cannot be counted as outlets.
  const named = [span, ...support].every(({ document }) => catalogue.get(document)?.source.source);
  return html`<li class="kp" part="key-point">
    <p class="said" dir="auto" lang=${lang ?? nothing}>${span.text}</p>
    ${catalogue.entries.length === 1 ? nothing : html`<p class="corr">
      ${all > MOST_PIPS ? nothing : html`<span class="pips" aria-hidden="true">${Array.from({ length: all }, (_, i) => html`<i class=${i < origins ? 'y' : nothing}></i>`)}</span>`}
      <span><strong>${origins} of ${all}</strong> texts</span>
      ${named ? html`<span>${count(outlets, 'outlet')}</span>` : nothing}
    </p>`}
    ${citations(span, support, context)}
  </li>`;
}

/** Why the texts are fewer than the reports, where they are. */
function originsNote({ catalogue }) {
  const copies = catalogue.entries.filter(({ source }) => source.nearCopyOf);
  if (!copies.length) return 'Every report is a text of its own.';
  if (copies.length > 1) return `${count(copies.length, 'near-copy', 'near-copies')}, drawn with a broken line, do not count as texts of their own.`;
  const [{ number, source }] = copies;
  return `${number} retells ${catalogue.get(source.nearCopyOf)?.number}, so the two count as one text.`;
}
