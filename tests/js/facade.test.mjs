/** The npm package in Node: opening briefings from everywhere, asking them, and what goes wrong. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Briefing, BriefingError } from 'briefing-widget';
import { build, newFolder, root } from './command.mjs';

const other = build('corpus', '--title', 'Another briefing');
const pack = await readFile(other.pack);

/** Asserts that work fails with a BriefingError of a code. */
async function fails(work, code, message = /./) {
  await assert.rejects(work, (error) => {
    assert.ok(error instanceof BriefingError && error instanceof Error, String(error));
    assert.equal(error.name, 'BriefingError');
    assert.equal(error.code, code, error.message);
    assert.match(error.message, message);
    return true;
  });
}

/** Serves the pack in ways that servers have. */
const server = createServer((request, response) => {
  const answers = {
    '/plain.brief': () => response.writeHead(200, { 'content-length': pack.length }).end(pack),
    '/chunked.brief': () => {
      response.writeHead(200);
      for (let at = 0; at < pack.length; at += 4096) response.write(pack.subarray(at, at + 4096));
      response.end();
    },
    '/gzip.brief': () => {
      const packed = gzipSync(pack);
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length }).end(packed);
    },
    '/half.brief': () => {
      response.writeHead(200, { 'content-length': pack.length });
      response.write(pack.subarray(0, pack.length / 2), () => response.destroy());
    },
    '/empty.brief': () => response.writeHead(204).end(),
  };
  (answers[request.url] ?? (() => response.writeHead(404).end('no such file')))();
});
let origin;
before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

test('the default briefing is inside the package', async () => {
  const briefing = await Briefing.load();
  const { documents } = await briefing.info();
  assert.equal(documents.length, 5);
  const { hits, total } = await briefing.search(documents[0].title);
  assert.ok(total >= 1);
  assert.equal(hits[0].document, documents[0].document);
});

test('importing the package does nothing', () => {
  const script = `
    globalThis.fetch = () => { throw new Error('fetched'); };
    const before = Reflect.ownKeys(globalThis).length;
    await import('briefing-widget');
    if (Reflect.ownKeys(globalThis).length !== before) throw new Error('a global was made');
    const { memory } = process.memoryUsage(); process.stdout.write('quiet');`;
  assert.equal(execFileSync('node', ['--input-type=module', '--eval', script], { cwd: root, encoding: 'utf8' }), 'quiet');
});

test('limit and offset page through the hits in one order', async () => {
  const briefing = await Briefing.load();
  const all = await briefing.search('the', { limit: 5 });
  const paged = [];
  for (let offset = 0; offset < all.total; offset += 1) {
    paged.push(...(await briefing.search('the', { limit: 1, offset })).hits);
  }
  assert.deepEqual(paged, all.hits);
});

test('prefix: false takes the last word as it stands', async () => {
  const briefing = await Briefing.load();
  const word = (await briefing.info()).documents[0].title.split(' ').find((piece) => /^[A-Za-z]{7,}$/.test(piece));
  const beginning = word.slice(0, 4);
  assert.ok((await briefing.search(beginning)).total > 0);
  assert.equal((await briefing.search(beginning, { prefix: false })).total, 0);
});

test('hits stand by relevance, or by date either way', async () => {
  const briefing = await Briefing.load();
  const dates = async (order) => (await briefing.search('iraq', { order })).hits.map(({ date }) => date);
  const oldest = await dates('oldest');
  assert.ok(oldest.length > 2);
  assert.deepEqual(oldest, oldest.toSorted());
  assert.deepEqual(await dates('newest'), oldest.toReversed());
  assert.deepEqual(await dates(undefined), await dates('relevance'));
});

test('a search says how the query was read, and counts what it found', async () => {
  const briefing = await Briefing.load();
  const { corrections, ignored, unread, facets, total } = await briefing.search('minster qqqqq before:soon');
  assert.deepEqual(corrections, [{ from: 'minster', to: 'minister' }]);
  assert.ok(ignored.includes('qqqqq'));
  assert.deepEqual(unread, ['before:soon']);
  assert.equal(facets.years.reduce((sum, { documents }) => sum + documents, 0), total);
});

test('a pack opens by path, by file URL, from a server and from bytes alike', async () => {
  const sources = [other.pack, pathToFileURL(other.pack), pathToFileURL(other.pack).href, `${origin}/plain.brief`];
  const expected = await (await Briefing.fromBytes(pack)).info();
  assert.equal(expected.title, 'Another briefing');
  for (const src of sources) assert.deepEqual(await (await Briefing.load({ src })).info(), expected, String(src));
});

test('a wrong option never opens another briefing in the place of the one that was meant', async () => {
  const wrong = [
    ['other.brief', /must be an object/], [7, /must be an object/], [{ scr: other.pack }, /no option `scr`/],
    [{ src: '' }, /`src`/], [{ src: 7 }, /`src`/], [{ src: {} }, /`src`/], [{ src: other.pack, onProgress: 7 }, /`onProgress`/],
  ];
  for (const [options, message] of wrong) await fails(() => Briefing.load(options), 'bad-options', message);
  await fails(() => Briefing.fromBytes(pack, { src: other.pack }), 'bad-options', /no option `src`/);
  for (const options of [undefined, null, {}, { src: undefined }, { src: null }]) {
    assert.equal((await (await Briefing.load(options)).info()).documents.length, 5);
  }
});

test('bytes may be a buffer or a view into a larger one', async () => {
  const larger = new Uint8Array(pack.length + 7);
  larger.set(pack, 3);
  const forms = [Uint8Array.from(pack).buffer, larger.subarray(3, 3 + pack.length), new DataView(larger.buffer, 3, pack.length)];
  for (const form of forms) assert.equal((await (await Briefing.fromBytes(form)).info()).title, 'Another briefing');
});

test('a module made by `briefing build --wasm` brings its briefing', async () => {
  const bytes = await readFile(other.wasm);
  for (const wasm of [other.wasm, pathToFileURL(other.wasm), bytes, await WebAssembly.compile(bytes)]) {
    assert.equal((await (await Briefing.load({ wasm })).info()).title, 'Another briefing');
  }
  assert.notEqual((await (await Briefing.load()).info()).title, 'Another briefing');
});

test('progress tells the bytes so far and in all', async () => {
  const seen = [];
  await Briefing.load({ src: `${origin}/plain.brief`, onProgress: (progress) => seen.push(progress) });
  assert.ok(seen.length > 0);
  assert.deepEqual(seen.at(-1), { loaded: pack.length, total: pack.length });
  assert.ok(seen.every(({ loaded }, index) => index === 0 || loaded > seen[index - 1].loaded));
});

test('where the server does not count the bytes that arrive, progress has no total', async () => {
  for (const name of ['chunked.brief', 'gzip.brief']) {
    const seen = [];
    await Briefing.load({ src: `${origin}/${name}`, onProgress: (progress) => seen.push(progress) });
    assert.deepEqual(seen.at(-1), { loaded: pack.length, total: undefined }, name);
  }
});

test('what cannot be fetched says so', async () => {
  await fails(() => Briefing.load({ src: `${origin}/none.brief` }), 'fetch', /none\.brief.*404/);
  await fails(() => Briefing.load({ src: `${origin}/half.brief` }), 'fetch', /half\.brief/);
  await fails(() => Briefing.load({ src: `${origin}/empty.brief` }), 'not-a-pack');
  await fails(() => Briefing.load({ src: 'http://127.0.0.1:1/x.brief' }), 'fetch', /127\.0\.0\.1:1/);
  await fails(() => Briefing.load({ src: '/no/such/file.brief' }), 'fetch', /no\/such\/file\.brief/);
});

test('an exception of the progress callback comes out as it is', async () => {
  const thrown = new RangeError('mine');
  const onProgress = () => { throw thrown; };
  await assert.rejects(Briefing.load({ src: `${origin}/plain.brief`, onProgress }), (error) => error === thrown);
});

test('bytes that are no good pack give the code of what is wrong', async () => {
  const changed = (at) => { const copy = Uint8Array.from(pack); copy[at] ^= 0x55; return copy; };
  await fails(() => Briefing.fromBytes(new Uint8Array()), 'not-a-pack');
  await fails(() => Briefing.fromBytes(new TextEncoder().encode('<!doctype html><title>Not found</title>')), 'not-a-pack');
  await fails(() => Briefing.fromBytes(pack.subarray(0, pack.length - 1)), 'pack-cut-short', new RegExp(`${pack.length}.*${pack.length - 1}`));
  await fails(() => Briefing.fromBytes(changed(8)), 'pack-version');
  await fails(() => Briefing.fromBytes(changed(pack.length - 1)), 'pack-checksum');
  await fails(() => Briefing.fromBytes('a string'), 'bad-options');
});

test('an engine that is none, or holds no briefing, says so, and the next load works', async () => {
  await fails(() => Briefing.load({ wasm: new Uint8Array([1, 2, 3]) }), 'engine');
  await fails(() => Briefing.load({ wasm: '/no/such/file.wasm' }), 'engine', /no\/such\/file\.wasm/);
  await fails(() => Briefing.load({ wasm: new URL('../../pkg/dist/engine.wasm', import.meta.url) }), 'no-pack');
  assert.equal((await (await Briefing.load()).info()).documents.length, 5);
});

test('a module that cannot be linked leaves the way free for one that can', () => {
  // In a process of its own: the engine of this one runs already.
  const script = `
    import { Briefing } from 'briefing-widget';
    const alien = Uint8Array.from([0,97,115,109,1,0,0,0, 1,4,1,96,0,0, 2,7,1,1,97,1,98,0,0]);
    const failed = await Briefing.load({ wasm: alien }).catch(({ code }) => code);
    const { documents } = await (await Briefing.load()).info();
    process.stdout.write(failed + ' ' + documents.length);`;
  assert.equal(execFileSync('node', ['--input-type=module', '--eval', script], { cwd: root, encoding: 'utf8' }), 'engine 5');
});

test('an option that is wrong is named', async () => {
  const briefing = await Briefing.load();
  const wrong = [
    [{ limit: -1 }, /limit.*-1/],
    [{ limit: 1.5 }, /limit.*1\.5/],
    [{ limit: 2 ** 32 }, /limit.*4294967296/],
    [{ limit: Number.NaN }, /limit/],
    [{ limit: '3' }, /limit.*"3"/],
    [{ limit: 3n }, /limit/],
    [{ limit: { valueOf: () => 3 } }, /limit/],
    [{ prefix: null }, /prefix.*null/],
    [{ order: 'best' }, /order.*"best"/],
    [{ limt: 3 }, /limt/],
    [[], /object/],
    [3, /object/],
  ];
  for (const [options, message] of wrong) await fails(() => briefing.search('talks', options), 'bad-options', message);
  await fails(() => briefing.overview({ words: 'few' }), 'bad-options', /words.*"few"/);
  await fails(() => briefing.search(undefined), 'bad-options', /query/);
});

test('options that are left out, undefined or null are the defaults', async () => {
  const briefing = await Briefing.load();
  const expected = await briefing.search('talks');
  for (const options of [undefined, null, {}, { limit: undefined, prefix: undefined }, { limit: 10, offset: 0, prefix: true }]) {
    assert.deepEqual(await briefing.search('talks', options), expected);
  }
  assert.deepEqual(await briefing.overview({ words: undefined }), await briefing.overview());
});

test('an unknown document is not found, by any name', async () => {
  const briefing = await Briefing.load();
  for (const id of ['no-such-document', '', '../../etc/passwd', '\u0000', '\ud800', '🙂'.repeat(1000), 7]) {
    await fails(() => briefing.article(id), 'not-found');
    await fails(() => briefing.document(id), 'not-found');
  }
});

test('a freed briefing says so, twice freed is freed, and others live on', async () => {
  const [first, second] = [await Briefing.load(), await Briefing.load()];
  await first.free();
  await first.free();
  await fails(() => first.info(), 'freed');
  await fails(() => first.search('talks'), 'freed');
  assert.equal((await second.info()).documents.length, 5);
});

test('every span is the text of its document at its offsets', async () => {
  const briefing = await Briefing.load();
  const { documents } = await briefing.info();
  const texts = new Map();
  for (const { document } of documents) {
    const { blocks } = await briefing.document(document);
    texts.set(document, blocks);
    for (const { start, end, text, sentences } of blocks) {
      assert.equal(end - start, text.length);
      for (const [from, to] of sentences) assert.ok(start <= from && from < to && to <= end);
    }
  }
  const check = ({ document, start, end, text }) => {
    const block = texts.get(document).find((candidate) => candidate.start <= start && end <= candidate.end);
    assert.ok(block, `${document} ${start}–${end} lies in one block`);
    assert.equal(block.text.slice(start - block.start, end - block.start), text);
  };
  const overview = await briefing.overview();
  assert.ok(overview.keyPoints.length > 0);
  for (const { span, support } of overview.keyPoints) [span, ...support].forEach(check);
  for (const { document, title } of documents) {
    (await briefing.article(document)).summary.forEach(check);
    const { answer, hits } = await briefing.search(title);
    answer.forEach(check);
    for (const { excerpt } of hits) {
      check(excerpt.span);
      for (const [from, to] of excerpt.marks) assert.ok(excerpt.span.start <= from && from < to && to <= excerpt.span.end);
    }
  }
});

test('a briefing of nothing but emoji and right-to-left text keeps its offsets', async () => {
  const folder = newFolder('scripts');
  const { writeFile } = await import('node:fs/promises');
  await writeFile(`${folder}/mixed.md`, '---\ntitle: Mixed 🙂 scripts\n---\n\nFirst 🙂🙂 sentence about rivers. قال الوزير إن النهر مرتفع. Then rivers again, naïve café.\n');
  const built = build(folder);
  const briefing = await Briefing.load({ src: built.pack });
  const { blocks } = await briefing.document('mixed');
  const { hits } = await briefing.search('rivers');
  for (const [from, to] of hits[0].excerpt.marks) {
    const block = blocks.find(({ start, end }) => start <= from && to <= end);
    assert.equal(block.text.slice(from - block.start, to - block.start), 'rivers');
  }
  assert.equal((await briefing.search('CAFE\u0301')).total, 1);
});
