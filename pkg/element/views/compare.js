/**
 * A near-copy beside its original: sentences that tell the same stand abreast, and the words that differ are marked.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../catalogue.js').Entry} Entry
 * @typedef {import('../alignment.js').Row} Row
 * @typedef {import('../alignment.js').Side} Side
 */
import { html } from 'lit';
import { aligned } from '../alignment.js';
import { back } from '../back.js';
import { badge, byline, shortCitation } from '../citation.js';
import { joined, marked } from '../marked.js';
import { said } from '../said.js';
import { compare } from '../styles/compare.js';

export const styles = [compare];

/**
 * @param {ViewContext} context
 * @param {{document: string}} route a copy; or an original, whose first copy is taken
 * @returns {Promise<{entries: Entry[], rows: Row[]}>} two reports; or one, where there is nothing to compare it with
 */
export async function load({ briefing, catalogue }, { document }) {
  const original = catalogue.get(document)?.source.nearCopyOf;
  const copy = original ? document : catalogue.entries.find(({ source }) => source.nearCopyOf === document)?.source.document;
  const [one, other] = await Promise.all([original ?? document, copy ?? []].flat().map((id) => briefing.document(id)));
  return { entries: [one, other].flatMap((report) => (report ? catalogue.get(report.document) : [])), rows: other ? aligned(one, other) : [] };
}

/** What is copied as data. @param {{rows: Row[]}} data */
export const cards = ({ rows }) => rows;

/** @param {{entries: Entry[], rows: Row[]}} data @param {ViewContext} context */
export function render({ entries, rows }, context) {
  const { t } = context;
  const [one, other] = entries;
  if (!other) {
    return html`<section class="view shell" aria-labelledby="heading">
      <h2 id="heading" tabindex="-1">${t('noCopy', { number: one.number })}</h2>
      ${back(context)}
    </section>`;
  }
  const alone = (side) => rows.reduce((n, row) => n + (row.one.length && row.other.length ? 0 : row[side].length), 0);
  const both = rows.filter((row) => row.one.length && row.other.length).length;
  return html`<section class="view shell" aria-labelledby="heading" part="compare">
    ${back(context)}
    <h2 id="heading" tabindex="-1">${t('comparing', { one: one.number, other: other.number })}</h2>
    <p class="note">${t('inBoth', { n: both })}${t('comma')}${t('onlyIn', { n: alone('one'), number: one.number })}${t('comma')}${t('onlyIn', { n: alone('other'), number: other.number })}. ${t('compareNote')}</p>
    <div class="sides titles">${entries.map((entry) => title(entry, context))}</div>
    <ol class="rows">${rows.map((row) => html`<li class="sides">
      ${side(row.one, one, row.other.length ? undefined : other, context)}${side(row.other, other, row.one.length ? undefined : one, context)}
    </li>`)}</ol>
    ${back(context)}
  </section>`;
}

/** @param {Entry} entry @param {ViewContext} context */
function title(entry, context) {
  return html`<div class="side ${entry.look}">
    <p class="byline">${badge(entry)}<span>${byline(entry, context)}</span></p>
    <h3 dir="auto" lang=${entry.lang}><a href=${context.href({ view: 'read', document: entry.source.document })}>${entry.source.title}</a></h3>
  </div>`;
}

/** What one of them says; where the other has nothing like it, that is said. @param {Side[]} sentences @param {Entry} entry @param {Entry | undefined} lacking @param {ViewContext} context */
function side(sentences, entry, lacking, context) {
  if (!sentences.length) return html`<div class="side ${entry.look} lacks"><p class="note">${context.t('nothingToMatch', { number: entry.number })}</p></div>`;
  return html`<div class="side ${entry.look} ${lacking ? 'alone' : ''}">${sentences.map(({ span, marks }) => html`<div class="row">
    ${shortCitation(span, context)}
    ${said(span, context, marked(span, joined(span, marks), (words) => html`<mark class="differs">${words}</mark>`))}
  </div>`)}</div>`;
}
