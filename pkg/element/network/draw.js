/**
 * Who is named with whom: a drawing of names and lines, and a table that says the same. The table is there for screen
 * readers from the start, and for all eyes where the place is narrow or when it is asked for.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('./choose.js').Network} Network
 * @typedef {import('./choose.js').Pair} Pair
 * @typedef {import('./layout.js').Place} Place
 */
import { html, nothing, svg } from 'lit';
import { ofAll } from '../few.js';
import { layout } from './layout.js';

/** The list's part that `context.isOpen` knows. */
const TABLE = 'pairs';

/** Rows that a narrow place shows at first. */
const FEW = 8;

/** How wide a line is for each report in common, and at most, in pixels. */
const STEP = 1.25;
const WIDEST = 8;

/** The height of a row of names, in rem: one to press. */
const ROW = 2.75;

/** @param {Network} network @param {ViewContext} context */
export function network({ names, pairs, total }, context) {
  const { t } = context;
  const open = context.isOpen(TABLE);
  return html`<section class="section together" aria-labelledby="together" part="network">
    <h3 id="together" data-item="together" tabindex="-1">${t('together')}</h3>
    <p class="note">${t('togetherNote')}<span class="wide"> ${t('thicker')}</span> ${ofAll({ total }, pairs, 'pluralPairs', context)}</p>
    ${drawing({ names, pairs, total }, context)}
    <p class=${pairs.length > FEW ? nothing : 'wide'}><button type="button" class="quiet screen" aria-expanded=${open} @click=${() => context.toggle(TABLE)}
      ><span class="wide">${open ? t('hideTable') : t('showTable')}</span><span class="narrow">${open ? t('showFewer', { what: t('pluralPairs') }) : t('showAll', { n: pairs.length, what: t('pluralPairs') })}</span></button></p>
    <div class="pairs ${open ? 'open' : ''}">${table(pairs, context)}</div>
  </section>`;
}

/** @param {Network} chosen @param {ViewContext} context */
function drawing(chosen, context) {
  const { places, rows, curves } = layout(chosen, context.locale.dir === 'rtl');
  const step = Math.min(STEP, WIDEST / chosen.pairs[0].weight);
  return html`<div class="network" @pointerover=${follow} @pointerleave=${leave} @focusin=${follow} @focusout=${leave}>
    <div class="oval" .style=${`block-size: ${rows * ROW}rem`}>
      <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none">${curves.map(({ pair: { a, b, weight }, d }) => svg`<path d=${d} stroke-width=${Math.max(1, step * weight).toFixed(2)} data-ends="${a.id} ${b.id}"></path>`)}</svg>
      ${places.map((place) => node(place, context))}
    </div>
    <ul class="legend">${['person', 'organisation'].filter((type) => chosen.names.some((entity) => entity.type === type))
      .map((type) => html`<li><i class="node ${type}"></i>${type === 'person' ? context.t('persons') : context.t('bodies')}</li>`)}</ul>
  </div>`;
}

/** A name, from the oval to the edge. @param {Place} place @param {ViewContext} context */
function node({ entity: { id, name, type }, end, x, y }, { href, locale }) {
  const inset = 100 * (locale.dir === 'rtl' ? 1 - x : x); // from where a line of text begins
  const edges = end ? `inset-inline: ${inset}% 0` : `inset-inline: 0 ${100 - inset}%`;
  return html`<a class="name ${end ? 'end' : ''}" data-id=${id} href=${href({ view: 'people', item: id })}
    .style=${`${edges}; inset-block-start: ${100 * y}%`}><i class="node ${type}"></i><span><bdi title=${name}>${name}</bdi></span></a>`;
}

/** @param {Pair[]} pairs @param {ViewContext} context */
function table(pairs, { t, locale }) {
  const row = ({ a, b, weight }) => html`<tr role="row"><th role="rowheader" scope="row"><bdi>${a.name}</bdi></th><td role="cell"><bdi>${b.name}</bdi></td><td role="cell">${locale.number(weight)}</td></tr>`;
  const body = (rows, more) => (rows.length ? html`<tbody role="rowgroup" class=${more}>${rows.map(row)}</tbody>` : nothing);
  return html`<table role="table">
    <caption class="sr">${t('together')}</caption>
    <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${t('name')}</th><th role="columnheader" scope="col">${t('namedWith')}</th><th role="columnheader" scope="col">${t('reportList')}</th></tr></thead>
    ${body(pairs.slice(0, FEW), nothing)}${body(pairs.slice(FEW), 'rest')}
  </table>`;
}

/** Brings out a name, its lines and those whom they lead to. @param {Event & {currentTarget: Element, target: Element}} event */
function follow({ currentTarget, target }) {
  const id = target.closest('.name')?.dataset.id;
  const lines = [...currentTarget.querySelectorAll('path')].map((path) => ({ path, ends: path.dataset.ends.split(' ') }));
  const near = new Set([id, ...lines.flatMap(({ ends }) => (ends.includes(id) ? ends : []))]);
  for (const { path, ends } of lines) path.classList.toggle('far', Boolean(id) && !ends.includes(id));
  for (const name of currentTarget.querySelectorAll('.name')) name.classList.toggle('far', Boolean(id) && !near.has(name.dataset.id));
}

/** @param {Event & {currentTarget: Element}} event */
function leave({ currentTarget }) {
  for (const far of currentTarget.querySelectorAll('.far')) far.classList.remove('far');
}
