/**
 * What every browser test stands on: a static server, Chromium and Firefox, a log of requests, axe.
 *
 * A scenario is one `node:test` test with a fresh page in a browser that the whole test file shares:
 *
 *     import assert from 'node:assert/strict';
 *     import { axe, scenario } from './harness.mjs';
 *
 *     scenario('search finds an article', { path: '/', width: 320, colorScheme: 'dark' }, async ({ page, requests }) => {
 *       await page.locator('briefing-widget').getByRole('searchbox').fill('minister');
 *       requests.length = 0;                       // from here on, nothing may be requested
 *       …
 *       assert.deepEqual(requests, []);
 *       assert.deepEqual(await axe(page), []);
 *     });
 *
 * Options of `scenario`, each with its default:
 * - `path: '/'`: page below the root of the served folder; or a URL, such as `file://…`, which is opened as
 *   it is; or a function that returns either when the scenario starts.
 * - `root`: folder to serve; the demo site, `target/site`.
 * - `browser: 'chromium'`: `'chromium'` hands over a Playwright `page`, `'firefox'` a Puppeteer `page`.
 * - `width: 1280, height: 900, colorScheme: 'light'`.
 * - `context: {}`: more options of Playwright's `browser.newContext` (`forcedColors`, `reducedMotion`, `locale`, …),
 *   in Firefox of Puppeteer's `browser.createBrowserContext` (`downloadBehavior`).
 * - `skip: false`: the reason, in words, not to run it.
 * - `goto: true`: whether the page is opened before the scenario starts; with `false` the scenario calls `open()`.
 *
 * The scenario receives `{ page, origin, url, open, requests, errors }`: `requests` holds the URL of every request
 * that the page made so far, in order; `errors` every uncaught exception and `console.error` line. A scenario
 * fails when `errors` is not empty at its end: one that provokes errors empties it (`errors.length = 0`).
 *
 * Browsers are taken from `CHROME` and `FIREFOX` (paths, set by `cargo xtask test`) or found under their usual names.
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, extname, join, normalize, resolve, sep } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';

/** Root of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The assembled demo site. */
export const site = join(root, 'target', 'site');

const TYPES = {
  '.brief': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves a folder on a free port of 127.0.0.1.
 * @param {string} folder
 * @param {Record<string, string>} [headers] sent with every answer, such as a Content-Security-Policy
 * @returns {Promise<{origin: string, close: () => Promise<void>}>}
 */
export async function serve(folder, headers = {}) {
  const top = resolve(folder);
  assert.ok(existsSync(top), `${top} does not exist: \`cargo xtask dist\` builds it`);
  const server = createServer(async (request, response) => {
    try {
      const { pathname } = new URL(request.url, 'http://localhost');
      let file = join(top, normalize(decodeURIComponent(pathname)));
      if (file !== top && !file.startsWith(top + sep)) throw new Error('outside');
      if ((await stat(file)).isDirectory()) file = join(file, 'index.html');
      const body = await readFile(file);
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', ...headers });
      response.end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('not found');
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    }),
  };
}

/** First of the named programs: the variable's own path, then the names on PATH. */
function findProgram(variable, names) {
  const given = process.env[variable];
  if (given) return given;
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  }
  throw new Error(`no browser found (${names.join(', ')}): install one, or set ${variable} to its path`);
}

const launchers = {
  chromium: () => chromium.launch({
    executablePath: findProgram('CHROME', ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']),
    // The flags keep the browser from looking for updates of its own: a test sees only what the page asks for.
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  }),
  firefox: () => puppeteer.launch({
    browser: 'firefox',
    executablePath: findProgram('FIREFOX', ['firefox-esr', 'firefox']),
    headless: true,
  }),
};

/** Starts a browser that a test file does not share. @param {'chromium' | 'firefox'} name */
export const launch = (name) => launchers[name]();

const running = new Map();

/** One thing per key for the whole test file, closed at its end. */
function shared(key, start) {
  if (!running.has(key)) running.set(key, start());
  return running.get(key);
}

after(async () => {
  for (const started of running.values()) {
    // What never started has nothing to close; its own scenario has already failed.
    const thing = await started.catch(() => undefined);
    await thing?.close();
  }
});

/** Notes requests and errors of a page of either driver. */
function watch(page, requests, errors) {
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
}

async function openChromium(options) {
  const browser = await shared('chromium', launchers.chromium);
  const context = await browser.newContext({
    viewport: { width: options.width, height: options.height },
    colorScheme: options.colorScheme,
    serviceWorkers: 'block', // what a page keeps for later is no request of its own
    ...options.context,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return { page, close: () => context.close() };
}

async function openFirefox(options) {
  const browser = await shared('firefox', launchers.firefox);
  const context = await browser.createBrowserContext(options.context);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.setViewport({ width: options.width, height: options.height });
  // Puppeteer looks again when the document changes, and what changes in a shadow root is none of it; for what is to be
  // seen it looks at every frame.
  const waitForSelector = page.waitForSelector.bind(page);
  page.waitForSelector = (selector, how) => waitForSelector(selector, { ...how, visible: true });
  return { page, close: () => context.close() };
}

/**
 * One behaviour, seen in a real browser. The head of this file says what the options and the hand-over are.
 * @param {string} name
 * @param {object} options
 * @param {(scene: {page: any, origin: string, url: string, open: () => Promise<void>, requests: string[], errors: string[]}) => Promise<void>} body
 */
export function scenario(name, options, body) {
  const all = { path: '/', root: site, browser: 'chromium', width: 1280, height: 900, colorScheme: 'light', goto: true, skip: false, ...options };
  test(`${name} [${all.browser}]`, { timeout: 60_000, skip: all.skip }, async () => {
    const server = await shared(`server ${all.root}`, () => serve(all.root));
    const path = typeof all.path === 'function' ? await all.path() : all.path;
    const url = /^[a-z]+:/.test(path) ? path : server.origin + path;
    const { page, close } = await (all.browser === 'firefox' ? openFirefox(all) : openChromium(all));
    const requests = [];
    const errors = [];
    watch(page, requests, errors);
    const open = async () => { await page.goto(url); };
    try {
      if (all.goto) await open();
      await body({ page, origin: server.origin, url, open, requests, errors });
      assert.deepEqual(errors, [], 'the page reported errors');
    } finally {
      await close();
    }
  });
}

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * Violations that axe finds, shadow roots included: `{id, help, nodes: [target]}`; none is `[]`.
 * @param {any} page
 * @param {object} [options] axe-core's run options
 */
export async function axe(page, options = {}) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(await readFile(axeSource, 'utf8'));
  return page.evaluate(async (given) => {
    const { violations } = await globalThis.axe.run(document, given);
    return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target }) => target.join(' ')) }));
  }, options);
}

/**
 * Keeps a picture of the page for people to look at: tests/browser/screenshots/NAME.png.
 * @param {any} page
 * @param {string} name
 */
export async function screenshot(page, name) {
  const folder = join(root, 'tests', 'browser', 'screenshots');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** Whether nothing of a page in Firefox is wider than its window, once what measures it has drawn. */
export const fits = (page) => page.waitForFunction(() => document.documentElement.scrollWidth <= innerWidth, { timeout: 5000 }).then(() => true, () => false);
