/**
 * Two reports side by side: sentences that tell the same stand abreast, and in each the words that the other does not have.
 *
 * @typedef {import('../index.js').Document} Document
 * @typedef {import('../index.js').Span} Span
 * @typedef {{span: Span, marks: Array<[number, number]>}} Side a sentence and its words that differ, in order, apart
 * @typedef {{one: Side[], other: Side[]}} Row one sentence of each report; or neighbours of one report that the other has nothing like
 */
import { diffArrays } from 'diff';

/**
 * @license
 * jsdiff, Copyright 2009-2015 Kevin Decker
 * SPDX-License-Identifier: BSD-3-Clause
 */

/** Sentences are of one make from this share of words in common. */
const ALIKE = 0.5;

/** A word, with the signs that change what it says (5%, -3, $4); or a letter of a script that puts no space between words. */
const WORD = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}]\p{M}*|[^\s\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}]+/gu;
/** What stands before and after a word and is none of it. */
const BEFORE = /^[\p{Pi}\p{Pf}\p{Ps}\p{Pe}"'¿¡]+/u;
const AFTER = /[\p{Pi}\p{Pf}\p{Ps}\p{Pe}"'.,;:!?…،؛؟。、]+$/u;
/** Between the letters of an abbreviation. */
const DOTS = /(?<=\p{L})\.(?=\p{L})/gu;

/** @param {Document} one @param {Document} other @returns {Row[]} in the order of both texts */
export function aligned(one, other) {
  const [ours, theirs] = [one, other].map((report) => sentences(report).map(read));
  /** @type {Row[]} */
  const rows = [];
  let [i, j] = [0, 0];
  for (const { count, added, removed } of diffArrays(ours, theirs, { comparator: alike })) {
    if (removed) rows.push({ one: ours.slice(i, i += count).map(alone), other: [] });
    else if (added) rows.push({ one: [], other: theirs.slice(j, j += count).map(alone) });
    else for (let n = 0; n < count; n += 1) rows.push(abreast(ours[i++], theirs[j++]));
  }
  return rows;
}

/** @param {Document} report @returns {Span[]} */
function sentences({ document, blocks }) {
  return blocks.flatMap(({ start, end, text, sentences: ranges }) => (ranges.length ? ranges : [[start, end]])
    .map(([from, to]) => ({ document, start: from, end: to, text: text.slice(from - start, to - start) })));
}

/** @param {Span} span */
function read(span) {
  const words = [...span.text.matchAll(WORD)].flatMap(({ 0: found, index }) => {
    const ended = found.replace(AFTER, '');
    const word = ended.replace(BEFORE, '');
    const end = span.start + index + ended.length;
    return word ? { said: word.normalize('NFKC').toLowerCase().replace(DOTS, ''), start: end - word.length, end } : [];
  });
  return { span, words, all: new Set(words.map(({ said }) => said)) };
}

/** @typedef {ReturnType<typeof read>} Sentence */

/** Whether two sentences have most of their words in common. @param {Sentence} a @param {Sentence} b */
function alike({ all: a }, { all: b }) {
  const needed = ALIKE * (a.size + b.size) / 2;
  if (Math.min(a.size, b.size) < needed) return false;
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return common >= needed;
}

/** @param {Sentence} sentence @returns {Side} */
const alone = ({ span }) => ({ span, marks: [[span.start, span.end]] });

/** @param {Sentence} a @param {Sentence} b @returns {Row} */
function abreast(a, b) {
  const marks = { one: [], other: [] };
  let [i, j] = [0, 0];
  for (const { count, added, removed } of diffArrays(a.words, b.words, { comparator: (x, y) => x.said === y.said })) {
    if (removed) marks.one.push(range(a.words.slice(i, i + count)));
    else if (added) marks.other.push(range(b.words.slice(j, j + count)));
    if (!added) i += count;
    if (!removed) j += count;
  }
  return { one: [{ span: a.span, marks: marks.one }], other: [{ span: b.span, marks: marks.other }] };
}

/** From the first of some neighbours to the last. @param {Array<{start: number, end: number}>} words @returns {[number, number]} */
const range = (words) => [words[0].start, words[words.length - 1].end];
