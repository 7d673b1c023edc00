/**
 * What a search can be narrowed to: outlets, years, names and tags of what it found, as buttons that put a filter into the
 * query and take it out again.
 *
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('./filters.js').Field} Field
 * @typedef {import('./route.js').Route & {view: 'search'}} Search
 * @typedef {import('../index.js').FacetCount} FacetCount
 * @typedef {import('../index.js').Facets} Facets
 * @typedef {import('../index.js').SearchResponse} SearchResponse
 */
import { html, nothing } from 'lit';
import { canAsk, filters, isText, same, single, withFilter, without } from './filters.js';

/** Chips of a kind that are shown at first; those that are pressed always are. */
const FEW = 5;

/** @type {Array<[keyof Facets, Field, 'year' | 'outlet' | 'name' | 'tag']>} */
const KINDS = [['years', 'on', 'year'], ['sources', 'source', 'outlet'], ['entities', 'name', 'name'], ['tags', 'tag', 'tag']];

/**
 * What can be asked for. A report has one outlet and one year, so these are counted without the one that is asked for
 * already: another can be taken instead.
 * @param {ViewContext} context @param {SearchResponse} response
 * @returns {Promise<Facets>}
 */
export async function choices({ briefing }, { query, facets }) {
  const asked = filters(query);
  const others = async (field) => (asked.some((filter) => filter.field === field)
    ? (await briefing.search(without(query, (filter) => filter.field === field), { limit: 0 })).facets : facets);
  const [{ sources }, { years }] = await Promise.all([others('source'), others('on')]);
  return { sources, years: [...years].sort((a, b) => Number(a.value) - Number(b.value)), tags: facets.tags, entities: facets.entities };
}

/**
 * @param {Search} route @param {Facets} facets what can be asked for @param {number} total reports found
 * @param {ViewContext} context
 */
export function chips(route, facets, total, context) {
  const asked = filters(route.query);
  const groups = KINDS.map(([kind, field, name]) => group(context.t(name), field, facets[kind], asked, route, total, context)).filter((one) => one !== nothing);
  return groups.length ? html`<div class="filters" part="filters" role="group" aria-label=${context.t('narrow')}>${groups}</div>` : nothing;
}

function group(name, field, counted, asked, route, total, context) {
  const here = asked.filter((filter) => filter.field === field);
  const pressed = (value) => here.some((filter) => same(filter.value, value));
  // What is asked for in words of the reader's own, such as one of an outlet's name, can be taken out here too.
  const own = here.filter((filter) => !counted.some(({ value }) => same(filter.value, value)));
  const instead = here.length && single(field);
  const narrows = ({ value, documents }) => (instead || documents !== total) // what all reports found have narrows nothing
    && canAsk(field, value) && !isText(withFilter(route.query, field, value));
  const values = [...own.map(({ value }) => ({ value, documents: undefined })), ...counted].filter((one) => pressed(one.value) || narrows(one));
  if (values.length < 2 && !here.length) return nothing;
  const open = context.isOpen(field);
  const shown = open ? values : values.filter(({ value }, i) => i < FEW || pressed(value));
  const id = `by-${field}`;
  return html`<div class="kind" role="group" aria-labelledby=${id}>
    <span class="note" id=${id}>${name}</span>
    ${shown.map(({ value, documents }) => {
      const on = pressed(value);
      const key = `${field}:${value}`;
      const query = on ? without(route.query, (filter) => filter.field === field && same(filter.value, value)) : withFilter(route.query, field, value);
      return html`<button type="button" class="chip" aria-pressed=${on} data-key=${key}
        @click=${() => context.refine({ ...route, query }, key)}><bdi title=${value}>${value}</bdi>${documents === undefined ? nothing : html` <span>${context.locale.number(documents)}<span class="sr"> ${context.t('reportsCounted', { n: documents })}</span></span>`}</button>`;
    })}
    ${values.length > FEW && (open || shown.length < values.length) ? html`<button type="button" class="quiet" aria-expanded=${open}
      @click=${() => context.toggle(field)}>${open ? context.t('fewer') : context.t('more', { n: values.length - shown.length })}</button>` : nothing}
  </div>`;
}
