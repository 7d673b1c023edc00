/**
 * The rows of the table: what was read, with the edits laid over it.
 *
 * @typedef {import('./edits.js').Edit} Edit
 * @typedef {{id: string, place: string, title: string, titleFrom: 'metadata' | 'heading' | 'text' | 'edit', source?: string, date?: string, url?: string, lang?: string, order?: number,
 *   excluded: boolean, words: number, dropped: {rule: string, text: string}[]}} Row
 */

/**
 * In the order in which they are to stand: those that have a place by it, the others as they were read.
 * @param {Row[]} documents @param {import('./edits.js').Edits} edits @returns {Row[]}
 */
export function laidOver(documents, edits) {
  const rows = documents.map((row) => {
    const { exclude, ...edit } = edits.of(row.place);
    const titleFrom = edit.title ? 'edit' : row.titleFrom;
    return { ...row, ...Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)), titleFrom, excluded: exclude ?? row.excluded };
  });
  const place = (row) => edits.of(row.place).order ?? Infinity;
  return rows.map((row, i) => [row, i]).sort(([a, i], [b, j]) => (place(a) === place(b) ? i - j : place(a) - place(b))).map(([row]) => row);
}

/** The places of all with one of them moved. @param {Row[]} rows @param {number} from @param {number} to */
export function moved(rows, from, to) {
  const places = rows.map(({ place }) => place);
  places.splice(to, 0, ...places.splice(from, 1));
  return places;
}

/** Whether a row has the words, in any case. @param {Row} row @param {string} words */
export function matches({ title, source = '', place }, words) {
  return `${title}\n${source}\n${place}`.toLowerCase().includes(words.toLowerCase());
}
