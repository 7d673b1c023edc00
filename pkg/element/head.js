/**
 * The head: the title of the briefing, what it is made of, the search field, the views.
 *
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('./route.js').Route} Route
 */
import { html, nothing } from 'lit';
import { TABS } from './route.js';

/** @param {Route} route @param {import('./search-field.js').SearchField} search @param {ViewContext} context */
export function head(route, search, { catalogue, locale, t, href }) {
  const { info, entries, dates } = catalogue;
  return html`<header class="head shell" part="head">
    <div class="top">
      <div>
        <h1 part="title" dir="auto">${info.title}</h1>
        <p class="facts"><span>${t('reports', { n: entries.length })}</span>${entries.length > 1
          ? html` · <span>${t('independentTexts', { n: info.origins })}</span>` : nothing}${dates
          ? html` · <span>${locale.months(...dates)}</span>` : nothing}</p>
      </div>
      ${search.render(t('searchLabel', { n: entries.length }), t)}
    </div>
    <nav class="views" part="views" aria-label=${t('views')}><ul>${TABS.map((view) => html`<li><a href=${href({ view })}
      aria-current=${route.view === view ? 'page' : nothing}>${t(view, { more: html`<span class="wide">${t('peopleMore')}</span>` })}</a></li>`)}</ul></nav>
  </header>`;
}
