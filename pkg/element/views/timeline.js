/**
 * What happened when: the dated events in the order of time, each with the words that date it.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../../index.js').Event} Event
 * @typedef {import('../../index.js').Timeline} Timeline
 */
import { html, nothing } from 'lit';
import { citations } from '../citation.js';
import { more, ofAll } from '../few.js';
import { marked } from '../marked.js';
import { named, said } from '../said.js';

/** Events shown at a time. */
const PAGE = 50;

/** @type {Record<Event['basis'], 'dateWritten' | 'dateReckoned'>} */
export const BASIS = { explicit: 'dateWritten', relative: 'dateReckoned' };

/** @param {ViewContext} context @returns {Promise<{timeline: Timeline}>} */
export async function load({ cards }) {
  const [timeline] = await cards.all('timeline', 'differences');
  return { timeline };
}

/** What is copied as data. @param {{timeline: Timeline}} data */
export const cards = ({ timeline }) => timeline;

/** @param {{timeline: Timeline}} data @param {ViewContext} context @param {{item?: string}} route */
export function render({ timeline }, context, { item }) {
  const { events } = timeline;
  const asked = events.findIndex(({ id }) => id === item);
  const shown = events.slice(0, Math.max(context.shown(PAGE), asked + 1));
  return html`<section class="view shell" aria-labelledby="heading">
    <h2 id="heading" tabindex="-1">${events.length ? context.t('datedEvents', { n: events.length }) : context.t('nothingDated')}</h2>
    <p class="note">${context.t('marksDate')} ${ofAll(timeline, events, 'pluralEvents', context)}</p>
    ${years(shown).map(([year, ofYear]) => html`<h3 class="year">${year}</h3>
      <ol data-list="event">${ofYear.map((one) => event(one, context))}</ol>`)}
    ${more(shown.length, events.length, 'event', 'pluralEvents', context)}
  </section>`;
}

/** @param {Event[]} events @returns {Array<[string, Event[]]>} */
function years(events) {
  const all = new Map();
  for (const one of events) {
    const year = one.date.slice(0, 4);
    all.set(year, [...(all.get(year) ?? []), one]);
  }
  return [...all];
}

/** @param {Event} event @param {ViewContext} context */
function event({ id, date, basis, label, span, mark, support, documents, warnings }, context) {
  return html`<li class="event" part="event">
    <div class="when">
      <h4 data-item=${id} tabindex="-1"><i class="shape ${basis}"></i><a href=${context.href({ view: 'timeline', item: id })}><time datetime=${date}>${context.locale.period(date)}</time></a></h4>
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
