/**
 * What was changed by hand, and the way back: each change makes a new state, and the ones before are kept.
 *
 * @typedef {'title' | 'source' | 'date' | 'url'} Field
 * @typedef {{title?: string, source?: string, date?: string, url?: string, order?: number, exclude?: boolean}} Edit
 * @typedef {{title?: string, documents: Record<string, Edit>}} State as the workshop takes it
 */

/** @type {Field[]} */
export const FIELDS = ['title', 'source', 'date', 'url'];

export class Edits {
  /** @type {State} */
  now = { documents: {} };
  /** What was before each change, and which change it was. @type {{state: State, what: string}[]} */
  #before = [];

  /** @param {string} id @returns {Edit} */
  of(id) {
    return Object.hasOwn(this.now.documents, id) ? this.now.documents[id] : {};
  }

  /** The last change, as the end of a message's name: `Title`, `Order` …; none where nothing can be undone. */
  get last() {
    return this.#before.at(-1)?.what;
  }

  /** What is said of these articles, for the workshop; of one that was removed, it knows nothing. @param {string[]} ids @returns {State} */
  about(ids) {
    return { ...this.now, documents: Object.fromEntries(ids.map((id) => [id, this.of(id)])) };
  }

  /** @param {string} title of the briefing; empty: the one it had */
  name(title) {
    this.#become('Name', { ...this.now, title: title || undefined });
  }

  /** @param {string} id @param {Field} field @param {string} value empty: the one that the article had */
  set(id, field, value) {
    this.#become(field[0].toUpperCase() + field.slice(1), this.#with([[id, { [field]: value || undefined }]]));
  }

  /** @param {string} id @param {boolean} exclude */
  exclude(id, exclude) {
    this.#become('Exclude', this.#with([[id, { exclude }]]));
  }

  /** @param {string[]} ids all of them, in their new order */
  order(ids) {
    this.#become('Order', this.#with(ids.map((id, i) => [id, { order: i + 1 }])));
  }

  undo() {
    this.now = this.#before.pop().state;
  }

  /** @param {[string, Edit][]} changes */
  #with(changes) {
    return { ...this.now, documents: { ...this.now.documents, ...Object.fromEntries(changes.map(([id, change]) => [id, { ...this.of(id), ...change }])) } };
  }

  #become(what, state) {
    this.#before.push({ state: this.now, what });
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
