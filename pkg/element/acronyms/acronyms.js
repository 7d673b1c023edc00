/**
 * Where acronyms of the glossary stand in a text: as whole words, spelled as in the glossary, in a report that uses them.
 *
 * @typedef {import('../../index.js').GlossaryEntry} GlossaryEntry
 * @typedef {{document: string, text: string, start: number}} Piece a text of a report, and where it begins there
 * @typedef {{range: [number, number], entries: GlossaryEntry[]}} Acronym `entries`: one for each long form
 */
export class Acronyms {
  /** By document. @type {Map<string, GlossaryEntry[]>} */
  #entries = new Map();
  /** By document. @type {Map<string, (piece: Piece) => Acronym[]>} */
  #finders = new Map();

  /** @param {GlossaryEntry[]} entries */
  constructor(entries) {
    for (const entry of entries) {
      for (const document of entry.documents) {
        if (!this.#entries.get(document)?.push(entry)) this.#entries.set(document, [entry]);
      }
    }
  }

  /**
   * The first place of each in a text, in order; none of those that the text itself spells out.
   * @param {Piece} piece @returns {Acronym[]}
   */
  in(piece) {
    const { document } = piece;
    if (!this.#finders.has(document)) this.#finders.set(document, finder(document, this.#entries.get(document) ?? []));
    return this.#finders.get(document)(piece);
  }
}

/** @param {string} document @param {GlossaryEntry[]} entries those that it uses */
function finder(document, entries) {
  /** @type {Map<string, GlossaryEntry[]>} */
  const spellings = new Map();
  for (const entry of entries) {
    for (const spelling of [entry.short, ...entry.variants]) spellings.set(spelling, [...(spellings.get(spelling) ?? []), entry]);
  }
  if (!spellings.size) return () => [];
  const longestFirst = [...spellings.keys()].sort((a, b) => b.length - a.length);
  const words = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}]\\.?)(?:${longestFirst.map(literally).join('|')})(?!\\.?[\\p{L}\\p{M}\\p{N}])`, 'gu');
  return ({ text, start }) => {
    const seen = new Set();
    return [...text.matchAll(words)].flatMap(({ 0: word, index }) => {
      const meant = spellings.get(word);
      if (meant.some((entry) => seen.has(entry))) return [];
      for (const entry of meant) seen.add(entry);
      /** @type {[number, number]} */
      const range = [start + index, start + index + word.length];
      return meant.some((entry) => defines(entry, document, range)) ? [] : [{ range, entries: meant }];
    });
  };
}

/** Whether a place is where a report spells the acronym out. @param {GlossaryEntry} entry @param {string} document @param {[number, number]} range */
function defines({ definedAt }, document, [start, end]) {
  return definedAt.some((span) => span.document === document && span.start <= start && end <= span.end);
}

/** @param {string} text */
const literally = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
