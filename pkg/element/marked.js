/** Verbatim text with some of its words marked. Text goes into text nodes only: what looks like markup stays text. */
import { html } from 'lit';

/**
 * @param {{text: string, start: number}} piece of a source, and where it begins in the source text, in UTF-16 code units
 * @param {Array<[number, number]>} ranges what to mark, in the same offsets, in order, apart
 * @param {(words: string) => unknown} [mark] how to show the marked words
 * @returns {unknown[]} for a Lit template
 */
export function marked({ text, start }, ranges, mark = (words) => html`<mark>${words}</mark>`) {
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

/**
 * Neighbours with nothing but spaces and dashes between them, such as the words of one name, under one mark.
 * @param {{text: string, start: number}} piece @param {Array<[number, number]>} marks
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
