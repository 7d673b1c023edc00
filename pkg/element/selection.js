/**
 * Which reports are listed, and in what order. A report keeps its number in every order.
 *
 * @typedef {import('./catalogue.js').Entry} Entry
 * @typedef {'number' | 'oldest' | 'newest' | 'outlet' | 'title' | 'longest'} Order
 * @typedef {'outlet' | 'year' | 'text' | 'tag'} Facet
 * @typedef {{order: Order, words: string} & Record<Facet, string>} Selection an empty string selects all
 */

/** All reports, by number. @type {Selection} */
export const ALL = { order: 'number', words: '', outlet: '', year: '', text: '', tag: '' };

/** The values of a report by which it can be chosen. @type {Record<Facet, (source: Entry['source']) => string[]>} */
const FACETS = {
  outlet: ({ source }) => (source ? [source] : []),
  year: ({ date }) => (date ? [date.slice(0, 4)] : []),
  text: ({ nearCopyOf }) => [nearCopyOf ? 'copy' : 'independent'],
  tag: ({ tags }) => tags,
};

/** Text without case and accents. @param {string} text */
const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** What is searched, of each report that was. @type {WeakMap<Entry['source'], string>} */
const TEXTS = new WeakMap();

/** @param {Entry['source']} source */
function textOf(source) {
  if (!TEXTS.has(source)) TEXTS.set(source, folded(`${source.title} ${source.source ?? ''}`));
  return TEXTS.get(source);
}

/** Whether a report has all that is asked for. @param {Selection} selection @returns {(entry: Entry) => boolean} */
function fits({ words, ...chosen }) {
  const asked = folded(words).split(/\s+/).filter(Boolean);
  const facets = Object.entries(FACETS).filter(([facet]) => chosen[facet]);
  return ({ source }) => {
    if (!facets.every(([facet, values]) => values(source).includes(chosen[facet]))) return false;
    return asked.every((word) => textOf(source).includes(word));
  };
}

/** @param {string} x @param {string} y */
const byBytes = (x, y) => (x < y ? -1 : x > y ? 1 : 0);

/** @param {Entry[]} entries by number @param {Selection} selection @param {string} language whose alphabet sorts */
export function selected(entries, selection, language) {
  const found = entries.filter(fits(selection));
  if (selection.order === 'number') return found;
  const { compare } = new Intl.Collator(language, { numeric: true });
  /** What is missing stands last. */
  const by = (value, order) => found.sort(({ source: a }, { source: b }) => {
    const [x, y] = [value(a), value(b)];
    return x === undefined || y === undefined ? Number(x === undefined) - Number(y === undefined) : order(x, y);
  });
  switch (selection.order) {
    case 'oldest': return by(({ date }) => date, byBytes);
    case 'newest': return by(({ date }) => date, (x, y) => byBytes(y, x));
    case 'longest': return by(({ words }) => words, (x, y) => y - x);
    case 'outlet': return by(({ source }) => source, compare);
    default: return by(({ title }) => title, compare);
  }
}

/** Whether there is a choice at all. @param {Entry[]} entries @param {Facet} facet */
export const varied = (entries, facet) => new Set(entries.flatMap(({ source }) => FACETS[facet](source))).size > 1;

/**
 * What a facet can be narrowed to with all else that is asked for, each with the number of its reports.
 * @param {Entry[]} entries @param {Selection} selection @param {Facet} facet @param {string} language
 * @returns {Array<[string, number]>}
 */
export function choices(entries, selection, facet, language) {
  const counts = new Map(selection[facet] ? [[selection[facet], 0]] : []);
  for (const { source } of entries.filter(fits({ ...selection, [facet]: '' }))) {
    for (const value of FACETS[facet](source)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...counts].sort(([one], [other]) => compare(one, other));
}
