/**
 * The beginning of a long list, how much of a card it is, and the button that shows more of it.
 *
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 * @typedef {Extract<import('./locale.js').MessageKey, `plural${string}`>} Plural
 */
import { html, nothing } from 'lit';

/**
 * @template Item
 * @param {Item[]} items
 * @param {number} most how many are shown at first; one more than that is shown with them
 * @param {string} part names the list: the value of its `data-list`
 * @param {Plural} what the things listed
 * @param {ViewContext} context
 * @param {boolean} [asked] whether the address asks for one that is not shown at first
 * @returns {{shown: Item[], button: unknown}}
 */
export function few(items, most, part, what, context, asked = false) {
  if (items.length <= most + 1 || asked || context.paper) return { shown: items, button: nothing };
  const open = context.isOpen(part);
  const button = html`<button type="button" class="quiet screen" aria-expanded=${open} @click=${() => context.toggle(part)}
    >${open ? context.t('showFewer', { what: context.t(what) }) : context.t('showAll', { n: items.length, what: context.t(what) })}</button>`;
  return { shown: open ? items : items.slice(0, most), button };
}

/** @param {number} shown @param {number} total @param {string} part names the list @param {Plural} what the things listed @param {ViewContext} context */
export function more(shown, total, part, what, context) {
  return shown < total
    ? html`<p class="more-of"><button type="button" @click=${() => context.grow(part)}>${context.t('showMore', { what: context.t(what) })}</button> <span class="note">${context.t('shownOf', { shown, n: total })}</span></p>`
    : nothing;
}

/**
 * How much of what there is a card has, the 500 weightiest at most; or how much of it goes on paper.
 * @param {{total: number}} card @param {unknown[]} listed its items @param {Plural} what they are @param {ViewContext} context
 */
export function ofAll({ total }, listed, what, { paper, t }) {
  if (total <= listed.length) return '';
  return t(paper ? 'shownOf' : 'weightiest', { shown: listed.length, n: total, what: t(what) });
}
