/**
 * What happened when: the dated events on an axis and as a list in the order of time, each with the words that date it.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../axis/zoom.js').Dated} Dated
 * @typedef {import('../../index.js').Timeline} Timeline
 */
import { html, nothing } from 'lit';
import { Zoom } from '../axis/zoom.js';
import { zoomable } from '../axis/zoomable.js';
import { BASIS } from '../basis.js';
import { citations } from '../citation.js';
import { more, ofAll } from '../few.js';
import { marked } from '../marked.js';
import { named, said } from '../said.js';
import { axis } from '../styles/axis.js';
import { events } from '../styles/events.js';

/** Events shown at a time. */
const PAGE = 50;

export const styles = [events, axis];

/** What of time is looked at, kept with the card: the way back leads to the same list. @type {WeakMap<Timeline, Zoom>} */
const zooms = new WeakMap();

/** @param {ViewContext} context @returns {Promise<{timeline: Timeline, zoom: Zoom}>} */
export async function load({ cards, catalogue }) {
  const [timeline] = await cards.all('timeline', 'differences');
  if (!zooms.has(timeline)) zooms.set(timeline, new Zoom(timeline, catalogue));
  return { timeline, zoom: zooms.get(timeline) };
}

/** What is copied as data. @param {{timeline: Timeline}} data */
export const cards = ({ timeline }) => timeline;

/** @param {{timeline: Timeline, zoom: Zoom}} data @param {ViewContext} context @param {{item?: string}} route */
export function render({ timeline, zoom }, context, route) {
  const { events } = timeline;
  return html`<section class="view shell" aria-labelledby="heading">
    <h2 id="heading" tabindex="-1">${events.length ? context.t('datedEvents', { n: events.length }) : context.t('nothingDated')}</h2>
    <p class="note">${context.t('marksDate')} ${ofAll(timeline, events, 'pluralEvents', context)}</p>
    ${zoomable(zoom, context, route, (some) => list(some, context, route))}
  </section>`;
}

/** @param {Dated[]} events @param {ViewContext} context @param {{item?: string}} route */
function list(events, context, { item }) {
  const asked = events.findIndex(({ event }) => event.id === item);
  const shown = context.paper ? events : events.slice(0, Math.max(context.shown(PAGE), asked + 1));
  return html`${years(shown).map(([year, ofYear]) => html`<h3 class="year">${year}</h3>
      <ol data-list="event">${ofYear.map((one) => dated(one, context))}</ol>`)}
    ${more(shown.length, events.length, 'event', 'pluralEvents', context)}`;
}

/** @param {Dated[]} events @returns {Array<[string, Dated[]]>} */
function years(events) {
  const all = new Map();
  for (const one of events) {
    const year = one.event.date.slice(0, 4);
    all.set(year, [...(all.get(year) ?? []), one]);
  }
  return [...all];
}

/** @param {Dated} dated @param {ViewContext} context */
function dated({ event: { id, date, basis, label, span, mark, support, documents, warnings }, planned }, context) {
  return html`<li class="event" part="event">
    <div class="when">
      <h4 data-item=${id} tabindex="-1"><i class="shape ${planned ? 'planned' : basis}"></i><a href=${context.href({ view: 'timeline', item: id })}><time datetime=${date}>${context.locale.period(date)}</time></a></h4>
      ${planned ? html`<p class="note">${context.t('plannedThen')}</p>` : nothing}
      <p class="note">${context.t(BASIS[basis])}</p>
      <p class="note">${context.catalogue.reach(documents)}</p>
    </div>
    <div>
      ${label ? html`<p class="label">${named(label, context)}</p>` : nothing}
      ${said(span, context, marked(span, [mark]))}
      ${citations(span, support, warnings, context)}
    </div>
  </li>`;
}
