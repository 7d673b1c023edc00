/** Which reports are listed, and in what order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL, choices, selected } from '../../pkg/element/selection.js';

const entries = [
  { title: 'Éclat', source: 'Beta', date: '2020', words: 30, tags: ['sea'] },
  { title: 'zinc', source: 'alpha', date: '2021-02', words: 10, tags: [], nearCopyOf: 'd0' },
  { title: 'Abacus 10', source: 'Beta', date: '2021-02-03', words: 30, tags: ['sea', 'air'] },
  { title: 'Abacus 9', words: 20, tags: [] },
].map((source, i) => ({ number: i + 1, source }));
const list = (selection) => selected(entries, { ...ALL, ...selection }, 'en').map(({ number }) => number);
const offered = (facet, selection) => choices(entries, { ...ALL, ...selection }, facet, 'en');

test('every order keeps the numbers; what is not stated stands last', () => {
  assert.deepEqual(list({}), [1, 2, 3, 4]);
  assert.deepEqual(list({ order: 'newest' }), [3, 2, 1, 4]);
  assert.deepEqual(list({ order: 'oldest' }), [1, 2, 3, 4]);
  const backwards = [...entries].reverse();
  assert.deepEqual(selected(backwards, ALL, 'en'), backwards);
  assert.deepEqual(selected(backwards, { ...ALL, order: 'oldest' }, 'en').map(({ number }) => number), [1, 2, 3, 4]);
  assert.deepEqual(list({ order: 'outlet' }), [2, 1, 3, 4]);
  assert.deepEqual(list({ order: 'title' }), [4, 3, 1, 2]);
  assert.deepEqual(list({ order: 'longest' }), [1, 3, 4, 2]);
});

test('filters add up, and words are found without case and accents', () => {
  assert.deepEqual(list({ outlet: 'Beta' }), [1, 3]);
  assert.deepEqual(list({ outlet: 'Beta', year: '2021' }), [3]);
  assert.deepEqual(list({ text: 'copy' }), [2]);
  assert.deepEqual(list({ text: 'independent', tag: 'air' }), [3]);
  assert.deepEqual(list({ words: ' BETA eclat ' }), [1]);
  assert.deepEqual(list({ words: 'éc', year: '2021' }), []);
});

test('a facet offers what is left with all else that is asked for, and what is chosen', () => {
  assert.deepEqual(offered('outlet'), [['alpha', 1], ['Beta', 2]]);
  assert.deepEqual(offered('outlet', { outlet: 'alpha' }), [['alpha', 1], ['Beta', 2]]);
  assert.deepEqual(offered('year', { outlet: 'Beta' }), [['2020', 1], ['2021', 1]]);
  assert.deepEqual(offered('tag', { words: 'zinc', tag: 'sea' }), [['sea', 0]]);
});

test('ten thousand reports are selected while a letter is typed', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => ({ number: i + 1, source: { title: `Bericht über die Häfen ${i}`, source: `Outlet ${i % 300}`, date: `20${10 + (i % 15)}-01-01`, words: i, tags: [] } }));
  const began = performance.now();
  assert.equal(selected(many, { ...ALL, words: 'hafen 77', order: 'title' }, 'en').length, 280);
  for (const facet of ['outlet', 'year', 'text', 'tag']) choices(many, { ...ALL, words: 'hafen' }, facet, 'en');
  assert.ok(performance.now() - began < 1000, `${performance.now() - began} ms`);
});
