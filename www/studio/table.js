/**
 * The table of what was read: which rows are shown, a page of them at a time, and what is done to them.
 *
 * @typedef {import('./rows.js').Row} Row
 * @typedef {import('./studio.js').Studio} Studio
 */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { FIELDS, flaw } from './edits.js';
import { row } from './row.js';
import { laidOver, matches, moved } from './rows.js';

/** Rows on a page: as many as a browser lays out at once without a pause. */
const PAGE = 50;

export class Table {
  /** @type {Row[]} */
  rows = [];
  /** Values that cannot be kept, by field and place: `{value, flaw}`. @type {Map<string, {value: string, flaw: string}>} */
  #drafts = new Map();
  /** Rows whose dropped lines are shown. */
  #open = new Set();
  #page = 0;
  #filter = '';

  /** @param {Studio} host */
  constructor(host) {
    this.host = host;
  }

  /** @param {Row[]} documents as they were read */
  take(documents) {
    this.rows = laidOver(documents, this.host.edits);
    const known = new Set(this.rows.map(({ place }) => place));
    for (const key of this.#drafts.keys()) if (!known.has(key.slice(key.indexOf(' ') + 1))) this.#drafts.delete(key);
  }

  get flawed() {
    return this.#drafts.size;
  }

  /** Takes the focus to the first field that is not as it should be. */
  async toFlaw() {
    const [key] = this.#drafts.keys();
    const place = key.slice(key.indexOf(' ') + 1);
    this.#filter = '';
    this.#page = Math.floor(this.rows.findIndex((one) => one.place === place) / PAGE);
    await this.#update();
    this.#shown(place).querySelector('[aria-invalid]').focus();
  }

  // ---------------------------------------------------------------- changes

  #set(place, name, value) {
    const key = `${name} ${place}`;
    const wrong = flaw(name, value);
    this.#drafts.delete(key);
    if (wrong) {
      this.#drafts.set(key, { value, flaw: wrong });
      this.host.requestUpdate();
      return;
    }
    const { [name]: before = '' } = this.rows.find((one) => one.place === place);
    if (value === before) this.host.requestUpdate();
    else this.host.edit((edits) => edits.set(place, name, value));
  }

  /** @param {number} from @param {number} to @param {string} control which had the focus */
  async #move(from, to, control) {
    if (to < 0 || to >= this.rows.length || to === from) return;
    const { place, title } = this.rows[from];
    this.host.edit((edits) => edits.order(moved(this.rows, from, to)));
    if (!this.#filter) this.#page = Math.floor(to / PAGE);
    this.host.say(this.host.locale.t('moved', { title, n: to + 1, of: this.rows.length }));
    await this.#update();
    this.#shown(place).querySelector(`[data-do=${control}]`).focus();
  }

  #numbered(from, input, control) {
    const n = Number(input.value);
    const fits = Number.isInteger(n) && n >= 1 && n <= this.rows.length;
    if (fits) this.#move(from, n - 1, control);
    else this.host.say(this.host.locale.t('badNumber', { n: this.rows.length }));
    input.value = String(fits ? n : from + 1);
  }

  #toggle(place) {
    if (!this.#open.delete(place)) this.#open.add(place);
    this.host.requestUpdate();
  }

  async #turn(to) {
    this.#page = to;
    await this.#update();
    this.host.renderRoot.querySelector('.articles').scrollIntoView();
  }

  #update() {
    this.host.requestUpdate();
    return this.host.updateComplete;
  }

  #shown(place) {
    return this.host.renderRoot.querySelector(`tr[data-place="${CSS.escape(place)}"]`);
  }

  // ---------------------------------------------------------------- showing

  render() {
    const { locale: { t } } = this.host;
    const found = this.rows.map((one, i) => [one, i]).filter(([one]) => !this.#filter || matches(one, this.#filter));
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    this.#page = Math.min(this.#page, pages - 1);
    const shown = found.slice(this.#page * PAGE, (this.#page + 1) * PAGE);
    const columns = ['number', ...FIELDS, 'words', 'dropped', 'actions'];
    return html`
      ${this.rows.length > PAGE ? this.#narrow(found.length) : nothing}
      ${shown.length ? html`<table class="articles" role="table">
        <thead role="rowgroup"><tr role="row">${columns.map((name) => html`<th role="columnheader" scope="col" class=${name}>${t(name)}</th>`)}</tr></thead>
        <tbody role="rowgroup">${repeat(shown, ([{ place }]) => place, ([one, i]) => row(one, i, this.#row(one, i)))}</tbody>
      </table>` : html`<p class="note">${t('noneShown', { words: this.#filter })}</p>`}
      ${pages > 1 ? this.#pager(pages, found.length) : nothing}`;
  }

  /** What a row needs. @param {Row} one @param {number} i */
  #row({ place }, i) {
    return {
      t: this.host.locale.t,
      count: this.rows.length,
      draft: (name) => this.#drafts.get(`${name} ${place}`),
      set: (name, value) => this.#set(place, name, value),
      move: (to, control) => this.#move(i, to, control),
      number: (input, control) => this.#numbered(i, input, control),
      exclude: (yes) => this.host.edit((edits) => edits.exclude(place, yes)),
      open: this.#open.has(place),
      toggle: () => this.#toggle(place),
    };
  }

  #narrow(found) {
    const { t } = this.host.locale;
    const typed = ({ target }) => {
      this.#filter = target.value.trim();
      this.#page = 0;
      this.host.requestUpdate();
    };
    return html`<p class="narrow"><label for="filter">${t('filter')}</label>
      <input id="filter" type="search" autocomplete="off" placeholder=${t('filterHint')} dir="auto" @input=${typed}>
      <span class="note">${this.#filter ? t('articlesSome', { shown: found, n: this.rows.length }) : nothing}</span></p>`;
  }

  #pager(pages, found) {
    const { t } = this.host.locale;
    const button = (to, label) => html`<button type="button" class="quiet" aria-disabled=${to < 0 || to >= pages ? 'true' : nothing}
      @click=${() => to >= 0 && to < pages && this.#turn(to)}>${label}</button>`;
    return html`<nav class="pager" aria-label=${t('pages')}>
      ${button(this.#page - 1, t('earlier'))}
      <span>${t('rows', { first: this.#page * PAGE + 1, last: Math.min(found, (this.#page + 1) * PAGE), n: found })}</span>
      ${button(this.#page + 1, t('later'))}
    </nav>`;
  }
}
