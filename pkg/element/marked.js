/**
 * Verbatim text with some of its words marked. Text goes into text nodes only: what looks like markup stays text.
 *
 * @typedef {{text: string, start: number}} Piece of a source, and where it begins in the source text, in UTF-16 code units
 */
import { html } from 'lit';

/**
 * A layer of marks: what to mark, and how to show it.
 * @template {[number, number]} Range
 * @typedef {{ranges: Range[], mark: (words: unknown, range: Range) => unknown}} Layer
 *   `ranges`: offsets in the source text, in order, apart; they may have more members than the two
 */

/**
 * A text in pieces, so that every piece lies in one of the ranges, or in none.
 * @template {[number, number]} Range
 * @param {Piece} piece
 * @param {Range[]} ranges in the same offsets, in order, apart
 * @returns {Array<Piece & {range?: Range}>} joined they are the text
 */
export function parted({ text, start }, ranges) {
  const out = [];
  let done = 0;
  const piece = (to, range) => {
    if (done < to) out.push({ text: text.slice(done, to), start: start + done, range });
    done = Math.max(done, to);
  };
  for (const range of ranges) {
    const [from, to] = [range[0], range[1]].map((offset) => Math.min(Math.max(offset - start, done), text.length));
    if (from >= to) continue;
    piece(from, undefined);
    piece(to, range);
  }
  piece(text.length, undefined);
  return out;
}

/**
 * @param {Piece} piece
 * @param {Array<[number, number]>} ranges what to mark, in the same offsets, in order, apart
 * @param {(words: unknown, at: number) => unknown} [mark] how to show the marked words, which begin at an offset
 * @param {(run: Piece) => unknown} [write] how to show words, marked or not
 * @returns {unknown[]} for a Lit template
 */
export function marked(piece, ranges, mark = (words) => html`<mark>${words}</mark>`, write = (run) => run.text) {
  return parted(piece, ranges).map((run) => (run.range ? mark(write(run), run.start) : write(run)));
}

/**
 * Several layers of marks, the outermost first. Ranges of different layers may overlap in any way: where an inner one
 * crosses the edge of an outer one, it is shown in two parts.
 * @param {Piece} piece
 * @param {Layer<any>[]} layers
 * @returns {unknown} for a Lit template
 */
export function layered(piece, [layer, ...inner]) {
  if (!layer) return piece.text;
  return parted(piece, layer.ranges).map((run) => {
    const words = layered(run, inner);
    return run.range ? layer.mark(words, run.range) : words;
  });
}

/**
 * Those of the ranges that do not overlap one before them, in order; of two that begin together, the longer.
 * @template {[number, number]} Range
 * @param {Range[]} ranges
 * @returns {Range[]}
 */
export function apart(ranges) {
  let end = -1;
  return [...ranges].sort((one, other) => one[0] - other[0] || other[1] - one[1]).filter((range) => {
    if (range[0] < end) return false;
    end = range[1];
    return true;
  });
}

/**
 * Neighbours with nothing but spaces and dashes between them, such as the words of one name, under one mark.
 * @param {Piece} piece @param {Array<[number, number]>} marks
 */
export function joined({ text, start }, marks) {
  /** @type {Array<[number, number]>} */
  const out = [];
  for (const [from, to] of marks) {
    const last = out.at(-1);
    if (last && /^[\s\p{Pd}]*$/u.test(text.slice(last[1] - start, from - start))) last[1] = to;
    else out.push([from, to]);
  }
  return out;
}
