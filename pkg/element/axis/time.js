/**
 * Dates of the cards as days of one count, so that they can be measured. A day is a whole number, 0 the first of
 * January 1970; a date that states a year or a month alone covers all of it.
 *
 * @typedef {'year' | 'month' | 'day'} Unit
 * @typedef {[number, number]} Extent first day, and the day after the last
 */

const MILLISECONDS = 86_400_000;

/** Lengths of ISO dates, by what they end with. */
const LENGTHS = { year: 4, month: 7, day: 10 };

/** @param {number} year @param {number} month from 0; any number, also beyond the year @param {number} day */
function dayOf(year, month, day) {
  const time = new Date(0);
  time.setUTCFullYear(year, month, day); // `Date.UTC` takes the years before 100 for others
  return time.getTime() / MILLISECONDS;
}

/** @param {number} day @returns {[number, number, number]} year, month from 0, day of the month */
function partsOf(day) {
  const time = new Date(day * MILLISECONDS);
  return [time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()];
}

/** @param {string} date `YYYY`, `YYYY-MM` or `YYYY-MM-DD` @returns {Extent | undefined} */
function covered(date) {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date);
  if (!found) return undefined;
  const [year, month, day] = found.slice(1).map((part) => part && Number(part));
  if (day) return [dayOf(year, month - 1, day), dayOf(year, month - 1, day + 1)];
  if (month) return [dayOf(year, month - 1, 1), dayOf(year, month, 1)];
  return [dayOf(year, 0, 1), dayOf(year + 1, 0, 1)];
}

/** @param {string} date a date, or two as `start/end` @returns {Extent | undefined} nothing where it is no date */
export function extentOf(date) {
  const [first, last] = date.split('/').map(covered);
  return first && [first[0], Math.max((last ?? first)[1], first[1])];
}

/** The beginning of the year, month or day that a moment falls in. @param {number} day @param {Unit} unit */
export function floor(day, unit) {
  const [year, month, date] = partsOf(day);
  return dayOf(year, unit === 'year' ? 0 : month, unit === 'day' ? date : 1);
}

/** A beginning of a year, month or day, some of them on or back. @param {number} day @param {Unit} unit @param {number} n */
export function shift(day, unit, n) {
  const [year, month, date] = partsOf(day);
  return dayOf(year + (unit === 'year' ? n : 0), month + (unit === 'month' ? n : 0), date + (unit === 'day' ? n : 0));
}

/** The first beginning of a year, month or day that is no earlier. @param {number} day @param {Unit} unit */
export function ceil(day, unit) {
  const begun = floor(day, unit);
  return begun === day ? day : shift(begun, unit, 1);
}

/** @param {number} day @param {Unit} unit @returns {number} its year, its month from 1, or its day of the month */
export function numberOf(day, unit) {
  const [year, month, date] = partsOf(day);
  return { year, month: month + 1, day: date }[unit];
}

/** The longest of the units that begins on a day. @param {number} day @returns {Unit} */
export function beginning(day) {
  return floor(day, 'year') === day ? 'year' : floor(day, 'month') === day ? 'month' : 'day';
}

/** @param {number} day @param {Unit} [unit] what it ends with @returns {string} an ISO date */
export function written(day, unit = 'day') {
  return new Date(day * MILLISECONDS).toISOString().replace(/^\+00/, '').slice(0, LENGTHS[unit]);
}

/** An extent in the longest units that fit it. @param {Extent} extent @returns {string} `2024-01/2024-07` */
export function writtenExtent([from, to]) {
  const units = [beginning(from), beginning(to)];
  const unit = units.includes('day') ? 'day' : units.includes('month') ? 'month' : 'year';
  return `${written(from, unit)}/${written(to - 1, unit)}`;
}
