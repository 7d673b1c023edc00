/** Files in, a briefing out, by WebAssembly in Node: the same bytes as the command gives, and the same words. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BriefingError, Workshop, build, html, site, wasm } from '../../pkg/build.js';
import { folderFiles } from '../../pkg/folder.js';
import { Briefing } from '../../pkg/node.js';
import { briefing, newFolder, root } from './command.mjs';

/** Articles of text alone, and of every format. */
const FOLDERS = ['corpus', 'tests/fixtures/formats'];

const text = (path, words) => ({ path, bytes: new TextEncoder().encode(words) });

const FERRY = text('ferry.txt', 'Night ferry to Halvik\n\nThe night ferry to Halvik sails again from 2 May 2031, minister Ada Lindqvist said on Tuesday.\n');

for (const folder of FOLDERS) {
  test(`of ${folder}, command and functions make the same bytes in every form`, async () => {
    const out = newFolder('same');
    const at = (name) => join(out, name);
    briefing('build', folder, '-o', at('b.brief'), '--wasm', at('b.wasm'), '--html', at('b.html'), '--site', at('site'));
    const { pack } = await build(await folderFiles(join(root, folder)));
    const same = (made, path) => assert.ok(Buffer.from(made).equals(readFileSync(at(path))), path);
    same(pack, 'b.brief');
    same(await wasm(pack), 'b.wasm');
    same(await html(pack), 'b.html');
    const files = await site(pack);
    files.forEach(({ path, bytes }) => same(bytes, join('site', path)));
    const written = readdirSync(at('site'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    assert.equal(files.length, written.length);
  });
}

test('edits win over the files, and the briefing.toml that they come to says the same', async () => {
  const files = await folderFiles(join(root, 'corpus'));
  const articles = files.filter(({ path }) => !path.endsWith('.toml'));
  const workshop = new Workshop();
  for (const file of articles) await workshop.add(file);
  const all = (await workshop.table()).documents;
  const [first, second, third] = all;
  const edits = { title: 'Edited', documents: { [first.id]: { title: 'Another "title"', date: '2031-05' }, [second.id]: { exclude: true }, [third.id]: { source: 'Wave', url: 'https://wave.example/3', order: 1 } } };
  const table = await workshop.table(edits);
  assert.equal(table.documents.find(({ id }) => id === first.id).title, 'Another "title"');
  assert.equal(table.documents.find(({ id }) => id === second.id).excluded, true);
  const [{ id, source, url, order }] = table.documents;
  assert.deepEqual({ id, source, url, order }, { id: third.id, source: 'Wave', url: 'https://wave.example/3', order: 1 });
  const pack = await workshop.build(edits);
  const { documents } = await (await Briefing.fromBytes(pack)).info();
  assert.equal(documents.length, all.length - 1);
  const folder = articles[0].path.slice(0, articles[0].path.lastIndexOf('/'));
  const again = await build([...articles, text(`${folder}/briefing.toml`, await workshop.toml(edits))]);
  assert.ok(Buffer.from(again.pack).equals(Buffer.from(pack)));
});

test('what cannot be read is told, and the rest is built', async () => {
  const steps = [];
  const bad = text('cut.zip', 'PK\x03\x04 and no more');
  const { table } = await build([FERRY, bad], { onProgress: (progress) => steps.push(progress) });
  assert.equal(table.documents.length, 1);
  assert.match(table.refused[0].message, /^cut\.zip: /);
  assert.deepEqual(steps.slice(0, 2), [{ stage: 'read', step: 'ferry.txt', done: 0, of: 2 }, { stage: 'read', step: 'cut.zip', done: 1, of: 2 }]);
  const built = steps.filter(({ stage }) => stage === 'build');
  assert.ok(built.length > 5 && built.every(({ done, of }, at) => done === at && of === built.length));
});

test('a page that is named as a text is read as a page', async () => {
  const page = text('ferry.txt', '<!doctype html><title>Night ferry</title><article><p>The night ferry to Halvik sails again from 2 May 2031, the minister said on Tuesday.</p></article>');
  const { table } = await build([page]);
  assert.equal(table.documents[0].title, 'Night ferry');
  assert.match(table.notices[0], /^ferry\.txt: read as an HTML page/);
});

const GERMAN = text('faehre.txt', 'Die Fähre nach Halvik fährt wieder\n\nDer Hafen von Halvik wird am 2. Mai 2031 wieder geöffnet, sagte die Ministerin Ada Berg am Dienstag. „Die Fähren fahren wieder in der Nacht“, sagte sie. Die Stadt hatte lange auf den Tag gewartet, und die Häfen der Insel waren den ganzen Winter nicht zu erreichen.');
const QUOTING = text('quoting.txt', 'Ferry sails again\n\nThe night ferry to Halvik sails again, the minister said on Tuesday. The paper of the town wrote of it in one word, العبارة, and the harbour was full of people who had waited for the day.');

for (const [what, files] of [['an article in another language', [FERRY, GERMAN]], ['an article that quotes another script', [FERRY, QUOTING]], ['articles in English', [FERRY]]]) {
  test(`${what}: the bytes are those of the command, with whichever studio`, async () => {
    const folder = newFolder('languages');
    files.forEach(({ path, bytes }) => writeFileSync(join(folder, path), bytes));
    briefing('build', folder, '-o', join(folder, 'out.brief'));
    const { pack } = await build(files);
    assert.ok(Buffer.from(pack).equals(readFileSync(join(folder, 'out.brief'))));
  });
}

test('a wrong edit, no articles and a wrong file are errors with a code', async () => {
  const is = (code) => (error) => error instanceof BriefingError && error.code === code;
  await assert.rejects(build([FERRY], { documents: { ferry: { date: 'soon' } } }), is('bad-edit'));
  await assert.rejects(build([]), is('no-articles'));
  await assert.rejects(build([text('empty.txt', '')]), is('no-articles'));
  await assert.rejects(wasm(new Uint8Array(3)).then(() => html(new Uint8Array(3))), is('not-a-pack'));
});

test('what is no file, no pack or no option is told as such, before anything is read', async () => {
  const told = (promise, message) => assert.rejects(promise, (error) => {
    assert.ok(error instanceof BriefingError, String(error));
    assert.equal(error.code, 'bad-options');
    assert.match(error.message, message);
    return true;
  });
  const { bytes } = FERRY;
  await told(build(), /files: expected an iterable.* found Undefined/);
  await told(build(7), /files: expected an iterable.* found Number/);
  await told(build('news'), /a file: expected \{ path: string.* found String/);
  await told(build([null]), /a file: .* found Null/);
  await told(build([FERRY, { path: 3, bytes }]), /a file: .* found path Number, bytes Uint8Array/);
  await told(build([{ path: '', bytes }]), /a file: .* found path that is empty/);
  for (const [bytes, found] of [['text', 'String'], [undefined, 'Undefined'], [null, 'Null'], [[1], 'Array']]) await told(build([{ path: 'a.txt', bytes }]), new RegExp(`^a.txt: .* bytes ${found}$`));
  await told(new Workshop().add({ path: 'a.txt' }), /^a.txt: .* bytes Undefined$/);
  for (const make of [html, wasm, site]) await told(make(), /^pack: expected a Uint8Array.* found Undefined$/);
  await told(build([FERRY], 'title'), /^options must be an object$/);
  await told(build([FERRY], { titel: 'A' }), /no option `titel`; known are title, documents, onProgress, signal$/);
  await told(build([FERRY], { signal: new AbortController() }), /^`signal`: expected an AbortSignal, found AbortController/);
  await told(build([FERRY], { onProgress: 'x' }), /^`onProgress`: expected a function, found String "x"$/);
  await told(build([FERRY], { title: 5 }), /^`title`: expected a string, found Number 5$/);
  for (const [edit, message] of [[{ order: 1.5 }, /`order`: expected a whole number, found Number 1\.5$/], [{ exclude: 'no' }, /`exclude`: expected true or false, found String "no"$/]]) {
    await told(build([FERRY], { documents: { ferry: edit } }), new RegExp(`^\`documents\`, "ferry", ${message.source}`));
  }
  const handedOn = bytes.slice();
  structuredClone(handedOn, { transfer: [handedOn.buffer] });
  await told(build([{ path: 'a.txt', bytes: handedOn }]), /^a\.txt: its bytes are no longer there/);
  await told(build([FERRY], { documents: { ferry: { titel: 'A' } } }), /no option `titel` in `documents`, "ferry"; known are title, source/);
  await told(build([FERRY], { documents: [] }), /`documents` must be an object/);
  await told(build([FERRY], { documents: { ferry: 'A' } }), /`documents`, "ferry" must be an object/);
});

test('files come in any iterable, their bytes in any form', async () => {
  const { pack } = await build([FERRY], null);
  assert.deepEqual((await build([FERRY], { documents: { ferry: undefined } })).pack, pack);
  assert.deepEqual((await build([FERRY], { title: undefined, documents: null })).pack, pack);
  const { bytes } = FERRY;
  const within = Buffer.concat([Buffer.from('..'), bytes]);
  async function* later() {
    yield FERRY;
  }
  const forms = [bytes.slice().buffer, new Blob([bytes]), new DataView(within.buffer, within.byteOffset + 2, bytes.length), within.subarray(2)];
  for (const files of [new Set([FERRY]), later(), ...forms.map((bytes) => [{ path: 'ferry.txt', bytes }])]) {
    assert.ok(Buffer.from((await build(files)).pack).equals(Buffer.from(pack)));
  }
  assert.deepEqual(await html(pack.slice().buffer), await html(pack));
});

test('a build of nothing tells why', async () => {
  const all = { documents: { ferry: { exclude: true } } };
  await assert.rejects(build([FERRY], all), { code: 'no-articles', message: /^all articles are excluded \(1\)/ });
  await assert.rejects(build([text('README.md', 'Read me.')]), { code: 'no-articles', message: /^no file holds an article/ });
});

test('files that are added at once are all read, and removed in their turn', async () => {
  const workshop = new Workshop();
  const { bytes } = FERRY;
  const slow = { size: bytes.length, arrayBuffer: () => new Promise((done) => { setTimeout(() => done(bytes.buffer), 50); }) };
  Object.setPrototypeOf(slow, Blob.prototype);
  const broken = Object.assign(Object.create(Blob.prototype), { arrayBuffer: () => Promise.reject(new Error('gone')) });
  const [first, second, , gone] = await Promise.allSettled([
    workshop.add({ path: 'a.txt', bytes: slow }), workshop.add({ path: 'b.txt', bytes: broken }), workshop.add({ path: 'c.md', bytes }), workshop.remove('a.txt'), workshop.add({ path: 'd.txt', bytes }),
  ]);
  assert.deepEqual([first.status, second.reason?.message, gone.value], ['fulfilled', 'gone', true]);
  assert.deepEqual((await workshop.table()).documents.map(({ id }) => id), ['c', 'd']);
});

test('what a listener throws ends the build, and what it asks of the workshop is done in its turn', async () => {
  for (const stage of ['read', 'build']) {
    await assert.rejects(build([FERRY], { onProgress: (told) => { if (told.stage === stage) throw new Error(`enough of ${stage}`); } }), { message: `enough of ${stage}` });
  }
  const workshop = new Workshop();
  await workshop.add(FERRY);
  const asked = [];
  await workshop.build({}, () => asked.push(workshop.table()));
  for (const { documents } of await Promise.all(asked)) assert.equal(documents.length, 1);
});

test('every code of the core is one of the types', () => {
  const [, types] = /type BriefingErrorCode =([^;]*);/.exec(readFileSync(join(root, 'pkg/index.d.ts'), 'utf8'));
  const codes = [...readFileSync(join(root, 'src/error.rs'), 'utf8').matchAll(/=> "([a-z0-9-]+)",/g)].map(([, code]) => code);
  assert.ok(codes.length > 15);
  for (const code of codes) assert.ok(types.includes(`'${code}'`), code);
});

test('it can be stopped between two files, and before the build', async () => {
  for (const files of [[FERRY, FERRY], [FERRY]]) {
    const stop = new AbortController();
    const steps = [];
    await assert.rejects(build(files, { signal: stop.signal, onProgress: ({ stage }) => { steps.push(stage); stop.abort(); } }), { name: 'AbortError' });
    assert.deepEqual(steps, ['read']);
  }
});
