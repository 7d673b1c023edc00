/** How the widget writes counts, dates and sizes. Its own words are English; the sources' words are never touched. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const COUNT = new Intl.NumberFormat('en');

/**
 * @param {number} n
 * @param {string} one the thing counted, in the singular
 * @param {string} [many] its plural
 * @returns {string} `1 report`, `1,200 reports`
 */
export function count(n, one, many = `${one}s`) {
  return `${COUNT.format(n)} ${n === 1 ? one : many}`;
}

/**
 * @param {string} date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 * @returns {string} `2024`, `Jan 2024` or `25 Jan 2024`
 */
export function day(date) {
  const [year, month, dayOfMonth] = date.split('-');
  return [dayOfMonth && Number(dayOfMonth), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}

/**
 * @param {{total: number}} card
 * @param {unknown[]} listed its items: at most 500
 * @param {string} what what they are, in the plural
 * @returns {string} nothing, where the card has all of them
 */
export function ofAll({ total }, listed, what) {
  return total > listed.length ? `The ${COUNT.format(listed.length)} weightiest ${what} of ${COUNT.format(total)}.` : '';
}

/**
 * From the month of one date to the month of another.
 * @param {string} first
 * @param {string} last
 * @returns {string} `Aug 2023 – Jul 2024`, `Aug – Nov 2023` or `Aug 2023`; `2023` where a month in it is not known
 */
export function months(first, last) {
  const [from, to] = [first, last].map((date) => day(date.slice(0, 7)));
  const year = first.slice(0, 4);
  if (from === to) return from;
  if (!last.startsWith(year)) return `${from} – ${to}`;
  return first.length > 4 && last.length > 4 ? `${from.slice(0, -5)} – ${to}` : year;
}

/**
 * @param {string} date a date, or two as `start/end`
 * @returns {string} `25 Jan 2024`, `22 – 23 Jul 2024`, `Dec 2023 – Jan 2024`
 */
export function period(date) {
  const [first, last = first] = date.split('/').map(day);
  if (first === last) return first;
  const [from, to] = [first, last].map((words) => words.split(' '));
  while (from.length > 1 && from.at(-1) === to.at(-1)) {
    from.pop();
    to.pop();
  }
  return `${from.join(' ')} – ${last}`;
}

/** More of a query than this says nothing to a reader, and fills a small screen. */
const QUERY_LENGTH = 80;

/**
 * @param {string} query
 * @returns {string} its beginning
 */
export function shortened(query) {
  return query.length > QUERY_LENGTH ? `${query.slice(0, QUERY_LENGTH).trimEnd()}…` : query;
}

/**
 * @param {number} bytes
 * @returns {string} in kilobytes of 1,000 bytes
 */
export function kilobytes(bytes) {
  return `${COUNT.format(Math.ceil(bytes / 1000))} kB`;
}
