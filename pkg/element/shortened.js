/** How the widget shortens what readers typed. */

/** More of a query than this says nothing to a reader, and fills a small screen. */
const QUERY_LENGTH = 80;

/**
 * @param {string} query
 * @returns {string} its beginning
 */
export function shortened(query) {
  return query.length > QUERY_LENGTH ? `${query.slice(0, QUERY_LENGTH).trimEnd()}…` : query;
}
