/**
 * Names that lead to their cards.
 *
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../index.js').Entity} Entity
 */
import { html, nothing } from 'lit';

/** @param {string[]} ids @param {Entity[]} entries @param {ViewContext} context */
export function names(ids, entries, context) {
  const found = ids.flatMap((id) => entries.find((entity) => entity.id === id) ?? []);
  return found.map(({ id, name }, i) => html`${i ? ', ' : nothing}<a href=${context.href({ view: 'people', item: id })}><bdi>${name}</bdi></a>`);
}
