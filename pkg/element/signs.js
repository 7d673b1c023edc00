/**
 * What is marked in the text of a report: the sentences that sum it up, and the names and dates that lead to their cards.
 *
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../index.js').Article} Article
 * @typedef {import('../index.js').Entity} Entity
 * @typedef {import('../index.js').Event} Event
 * @typedef {import('./route.js').Route} Route
 * @typedef {[start: number, end: number, kind?: 'name' | 'date', route?: Route]} Sign
 * @typedef {'summary' | 'names' | 'dates'} Kind
 */
import { html, nothing } from 'lit';
import { apart } from './marked.js';

/** Every kind, in the order of the legend. @type {Array<[Kind, import('./locale.js').MessageKey]>} */
const KINDS = [['summary', 'markSummary'], ['names', 'markNames'], ['dates', 'markDates']];

/** @param {Article} article @param {Entity[]} entities @param {Event[]} events @returns {Record<Kind, Sign[]>} */
export function signs({ document, summary }, entities, events) {
  return {
    summary: apart(summary.map(({ start, end }) => [start, end])),
    names: entities.flatMap(({ id, mentions }) => mentions.filter((mention) => mention.document === document)
      .map(({ start, end }) => [start, end, 'name', { view: 'people', item: id }])),
    dates: events.flatMap((event) => dated(event, document).map(([start, end]) => [start, end, 'date', { view: 'timeline', item: event.id }])),
  };
}

/**
 * Where a report dates an event: of the sentence that tells it best the words are known; in the others they are where
 * they stand again.
 * @param {Event} event @param {string} document
 */
function dated({ span, mark: [start, end], support }, document) {
  const words = span.text.slice(start - span.start, end - span.start);
  const again = support.filter((said) => said.document === document && said.text.includes(words))
    .map((said) => said.start + said.text.indexOf(words)).map((from) => [from, from + words.length]);
  return span.document === document ? [[start, end], ...again] : again;
}

/** Whether the reader wants to see a kind. @param {Kind} kind @param {ViewContext} context */
const wanted = (kind, { isOpen }) => !isOpen(`without ${kind}`);

/** The layers of marks, the outermost first. @param {Record<Kind, Sign[]>} all @param {ViewContext} context @returns {import('./marked.js').Layer<any>[]} */
export function layers(all, context) {
  const shown = (kind) => (wanted(kind, context) ? all[kind] : []);
  return [
    { ranges: shown('summary'), mark: (words) => html`<span class="gist">${words}</span>` },
    {
      ranges: apart([...shown('names'), ...shown('dates')]),
      mark: (words, [, , kind, route]) => html`<a class=${kind} href=${context.href(route)}>${words}</a>`,
    },
  ];
}

/** What the marks mean, each to be taken off and put on again. @param {Record<Kind, Sign[]>} all @param {ViewContext} context */
export function legend(all, context) {
  const kinds = KINDS.filter(([kind]) => all[kind].length);
  if (!kinds.length) return nothing;
  return html`<fieldset class="signs note screen">
    <legend>${context.t('marksInText')}</legend>
    ${kinds.map(([kind, label]) => html`<label><input type="checkbox" .checked=${wanted(kind, context)}
      @change=${() => context.toggle(`without ${kind}`)}><span class="sign ${kind}">${context.t(label)}</span></label>`)}
  </fieldset>`;
}
