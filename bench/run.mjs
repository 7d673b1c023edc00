/**
 * The bench: every system over the same articles, in one Chromium, round by round side by side.
 *
 *     node run.mjs --command BRIEFING --work FOLDER --write FILE.md [--docs F] [--queries F] [--quick]
 *
 * `cargo xtask bench` builds what it needs and calls it; docs/benchmarks.md says what is measured and how.
 */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import { chromium } from 'playwright-core';
import { madeUp, prefixes, queriesFrom, readLines, seeded } from './corpus.mjs';
import { memory } from './memory.mjs';
import { write } from './report.mjs';
import { serve } from './server.mjs';
import { median, perQuery, percentile, slowest, table } from './table.mjs';

const { values: options } = parseArgs({
  options: {
    command: { type: 'string' },
    work: { type: 'string' },
    write: { type: 'string' },
    docs: { type: 'string' },
    queries: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});

/** Ours first: the others are compared with it. */
const SYSTEMS = ['briefing', 'briefing-words', 'minisearch', 'flexsearch-prefixes', 'flexsearch-words', 'lunr', 'orama', 'pagefind'];

/** Visits of each system; the first `timed` also time every query. Every prefix is timed in the first: that takes long. */
const { visits, timed, articles, asked } = options.quick
  ? { visits: 3, timed: 1, articles: 1_000, asked: 30 }
  : { visits: 7, timed: 3, articles: 10_000, asked: 200 };

/** Any number; it decides the made-up corpus. */
const SEED = 20_240_229;

const here = fileURLToPath(new URL('.', import.meta.url));

/** A page without any system: what memory is counted from. */
const BLANK = 'blank';

async function input() {
  const random = seeded(SEED);
  const given = options.docs ? await readLines(options.docs) : madeUp(articles, random);
  const documents = given.map(({ id, title = '', text }) => ({ id: String(id), title, text }));
  const queries = options.queries
    ? (await readLines(options.queries)).map(({ text }) => text)
    : queriesFrom(documents, asked, random);
  return { documents, queries: options.quick ? queries.slice(0, asked) : queries };
}

/** Builds the folder of one system: its index, its script, its page. */
async function prepare(name, documents, docs) {
  const folder = join(options.work, 'site', name);
  await mkdir(folder, { recursive: true });
  const entry = name === BLANK
    ? 'globalThis.cold = {};'
    : `import { open, search, type } from './adapters/${name}.mjs';\nimport { start } from './page.mjs';\nstart({ open, search, type });`;
  await bundle({
    stdin: { contents: entry, resolveDir: here },
    outfile: join(folder, 'page.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    external: ['node:*', 'pagefind'],
    logLevel: 'error',
  });
  const html = '<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="page.js"></script>';
  await writeFile(join(folder, 'index.html'), html);
  if (name === BLANK) return { name, title: BLANK };
  const system = await import(`./adapters/${name}.mjs`);
  const files = await system.build(documents, { folder, docs, command: options.command });
  for (const [file, content] of Object.entries(files)) await writeFile(join(folder, file), content);
  const { name: title, package: of, holds } = system.about;
  const version = of && JSON.parse(await readFile(join(here, 'package.json'), 'utf8')).dependencies[of];
  return { name, title: version ? `${title} ${version}` : title, holds, types: Boolean(system.type), samples: [] };
}

/** One visit in a fresh profile: cold start, and if asked for every query, every prefix, and the memory at the end. */
async function visit(browser, server, system, first, queries, keys) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(600_000);
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    server.sent.length = 0;
    await page.goto(`${server.origin}/${system.name}/index.html#${encodeURIComponent(first)}`);
    await page.waitForFunction(() => globalThis.cold);
    const loaded = server.sent.filter(({ path }) => !path.endsWith('.html'));
    const sample = {
      ...await page.evaluate(() => globalThis.cold),
      bytes: loaded.reduce((sum, { bytes }) => sum + bytes, 0),
      requests: loaded.length,
    };
    if (queries) {
      await page.evaluate((all) => globalThis.timeSearches?.(all), queries); // once for the compiler and the cache
      sample.warm = await page.evaluate((all) => globalThis.timeSearches?.(all), queries);
      if (keys && system.types) sample.typing = await page.evaluate((all) => globalThis.timeTyping(all), keys);
      sample.memory = await memory(browser, page);
    }
    if (errors.length) throw new Error(`${system.name}: ${errors.join('; ')}`);
    return sample;
  } finally {
    await context.close();
  }
}

/** The row of a system from its samples. */
function sum(system, blank) {
  const of = (member) => system.samples.map((sample) => sample[member]).filter((value) => value !== undefined);
  const warm = perQuery(of('warm').map(({ times }) => times));
  const typing = system.types ? perQuery(of('typing').map(({ times }) => times)) : undefined;
  return {
    ...system,
    warm,
    typing,
    bytes: median(of('bytes')),
    requests: median(of('requests')),
    opened: median(of('opened')),
    cold: median(of('answered')),
    warm50: median(warm),
    warm95: percentile(warm, 0.95),
    type50: typing && median(typing),
    type95: typing && percentile(typing, 0.95),
    heap: (median(of('memory').map(({ heap }) => heap)) - blank.heap) / 1e6,
    process: blank.process && (median(of('memory').map(({ process }) => process)) - blank.process) / 1e6,
    answered: of('warm')[0].answered,
  };
}

async function main() {
  const { documents, queries } = await input();
  const keys = prefixes(queries);
  await rm(join(options.work, 'site'), { recursive: true, force: true });
  await mkdir(options.work, { recursive: true });
  const docs = join(options.work, 'docs.jsonl');
  await writeFile(docs, documents.map((document) => `${JSON.stringify(document)}\n`).join(''));

  console.log(`${documents.length} articles, ${queries.length} queries, ${keys.length} prefixes`);
  const server = await serve(join(options.work, 'site'), join(options.work, 'brotli'));
  const systems = [];
  for (const name of [...SYSTEMS, BLANK]) {
    systems.push(await prepare(name, documents, docs));
    const files = await readdir(join(options.work, 'site', name), { withFileTypes: true });
    await Promise.all(files.filter((file) => file.isFile() && !file.name.endsWith('.brief'))
      .map((file) => server.prepare(`/${name}/${file.name}`)));
    console.log(`prepared ${name}`);
  }
  const blank = systems.pop();

  const browser = await chromium.launch({
    executablePath: process.env.CHROME,
    // The last one measures memory at once instead of after the next collection of garbage.
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--enable-blink-features=ForceEagerMeasureMemory'],
  });
  const empty = await visit(browser, server, blank, '', []);
  for (const system of systems) await visit(browser, server, system, queries[0]); // files into the server's memory
  for (let round = 0; round < visits; round += 1) {
    // Each round begins with another system, so that no one always follows the same one.
    const order = systems.map((_, place) => systems[(place + round) % systems.length]);
    for (const system of order) {
      const first = queries[round % queries.length];
      const finished = round < timed ? queries : undefined;
      system.samples.push(await visit(browser, server, system, first, finished, round === 0 ? keys : undefined));
    }
    console.log(`round ${round + 1} of ${visits}`);
  }
  const version = browser.version();
  await browser.close();
  await server.close();

  const results = systems.map((system) => sum(system, empty.memory));
  await report(results, documents, queries, keys, version);
}

async function report(results, documents, queries, keys, chromiumVersion) {
  const shown = table(results);
  const facts = `${documents.length.toLocaleString('en')} articles, ${queries.length} queries, ${keys.length} prefixes; `
    + `Chromium ${chromiumVersion}, ${cpus().length} cores at load ${loadavg()[2].toFixed(1)}; ${new Date().toISOString().slice(0, 10)}`;
  const answers = results.map(({ title, answered }) => `${title} ${answered}`).join(', ');
  console.log(`\n${facts}\n\n${shown}\n\nqueries with hits: ${answers}`);
  const [ours] = results;
  console.log(`\nours: opened after ${ours.opened.toFixed(0)} ms\nslowest queries: ${slowest(queries, ours.warm, 10).join(', ')}`);
  console.log(`slowest prefixes: ${slowest(keys, ours.typing, 20).join(', ')}`);
  await writeFile(join(options.work, 'results.json'), JSON.stringify(results, null, 1));
  if (!options.write) return;
  await write(options.write, 'table', `${facts}.\n\n${shown}\n\nQueries with hits, of ${queries.length}: ${answers}.`);
}

await main();
