/**
 * The views of a briefing. The brief is here from the start; the others, with their styles, are loaded when a place
 * first needs them, and that of a search when the reader goes to the field.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {object} View
 * @property {(context: ViewContext, route: any) => Promise<any>} load fetches what a place shows
 * @property {(data: any, context: ViewContext, route: any) => unknown} render makes a Lit template of it
 * @property {(data: any, locale: import('../locale.js').Locale) => string} [announce] what a screen reader is told of it
 * @property {(data: any) => unknown} [cards] what of it is copied as data; all, unless told
 * @property {import('lit').CSSResultOrNative[]} [styles] what only this view needs
 */
import { BriefingError } from '../../index.js';
import * as brief from './brief.js';

/** @type {Record<import('../route.js').Route['view'], () => View | Promise<View>>} */
const VIEWS = {
  brief: () => brief,
  search: () => import('./results.js'),
  timeline: () => import('./timeline.js'),
  people: () => import('./people.js'),
  sources: () => import('./sources.js'),
  read: () => import('./reader.js'),
  compare: () => import('./compare.js'),
};

/** @param {import('../route.js').Route['view']} name @returns {Promise<View>} */
export async function viewOf(name) {
  try {
    return await VIEWS[name]();
  } catch (error) {
    throw new BriefingError('fetch', `the view could not be loaded: ${error?.message ?? error}`, { cause: error });
  }
}
