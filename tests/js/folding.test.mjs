/** Words typed without accents or capitals, as JavaScript takes them off, find the words of a briefing. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { briefing, newFolder } from './command.mjs';

/** What a browser makes of a word: decomposed, in small letters, without accents. @param {string} word */
const folded = (word) => word.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

/** Letters of Latin, Greek and Cyrillic as first and last code points. */
const ranges = [[0xc0, 0x24f], [0x370, 0x3ff], [0x400, 0x52f], [0x1e00, 0x1eff], [0x1f00, 0x1fff], [0xff21, 0xff5a]];

const letters = ranges
  .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)))
  // Ŀ decomposes to a letter and a dot, which parts words.
  .filter((letter) => /^\p{L}$/u.test(letter) && /^\p{L}+$/u.test(folded(letter)));

/** Real words beside the made-up ones, each with the letters of one script. */
const words = [
  'Zürich', 'ÅNGSTRÖM', 'naïveté', 'Dvořák', 'Đoković', 'İstanbul', 'FAÇADE', 'ﬁnance', 'Việt', 'ＩＳＡＦ',
  'Αθήνα', 'ΟΔΟΣ', 'ὁδός', 'Κύπρος', 'Киёв', 'ЙОД', 'Ґалаґан', 'Ђорђе',
  ...letters.map((letter) => `ka${letter}ta`),
  ...letters.map((letter) => `${letter}tak`),
];

const folder = newFolder('folding');
const pack = join(folder, 'folding.brief');

/** How many queries are asked at once: their answers go through a buffer of a megabyte. */
const together = 100;

/**
 * The documents that each query finds.
 * @param {string[]} queries
 * @returns {Map<string, Set<string>>}
 */
function search(queries) {
  const file = join(folder, 'queries.jsonl');
  const found = new Map(queries.map((query) => [query, new Set()]));
  for (let from = 0; from < queries.length; from += together) {
    const some = queries.slice(from, from + together);
    writeFileSync(file, some.map((text, at) => JSON.stringify({ id: String(at), text })).join('\n'));
    for (const line of briefing('search', pack, '--queries', file, '--format', 'trec').split('\n').filter(Boolean)) {
      const [query, , document] = line.split(' ');
      found.get(some[Number(query)]).add(document);
    }
  }
  return found;
}

test('a word typed as JavaScript folds it finds the document, and so does the word itself', () => {
  const articles = join(folder, 'articles.jsonl');
  const article = (word, at) => JSON.stringify({ id: `w${at}`, title: `Number ${at}`, text: `They wrote ${word} on the wall.` });
  writeFileSync(articles, words.map(article).join('\n'));
  briefing('build', articles, '-o', pack);
  const found = search([...new Set(words.flatMap((word) => [word, folded(word)]))]);
  const missed = words.flatMap((word, at) =>
    [word, folded(word)].filter((query) => !found.get(query).has(`w${at}`)).map((query) => `${query} for ${word}`),
  );
  assert.deepEqual(missed, []);
});
