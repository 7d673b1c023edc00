/** What the bars on the cards of names count. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bars } from '../../pkg/element/plot.js';
import { shape } from '../../pkg/element/plot-bars.js';

const reports = (...dates) => dates.map((date, i) => ({ document: `d${i}`, date }));
const entity = (mentions, documents = [...new Set(mentions)]) => ({ mentions: mentions.map((document) => ({ document })), documents });

test('few reports have a bar each, which counts mentions', () => {
  const names = [entity(['d0', 'd0', 'd0', 'd2']), entity(['d1'])];
  const bars = new Bars(reports('2024', undefined, '2023-01'), names);
  assert.ok(bars.byReport && bars.mentions);
  assert.deepEqual(bars.bins, ['d0', 'd1', 'd2']);
  assert.deepEqual(names.map((name) => bars.values(name)), [[3, 0, 1], [0, 1, 0]]);
  assert.equal(bars.most, 3);
  assert.equal(bars.undated, 0);
});

test('where a card has not all mentions of a name, the bars of all names tell where it is named', () => {
  const names = [entity(Array(50).fill('d0'), ['d0', 'd1']), entity(['d1', 'd1'])];
  const bars = new Bars(reports('2024', '2024'), names);
  assert.ok(bars.byReport && !bars.mentions);
  assert.deepEqual(names.map((name) => bars.values(name)), [[1, 1], [0, 1]]);
  assert.equal(bars.most, 1);
});

/** Thirteen reports between two dates, all on the first but for the last. */
const between = (first, last) => new Bars(reports(...Array(12).fill(first), last), [entity(['d0', 'd1', 'd12', 'd12'])]);

test('many reports are counted by the finest time that fits and that all dates tell', () => {
  for (const [first, last, bins] of [
    ['2024-02-28', '2024-03-01', ['2024-02-28', '2024-02-29', '2024-03-01']],
    ['2023-11-30', '2024-02-28', ['2023-11', '2023-12', '2024-01', '2024-02']],
    ['2019-12-31', '2025-01-01', ['2019', '2020', '2021', '2022', '2023', '2024', '2025']],
    ['1899-12-31', '1989-01-01', ['189', '190', '191', '192', '193', '194', '195', '196', '197', '198']],
    ['1200', '1989-01-01', ['12', '13', '14', '15', '16', '17', '18', '19']],
    ['2024-02', '2024-02-28', ['2024-02']],
    ['2023-12-31', '2024', ['2023', '2024']],
    ['0099-12', '0100-01', ['0099-12', '0100-01']],
  ]) {
    const bars = between(first, last);
    assert.deepEqual(bars.bins, bins, `${first} to ${last}`);
    assert.deepEqual(bars.values(entity(['d0', 'd1', 'd12', 'd12'])), bins.length === 1 ? [3] : [2, ...Array(bins.length - 2).fill(0), 1], 'reports, not mentions');
  }
});

test('reports without a date are in no bar, and are counted', () => {
  const bars = new Bars(reports(...Array(12).fill('2024-01-01'), undefined, undefined), [entity(['d0', 'd13'])]);
  assert.equal(bars.undated, 2);
  assert.deepEqual(bars.values(entity(['d0', 'd13'])), [1]);
  assert.deepEqual(new Bars(reports(...Array(13).fill(undefined)), [entity(['d0'])]).bins, []);
});

test('bars over time are one shape, which runs from right to left where writing does', () => {
  assert.equal(shape([2, 0, 1], 4, false), 'M0.1 1v-0.5h0.8V1zM2.1 1v-0.25h0.8V1z');
  assert.equal(shape([2, 0, 1], 4, true), 'M2.1 1v-0.5h0.8V1zM0.1 1v-0.25h0.8V1z');
});
