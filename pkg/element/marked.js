/** Verbatim text with some of its words marked. Text goes into text nodes only: what looks like markup stays text. */
import { html } from 'lit';

/**
 * @param {string} text a piece of a source
 * @param {number} start where it begins in the source text, in UTF-16 code units
 * @param {Array<[number, number]>} ranges what to mark, in the same offsets, in order, apart
 * @param {(words: string) => unknown} [mark] how to show the marked words
 * @returns {unknown[]} for a Lit template
 */
export function marked(text, start, ranges, mark = (words) => html`<mark>${words}</mark>`) {
  const out = [];
  let done = 0;
  for (const [from, to] of ranges) {
    const [a, b] = [from, to].map((offset) => Math.min(Math.max(offset - start, done), text.length));
    if (a >= b) continue;
    out.push(text.slice(done, a), mark(text.slice(a, b)));
    done = b;
  }
  out.push(text.slice(done));
  return out;
}
