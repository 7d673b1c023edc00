/**
 * The range of time that is looked at, and what chooses it: a handle at either end, and buttons.
 *
 * The handles are sliders of the browser's own, which know the keys, fingers and the direction of reading; each lies
 * outside of the range, so that they never lie on each other.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('./time.js').Extent} Extent
 * @typedef {import('./zoom.js').Zoom} Zoom
 */
import { html, svg } from 'lit';
import { live } from 'lit/directives/live.js';
import { Scale } from './scale.js';
import { middle } from './zoom.js';

/** The width of a handle. */
const HANDLE = 44;

/** Steps of the sliders; where they rest is the range's own choice. */
const STEPS = 1000;

/** @type {Array<{end: 0 | 1, name: string, label: 'rangeFrom' | 'rangeTo'}>} */
const ENDS = [{ end: 0, name: 'from', label: 'rangeFrom' }, { end: 1, name: 'to', label: 'rangeTo' }];

/**
 * @param {Zoom} zoom
 * @param {import('./layout.js').Layout} layout
 * @param {number} shown how many events lie in the range
 * @param {ReturnType<typeof import('./writing.js').writing>} words
 * @param {(range: Extent) => void} show
 * @param {(end: 0 | 1, at: number, scale: Scale, held: boolean) => void} move
 * @param {ViewContext} context
 */
export function controls(zoom, layout, shown, { period, end: written }, show, move, context) {
  const { t } = context;
  const { events, range, whole, isWhole } = zoom;
  const scale = zoom.overview(Math.max(layout.width - 2 * HANDLE, HANDLE));
  const nearer = zoom.nearer(layout.scale);
  const button = (words, range) => html`<button type="button" class="quiet" aria-disabled=${!range} @click=${() => range && show(range)}>${words}</button>`;
  return html`<div class="range" role="group" aria-label=${t('range')}>
    ${strip(scale, zoom, context)}
    ${ENDS.map(({ end, name, label }) => html`<input type="range" class=${name} min="0" max=${STEPS} aria-label=${t(label)} aria-valuetext=${written(range, end)}
      .value=${live(String(Math.round((scale.at(range[end]) / scale.width) * STEPS)))}
      @input=${({ target }) => move(end, (target.valueAsNumber / STEPS) * scale.width, scale, target.matches(':active'))}>`)}
  </div>
  <div class="zoom">
    ${button(t('zoomIn'), nearer)}${button(t('zoomOut'), isWhole ? undefined : zoom.farther())}${button(t('wholeTime'), isWhole ? undefined : whole)}
    <p class="note" aria-live="polite">${isWhole ? t('eventsIn', { n: shown, period: period(range) }) : t('eventsOf', { n: events.length, shown, period: period(range) })}</p>
  </div>`;
}

/** All of time: where events lie, and what of it is looked at. @param {Scale} scale @param {Zoom} zoom @param {ViewContext} context */
function strip(scale, { events, range }, { locale }) {
  const { width } = scale;
  const across = (x) => (locale.dir === 'rtl' ? width - x : x);
  const places = new Set(events.flatMap(({ extent }) => (extent ? Math.round(scale.at(middle(extent))) : [])));
  const [from, to] = range.map((day) => across(scale.at(day)));
  return html`<svg aria-hidden="true" viewBox="0 0 ${width} ${HANDLE}" width=${width} height=${HANDLE}>
    <line class="thin" x1="0" x2=${width} y1="22" y2="22"></line>
    <line class="chosen" x1=${from} x2=${to} y1="22" y2="22"></line>
    ${[...places].map((x) => svg`<line class="thin" x1=${across(x)} x2=${across(x)} y1="12" y2="20"></line>`)}
  </svg>`;
}
