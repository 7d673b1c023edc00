/**
 * Names that lead to their cards.
 *
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../index.js').Entity} Entity
 */
import { html, nothing } from 'lit';
import { few } from './few.js';

/** Names shown at first. */
const FEW = 12;

/** @param {string[]} ids @param {string} part names the list @param {Entity[]} entries @param {ViewContext} context */
export function names(ids, part, entries, context) {
  const found = ids.flatMap((id) => entries.find((entity) => entity.id === id) ?? []);
  const { shown, button } = few(found, FEW, part, 'pluralNames', context);
  return html`<span data-list=${part}>${shown.map(({ id, name }, i) => html`${i ? context.t('comma') : nothing}<a href=${context.href({ view: 'people', item: id })}><bdi>${name}</bdi></a>`)}</span>${button}`;
}
