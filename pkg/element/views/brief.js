/**
 * The brief: key points with who reports them, where sources differ, in whose words, and what acronyms stand for.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../../index.js').Overview} Overview
 * @typedef {{overview: Overview, differences: import('../../index.js').Differences,
 *   quotes: import('../../index.js').Quotes, glossary: import('../../index.js').Glossary}} Brief
 */
import { html, nothing } from 'lit';
import { spelled } from '../acronyms/spelled.js';
import { citations } from '../citation.js';
import { MOST_COLUMNS, coverage } from '../coverage.js';
import { cited, onPaper } from '../on-paper.js';
import { said } from '../said.js';
import { differences } from '../sections/differences.js';
import { glossary } from '../sections/glossary.js';
import { quotes } from '../sections/quotes.js';
import { sourceList } from '../source-list.js';

/** Beyond this many texts, pips can no longer be counted at a glance, and the words stand alone. */
const MOST_PIPS = 8;

/** What stands below the key points. @type {Array<['differences' | 'quotes' | 'glossary', (data: Brief) => unknown[]]>} */
const SECTIONS = [
  ['differences', (data) => data.differences.differences],
  ['quotes', (data) => data.quotes.quotes],
  ['glossary', (data) => data.glossary.entries],
];

/** @param {ViewContext} context @returns {Promise<Brief>} */
export async function load({ cards }) {
  const [overview, differences, quotes, glossary] = await cards.all('overview', 'differences', 'quotes', 'glossary');
  return { overview, differences, quotes, glossary };
}

/** @param {Brief} all @param {ViewContext} context @param {{item?: string}} route */
export function render(all, context, { item }) {
  const data = context.paper ? onPaper(all) : all;
  const { catalogue, t } = context;
  const { keyPoints, origins } = data.overview;
  const named = new Set(keyPoints.flatMap(({ span, support }) => [span, ...support].map(({ document }) => document)));
  const sources = catalogue.entries.filter(({ source }) => named.has(source.document));
  const reports = catalogue.entries.length;
  const silent = reports - sources.length;
  const compared = reports > 1 && reports <= MOST_COLUMNS;
  return html`<section class="view shell" aria-labelledby="heading">
    <nav class="jump screen" aria-label=${t('inThisBrief')}><ul>${SECTIONS.map(([section, items]) => {
      const { length } = items(data);
      return length ? html`<li><a href=${context.href({ view: 'brief', item: section })}><span>${t(section)}</span>&nbsp;${context.locale.number(length)}</a></li>` : nothing;
    })}</ul></nav>
    <div class="spread">
      <div>
        <h2 class="sr" id="heading" tabindex="-1">${t('keyPoints')}</h2>
        ${keyPoints.length ? nothing : html`<p class="note">${t('noKeyPoints')}</p>
          <p><a class="back" href=${context.href({ view: 'sources' })}>${t('allSources')}</a></p>`}
        <ol>${keyPoints.map((point) => keyPoint(point, origins, context))}</ol>
      </div>
      ${keyPoints.length ? html`<section class="section screen" aria-label=${t('sources')}>
        <h2>${compared ? t('whoReportsWhat') : t('sourcesCited')}</h2>
        ${reports > 1 ? html`<p class="note">${compared ? `${t('marksOpen')} ` : nothing}${originsNote(context)}</p>` : nothing}
        ${compared ? coverage(keyPoints, context) : nothing}
        ${sourceList(sources, context)}
        ${silent ? html`<p class="note"><a class="back" href=${context.href({ view: 'sources' })}
          >${t('notCited', { n: silent })}</a></p>` : nothing}
      </section>` : nothing}
    </div>
    ${differences(data.differences, context, item)}
    ${quotes(data.quotes, context)}
    ${glossary(data.glossary, context)}
    ${context.paper ? html`<section class="section"><h2>${t('sources')}</h2>
      ${reports > 1 ? html`<p class="note">${originsNote(context)}</p>` : nothing}
      ${sourceList(catalogue.entries.filter(({ source }) => cited(data).has(source.document)), context)}
    </section>` : nothing}
  </section>`;
}

function keyPoint({ span, support, outlets, origins, warnings }, all, context) {
  const { catalogue, t } = context;
  // Reports that do not name their outlet cannot be counted as outlets.
  const named = [span, ...support].every(({ document }) => catalogue.get(document)?.source.source);
  return html`<li class="kp" part="key-point">
    ${said(span, context, spelled(span, context))}
    ${catalogue.entries.length === 1 ? nothing : html`<p class="corr">
      ${all > MOST_PIPS ? nothing : html`<span class="pips" aria-hidden="true">${Array.from({ length: all }, (_, i) => html`<i class=${i < origins ? 'y' : nothing}></i>`)}</span>`}
      ${named ? html`<span>${t('outlets', { n: outlets })}</span>` : nothing}
      <span>${t('independentOf', { share: html`<strong>${t('share', { n: origins, all })}</strong>` })}</span>
    </p>`}
    ${citations(span, support, warnings, context)}
  </li>`;
}

/** Why the texts are fewer than the reports, where they are. @param {ViewContext} context */
function originsNote({ catalogue, t }) {
  const copies = catalogue.entries.filter(({ source }) => source.nearCopyOf);
  if (!copies.length) return t('allIndependent');
  if (copies.length > 1) return t('copiesNote', { n: copies.length });
  const [{ number, source }] = copies;
  return t('copyNote', { copy: number, original: catalogue.get(source.nearCopyOf)?.number });
}
