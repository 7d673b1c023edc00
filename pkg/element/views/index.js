/**
 * The views of a briefing.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {object} View
 * @property {unknown} [tab] its name in the navigation, where it stands there
 * @property {(context: ViewContext, route: any) => Promise<any>} load fetches what a place shows
 * @property {(data: any, context: ViewContext, route: any) => unknown} render makes a Lit template of it
 * @property {(data: any) => unknown} [cards] what of it is copied as data; all, unless told
 */
import * as brief from './brief.js';
import * as people from './people.js';
import * as reader from './reader.js';
import * as results from './results.js';
import * as sources from './sources.js';
import * as timeline from './timeline.js';

/**
 * Every view by its name in a route; those with a `tab` stand in the navigation, in this order.
 * @type {Record<import('../route.js').Route['view'], View>}
 */
export const VIEWS = { brief, timeline, people, sources, search: results, read: reader };
