/**
 * A timeline, and the range of time that is looked at.
 *
 * @typedef {import('../../index.js').Event} Event
 * @typedef {import('../../index.js').Timeline} Timeline
 * @typedef {import('../catalogue.js').Catalogue} Catalogue
 * @typedef {import('../catalogue.js').Entry} Entry
 * @typedef {import('./time.js').Extent} Extent
 * @typedef {import('./time.js').Unit} Unit
 * @typedef {{event: Event, extent: Extent | undefined, planned: boolean}} Dated no extent: what its date says is no date
 * @typedef {{entry: Entry, extent: Extent}} Published
 */
import { isPlanned } from './planned.js';
import { Scale } from './scale.js';
import { ceil, extentOf, floor, shift } from './time.js';

/** @type {Unit[]} */
const UNITS = ['year', 'month', 'day'];

const DAYS = { year: 365, month: 28, day: 1 };

/** A handle rests at beginnings of years, months or days that lie so many px apart, or more. */
const REST = 4;

/** What zooming in shows is no more than so much of what was shown. */
const NARROWER = 0.75;

export class Zoom {
  /** @param {Timeline} timeline @param {Catalogue} catalogue */
  constructor({ events }, catalogue) {
    /** @type {Dated[]} */
    this.events = events.map((event) => ({ event, extent: extentOf(event.date), planned: isPlanned(event, catalogue) }));
    /** @type {Published[]} */
    this.reports = catalogue.entries.flatMap((entry) => {
      const extent = extentOf(entry.source.date ?? '');
      return extent ? { entry, extent } : [];
    });
    const extents = [...this.events, ...this.reports].flatMap(({ extent }) => (extent ? [extent] : []));
    const [first, last] = extents.reduce(([from, to], [start, end]) => [Math.min(from, start), Math.max(to, end)], [Infinity, -Infinity]);
    /** All of time, in whole months. @type {Extent} */
    this.whole = [floor(first, 'month'), ceil(last, 'month')];
    this.range = this.whole;
  }

  /** All of time, on a line of that width. @param {number} width */
  overview(width) {
    return new Scale([...this.events, ...this.reports].flatMap(({ extent }) => (extent ? [extent] : [])), this.whole, width);
  }

  get isWhole() {
    return this.range === this.whole;
  }

  /** Whether there is anything to put on an axis. */
  get isDrawn() {
    return this.events.filter(({ extent }) => extent).length > 1;
  }

  /** @param {{extent: Extent | undefined}} dated */
  shows({ extent }) {
    return this.isWhole || Boolean(extent && extent[0] < this.range[1] && extent[1] > this.range[0]);
  }

  /** The part of an extent that is looked at. @param {Extent} extent @returns {Extent} */
  clipped([from, to]) {
    return [Math.max(from, this.range[0]), Math.min(to, this.range[1])];
  }

  /** @param {Extent} range */
  show([from, to]) {
    const [first, last] = this.whole;
    this.range = from <= first && to >= last ? this.whole : [Math.max(from, first), Math.min(to, last)];
  }

  /**
   * What is dated in half of what is shown, about the event next to its middle.
   * @param {Scale} scale of what is shown
   * @returns {Extent | undefined} nothing, where there is no event, or no less can be shown
   */
  nearer(scale) {
    const { width } = scale;
    const extents = this.events.flatMap((one) => (one.extent && this.shows(one) ? [this.clipped(one.extent)] : []));
    if (!extents.length) return undefined;
    const next = extents.map((extent) => scale.at(middle(extent))).reduce((best, at) => (Math.abs(at - width / 2) < Math.abs(best - width / 2) ? at : best));
    const about = Math.min(Math.max(next, width / 4), (width * 3) / 4);
    const [from, to] = [about - width / 4, about + width / 4].map((at) => scale.moment(at));
    const within = extents.filter((extent) => middle(extent) >= from && middle(extent) <= to);
    const first = Math.max(from, Math.min(...within.map(([start]) => start)));
    const last = Math.min(to, Math.max(...within.map(([, end]) => end)));
    return UNITS.map((unit) => this.clipped([floor(first, unit), ceil(last, unit)])).find((range) => scale.at(range[1]) - scale.at(range[0]) <= width * NARROWER);
  }

  /** Twice of what is shown. @returns {Extent} */
  farther() {
    const [from, to] = this.range;
    const half = (to - from) / 2;
    const unit = UNITS.find((one) => to - from >= DAYS[one]);
    return [floor(from - half, unit), ceil(to + half, unit)];
  }

  /**
   * Moves an end of the range.
   * @param {0 | 1} end
   * @param {number} at where it is moved to
   * @param {Scale} scale of all of time
   * @param {boolean} held whether it is dragged, and follows as near as it can; else it goes at least one step
   */
  move(end, at, scale, held) {
    const [first, last] = this.range;
    const rest = UNITS.indexOf(rests(scale, at));
    const unit = UNITS.find((one, i) => i >= rest && 2 * DAYS[one] <= last - first) ?? 'day'; // no step is longer than the range
    const moment = scale.moment(at);
    const [before, after] = [floor(moment, unit), ceil(moment, unit)];
    const nearest = at - scale.at(before) < scale.at(after) - at ? before : after;
    const now = this.range[end];
    const on = at > scale.at(now) ? ceil(Math.max(moment, now + 1), unit) : floor(Math.min(moment, now - 1), unit);
    const to = held ? nearest : on;
    this.show(end ? [first, Math.max(to, shift(floor(first, unit), unit, 1))] : [Math.min(to, floor(last - 1, unit)), last]);
  }
}

/** @param {Extent} extent */
export const middle = ([from, to]) => (from + to) / 2;

/** The finest unit whose beginnings are far enough apart there. @param {Scale} scale @param {number} at @returns {Unit} */
function rests({ pieces }, at) {
  const { from, to, x, end } = pieces.find((piece) => at <= piece.end) ?? pieces.at(-1);
  return UNITS.findLast((unit) => (DAYS[unit] / (to - from)) * (end - x) >= REST) ?? 'year';
}
