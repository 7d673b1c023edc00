/**
 * How the widget feels: when the demo page shows something on a slow line, whether anything moves, how soon a key shows.
 *
 *     node face.mjs --command BRIEFING --site FOLDER --work FOLDER --write FILE.md [--docs F] [--quick]
 *
 * `cargo xtask bench --face` builds what it needs and calls it; docs/benchmarks.md says what is measured and how.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { madeUp, queriesFrom, readLines, seeded } from './corpus.mjs';
import { write } from './report.mjs';
import { serve } from './server.mjs';
import { median, percentile } from './table.mjs';

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

const { visits, articles, asked } = options.quick ? { visits: 2, articles: 1_000, asked: 3 } : { visits: 7, articles: 10_000, asked: 12 };

/** As Lighthouse applies its "slow 4G" by the browser's own throttling. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 1_474_560 / 8, uploadThroughput: 675_000 / 8 };

/** How much slower than this machine a telephone is. */
const SLOWDOWN = 4;

/** The browser reports no event that took less. */
const LEAST = 16;

/** Milliseconds between keys: a fast typist. */
const KEY = 120;

const SEED = 20_240_229;

/** What the browser counts of the page, from its first moment. */
function watch() {
  globalThis.seen = { shift: 0, keys: new Map() };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) {
      if (interactionId) globalThis.seen.keys.set(interactionId, Math.max(duration, globalThis.seen.keys.get(interactionId) ?? 0));
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
}

async function fresh(browser, act) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.addInitScript(watch);
    return await act(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}

const opened = (page) => page.locator('briefing-widget').getByRole('searchbox').waitFor({ timeout: 120_000 });

/** First paint with content, the widget's own first view, and what moved until then. @param {string} url @param {number} rate how much slower the processor is */
const paint = (browser, url, rate) => fresh(browser, async (page, session) => {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  await page.goto(url);
  await opened(page);
  return page.evaluate(async () => {
    const ready = performance.now();
    await new Promise((done) => setTimeout(done, 500));
    return { first: performance.getEntriesByName('first-contentful-paint')[0].startTime, ready, shift: globalThis.seen.shift };
  });
});

/** Every key of some queries, and a walk through the views. @param {string} url @param {string[]} queries */
const type = (browser, url, queries) => fresh(browser, async (page, session) => {
  await page.goto(url);
  await opened(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const field = page.locator('briefing-widget').getByRole('searchbox');
  const times = () => page.evaluate(() => {
    const all = [...globalThis.seen.keys.values()];
    globalThis.seen.keys.clear();
    return all;
  });
  const typed = { keys: [], emptied: [], pressed: queries.join('').length };
  await field.click();
  for (const query of queries) {
    await page.waitForTimeout(2 * KEY);
    await times();
    await field.pressSequentially(query, { delay: KEY });
    await page.waitForTimeout(2 * KEY);
    typed.keys.push(...await times());
    await field.press('ControlOrMeta+a');
    await page.waitForTimeout(KEY);
    await times();
    await field.press('Delete');
    await page.waitForTimeout(2 * KEY);
    typed.emptied.push(Math.max(LEAST, ...await times()));
  }
  return { ...typed, shift: await page.evaluate(() => globalThis.seen.shift) };
});

const random = seeded(SEED);
const documents = (options.docs ? await readLines(options.docs) : madeUp(articles, random)).map(({ id, title = '', text }) => ({ id: String(id), title, text }));
const queries = queriesFrom(documents, asked, random);

const folder = join(options.work, 'face');
await rm(folder, { recursive: true, force: true });
await mkdir(options.work, { recursive: true });
await cp(options.site, folder, { recursive: true });
await writeFile(join(options.work, 'face.jsonl'), documents.map((document) => `${JSON.stringify(document)}\n`).join(''));
execFileSync(options.command, ['build', join(options.work, 'face.jsonl'), '-o', join(folder, 'large.brief')]);
await writeFile(join(folder, 'large.html'), '<!doctype html><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">'
  + '<script type="module" src="pkg/dist/define.js"></script><briefing-widget src="large.brief"></briefing-widget>');

const server = await serve(folder, join(options.work, 'brotli'));
const browser = await chromium.launch({
  executablePath: process.env.CHROME,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const paints = { 1: [], [SLOWDOWN]: [] };
for (let visit = 0; visit <= visits; visit += 1) {
  for (const [rate, samples] of Object.entries(paints)) {
    const sample = await paint(browser, `${server.origin}/index.html`, Number(rate));
    if (visit) samples.push(sample); // the first ones bring the files into the server's memory
  }
}
const typed = await type(browser, `${server.origin}/large.html`, queries);
const version = browser.version();
await browser.close();
await server.close();

const ms = (value) => `${value.toFixed(0)} ms`;
const row = (what, rate, member, goal) => {
  const all = paints[rate].map((sample) => sample[member]);
  return `| ${what} | ${ms(median(all))} | ${ms(Math.max(...all))} | ${goal} |`;
};
const shifts = Object.values(paints).flat().map(({ shift }) => shift);
const keys = [...typed.keys, ...Array(Math.max(0, typed.pressed - typed.keys.length)).fill(LEAST)];
const shown = [
  '| | median | worst | goal |', '| --- | ---: | ---: | ---: |',
  row('first contentful paint of the demo, slow 4G', 1, 'first', '1,000 ms'),
  row('the same, the processor slowed down', SLOWDOWN, 'first', ''),
  row('the demo ready to be searched, slow 4G', 1, 'ready', ''),
  row('the same, the processor slowed down', SLOWDOWN, 'ready', ''),
  `| layout shift of the demo while it opens | ${median(shifts).toFixed(3)} | ${Math.max(...shifts).toFixed(3)} | 0 |`,
  `| from a key to the next paint, ${documents.length.toLocaleString('en')} articles, the processor slowed down | ${ms(median(keys))} | ${ms(percentile(keys, 0.98))} (98 %), ${ms(Math.max(...keys))} | 50 ms |`,
  `| from the key that empties the field to the brief | ${ms(median(typed.emptied))} | ${ms(Math.max(...typed.emptied))} | |`,
  `| layout shift while typing | ${typed.shift.toFixed(3)} | | 0 |`,
].join('\n');
const facts = `${visits} visits, ${typed.pressed} keys; the processor slowed down ${SLOWDOWN} times where that is said; Chromium ${version}, ${cpus().length} cores at load ${loadavg()[0].toFixed(1)}; ${new Date().toISOString().slice(0, 10)}`;
console.log(`\n${facts}\n\n${shown}`);
if (options.write) await write(options.write, 'face', `${facts}.\n\n${shown}`);
