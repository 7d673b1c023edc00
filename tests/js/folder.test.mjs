/** The files of a folder in Node: the same as the command reads, whatever else lies there. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from '../../pkg/build.js';
import { folderFiles } from '../../pkg/folder.js';
import { briefing, newFolder, root } from './command.mjs';

const article = (name) => `${name} to Halvik\n\nThe ${name} to Halvik sails again from 2 May 2031, minister Ada Lindqvist said on Tuesday.\n`;

/** A folder of articles, two of which are links; and what lies beside it. */
function linked() {
  const folder = newFolder('links');
  const [news, away] = ['news', 'away'].map((name) => join(folder, name));
  for (const one of [news, away, join(news, '.hidden')]) mkdirSync(one);
  writeFileSync(join(news, 'ferry.txt'), article('Ferry'));
  writeFileSync(join(news, '.hidden', 'no.txt'), article('Ghost'));
  writeFileSync(join(away, 'train.md'), article('Train'));
  writeFileSync(join(folder, 'bus.txt'), article('Bus'));
  symlinkSync('../bus.txt', join(news, 'bus.txt'));
  symlinkSync(away, join(news, 'more'));
  writeFileSync(join(news, 'film.mp4'), '');
  truncateSync(join(news, 'film.mp4'), 3 * 2 ** 30);
  return news;
}

test('links are followed and films are not read, as by the command', async () => {
  const news = linked();
  const pack = join(newFolder('pack'), 'b.brief');
  briefing('build', news, '-o', pack);
  const files = await folderFiles(news);
  assert.deepEqual(files.map(({ path, bytes }) => [path.slice(news.length + 1), bytes.length > 0]), [['bus.txt', true], ['ferry.txt', true], ['film.mp4', false], ['more/train.md', true]]);
  const made = await build(files);
  assert.ok(Buffer.from(made.pack).equals(readFileSync(pack)));
  assert.match(made.table.notices[0], /film\.mp4: passed over/);
});

test('a link to nothing, a link back and a name that is no text are left out with a warning', async () => {
  const news = linked();
  const before = await folderFiles(news);
  symlinkSync('gone.txt', join(news, 'dangling.txt'));
  symlinkSync('../news', join(news, 'more', 'news'));
  writeFileSync(Buffer.concat([Buffer.from(`${news}/`), Buffer.from([0xe9]), Buffer.from('.txt')]), article('Tram'));
  const told = [];
  const warned = ({ name, message }) => name === 'BriefingWarning' && told.push(message.replace(`${news}/`, ''));
  process.on('warning', warned);
  const after = await folderFiles(news);
  await new Promise(setImmediate); // a warning is told after what gives it
  process.off('warning', warned);
  assert.deepEqual(after.map(({ path }) => path), before.map(({ path }) => path));
  assert.deepEqual(told.map((words) => words.replace(/: left out.*/, '')).sort(), ['dangling.txt', 'more/news', '\uFFFD.txt']);
  assert.match(told.find((words) => words.startsWith('more/news')), /leads back to its own folder$/);
});

test('what is no folder is told as such', async () => {
  const folder = newFolder('none');
  writeFileSync(join(folder, 'a.txt'), 'x');
  const name = 'BriefingError';
  await assert.rejects(folderFiles(join(folder, 'b')), { name, code: 'no-such-path', message: /none.*b: cannot be read .* give the path of a folder/ });
  await assert.rejects(folderFiles(join(folder, 'a.txt')), { name, code: 'bad-options', message: /a\.txt is no folder/ });
  await assert.rejects(folderFiles(), { name, code: 'bad-options', message: /^folder: expected a path, found undefined$/ });
});

test('every kind of file that a build reads is read', async () => {
  const [, table] = /const ENDINGS[^=]*= &\[(.*?)\n\];/s.exec(readFileSync(join(root, 'src/ingest/file.rs'), 'utf8'));
  const endings = [...table.matchAll(/"(\.\w+)"/g)].map(([, ending]) => ending).filter((ending) => !['.brief', '.wasm'].includes(ending));
  assert.ok(endings.length > 10);
  const folder = newFolder('kinds');
  const names = ['briefing.toml', 'A.ZIP', ...endings.flatMap((ending) => [`a${ending}`, `a${ending.toUpperCase()}.gz`])];
  for (const name of names) writeFileSync(join(folder, name), 'x');
  const read = (await folderFiles(folder)).filter(({ bytes }) => bytes.length);
  assert.deepEqual(read.map(({ path }) => path.slice(folder.length + 1)), names.sort());
});
