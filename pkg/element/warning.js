/**
 * The warning beside a sentence that sources tell differently, and the plain words for how they differ.
 *
 * @typedef {import('../index.js').Difference} Difference
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 */
import { html, nothing } from 'lit';

/** @type {Record<Difference['type'], string>} */
export const KIND = {
  polarity: 'One says the opposite',
  attribution: 'Another voice, or none',
  role: 'Another office',
  actor: 'Done by somebody else',
  object: 'Done to something else',
  number: 'Another number',
  list: 'Another list',
  commitment: 'More or less firmly',
  scope: '“Only” of something else',
  omission: 'Left out by a copy',
  events: 'One name, two times',
};

/** Differences named beside a sentence, the gravest; the last of them leads on to the others. */
const MOST = 3;

/** @param {Difference[]} differences @param {ViewContext} context */
export function warning(differences, context) {
  if (!differences.length) return nothing;
  const shown = differences.slice(0, MOST);
  return html`<p class="warning" part="warning"><strong><span aria-hidden="true">≠ </span>Sources differ:</strong>
    ${shown.map(({ id, type }) => html`<a href=${context.href({ view: 'brief', item: id })}>${KIND[type]}</a>`)}
    ${differences.length > MOST ? html`<a href=${context.href({ view: 'brief', item: differences[MOST].id })}>${differences.length - MOST} more</a>` : nothing}
  </p>`;
}
