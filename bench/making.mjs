/**
 * Making a briefing in a browser: the worker of the page where briefings are made, beside the native command, over as
 * many articles as fill each size.
 *
 *     node making.mjs --command BRIEFING --site FOLDER --work FOLDER --write FILE.md [--docs F] [--quick]
 *
 * `cargo xtask bench --making` builds what it needs and calls it; docs/benchmarks.md says what is measured and how.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { madeUp, readLines, seeded } from './corpus.mjs';
import { largestBelow } from './memory.mjs';
import { write } from './report.mjs';
import { serve } from './server.mjs';

const { values: options } = parseArgs({
  options: {
    command: { type: 'string' },
    site: { type: 'string' },
    work: { type: 'string' },
    write: { type: 'string' },
    docs: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});

const MB = 1_000_000;
const SIZES = (options.quick ? [1] : [1, 10, 50, 100]).map((size) => size * MB);

/** Articles of a made-up language in a megabyte, and some more. They are said to be English, so that its rules go over them. */
const PER_MB = 1_300;

/** How often a process is asked for its memory, in milliseconds. */
const PULSE = 250;

/** A browser gives up on a script that takes longer, in milliseconds. */
const LONGEST = 1_200_000;

const BROWSERS = {
  Chromium: { executablePath: process.env.CHROME, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] },
  Firefox: { browser: 'firefox', executablePath: process.env.FIREFOX },
};

/** Reads a file and builds of it, as the page does it. In the browser. @param {string} name of the file */
async function make(name) {
  const file = new File([await (await fetch(name)).blob()], name);
  const worker = new Worker('pkg/dist/studio/worker.js', { type: 'module' });
  const asked = (id, duty, given) => new Promise((done, failed) => {
    worker.addEventListener('error', () => failed(new Error('the worker broke off')));
    worker.addEventListener('message', ({ data }) => {
      if (data.id !== id || data.progress) return;
      if (data.error) failed(new Error(data.error.message));
      else done(data.answer);
    });
    worker.postMessage({ id, duty, given });
  });
  await asked(0, 'add', { path: 'first.txt', file: new File(['A first article.'], 'first.txt'), named: true }); // which loads it
  await asked(1, 'remove', { path: 'first.txt' });
  const begun = performance.now();
  await asked(2, 'add', { path: name, file, named: true });
  const read = performance.now();
  await asked(3, 'build', {});
  const built = performance.now();
  return { read: read - begun, build: built - read };
}

/** A fresh browser, so that nothing is compiled before; its time and the most memory of one of its processes. */
async function inBrowser(how, url, name) {
  const browser = await puppeteer.launch({ headless: true, protocolTimeout: LONGEST, ...how });
  let most = 0;
  const pulse = setInterval(async () => { most = Math.max(most, await largestBelow(browser.process().pid)); }, PULSE);
  try {
    const page = await browser.newPage();
    await page.goto(url);
    const made = await page.evaluate(make, name);
    return { ...made, version: await browser.version(), memory: most };
  } catch (error) {
    return { broken: error.message.split('\n')[0], memory: most };
  } finally {
    clearInterval(pulse);
    await browser.close();
  }
}

/** The native command; how long it took. */
function natively(name) {
  const begun = performance.now();
  execFileSync(options.command, ['build', join(folder, name), '--quiet', '-o', join(options.work, 'making.brief')]);
  return { build: performance.now() - begun };
}

const folder = join(options.work, 'making');
await rm(folder, { recursive: true, force: true });
await mkdir(options.work, { recursive: true });
await cp(options.site, folder, { recursive: true });
await writeFile(join(folder, 'blank.html'), '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>bench</title>');

const given = options.docs ? await readLines(options.docs) : madeUp(PER_MB * Math.max(...SIZES) / MB, seeded(20_240_229));
const lines = given.map(({ id, title, text, date, source }) => `${JSON.stringify({ id: String(id), title, text, date, source, lang: 'en' })}\n`);

const server = await serve(folder, join(options.work, 'brotli'));
const seconds = (ms) => (ms / 1000).toFixed(1);
const rows = [];
const versions = {};
for (const size of SIZES) {
  let bytes = 0;
  const taken = lines.filter((line) => (bytes += Buffer.byteLength(line)) <= size);
  const name = `articles-${size / MB}.jsonl`;
  await writeFile(join(folder, name), taken.join(''));
  const held = (await stat(join(folder, name))).size;
  if (held < size * 0.9) break; // no more articles
  const native = natively(name);
  const cells = [];
  for (const [title, how] of Object.entries(BROWSERS)) {
    const made = await inBrowser(how, `${server.origin}/blank.html`, name);
    const memory = `${(made.memory / MB).toFixed(0)} MB`;
    if (made.broken) {
      cells.push(`broke off: ${made.broken}`, memory);
      continue;
    }
    versions[title] = made.version;
    cells.push(`${seconds(made.read)} + ${seconds(made.build)} s (${(native.build / (made.read + made.build)).toFixed(2)})`, memory);
  }
  rows.push(`| ${size / MB} MB, ${taken.length.toLocaleString('en')} articles | ${seconds(native.build)} s | ${cells.join(' | ')} |`);
  console.log(rows.at(-1));
}
await server.close();

const shown = [`| | native | ${Object.keys(BROWSERS).map((title) => `${title}: read + build (speed to native) | most memory`).join(' | ')} |`, '| --- | ---: | ---: | ---: | ---: | ---: |', ...rows].join('\n');
const facts = `${Object.values(versions).join(', ')}; ${cpus().length} cores at load ${loadavg()[0].toFixed(1)}; ${new Date().toISOString().slice(0, 10)}`;
console.log(`\n${facts}\n\n${shown}`);
if (options.write) await write(options.write, 'making', `${facts}.\n\n${shown}`);
