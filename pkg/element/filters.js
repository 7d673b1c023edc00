/**
 * Filters in a query: which of the facets' values it asks for, and the query with one more or one less.
 *
 * A query is parted as the engine parts it (see src/search/query.rs): at spaces that are not in quotes. A filter goes
 * to the front, so that the last word stays the last, which may be unfinished, and so that a quote not closed yet
 * cannot swallow it.
 *
 * @typedef {'source' | 'on' | 'tag' | 'name' | 'person'} Field
 * @typedef {{part: string, field: Field, value: string}} Filter `part` as it stands in the query, `value` without quotes
 */

/** A query of more words is a text to the engine, and all of it is words. */
const MOST_WORDS = 32;

const WORD = /[^ \t\n\f\r]+/g;
const QUOTES = /["“”]/g;
/** Up to a space outside of quotes; where a quote is not closed, up to any. */
const PART = /(?:["“”][^"“”]*["“”]|[^ \t\n\f\r"“”])+(?![^ \t\n\f\r])|[^ \t\n\f\r]+/g;
const FILTER = /^(source|on|tag|name|person):(.+)$/s;
/** What the engine takes for a value; of anything else it says that it took it as words. */
const VALUE = { source: /[\p{L}\p{N}]/u, tag: /[\p{L}\p{N}]/u, name: /[\p{L}\p{N}]/u, person: /[\p{L}\p{N}]/u, on: /^\d{4}(-\d\d){0,2}$/ };

/** A report has one outlet and one year, but may have several tags and names. @param {Field} field */
export const single = (field) => field === 'source' || field === 'on';

/** @param {string} query @returns {string[]} */
const parts = (query) => query.match(PART) ?? [];

/** A value as a query can ask for it. @param {string} text */
const plain = (text) => text.replace(QUOTES, ' ').trim();

/** @param {string} one @param {string} other */
export const same = (one, other) => plain(one).toLowerCase() === plain(other).toLowerCase();

/** Whether a query can ask for a value. @param {Field} field @param {string} value */
export const canAsk = (field, value) => VALUE[field].test(plain(value));

/** Whether the engine takes all of the query as words. @param {string} query */
export const isText = (query) => (query.match(WORD)?.length ?? 0) > MOST_WORDS;

/** @param {string} query @returns {Filter[]} */
export function filters(query) {
  if (isText(query)) return [];
  return parts(query).flatMap((part) => {
    const [, field, text] = FILTER.exec(part) ?? [];
    const value = text && plain(text);
    const quotes = text?.match(QUOTES)?.length ?? 0;
    const read = quotes % 2 === 0 && !(quotes && field === 'on'); // a quote not closed is words to the engine, and so is a day in quotes
    return value && read && canAsk(field, value) ? { part, field: /** @type {Field} */ (field), value } : [];
  });
}

/** The query without some of its filters. @param {string} query @param {(filter: Filter) => boolean} unwanted */
export function without(query, unwanted) {
  const gone = filters(query).filter(unwanted).map(({ part }) => part);
  return gone.length ? parts(query).filter((part) => !gone.includes(part)).join(' ') : query;
}

/**
 * The query that asks for a value of a facet. Where a report has but one, another takes the place of the one asked for;
 * others add up.
 * @param {string} query @param {Field} field @param {string} value
 */
export function withFilter(query, field, value) {
  const rest = single(field) ? without(query, (filter) => filter.field === field) : query;
  return `${field}:${field === 'on' ? value : `"${plain(value)}"`} ${rest}`.trimEnd();
}
