/** The way back to the place left for this one. */
import { html } from 'lit';

/** @type {Record<import('./route.js').Route['view'], import('./locale.js').MessageKey>} */
const BACK = {
  brief: 'backToBrief', timeline: 'backToTimeline', people: 'backToPeople', sources: 'backToSources', search: 'backToResults', read: 'backToReport', compare: 'backToComparison',
};

/** @param {import('./briefing-widget.js').ViewContext} context */
export function back({ from = { view: 'brief' }, href, t }) {
  return html`<p><a class="back" data-back href=${href(from)}>${t(BACK[from.view])}</a></p>`;
}
