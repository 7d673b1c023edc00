/**
 * The years, months or days that are written along the axis: as fine as there is room for.
 *
 * @typedef {import('./scale.js').Piece} Piece
 * @typedef {import('./time.js').Unit} Unit
 * @typedef {{day: number, unit: Unit, whole: boolean}} Tick `unit`: what is written of it; `whole`: with the units above
 */
import { beginning, ceil, numberOf, shift } from './time.js';

/** From fine to coarse; a step of days begins anew with each month. @type {Array<[Unit, number]>} */
const STEPS = [['day', 1], ['day', 5], ['month', 1], ['month', 3], ['year', 1], ['year', 2], ['year', 5], ['year', 10], ['year', 20], ['year', 50], ['year', 100], ['year', 500]];

const DAYS = { day: 1, month: 30, year: 365 };

/** With steps of five days, the last but one of a month is the 26th. */
const LAST_DAY = 26;

/**
 * @param {Piece} piece of the axis
 * @param {number} room the least distance between two ticks
 * @returns {Tick[]} the first where the piece begins
 */
export function ticks({ from, to, x, end }, room) {
  const [unit, step] = STEPS.find(([unit, step]) => ((step * DAYS[unit]) / (to - from)) * (end - x) >= room) ?? STEPS.at(-1);
  const first = beginning(from);
  const all = [{ day: from, unit: first, whole: true }];
  for (let day = ceil(from + 1, unit); day < to; day = shift(day, unit, 1)) {
    const number = numberOf(day, unit);
    if ((unit === 'year' ? number : number - 1) % step || (step > 1 && unit === 'day' && number > LAST_DAY)) continue;
    const begins = beginning(day);
    all.push({ day, unit: begins, whole: begins === 'year' });
  }
  return all;
}
