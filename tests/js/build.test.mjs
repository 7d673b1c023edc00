/** Files in, a briefing out, by WebAssembly in Node: the same bytes as the command gives, and the same words. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
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
  const all = workshop.table().documents;
  const [first, second] = all;
  const edits = { title: 'Edited', documents: { [first.id]: { title: 'Another "title"', date: '2031-05' }, [second.id]: { exclude: true } } };
  const table = workshop.table(edits);
  assert.equal(table.documents.find(({ id }) => id === first.id).title, 'Another "title"');
  assert.equal(table.documents.find(({ id }) => id === second.id).excluded, true);
  const pack = workshop.build(edits);
  const { documents } = await (await Briefing.fromBytes(pack)).info();
  assert.equal(documents.length, all.length - 1);
  const folder = articles[0].path.slice(0, articles[0].path.lastIndexOf('/'));
  const again = await build([...articles, text(`${folder}/briefing.toml`, workshop.toml(edits))]);
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

test('a wrong edit, no articles and a wrong file are errors with a code', async () => {
  const is = (code) => (error) => error instanceof BriefingError && error.code === code;
  await assert.rejects(build([FERRY], { documents: { ferry: { date: 'soon' } } }), is('bad-edit'));
  await assert.rejects(build([]), is('no-articles'));
  await assert.rejects(build([text('empty.txt', '')]), is('no-articles'));
  await assert.rejects(wasm(new Uint8Array(3)).then(() => html(new Uint8Array(3))), is('not-a-pack'));
});

test('it can be stopped between two files', async () => {
  const stop = new AbortController();
  await assert.rejects(build([FERRY, FERRY], { signal: stop.signal, onProgress: () => stop.abort() }), { name: 'AbortError' });
});
