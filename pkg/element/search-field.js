/**
 * The search field: where a query is typed, how one can be written, and what was asked before.
 *
 * Queries of before are kept in this object alone: neither the address nor any storage has them, and they are gone
 * with the page.
 */
import { html, nothing } from 'lit';
import { without } from './filters.js';
import { shortened } from './shortened.js';

/** Queries of before that are kept. */
const MOST_RECENT = 6;

/** The query language: what is written, and what it finds. @type {Array<[import('./locale.js').MessageKey, import('./locale.js').MessageKey]>} */
const LANGUAGE = [
  ['syntaxWords', 'syntaxWordsFinds'], ['syntaxExact', 'syntaxExactFinds'], ['syntaxWithout', 'syntaxWithoutFinds'],
  ['syntaxEither', 'syntaxEitherFinds'], ['syntaxSource', 'syntaxSourceFinds'], ['syntaxOn', 'syntaxOnFinds'],
];

/** The words of a query, its filters left out. @param {string} query */
const words = (query) => without(query, () => true);

export class SearchField {
  /** What is open beneath the field. @type {'help' | 'recent' | undefined} */
  #open;
  /** The latest first. @type {string[]} */
  #recent = [];

  /**
   * @param {import('lit').ReactiveControllerHost & HTMLElement & {noShortcut: boolean, locale: import('./locale.js').Locale}} host
   * @param {{focused: () => void, typed: () => void, submitted: (event: Event) => void, chosen: (query: string) => void, say: (words: string) => void}} on
   */
  constructor(host, on) {
    this.host = host;
    this.on = on;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('keydown', this.#shortcut);
  }

  hostDisconnected() {
    document.removeEventListener('keydown', this.#shortcut);
  }

  /** @returns {HTMLInputElement | null} */
  get input() {
    return this.host.shadowRoot?.querySelector('#q') ?? null;
  }

  /** @param {string} query */
  fill(query) {
    if (this.input) this.input.value = query;
  }

  /** Keeps a query that found something; one that only goes on, or narrows the last, takes its place. @param {string} query */
  remember(query) {
    const [last = query, ...before] = this.#recent;
    const goesOn = words(query).startsWith(words(last)) && words(last);
    const others = goesOn ? before : this.#recent;
    this.#recent = [query, ...others.filter((other) => other !== query)].slice(0, MOST_RECENT);
  }

  /** Closes what is open. @returns {boolean} whether anything was */
  close() {
    const was = this.#open;
    if (was) this.host.shadowRoot.querySelector(was === 'help' ? '.hint' : '#q')?.focus();
    this.#show(undefined); // behind the focus, which offers what was asked before
    return Boolean(was);
  }

  /** What is offered, for a screen reader. */
  get offer() {
    return this.#open === 'recent' ? this.host.locale.t('recentBelow', { n: this.#recent.length }) : '';
  }

  /** The arrow keys go from the field down through what is offered or found, one at a time, and up again. @param {KeyboardEvent} event */
  walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const root = this.host.shadowRoot;
    const stops = [this.input, ...root.querySelectorAll(this.#open === 'recent' ? '#recent li button' : '.hits h3 a')];
    const at = stops.indexOf(root.activeElement);
    const next = at < 0 ? undefined : stops[at + step];
    if (!(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus();
  }

  #show(what) {
    if (what === this.#open) return;
    this.#open = what;
    this.host.requestUpdate();
  }

  #offer = () => {
    this.on.focused();
    this.#show(this.#recent.length && !this.input.value.trim() ? 'recent' : undefined);
    this.on.say(this.offer);
  };

  #typed = () => {
    this.#offer();
    this.on.typed();
  };

  #helped = ({ currentTarget }) => {
    this.#show(this.#open === 'help' ? undefined : 'help');
    currentTarget.focus(); // Safari leaves it elsewhere, and the focus that goes closes what is open
  };

  #chosen(query) {
    this.#show(undefined);
    this.on.chosen(query);
  }

  #cleared = () => {
    this.#recent = [];
    this.#show(undefined);
    this.input.focus();
  };

  #left = ({ currentTarget, relatedTarget }) => {
    if (!currentTarget.contains(relatedTarget)) this.#show(undefined);
  };

  /** `/` and Ctrl or ⌘ K go to the field, unless the page takes the keys or, for the first, something is being typed. */
  #shortcut = (event) => {
    const chord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.defaultPrevented || !(chord || slash)) return;
    const field = this.input;
    if (this.host.noShortcut || !field) return;
    const path = event.composedPath();
    const [target] = path;
    if (slash && target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))) return;
    if (path.some((node) => node instanceof this.host.constructor && node !== this.host)) return; // the reader is in another one
    field.focus();
    if (this.host.shadowRoot.activeElement !== field) return; // hidden, or behind a dialog
    event.preventDefault();
    field.select();
  };

  /** @param {string} label @param {import('./locale.js').Locale['t']} t */
  render(label, t) {
    const help = this.#open === 'help';
    return html`<form class="search" role="search" part="search" @submit=${this.on.submitted} @focusout=${this.#left}>
      <label class="sr" for="q">${label}</label>
      <input id="q" type="search" dir="auto" placeholder=${label} autocomplete="off" autocapitalize="off" spellcheck="false"
        enterkeyhint="search" @input=${this.#typed} @focus=${this.#offer}>
      ${this.#open === 'recent' ? html`<div class="panel" id="recent" role="group" aria-label=${t('recentSearches')}>
        <p class="note">${t('recentKept')}</p>
        <ul>${this.#recent.map((query) => html`<li><button type="button" class="quiet" @click=${() => this.#chosen(query)}><bdi>${shortened(query)}</bdi></button></li>`)}</ul>
        <button type="button" class="quiet note" @click=${this.#cleared}>${t('recentClear')}</button>
      </div>` : nothing}
      <button type="button" class="hint" aria-label=${t('howToSearch')} aria-expanded=${help} aria-controls="help" @click=${this.#helped}>?</button>
      ${help ? html`<div class="panel" id="help"><dl>${LANGUAGE.map(([written, found]) => html`<dt><code>${t(written)}</code></dt><dd>${t(found)}</dd>`)}</dl></div>` : nothing}
      <button>${t('search')}</button>
    </form>`;
  }
}
