/** The axis of the timeline, before it is drawn: what is a plan, where a moment lies, what fits beside what, what of time is looked at. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labels } from '../../pkg/element/axis/labels.js';
import { layout } from '../../pkg/element/axis/layout.js';
import { marks } from '../../pkg/element/axis/marks.js';
import { isPlanned } from '../../pkg/element/axis/planned.js';
import { Scale } from '../../pkg/element/axis/scale.js';
import { ticks } from '../../pkg/element/axis/ticks.js';
import { ceil, extentOf, floor, shift, written, writtenExtent } from '../../pkg/element/axis/time.js';
import { Zoom } from '../../pkg/element/axis/zoom.js';

const day = (date) => extentOf(date)[0];
const range = (dates) => extentOf(dates);

/** What the axis needs of a catalogue. @param {Array<string | undefined>} dates of its reports */
function catalogue(dates) {
  const entries = dates.map((date, i) => ({ number: i + 1, look: 'o1', byline: `Report ${i}`, source: { document: `d${i}`, date } }));
  return { entries, get: (document) => entries.find(({ source }) => source.document === document) };
}

const event = (date, documents = ['d0'], more = {}) => ({ id: date, date, basis: 'explicit', documents, support: [], warnings: [], span: {}, mark: [0, 1], ...more });

const type = { size: 13, measure: (text) => text.length * 7 };
const laid = (zoom, width = 700) => layout(zoom, width, type, ({ day, unit, whole }) => written(day, whole ? unit : 'day').slice(whole ? 0 : 5), 'Reports');

// ---------------------------------------------------------------------------------------------------------- dates

test('a date covers its day, its month, its year, or all from one to another', () => {
  const days = (date) => extentOf(date)[1] - extentOf(date)[0];
  assert.deepEqual(['2024', '2023', '2024-02', '2024-01-25', '2024-07-22/2024-07-23', '2023/2024', '2024-02/2024-03-01'].map(days), [366, 365, 29, 1, 2, 731, 30]);
  assert.equal(day('1970'), 0);
  assert.equal(written(day('0099-03-01')), '0099-03-01');
});

test('what is no date has no place, and an end that is none is left out', () => {
  assert.equal(extentOf(''), undefined);
  assert.equal(extentOf('<img src=x>'), undefined);
  assert.deepEqual(extentOf('2024/<b>'), extentOf('2024'));
  assert.deepEqual(extentOf('2024-05/2023'), extentOf('2024-05'), 'an end before the beginning');
});

test('years, months and days begin where the calendar has them begin', () => {
  assert.equal(written(floor(day('2024-02-29') + 0.7, 'month')), '2024-02-01');
  assert.equal(written(ceil(day('2024-02-29'), 'month')), '2024-03-01');
  assert.equal(ceil(day('2024-03-01'), 'month'), day('2024-03-01'));
  assert.equal(written(shift(day('2024-12-01'), 'month', 2)), '2025-02-01');
  assert.deepEqual(['2008/2024', '2024-01/2024-06', '2024-01-25'].map((dates) => writtenExtent(extentOf(dates))), ['2008/2024', '2024-01/2024-06', '2024-01-25/2024-01-25']);
});

// ---------------------------------------------------------------------------------------------------------- plans

test('a plan is what was ahead for every report that tells it', () => {
  const reports = catalogue(['2024-01-25', '2024-07-24', undefined, '2024']);
  const planned = (date, ...documents) => isPlanned(event(date, documents), reports);
  assert.equal(planned('2024-01-26', 'd0'), true);
  assert.equal(planned('2024-01-25', 'd0'), false, 'the same day');
  assert.equal(planned('2024-01', 'd0'), false, 'its month has begun');
  assert.equal(planned('2024-02', 'd0'), true);
  assert.equal(planned('2024-05', 'd0', 'd1'), false, 'one report looks back on it');
  assert.equal(planned('2024-08/2024-09', 'd0', 'd1'), true);
  assert.equal(planned('2024-05', 'd3'), false, 'it may lie before a report of that year');
  assert.equal(planned('2025', 'd3'), true);
  assert.equal(planned('2030', 'd2'), false, 'nothing tells when it was told');
  assert.equal(planned('2030', 'd2', 'd1'), true);
  assert.equal(planned('soon', 'd0'), false);
});

// ---------------------------------------------------------------------------------------------------------- scale

test('without a long empty stretch, time runs evenly', () => {
  const scale = new Scale(['2020-02', '2020-05', '2020-08', '2020-11'].map(extentOf), range('2020'), 366);
  assert.equal(scale.pieces.length, 1);
  assert.equal(scale.change, undefined);
  assert.equal(scale.at(day('2020-01-11')), 10);
  assert.equal(scale.moment(10), day('2020-01-11'));
});

test('a long empty stretch is left out, and the dates have more room', () => {
  const dated = ['2008', '2014', '2017', '2021-07', '2023-02', '2023-08-09', '2023-08-10', '2024-01-25', '2024-01-26', '2024-04', '2024-07-22/2024-07-23', '2024-07-24'];
  const scale = new Scale(dated.map(extentOf), range('2008/2024-07'), 700);
  assert.deepEqual(scale.pieces.map(({ from, to }) => writtenExtent([from, to])), ['2008-01/2021-07', '2021-08/2023-01', '2023-02/2024-07']);
  assert.ok(scale.change > 10);
  for (const date of ['2008-06-01', '2022-06-01', '2024-01-25']) assert.ok(Math.abs(scale.moment(scale.at(day(date))) - day(date)) < 1e-6, date);
  assert.deepEqual([-1e6, 1e6].map((far) => scale.at(far)), [0, 700]);
});

test('no break is made within what a date covers, nor where it would not pay', () => {
  const breaks = (...dates) => new Scale(dates.map(extentOf), range('2000/2023'), 700).pieces.length === 3;
  assert.equal(breaks('2000-01', '2000-02', '2023-11', '2023-12'), true);
  assert.equal(breaks('2000/2023', '2000-01', '2000-02', '2023-11', '2023-12'), false);
  assert.equal(breaks('2000', '2003', '2006', '2009', '2012', '2015', '2018', '2021', '2023'), false);
});

test('ten thousand reports and one old date break it once', () => {
  const dated = [extentOf('1900'), ...Array.from({ length: 10_000 }, (_, i) => [19_000 + i / 10, 19_001 + i / 10].map(Math.floor))];
  const scale = new Scale(dated, [day('1900'), 20_100], 1000);
  assert.equal(scale.pieces.length, 3);
});

// ---------------------------------------------------------------------------------------------------------- ticks

test('ticks are as fine as there is room for, and the first says where it stands', () => {
  const at = (dates, end, room = 60) => {
    const [from, to] = range(dates);
    return ticks({ from, to, x: 0, end }, room).map(({ day, unit, whole }) => `${written(day, unit)}${whole ? '!' : ''}`);
  };
  assert.deepEqual(at('2023-11/2024-02', 300), ['2023-11!', '2023-12', '2024!', '2024-02']);
  assert.deepEqual(at('2023/2024', 500), ['2023!', '2023-04', '2023-07', '2023-10', '2024!', '2024-04', '2024-07', '2024-10']);
  assert.deepEqual(at('2008/2021', 500), ['2008!', '2010!', '2012!', '2014!', '2016!', '2018!', '2020!']);
  assert.deepEqual(at('2024-01-25/2024-02-03', 700), ['2024-01-25!', ...[26, 27, 28, 29, 30, 31].map((n) => `2024-01-${n}`), '2024-02', '2024-02-02', '2024-02-03']);
  assert.deepEqual(at('2024-01-25/2024-02-13', 280), ['2024-01-25!', '2024-01-26', '2024-02', '2024-02-06', '2024-02-11']);
  assert.ok(at('0001/2024', 700).length < 20);
});

// ---------------------------------------------------------------------------------------------------------- marks, names

const things = (...places) => places.map((x) => ({ x, item: x }));

test('marks that would overlap become one, and none lies outside', () => {
  const wide = ({ length }) => (length > 1 ? 24 : 16);
  assert.deepEqual(marks(things(50, 100, 108, 116, 200), wide, 300).map(({ x, items }) => [Math.round(x), items.length]), [[50, 1], [108, 3], [200, 1]]);
  assert.deepEqual(marks(things(0, 300), wide, 300).map(({ x }) => x), [8, 292]);
  const crowd = marks(things(...Array.from({ length: 10_000 }, (_, i) => (i * 7919) % 1000)), ({ length }) => 16 + String(length).length * 8, 1000);
  assert.equal(crowd.reduce((sum, { items }) => sum + items.length, 0), 10_000);
  assert.ok(crowd.length > 10);
  for (const [i, { x, width, items }] of crowd.entries()) {
    assert.ok(!i || x - width / 2 >= crowd[i - 1].x + crowd[i - 1].width / 2 - 1e-9);
    assert.ok(items.every((place) => Math.abs(place - x) <= width), 'a mark stands far from what it stands for');
  }
});

test('a mark of some has the room that they need together, and takes in those that stand there', () => {
  const wide = ({ length }) => length * 20;
  assert.deepEqual(marks(things(100, 101, 135), wide, 300).map(({ x, width }) => [x, width]), [[100.5, 40], [135, 20]]);
  assert.deepEqual(marks(things(100, 101, 120), wide, 300).map(({ width, items }) => [width, items]), [[60, [100, 101, 120]]]);
});

test('no name lies on another, no stem runs through one, the most telling come first', () => {
  const names = Array.from({ length: 60 }, (_, i) => ({ x: (i * 37) % 700, width: 40 + (i % 7) * 15, i }));
  const placed = labels(names, 3, 700);
  assert.deepEqual([placed[0].i, placed[0].row], [0, 0]);
  assert.ok(placed.length > 6);
  for (const a of placed) {
    assert.ok(a.left >= 0 && a.right <= 700);
    for (const b of placed) {
      if (a === b) continue;
      if (a.row === b.row) assert.ok(a.right < b.left || b.right < a.left);
      if (a.row > b.row) assert.ok(a.x < b.left || a.x > b.right, 'a stem runs through a name');
    }
  }
  assert.deepEqual(labels([{ x: 10, width: 800 }], 3, 700), [], 'wider than the axis');
  assert.deepEqual(labels([{ x: 10, width: 80 }], 0, 700), []);
});

// ---------------------------------------------------------------------------------------------------------- layout

const label = (text) => ({ label: { document: 'd0', start: 0, end: text.length, text } });
const timeline = (...events) => ({ kind: 'timeline', events, total: events.length });

test('discs and plans, names and reports have lanes of their own', () => {
  const zoom = new Zoom(timeline(
    event('2020-03', ['d0'], label('One')), event('2020-06', ['d0'], label('A name that goes on and on and on for ever')), event('2020-09-01', ['d0']), event('2021-02', ['d0'], label('Ahead')),
  ), catalogue(['2020-10-01', '2020-10-02', undefined]));
  const drawn = laid(zoom);
  assert.deepEqual([drawn.past, drawn.plans, drawn.reports].map((lane) => lane.map(({ items }) => items.length)), [[1, 1, 1], [1], [2]]);
  assert.deepEqual(drawn.labels.map(({ text }) => text).sort(), ['A name that goes on and on and on…', 'One']);
  assert.ok(drawn.past.every(({ x }, i) => x < [...drawn.past, ...drawn.plans][i + 1].x));
  assert.equal(laid(zoom, 300).labels.length, 0, 'no room for words');
});

test('five hundred events and ten thousand reports are few marks, counted', () => {
  const many = Array.from({ length: 500 }, (_, i) => event(written(day('2001') + i * 17), ['d9999'], label(`Name ${i}`)));
  const zoom = new Zoom(timeline(...many), catalogue(Array.from({ length: 10_000 }, (_, i) => written(day('2001') + i))));
  const drawn = laid(zoom);
  for (const [lane, all] of [[drawn.past, 500], [drawn.reports, 10_000]]) {
    assert.equal(lane.reduce((sum, { items }) => sum + items.length, 0), all);
    assert.ok(lane.length < 60);
  }
  for (const [i, { x, width }] of drawn.ticks.slice(0, -1).entries()) assert.ok(x + width < drawn.ticks[i + 1].x);
});

// ---------------------------------------------------------------------------------------------------------- zoom

const some = () => new Zoom(timeline(...['2020', '2021-03', '2021-05-06', '2023-11'].map((date) => event(date))), catalogue(['2023-12-24']));

test('at first all of time is shown, reports included; closer looks show what lies in them, if only in part', () => {
  const zoom = some();
  assert.equal(writtenExtent(zoom.whole), '2020/2023');
  assert.equal(zoom.isWhole, true);
  const shown = () => zoom.events.filter((one) => zoom.shows(one)).map((one) => one.event.date);
  zoom.show(range('2020-12/2021-03-15'));
  assert.deepEqual(shown(), ['2020', '2021-03']);
  assert.equal(zoom.isWhole, false);
  zoom.show(range('2000/2030'));
  assert.equal(zoom.isWhole, true);
});

test('an event of no date is among all, and in no closer look', () => {
  const zoom = new Zoom(timeline(event('2020'), event('2022'), event('<b>')), catalogue([]));
  assert.equal(zoom.shows(zoom.events[2]), true);
  zoom.show(range('2020-02/2022-02'));
  assert.equal(zoom.shows(zoom.events[2]), false);
  assert.equal(new Zoom(timeline(event('<b>'), event('2020')), catalogue([])).isDrawn, false);
});

test('zooming in ends at some days and always shows an event, zooming out ends at the whole', () => {
  const zoom = some();
  let steps = 0;
  for (let nearer; (nearer = zoom.nearer(laid(zoom).scale)); steps += 1) {
    const [from, to] = zoom.range;
    zoom.show(nearer);
    assert.ok(zoom.range[1] - zoom.range[0] < to - from);
    assert.ok(zoom.events.some((one) => zoom.shows(one)), writtenExtent(zoom.range));
    assert.ok(steps < 20);
  }
  assert.ok(zoom.range[1] - zoom.range[0] <= 3);
  for (steps = 0; !zoom.isWhole; steps += 1) {
    zoom.show(zoom.farther());
    assert.ok(steps < 20);
  }
});

test('a handle goes at least one step, rests where a year, a month or a day begins, and never passes the other', () => {
  const zoom = some();
  const scale = zoom.overview(480);
  const at = (date) => scale.at(day(date));
  zoom.move(0, 0.48, scale, false);
  assert.equal(writtenExtent(zoom.range), '2020-02/2023-12', 'by key: to the next month');
  zoom.move(0, at('2021-02-20'), scale, true);
  assert.equal(writtenExtent(zoom.range), '2021-03/2023-12', 'dragged: to the nearest');
  zoom.move(0, at('2021-02-28'), scale, false);
  assert.equal(writtenExtent(zoom.range), '2021-02/2023-12', 'by key: back');
  zoom.move(1, 0, scale, false);
  assert.equal(writtenExtent(zoom.range), '2021-02/2021-02');
  zoom.move(0, 480, scale, false);
  assert.equal(writtenExtent(zoom.range), '2021-02-28/2021-02-28', 'in a short range, days are steps');
  zoom.show(range('2021-02-10/2021-02-14'));
  zoom.move(0, at('2021-02-10') + 0.48, scale, false);
  assert.ok(zoom.range[0] > day('2021-02-10') && zoom.range[0] < day('2021-02-15'), 'the way it is moved');
  zoom.move(1, 480, scale, false);
  zoom.move(0, 0, scale, false);
  assert.equal(zoom.isWhole, true);
});
