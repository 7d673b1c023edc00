/**
 * The warning beside a sentence that sources tell differently; how they differ has a message of the kind's own name.
 *
 * @typedef {import('../index.js').Difference} Difference
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 */
import { html, nothing } from 'lit';

/** Differences named beside a sentence, the gravest; the last of them leads on to the others. */
const MOST = 3;

/** @param {Difference[]} differences @param {ViewContext} context */
export function warning(differences, context) {
  if (!differences.length) return nothing;
  const shown = differences.slice(0, MOST);
  return html`<p class="warning" part="warning"><strong><span aria-hidden="true">≠ </span>${context.t('sourcesDiffer')}</strong>
    ${shown.map(({ id, type }) => html`<a href=${context.href({ view: 'brief', item: id })}>${context.t(type)}</a>`)}
    ${differences.length > MOST ? html`<a href=${context.href({ view: 'brief', item: differences[MOST].id })}>${context.t('more', { n: differences.length - MOST })}</a>` : nothing}
  </p>`;
}
