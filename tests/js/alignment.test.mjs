/** Two reports side by side: which sentences stand abreast, and which of their words differ. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aligned } from '../../pkg/element/alignment.js';

/** A report of one block a paragraph, one sentence a line. */
function report(document, paragraphs) {
  let start = 0;
  const blocks = paragraphs.map((text) => {
    let from = start;
    const sentences = text.split('\n').map((sentence) => [from, (from += sentence.length + 1) - 1]);
    const block = { kind: 'paragraph', start, end: start + text.length, text, sentences };
    start = block.end + 2;
    return block;
  });
  return { document, blocks };
}

const shown = ({ span, marks }) => marks.map(([start, end]) => span.text.slice(start - span.start, end - span.start));
const rows = (one, other) => aligned(report('a', one), report('b', other)).map(({ one, other }) => [one, other].map((side) => side.map((said) => [said.span.text, ...shown(said)])));

test('a sentence stands beside the one that tells the same, with the words that differ', () => {
  assert.deepEqual(rows(['The board opens the north quay in May.'], ['The board opens the south quay in late May!']), [
    [[['The board opens the north quay in May.', 'north']], [['The board opens the south quay in late May!', 'south', 'late']]],
  ]);
});

test('what only one of them says stands alone, neighbours together', () => {
  const shared = 'The board opens the north quay in May.';
  assert.deepEqual(rows([shared, 'It is a sale.\nThe crane goes.'], ['Nobody was asked.', shared]), [
    [[], [['Nobody was asked.', 'Nobody was asked.']]],
    [[[shared]], [[shared]]],
    [[['It is a sale.', 'It is a sale.'], ['The crane goes.', 'The crane goes.']], []],
  ]);
});

test('case, quotation marks and the dots of an abbreviation are no other words; numbers with their signs are', () => {
  const [[[one], [other]]] = rows(['“The U.S. pays 5% of -3, he said.”'], ['the US pays 5 of 3, "he" said']);
  assert.deepEqual([one.slice(1), other.slice(1)], [['5%', '-3'], ['5', '3']]);
});

test('a script without spaces is compared by letters', () => {
  const [[[one], [other]]] = rows(['港口五月開放。'], ['港口六月開放。']);
  assert.deepEqual([one.slice(1), other.slice(1)], [['五'], ['六']]);
});

test('every sentence is shown once and in order, also of a text without sentences', () => {
  const texts = [['a b c d', 'e f\ng h i'], ['g h i', 'a b c x', '', 'k']];
  const all = aligned(report('a', texts[0]), report('b', texts[1]));
  for (const [side, document] of [['one', texts[0]], ['other', texts[1]]]) {
    assert.deepEqual(all.flatMap((row) => row[side].map(({ span }) => span.text)), document.flatMap((text) => text.split('\n')));
  }
  const { blocks: [block] } = report('c', ['No sentences']);
  assert.deepEqual(aligned({ document: 'c', blocks: [{ ...block, sentences: [] }] }, { document: 'd', blocks: [] })[0].one[0].span, { document: 'c', start: 0, end: 12, text: 'No sentences' });
  assert.deepEqual(aligned(report('a', []), report('b', [])), []);
});

test('two reports of 5,000 words are compared in a blink', () => {
  const words = (seed) => Array.from({ length: 250 }, (_, s) => `${Array.from({ length: 20 }, (_, k) => `w${((s * 20 + k) * 7919 * (k % 3 ? 1 : seed)) % 1500}`).join(' ')}.`).join('\n');
  const [one, other] = [report('a', [words(1)]), report('b', [words(7)])];
  const began = performance.now();
  assert.ok(aligned(one, other).length >= 250);
  assert.ok(performance.now() - began < 2000, `${performance.now() - began} ms`); // some 30 ms where nothing else runs
});
