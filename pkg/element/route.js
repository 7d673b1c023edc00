/**
 * Places inside a briefing, and how an address names them.
 *
 *     #briefing/brief                       the key points, the differences, the quotes, the glossary
 *     #briefing/brief/ITEM                  the same at one of its sections, or at a difference
 *     #briefing/timeline, …/timeline/EVENT  what happened when
 *     #briefing/people, …/people/ENTITY     who and what is named
 *     #briefing/sources                     every report
 *     #briefing/search/QUERY                what a search found, the best answer first
 *     #briefing/search/QUERY/newest         the same by date; or `oldest`
 *     #briefing/read/DOCUMENT               a report from its beginning
 *     #briefing/read/DOCUMENT/START-END     a report at the words cited, UTF-16 code units of its source text
 *     #briefing/compare/DOCUMENT            a near-copy beside its original
 *
 * The first part is the element's `id`, `briefing` where it has none, so that the page's own anchors, or a
 * second briefing on the page, are left alone.
 *
 * @typedef {'newest' | 'oldest'} DateOrder
 * @typedef {'brief' | 'timeline' | 'people' | 'sources'} Tab
 * @typedef {{view: Tab, item?: string} | {view: 'search', query: string, order?: DateOrder}
 *   | {view: 'read', document: string, start?: number, end?: number} | {view: 'compare', document: string}} Route
 */

/** The views that stand in the navigation, in this order. @type {Tab[]} */
export const TABS = ['brief', 'timeline', 'people', 'sources'];

/** @param {string | undefined} view @returns {Tab | undefined} */
export const tabOf = (view) => TABS.find((tab) => tab === view);

/**
 * @param {string} hash the address's fragment, `#` included
 * @param {string} name first part of every address of this briefing
 * @returns {Route | undefined} nothing where the fragment is not this briefing's
 */
export function parseRoute(hash, name) {
  const [first, view, ...rest] = hash.replace(/^#/, '').split('/');
  if (first !== encodeURIComponent(name)) return undefined;
  let parts;
  try {
    parts = rest.map(decodeURIComponent);
  } catch {
    return undefined; // a stray % is no address of ours
  }
  const [what, range] = parts;
  const tab = tabOf(view);
  if (tab) return what ? { view: tab, item: what } : { view: tab };
  if (view === 'search') {
    const query = (what ?? '').trim();
    if (!query) return { view: 'brief' };
    return range === 'newest' || range === 'oldest' ? { view, query, order: range } : { view, query };
  }
  if (view === 'read' && what) {
    const found = /^(\d{1,9})-(\d{1,9})$/.exec(range ?? '');
    return found && +found[1] < +found[2] ? { view, document: what, start: +found[1], end: +found[2] } : { view, document: what };
  }
  if (view === 'compare' && what) return { view, document: what };
  return undefined;
}

/**
 * @param {Route} route
 * @param {string} name first part of every address of this briefing
 * @returns {string} the fragment, `#` included
 */
export function formatRoute(route, name) {
  const parts = [name, route.view];
  if (route.item) parts.push(route.item);
  if (route.view === 'search') {
    parts.push(route.query);
    if (route.order) parts.push(route.order);
  }
  if (route.view === 'read' || route.view === 'compare') parts.push(route.document);
  if (route.view === 'read' && route.end !== undefined) parts.push(`${route.start}-${route.end}`);
  return `#${parts.map(encodeURIComponent).join('/')}`;
}
