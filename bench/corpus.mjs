/** What is searched: articles and queries from files, or made up from a seed, the same each time. */
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

/** One object a line, also gzipped. */
export async function readLines(file) {
  const bytes = await readFile(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').filter((line) => line.trim()).map((line) => JSON.parse(line));
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Different words in the made-up language; a newspaper's ten thousand articles have about as many. */
const VOCABULARY = 40_000;

/** Words of an article on average, as in newswire. */
const WORDS = 130;

/** Articles in a made-up language whose words are as unequally frequent as words are (Zipf). */
export function madeUp(count, random) {
  const words = vocabulary(random);
  const word = () => words[Math.floor(VOCABULARY ** random()) - 1];
  const run = (length) => Array.from({ length }, word).join(' ');
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  return Array.from({ length: count }, (_, place) => {
    const sentences = Array.from({ length: 2 + Math.floor(random() * 9) }, () => (
      `${capital(run(Math.round(WORDS / 6 * (0.5 + random()))))}.`
    ));
    return { id: String(place + 1), title: capital(run(4 + Math.floor(random() * 5))), text: sentences.join(' ') };
  });
}

/** Different words of one to five syllables, shorter ones first. */
function vocabulary(random) {
  const pick = (letters) => letters[Math.floor(random() * letters.length)];
  const words = new Set();
  while (words.size < VOCABULARY) {
    const syllables = 1 + Math.floor(random() * (1 + Math.log10(1 + words.size)));
    let word = '';
    for (let n = 0; n < syllables; n += 1) word += pick('bcdfghklmnprstvwz') + pick('aeiou') + pick(['', 'n', 'r', 's']);
    words.add(word);
  }
  return [...words];
}

/** Queries of one to four neighbouring words of some article's title or text. */
export function queriesFrom(documents, count, random) {
  return Array.from({ length: count }, () => {
    const document = documents[Math.floor(random() * documents.length)];
    const words = (random() < 0.5 ? document.title : document.text).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['a'];
    const start = Math.floor(random() * words.length);
    return words.slice(start, start + 1 + Math.floor(random() * 4)).join(' ');
  });
}

/** Every prefix of every query: what a search box sees that answers each key. */
export const prefixes = (queries) => queries.flatMap((query) => (
  Array.from(query, (_, place) => Array.from(query).slice(0, place + 1).join(''))
));
