/**
 * How moments and ranges of the axis are written.
 *
 * @typedef {import('../locale.js').Locale} Locale
 * @typedef {import('./time.js').Extent} Extent
 */
import { beginning, written, writtenExtent } from './time.js';

/** @param {Locale} locale */
export function writing(locale) {
  const [month, day] = [locale.dates({ month: 'short' }), locale.dates({ month: 'short', day: 'numeric' })];
  return {
    /** @param {Extent} extent */
    period: (extent) => locale.period(writtenExtent(extent)),
    /** The first day of a range, or the last. @param {Extent} extent @param {0 | 1} end */
    end: (extent, end) => (end ? locale.day(written(extent[1] - 1, beginning(extent[1]))) : locale.day(written(extent[0], beginning(extent[0])))),
    /** @param {import('./ticks.js').Tick} tick */
    tick: ({ day: at, unit, whole }) => (whole ? locale.day(written(at, unit)) : (unit === 'day' ? day : month).format(new Date(written(at)))),
  };
}
