/**
 * The head: the title of the briefing, what it is made of, the search field, the views.
 *
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('./route.js').Route} Route
 */
import { html, nothing } from 'lit';
import { count, months } from './format.js';
import { VIEWS } from './views/index.js';

/** @param {Route} route @param {import('./search-field.js').SearchField} search @param {ViewContext} context */
export function head(route, search, { catalogue, all, href }) {
  const { info, entries, dates } = catalogue;
  return html`<header class="head shell" part="head">
    <div class="top">
      <div>
        <h1 part="title" dir="auto">${info.title}</h1>
        <p class="facts"><span>${count(entries.length, 'report')}</span>${entries.length > 1
          ? html` · <span>${count(info.origins, 'independent text')}</span>` : nothing}${dates
          ? html` · <span>${months(...dates)}</span>` : nothing}</p>
      </div>
      ${search.render(`Search ${all}`)}
    </div>
    <nav class="views" part="views" aria-label="Views"><ul>${Object.entries(VIEWS).map(([view, { tab }]) => tab
      ? html`<li><a href=${href(/** @type {Route} */ ({ view }))} aria-current=${route.view === view ? 'page' : nothing}>${tab}</a></li>`
      : nothing)}</ul></nav>
  </header>`;
}
