/**
 * Where everything on the axis stands, in px from the beginning of the line of reading.
 *
 * @typedef {import('./zoom.js').Dated} Dated
 * @typedef {import('./zoom.js').Published} Published
 * @typedef {import('./zoom.js').Zoom} Zoom
 * @typedef {{size: number, measure: (text: string, voice: 'serif' | 'sans') => number}} Type the size of the letters in px, and how wide a text is
 * @typedef {ReturnType<typeof layout>} Layout
 */
import { labels } from './labels.js';
import { marks } from './marks.js';
import { Scale } from './scale.js';
import { ticks } from './ticks.js';
import { middle } from './zoom.js';

/** Names above the axis stand in as many rows; where the axis is narrow, there are none. */
const ROWS = 3;
const NARROW = 620;

/** Sizes, in parts of the size of the letters. */
const SHAPE = 1.25;
const DIGIT = 0.6;
const BADGE = 1.7;
const LONGEST_NAME = 20;
const TICK_ROOM = 5;

/** As many reports stand side by side; more are one badge, from the first number to the last. */
export const MOST_BADGES = 2;

/**
 * @param {Zoom} zoom
 * @param {number} width
 * @param {Type} type
 * @param {(tick: import('./ticks.js').Tick) => string} written what stands at a tick
 * @param {string} lane the name of the lane of reports
 */
export function layout(zoom, width, { size, measure }, written, lane) {
  const events = zoom.events.filter((one) => one.extent && zoom.shows(one));
  const reports = zoom.reports.filter((one) => zoom.shows(one));
  const scale = new Scale([...events, ...reports].map(({ extent }) => extent), zoom.range, width);
  const place = (item) => ({ item, x: scale.at(middle(zoom.clipped(item.extent))) });
  const shape = ({ length }) => size * (SHAPE + (length > 1 ? DIGIT * String(length).length : 0));
  const digits = ({ entry }) => DIGIT * String(entry.number).length;
  const badge = (items) => 2 + size * (items.length > MOST_BADGES ? BADGE + digits(items[0]) + digits(items.at(-1))
    : items.reduce((sum, item) => sum + Math.max(BADGE, DIGIT + digits(item)), 0));
  const past = marks(events.filter(({ planned }) => !planned).map(place), shape, width);
  const named = past.filter(({ items: [{ event }, ...others] }) => event.label && !others.length)
    .sort((a, b) => b.items[0].event.documents.length - a.items[0].event.documents.length)
    .map(({ x, items: [dated] }) => {
      const text = shortened(dated.event.label.text, LONGEST_NAME * size, (some) => measure(some, 'serif'));
      return { x, dated, text, width: measure(text, 'serif') };
    });
  const badges = marks(reports.map(place), badge, width);
  return {
    scale, width, size, past,
    plans: marks(events.filter(({ planned }) => planned).map(place), shape, width),
    reports: badges,
    lane: badges.length && badges[0].x - badges[0].width / 2 > measure(lane, 'sans') + size ? lane : '',
    extents: past.filter(({ items }) => items.length === 1).map(({ items: [{ extent }] }) => zoom.clipped(extent).map((day) => scale.at(day))).filter(([from, to]) => to - from > 2 * size),
    labels: labels(named, width < NARROW ? 0 : ROWS, width),
    ticks: spaced(scale.pieces.flatMap((piece) => (piece.gap ? [] : ticks(piece, TICK_ROOM * size))), (tick) => {
      const text = written(tick);
      return { tick, text, x: scale.at(tick.day), width: measure(text, 'sans') };
    }, width, size),
  };
}

/** Ticks whose words do not run into those before, nor out of the axis; those that begin a piece or a year go first. */
function spaced(all, of, width, size) {
  const out = [];
  for (const tick of all.map(of)) {
    const room = () => !out.length || out.at(-1).x + out.at(-1).width + size <= tick.x;
    if (tick.tick.whole && !room() && !out.at(-1).tick.whole) out.pop();
    if (room() && tick.x + tick.width <= width) out.push(tick);
  }
  return out;
}

/** The first words of a name, as many as there is room for. @param {string} text @param {number} most @param {(text: string) => number} measure */
function shortened(text, most, measure) {
  if (measure(text) <= most) return text;
  const words = text.split(' ');
  while (words.length > 1 && measure(`${words.join(' ')}…`) > most) words.pop();
  return `${words.join(' ')}…`;
}
