/** Who is in the network of names, and where. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choose } from '../../pkg/element/network/choose.js';
import { layout } from '../../pkg/element/network/layout.js';

/** @param {string} id @param {string} documents one letter each @param {string[]} others */
const entity = (id, documents, others, type = 'person') => ({ id, name: id, type, documents: [...documents], with: others });
const said = ({ pairs }) => pairs.map(({ a, b, weight }) => `${a.id} ${b.id} ${weight}`);

/** So many names, each with the next ones. */
const many = (count, near = 1) => Array.from({ length: count }, (_, i) => entity(`e${i}`, 'xyz'.slice(0, 1 + (i % 3)),
  Array.from({ length: near }, (_, k) => `e${(i + k + 1) % count}`)));

test('names are joined by the reports that name both, the heaviest first, each pair once', () => {
  const network = choose([entity('a', 'xyz', ['b', 'c']), entity('b', 'xy', ['a']), entity('c', 'zy', ['a', 'b'], 'organisation')]);
  assert.deepEqual(said(network), ['a b 2', 'a c 2', 'b c 1']);
  assert.deepEqual(network.names.map(({ id }) => id), ['a', 'b', 'c']);
  assert.equal(network.total, 3);
});

test('places, strangers and those named alone are not in it', () => {
  const network = choose([entity('p', 'x', ['a', 'b'], 'place'), entity('a', 'x', ['p', 'b', 'gone', 'a']), entity('b', 'x', ['c']), entity('c', 'x', []), entity('alone', 'x', ['p'])]);
  assert.deepEqual(said(network), ['a b 1', 'b c 1']);
});

test('fewer than three names make no network', () => {
  assert.equal(choose([]), undefined);
  assert.equal(choose([entity('a', 'x', ['b']), entity('b', 'x', ['a'])]), undefined);
  assert.equal(choose(many(5, 0)), undefined);
});

test('of many names the heaviest are drawn, of many lines too, and how many there are is known', () => {
  const network = choose(many(40, 15));
  assert.ok(network.names.length > 10 && network.names.length <= 16);
  assert.equal(network.pairs.length, 40);
  assert.ok(network.total > 40);
  assert.ok(network.pairs.every(({ weight }, i, all) => !i || weight <= all[i - 1].weight));
});

test('the same names make the same drawing', () => {
  assert.deepEqual(layout(choose(many(16, 4)), false), layout(choose(many(16, 4)), false));
});

test('in a drawing no two names of a half are nearer than a row, and all are inside', () => {
  for (let count = 3; count <= 16; count += 1) {
    const { places, rows } = layout(choose(many(count, 2)), false);
    assert.equal(places.length, count);
    for (const half of [true, false]) {
      const heights = places.filter(({ end }) => end === half).map(({ y }) => y).sort((a, b) => a - b);
      assert.ok(heights.every((y) => y >= 0.5 / rows - 1e-9 && y <= 1 - 0.5 / rows + 1e-9), `${count}: ${heights}`);
      assert.ok(heights.every((y, i) => !i || y - heights[i - 1] >= 1 / rows - 1e-9), `${count}: ${heights}`);
    }
    assert.ok(places.every(({ x, end }) => (end ? x > 0.5 && x <= 0.7 : x < 0.5 && x >= 0.3)));
  }
});

test('neighbours of a ring come to stand side by side', () => {
  const around = [0, 3, 6, 1, 4, 7, 2, 5];
  const names = around.map((_, i) => entity(`e${i}`, 'x', []));
  around.forEach((one, i) => names[one].with.push(`e${around[(i + 1) % around.length]}`));
  const { places } = layout(choose(names), false);
  const at = new Map(places.map(({ entity: { id } }, i) => [id, i]));
  const gaps = around.map((one, i) => Math.abs(at.get(`e${one}`) - at.get(`e${around[(i + 1) % 8]}`))).map((gap) => Math.min(gap, 8 - gap));
  assert.deepEqual(gaps, Array(8).fill(1));
});

test('where lines of text run to the left, the drawing is mirrored', () => {
  const network = choose(many(7, 2));
  const [plain, mirrored] = [false, true].map((rtl) => layout(network, rtl));
  assert.deepEqual(mirrored.places.map(({ x, y, end }) => [(1 - x).toFixed(9), y, end]), plain.places.map(({ x, y, end }) => [x.toFixed(9), y, end]));
  assert.notDeepEqual(mirrored.curves, plain.curves);
});
