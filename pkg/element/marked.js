/**
 * Verbatim text with some of its words marked. Text goes into text nodes only: what looks like markup stays text.
 *
 * @typedef {{text: string, start: number}} Piece of a source, and where it begins in the source text, in UTF-16 code units
 */
import { html } from 'lit';

/**
 * @param {Piece} piece
 * @param {Array<[number, number]>} ranges what to mark, in the same offsets, in order, apart
 * @param {(words: unknown, at: number) => unknown} [mark] how to show the marked words, which begin at an offset
 * @param {(run: Piece) => unknown} [write] how to show words, marked or not
 * @returns {unknown[]} for a Lit template
 */
export function marked({ text, start }, ranges, mark = (words) => html`<mark>${words}</mark>`, write = (run) => run.text) {
  const run = (from, to) => write({ text: text.slice(from, to), start: start + from });
  const out = [];
  let done = 0;
  for (const [from, to] of ranges) {
    const [a, b] = [from, to].map((offset) => Math.min(Math.max(offset - start, done), text.length));
    if (a >= b) continue;
    out.push(run(done, a), mark(run(a, b), start + a));
    done = b;
  }
  out.push(run(done, text.length));
  return out;
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
