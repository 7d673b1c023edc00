/** Text parted by ranges that mark it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apart, layered, parted } from '../../pkg/element/marked.js';

const text = 'abcdefghij';
const piece = { text, start: 100 };

test('the pieces joined are the text, and each lies in one range or in none', () => {
  assert.deepEqual(parted(piece, [[102, 104, 'x'], [104, 106, 'y']]).map(({ text, start, range }) => [text, start, range?.[2]]),
    [['ab', 100, undefined], ['cd', 102, 'x'], ['ef', 104, 'y'], ['ghij', 106, undefined]]);
  for (const ranges of [[], [[0, 500]], [[0, 100]], [[110, 120]], [[109, 102]], [[105, 105]], [[95, 103], [108, 140]], [[103, 108], [101, 105]]]) {
    assert.equal(parted(piece, ranges).map((one) => one.text).join(''), text, String(ranges));
  }
  assert.deepEqual(parted({ text: '', start: 0 }, [[0, 4]]), []);
});

test('layers overlap in any way; the outermost mark is never broken', () => {
  const flat = (parts) => parts.flat(Infinity).join('');
  const layer = (sign, ...ranges) => ({ ranges, mark: (words) => [sign, '(', words, ')'] });
  assert.equal(flat(layered(piece, [layer('A', [102, 106]), layer('B', [104, 108])])), 'abA(cdB(ef))B(gh)ij');
  assert.equal(flat(layered(piece, [layer('A', [102, 108]), layer('B', [102, 108]), layer('C', [103, 104], [105, 110])])), 'abA(B(cC(d)eC(fgh)))C(ij)');
  assert.equal(layered(piece, []), text);
});

test('of ranges that overlap, the first is kept, and the longer of two that begin together', () => {
  assert.deepEqual(apart([[5, 9], [0, 3], [0, 4], [4, 6], [2, 8]]), [[0, 4], [4, 6]]);
});
