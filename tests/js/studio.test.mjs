/** The studio's arithmetic: dates and addresses, edits and the way back, places of rows, paths of files, pasted texts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Edits, flaw } from '../../www/studio/edits.js';
import { Files } from '../../www/studio/files.js';
import { reopened } from '../../www/studio/intake.js';
import { LARGE, MOST, MOST_OF_ONE, limited } from '../../www/studio/limits.js';
import { meaning } from '../../www/studio/meanings.js';
import { fileName } from '../../www/studio/names.js';
import { asFile } from '../../www/studio/paste.js';
import { parted } from '../../www/studio/problems.js';
import { laidOver, matches, moved } from '../../www/studio/rows.js';

const file = (name, text = '', lastModified = 0) => new File([text], name, { lastModified });

test('a date is a year, a month or a day that there is', () => {
  for (const right of ['', '2024', '0099', '2024-02', '2024-02-29', '2023-12-31']) assert.equal(flaw('date', right), undefined, right);
  for (const form of ['24', '2024-1', '2024-01-1', '2024/01/01', 'soon', '2024-01-01T10:00', '2024-', ' 2024']) assert.equal(flaw('date', form), 'badDate', form);
  for (const day of ['2023-02-29', '2024-13', '2024-00', '2024-04-31', '2024-01-00']) assert.equal(flaw('date', day), 'noDay', day);
});

test('an address is one of the web', () => {
  for (const right of ['', 'https://example.org', 'HTTP://example.org/a?b#c', 'https://пример.org/ä']) assert.equal(flaw('url', right), undefined, right);
  for (const wrong of ['example.org', 'javascript:alert(1)', 'data:text/html,x', 'https:', 'https://', 'https:///a', 'ftp://example.org']) assert.equal(flaw('url', wrong), 'badUrl', wrong);
  assert.equal(flaw('title', 'anything'), undefined);
});

test('each change can be taken back, and leaves those before alone', () => {
  const edits = new Edits();
  const states = [edits.now];
  for (const change of [() => edits.set('a', 'date', '2024'), () => edits.exclude('b', true), () => edits.order(['b', 'a']), () => edits.name('Harbour'), () => edits.set('a', 'date', '')]) {
    change();
    states.push(edits.now);
  }
  assert.deepEqual(edits.about([{ id: 'x', place: 'a' }, { id: 'y', place: 'new' }]), { title: 'Harbour', documents: { x: { date: undefined, order: 2 }, y: {} } });
  assert.deepEqual(states.slice(1).reverse().map((state) => {
    assert.equal(edits.now, state);
    const { last } = edits;
    edits.undo();
    return last;
  }), ['Date', 'Name', 'Order', 'Exclude', 'Date']);
  assert.equal(edits.now, states[0]);
  assert.equal(edits.last, undefined);
});

test('with a file, the edits of all its articles go, and come back by the way back', () => {
  const edits = new Edits();
  for (const place of ['a.txt', 'b.jsonl:3', 'c.zip/a.txt', 'a.txt.md']) edits.set(place, 'title', 'x');
  const before = edits.now;
  const files = ['b.jsonl', 'a.txt', 'c.zip'].map((path) => ({ path, file: new File([], path) }));
  edits.remove(files);
  assert.deepEqual([Object.keys(edits.now.articles), edits.last], [['a.txt.md'], 'Remove']);
  assert.equal(edits.undo(), files);
  assert.equal(edits.now, before);
  edits.remove(['c', 'b'].map((path) => ({ path, file: new File([], path) })));
  assert.equal(edits.now, before, 'nothing was said of them');
});

test('a file may have any name', () => {
  const edits = new Edits();
  assert.deepEqual(edits.of('constructor'), {});
  edits.set('__proto__', 'title', 'x');
  assert.equal(edits.of('__proto__').title, 'x');
});

test('edits lie over what was read, places by them stand first', () => {
  const edits = new Edits();
  const rows = ['a', 'b', 'c'].map((id) => ({ id, title: id, place: id, excluded: id === 'c', words: 1, dropped: [], titleFrom: 'metadata' }));
  edits.set('b', 'title', 'B');
  edits.exclude('a', true);
  assert.deepEqual(laidOver(rows, edits).map(({ id, title, excluded }) => [id, title, excluded]), [['a', 'a', true], ['b', 'B', false], ['c', 'c', true]]);
  edits.order(moved(rows, 2, 0));
  assert.deepEqual(laidOver(rows, edits).map(({ id }) => id), ['c', 'a', 'b']);
  assert.deepEqual(laidOver([{ ...rows[0], id: 'new', place: 'new' }, ...rows], edits).map(({ id }) => id), ['c', 'a', 'b', 'new']);
  assert.ok(matches({ ...rows[0], place: 'x/y.md' }, 'Y.MD') && !matches(rows[0], 'b'));
});

test('a title that was put right comes from nowhere in the text', () => {
  const edits = new Edits();
  const rows = [{ place: 'a', title: 'a', titleFrom: 'text' }, { place: 'b', title: 'b', titleFrom: 'text' }];
  edits.set('a', 'title', 'A');
  edits.set('b', 'date', '2024');
  assert.deepEqual(laidOver(rows, edits).map(({ titleFrom }) => titleFrom), ['edit', 'text']);
  edits.set('a', 'title', '');
  assert.equal(laidOver(rows, edits)[0].titleFrom, 'text');
});

test('what the article itself left out can be taken in', () => {
  const edits = new Edits();
  edits.exclude('c', false);
  assert.equal(laidOver([{ place: 'c', excluded: true }], edits)[0].excluded, false);
});

test('the very same file is there once, another of its path has a path of its own', () => {
  const files = new Files();
  assert.deepEqual(files.add([{ path: 'x/a.md', file: file('a.md', 'one') }, { path: 'x.y/b', file: file('b') }]), { added: ['x/a.md', 'x.y/b'], same: 0 });
  assert.deepEqual(files.add([{ path: 'x/a.md', file: file('a.md', 'one') }, { path: 'x/a.md', file: file('a.md', 'other') }, { path: 'x.y/b', file: file('b', '', 5) }]), { added: ['x/a (2).md', 'x.y/b (2)'], same: 1 });
  assert.deepEqual(files.add([{ path: 'x/a.md', file: file('a.md', 'other') }]), { added: [], same: 1 });
  assert.deepEqual(files.add(['1', '22'].map((text) => ({ path: 'c.md.gz', file: file('c', text) }))).added, ['c.md.gz', 'c (2).md.gz']);
  assert.equal(files.bytes, 3 + 0 + 5 + 0 + 1 + 2);
});

test('a folder that is a site is its briefing, and nothing else is', () => {
  const found = (...paths) => paths.map((path) => ({ path, file: file(path) }));
  const paths = (...given) => reopened(found(...given)).map(({ path }) => path);
  const site = ['talks/index.html', 'talks/briefing.wasm', 'talks/define.js', 'talks/views/reader.js'];
  assert.deepEqual(paths('a.md', ...site, 'in/b.md'), ['a.md', 'talks.wasm', 'in/b.md']);
  assert.equal(reopened(found(...site))[0].file.name, 'talks/briefing.wasm');
  for (const other of [[...site, 'talks/a.md'], site.slice(1), site.map((path) => `in/${path}`), ['index.html', 'briefing.wasm']]) assert.deepEqual(paths(...other), other);
});

test('what is too large is told before anything is read', () => {
  const of = (size) => ({ path: 'a', file: { size } });
  assert.deepEqual([limited(0, [of(LARGE)]).says, limited(1, [of(LARGE)]).says, limited(MOST, [of(1)]).says], [undefined, 'large', 'tooLarge']);
  const { fine, huge } = limited(0, [of(MOST_OF_ONE + 1), of(1)]);
  assert.deepEqual([fine.length, huge.length], [1, 1]);
  assert.deepEqual(limited(MOST, [of(1)]).fine, []);
});

test('names of files are made of titles in any script', () => {
  assert.equal(fileName('US–Iraq security talks: “go”?', 'x'), 'us-iraq-security-talks-go');
  assert.equal(fileName('محادثات الأمن', 'x'), 'محادثات-الأمن');
  assert.equal(fileName('../../etc', 'x'), 'etc');
  assert.equal(fileName('???', 'briefing'), 'briefing');
  assert.equal([...fileName('𝒜'.repeat(80), 'x')].length, 50);
});

test('a pasted text is Markdown whose head says what was given', async () => {
  const { path, file: made } = asFile({ title: 'A "pier":\n# x', source: '', date: '2021-05', url: '', text: 'Words.' });
  assert.equal(path, 'pasted/a-pier-x.md');
  assert.equal(await made.text(), '---\ntitle: "A \\"pier\\":\\n# x"\ndate: "2021-05"\n---\n\nWords.\n');
  assert.equal(await asFile({ title: '', text: 'Only words.' }).file.text(), 'Only words.\n');
});

test('a refusal is parted into its file, the line and what is wrong', () => {
  const paths = ['a.md', 'x/a.md', 'b.zip'];
  const of = (refusal) => {
    const { file, line, words, added } = parted(refusal, paths);
    return [file, line, words, added];
  };
  assert.deepEqual(of({ file: 'x/a.md', message: 'x/a.md: is empty: add text' }), ['x/a.md', undefined, 'is empty: add text', 'x/a.md']);
  assert.deepEqual(of({ file: 'a.md', line: 12, message: 'a.md:12: no date' }), ['a.md', 12, 'no date', 'a.md']);
  assert.deepEqual(of({ file: 'b.zip/in/c.md', line: 3, message: 'b.zip/in/c.md:3: no date' }), ['b.zip/in/c.md', 3, 'no date', 'b.zip'], 'what can be removed is the archive');
  assert.deepEqual(of({ message: 'an edit names nobody' }), [undefined, undefined, 'an edit names nobody', undefined]);
  assert.deepEqual(parted({ key: 'unreadable', file: 'gone.md' }, paths), { file: 'gone.md', line: undefined, words: '', key: 'unreadable', values: undefined, added: undefined });
});

test('the codes of what is refused have a meaning in words', () => {
  assert.equal(parted({ code: 'bad-date', message: '' }, []).key, 'badDay');
  assert.equal(parted({ code: 'unheard-of', message: '' }, []).key, undefined);
  const known = [...readFileSync(new URL('../../src/error.rs', import.meta.url), 'utf8').matchAll(/=> "([a-z0-9-]+)"/g)].map(([, code]) => code);
  // What the command alone meets, what no file can bring about, and what is told otherwise.
  assert.deepEqual(known.filter((code) => !meaning(code)), ['bad-part', 'no-such-path', 'unreadable-file', 'unknown-format', 'not-found']);
});
