/**
 * What was changed by hand, and the way back: each change makes a new state, and the ones before are kept. With files that are
 * removed, what was said of them goes, and comes back.
 *
 * An article is known by its place (its file, and where it stands in it), for its identifier may change with other files.
 *
 * @typedef {'title' | 'source' | 'date' | 'url'} Field
 * @typedef {{title?: string, source?: string, date?: string, url?: string, order?: number, exclude?: boolean}} Edit
 * @typedef {{title?: string, articles: Record<string, Edit>}} State by place
 * @typedef {import('./intake.js').Found} Found
 */

/** @type {Field[]} */
export const FIELDS = ['title', 'source', 'date', 'url'];

export class Edits {
  /** @type {State} */
  now = { articles: {} };
  /** What was before each change, which change it was, and the files that went with it. @type {{state: State, what: string, files: Found[]}[]} */
  #before = [];

  /** @param {string} place @returns {Edit} */
  of(place) {
    return Object.hasOwn(this.now.articles, place) ? this.now.articles[place] : {};
  }

  /** The last change, as the end of a message's name: `Title`, `Order` …; none where nothing can be undone. */
  get last() {
    return this.#before.at(-1)?.what;
  }

  /** What is said of these articles, as the workshop takes it: by identifier. @param {{id: string, place: string}[]} rows */
  about(rows) {
    return { title: this.now.title, documents: Object.fromEntries(rows.map(({ id, place }) => [id, this.of(place)])) };
  }

  /** @param {string} title of the briefing; empty: the one it had */
  name(title) {
    this.#become('Name', { ...this.now, title: title || undefined });
  }

  /** @param {string} place @param {Field} field @param {string} value empty: the one that the article had */
  set(place, field, value) {
    this.#become(field[0].toUpperCase() + field.slice(1), this.#with([[place, { [field]: value || undefined }]]));
  }

  /** @param {string} place @param {boolean} exclude */
  exclude(place, exclude) {
    this.#become('Exclude', this.#with([[place, { exclude }]]));
  }

  /** @param {string[]} places all of them, in their new order */
  order(places) {
    this.#become('Order', this.#with(places.map((place, i) => [place, { order: i + 1 }])));
  }

  /** Drops what was said of files that are removed: another of the same path is another article. @param {Found[]} files */
  remove(files) {
    const isOf = (place) => files.some(({ path }) => place === path || place.startsWith(`${path}:`) || place.startsWith(`${path}/`));
    const all = Object.entries(this.now.articles);
    const kept = all.filter(([place]) => !isOf(place));
    const state = kept.length < all.length ? { ...this.now, articles: Object.fromEntries(kept) } : this.now;
    this.#become('Remove', state, files);
  }

  /** Takes the last change back. @returns {Found[]} the files that it removed */
  undo() {
    const { state, files } = this.#before.pop();
    this.now = state;
    return files;
  }

  /** @param {[string, Edit][]} changes */
  #with(changes) {
    return { ...this.now, articles: { ...this.now.articles, ...Object.fromEntries(changes.map(([place, change]) => [place, { ...this.of(place), ...change }])) } };
  }

  #become(what, state, files = []) {
    this.#before.push({ state: this.now, what, files });
    this.now = state;
  }
}

/**
 * What is wrong with a field's value.
 * @param {Field} field @param {string} value
 * @returns {'badDate' | 'noDay' | 'badUrl' | undefined} a message
 */
export function flaw(field, value) {
  if (!value) return undefined;
  if (field === 'date') {
    if (!/^\d{4}(-\d\d){0,2}$/.test(value)) return 'badDate';
    return exists(value) ? undefined : 'noDay';
  }
  if (field === 'url' && !(/^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value))) return 'badUrl';
  return undefined;
}

/** Whether the calendar has that year, month or day. @param {string} date */
function exists(date) {
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
}
