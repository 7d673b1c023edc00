/**
 * The beginning of a long list, and the button that shows more of it.
 *
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 */
import { html, nothing } from 'lit';

/**
 * @template Item
 * @param {Item[]} items
 * @param {number} most how many are shown at first; one more than that is shown with them
 * @param {string} part names the list: the value of its `data-list`
 * @param {string} what the things listed, in the plural
 * @param {ViewContext} context
 * @param {boolean} [asked] whether the address asks for one that is not shown at first
 * @returns {{shown: Item[], button: unknown}}
 */
export function few(items, most, part, what, context, asked = false) {
  if (items.length <= most + 1 || asked) return { shown: items, button: nothing };
  const open = context.isOpen(part);
  const button = html`<button type="button" class="quiet screen" aria-expanded=${open} @click=${() => context.toggle(part)}
    >${open ? `Show fewer ${what}` : `Show all ${items.length} ${what}`}</button>`;
  return { shown: open ? items : items.slice(0, most), button };
}

/** @param {number} shown @param {number} total @param {string} what the thing listed, in the singular: the value of the list's `data-list` @param {ViewContext} context */
export function more(shown, total, what, context) {
  return shown < total
    ? html`<p class="more-of"><button type="button" @click=${() => context.grow(what)}>Show more ${what}s</button> <span class="note">${shown} of ${total} shown</span></p>`
    : nothing;
}
