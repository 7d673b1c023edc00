/**
 * The reader: a report from its first word to its last, with the words cited marked, and what leads on from it.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../../index.js').Document} Document
 * @typedef {import('../../index.js').Block} Block
 * @typedef {{report: Document, article: import('../../index.js').Article, entities: import('../../index.js').Entity[],
 *   events: import('../../index.js').Event[]}} Reading
 */
import { html, nothing } from 'lit';
import { back } from '../back.js';
import { badge, byline } from '../citation.js';
import { citing } from '../cite/menu.js';
import { TITLE_FROM, digest } from '../digest.js';
import { few } from '../few.js';
import { layered } from '../marked.js';
import { mentions } from '../mentions.js';
import { layers, legend, signs } from '../signs.js';
import { sourceList } from '../source-list.js';
import { cite } from '../styles/cite.js';
import { digest as short } from '../styles/digest.js';
import { reader } from '../styles/reader.js';
import { warning } from '../warning.js';

/** Reports listed beside the text; a longer list is a place of its own. */
const MOST_BESIDE = 12;

/** Near-copies of a report named at first. */
const FEW_COPIES = 6;

export const styles = [short, cite, reader];

/**
 * @param {ViewContext} context
 * @param {{document: string}} route
 * @returns {Promise<Reading>}
 */
export async function load({ briefing, cards }, { document }) {
  const [report, article, [who, timeline]] = await Promise.all([
    briefing.document(document), briefing.article(document), cards.all('who', 'timeline', 'differences'),
  ]);
  return { report, article, entities: who.entries, events: timeline.events };
}

/**
 * @param {Reading} reading
 * @param {ViewContext} context
 * @param {{document: string, start?: number, end?: number}} route
 */
export function render({ report, article, entities, events }, context, { document, start, end }) {
  const { catalogue, locale, t } = context;
  const entry = catalogue.get(document);
  /** @type {Array<[number, number]>} */
  const cited = end === undefined ? [] : [[start, end]];
  const marks = signs(article, entities, events);
  const onwards = cited.length ? mentions({ document, start, end }, entities, context) : nothing;
  const beneath = (block) => (start < block.end && block.start < end
    ? html`<div class="beneath" lang=${locale.tag} dir=${locale.dir}>${differing(block, { document, start, end }, context)}${block.start <= start ? onwards : nothing}</div>` : nothing);
  return html`<section class="view shell spread" aria-label=${t('report', { number: entry.number })} part="reader">
    <article>
      ${back(context)}
      <p class="byline">${badge(entry)}<span>${byline(entry, context)}</span><span class="note">${t('words', { n: report.words })}${t('comma')}${t('minutes', { n: report.minutes })}</span>${original(report, context)}</p>
      <h2 class="title" id="heading" tabindex="-1" dir="auto" lang=${entry.lang}>${report.title}</h2>
      ${notices(report, context)}
      <div class="tools">${abreast(report, context)}${citing(entry, context, quoted(report.blocks, cited))}</div>
      ${digest(article, entities, events, context)}
      ${legend(marks, context)}
      ${report.blocks.length ? html`<div class="text" dir="auto" lang=${entry.lang}>${body(report.blocks, [
        { ranges: cited, mark: (words) => html`<mark class="cited" tabindex="-1">${words}</mark>` }, ...layers(marks, context),
      ], beneath)}</div>` : html`<p class="note">${t('noText')}</p>`}
      ${back(context)}
    </article>
    ${catalogue.entries.length > MOST_BESIDE ? nothing : html`<nav class="section" aria-label=${t('reportList')}>
      <h2>${t('sources')}</h2>
      ${sourceList(catalogue.entries, context, document)}
    </nav>`}
  </section>`;
}

/** What is copied as data. @param {Reading} reading */
export const cards = ({ article }) => article;

/** The way to the page that the text was taken from. An address of any other scheme is no place to send a reader. @param {Document} report @param {ViewContext} context */
function original({ url }, { t }) {
  return url && /^https?:\/\//i.test(url)
    ? html`<a class="back note" href=${url} target="_blank" rel="noopener noreferrer">${t('original')}<span class="sr"> ${t('newWindow')}</span></a>`
    : nothing;
}

/** What the reader should know before the first word. @param {Document} report @param {ViewContext} context */
function notices({ document, nearCopyOf, titleFrom, note }, context) {
  const { t } = context;
  const copied = nearCopyOf && context.catalogue.get(nearCopyOf);
  const differences = context.cards.differing.at({ document, start: 0, end: Infinity });
  if (!copied && !TITLE_FROM[titleFrom] && !note && !differences.length) return nothing;
  return html`<div class="aside note">
    ${copied ? html`<p><strong>${t('nearCopyNote', { source: html`<a href=${context.href({ view: 'read', document: nearCopyOf })}>${copied.number}${t('comma')}<bdi>${copied.byline}</bdi></a>` })}</strong> ${t('countAsOne')}</p>` : nothing}
    ${TITLE_FROM[titleFrom] ? html`<p>${t(TITLE_FROM[titleFrom])}.</p>` : nothing}
    ${note ? html`<p>${t('editorsNote', { note: html`<bdi>${note}</bdi>` })}</p>` : nothing}
    ${warning(differences, context)}
  </div>`;
}

/** The ways to see near-copies side by side. @param {Document} report @param {ViewContext} context */
function abreast({ document, nearCopyOf }, context) {
  const { catalogue, href, t } = context;
  const original = nearCopyOf && catalogue.get(nearCopyOf);
  const part = `copies ${document}`;
  const copies = few(catalogue.entries.filter(({ source }) => source.nearCopyOf === document), FEW_COPIES, part, 'pluralCopies', context);
  const link = (copy, words) => html`<a class="back note" href=${href({ view: 'compare', document: copy })}>${words}</a>`;
  return html`<div class="abreast" data-list=${part}>
    ${original ? link(document, t('sideBySide', { number: original.number })) : nothing}
    ${copies.shown.map(({ number, source }) => link(source.document, t('sideBySideCopy', { number })))}</div>${copies.button}`;
}

/** The words cited, where they stand in one block. @param {Block[]} blocks @param {Array<[number, number]>} cited */
function quoted(blocks, [[start, end] = [0, 0]]) {
  const block = blocks.find((one) => one.start <= start && end <= one.end);
  return block?.text.slice(start - block.start, end - block.start);
}

/** The warning beneath the words cited, where sources differ about them. @param {Block} block @param {Omit<import('../../index.js').Span, 'text'>} cited @param {ViewContext} context */
function differing(block, { document, start, end }, context) {
  return warning(context.cards.differing.at({ document, start: Math.max(start, block.start), end: Math.min(end, block.end) }), context);
}

/**
 * Blocks as the text has them; neighbouring items make one list.
 * @param {Block[]} blocks @param {import('../marked.js').Layer<any>[]} marks @param {(block: Block) => unknown} note what stands beneath a block
 */
function body(blocks, marks, note) {
  const out = [];
  let items = [];
  const words = (block) => layered(block, marks);
  const closeList = () => {
    if (items.length) out.push(html`<ul>${items}</ul>`);
    items = [];
  };
  for (const block of blocks) {
    if (block.kind === 'item') {
      items.push(html`<li>${words(block)}${note(block)}</li>`);
      continue;
    }
    closeList();
    if (block.kind === 'heading') out.push(html`<h3>${words(block)}</h3>`);
    else if (block.kind === 'paragraph') out.push(html`<p>${words(block)}</p>`);
    else out.push(html`<p class=${block.kind}>${words(block)}</p>`);
    out.push(note(block));
  }
  closeList();
  return out;
}
