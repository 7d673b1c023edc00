/**
 * What a citation of a report is made of. What the report does not state is left out, never made up.
 *
 * @typedef {object} Reference
 * @property {string} key names the report in a list of references: letters, digits and hyphens of ASCII
 * @property {string} title
 * @property {string} [outlet]
 * @property {string} [date] `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 * @property {string} [day] the same in words
 * @property {string} [url] on the web; with nothing in it that ends an address in a text
 * @property {string} [lang]
 * @property {string} [quote] words of the report
 */

const WEB = /^https?:\/\//i;

/**
 * @param {import('../catalogue.js').Entry} entry
 * @param {(date: string) => string} day how a date is written
 * @param {string} [quote]
 * @returns {Reference}
 */
export function reference({ number, source: { title, source: outlet, date, url }, lang }, day, quote) {
  return { key: keyOf(outlet, date, number), title: line(title), outlet: outlet && line(outlet), date, day: date && day(date), url: address(url), lang: lang || undefined, quote };
}

/** Outlet, year and number, of which the number makes it one of its kind. */
function keyOf(outlet = '', date = '', number) {
  const name = outlet.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return [name || 'report', date.slice(0, 4), number].filter(Boolean).join('-');
}

/** @param {string} text */
const line = (text) => text.replace(/\s+/g, ' ').trim();

/** @param {string | undefined} url */
const address = (url) => (url && WEB.test(url) ? url.replace(/[\s"<>\\^`{|}\p{Cc}]/gu, encodeURIComponent) : undefined);
