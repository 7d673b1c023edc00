/** The command and the WebAssembly engine are one core: the same JSON for the same question. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Briefing } from 'briefing-widget';
import { briefing as command, build, root } from './command.mjs';

/** Thirty queries: words, names, phrases, prefixes, numbers, and what people paste and mistype. */
const QUERIES = [
  'peshmerga', 'Peshmerga', 'PESHMERGA forces', 'security', 'securing', 'talks', 'talk', 'military commission',
  'the', 'of the', 'withdrawal timetable', '2008 agreement', '2024', 'July 22', 'Iraq', 'iraqi', 'Kurdistan Region',
  'coalition mission', 'dialog', 'pent', 'p', 'U.S.', 'CJTF-OIR', '“strategic framework”', 'café naïve', 'ﬁght',
  'zzzz unknownword', '  spaces\tand\nlines  ', '!!! ??', '🙂 العراق',
];

/** Every part of the query language, names under other names, and words misspelt. */
const LANGUAGE = [
  '"military commission" -talks', 'Daesh OR peshmerga', 'source:news minister', 'tag:"ISIS" on:2024', 'person:Austin after:2024-01',
  'before:2023-08-10', 'before:soon "open', 'CJTF OIR', 'minster of defence', '"no such words" nowhere',
];

const folders = ['corpus', '../shared/seeds'].filter((folder) => {
  const there = existsSync(join(root, folder));
  if (!there) console.log(`${folder} is not here: skipped`);
  return there;
});

test('there are thirty queries', () => {
  assert.equal(new Set(QUERIES).size, 30);
});

for (const folder of folders) {
  const { pack } = build(folder);
  const open = () => Briefing.fromBytes(readFileSync(pack));
  const asked = (...words) => JSON.parse(command(...words));

  for (const query of QUERIES) {
    test(`${folder}: searching ${JSON.stringify(query)} natively and in wasm gives the same JSON`, async () => {
      assert.deepEqual(await (await open()).search(query), asked('search', pack, '--json', '--', query));
    });
  }

  test(`${folder}: the query language and every order give the same JSON`, async () => {
    const briefing = await open();
    for (const query of LANGUAGE) {
      for (const order of ['relevance', 'newest', 'oldest']) {
        assert.deepEqual(await briefing.search(query, { order }), asked('search', pack, '--json', '--order', order, '--', query), `${query} ${order}`);
      }
    }
  });

  test(`${folder}: limits and offsets give the same JSON`, async () => {
    const briefing = await open();
    for (const [limit, offset] of [[1, 0], [2, 1], [0, 0], [3, 100]]) {
      const native = asked('search', pack, 'the', '--json', '--limit', String(limit), '--offset', String(offset));
      assert.deepEqual(await briefing.search('the', { limit, offset }), native);
    }
  });

  test(`${folder}: all cards give the same JSON`, async () => {
    const briefing = await open();
    assert.deepEqual(await briefing.overview(), asked('card', pack, 'overview', '--json'));
    for (const words of [0, 1, 60, 100_000]) {
      assert.deepEqual(await briefing.overview({ words }), asked('card', pack, 'overview', '--words', String(words), '--json'));
    }
    for (const kind of ['who', 'timeline', 'quotes', 'differences', 'glossary']) {
      assert.deepEqual(await briefing[kind](), asked('card', pack, kind, '--json'), kind);
    }
    const { documents } = await briefing.info();
    assert.ok(documents.length > 0);
    for (const { document } of documents) {
      assert.deepEqual(await briefing.article(document), asked('card', pack, 'article', '--id', document, '--json'));
    }
  });
}
