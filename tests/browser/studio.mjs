/** What the scenarios of the studio share: its parts, articles made up for it, and a site where another workshop stands in. */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { root, site } from './harness.mjs';

/** A folder that is gone when the test file ends. */
export function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'briefing-studio-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The site with `workshop.mjs` in the place of pkg/build.js. */
export function standIn() {
  const folder = newFolder();
  cpSync(site, folder, { recursive: true });
  cpSync(fileURLToPath(new URL('workshop.mjs', import.meta.url)), join(folder, 'pkg/build.js'));
  return folder;
}

/** A file as Playwright takes it. @param {string} name @param {string | Buffer} text */
export const file = (name, text) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });

/** Paths of the files of a folder that a pattern names, in order; none where there is no such folder. @param {string} folder @param {RegExp} pattern */
const pathsIn = (folder, pattern) => (existsSync(folder) ? readdirSync(folder) : []).filter((name) => pattern.test(name)).sort().map((name) => join(folder, name));

/** The articles of the demo. */
export const corpusPaths = pathsIn(join(root, 'corpus'), /^\d.*\.md$/);

/** Articles that a briefing is started with: those of the demo, and five as a crawler left them, where they are at hand. */
export const FIVE = [['the five of the demo', corpusPaths], ['five as they were crawled', pathsIn(join(root, '../shared/seeds'), /\.txt$/)]]
  .map(([named, paths]) => ({ named, paths, skip: !paths.length && 'they are not here' }));

/** A sixth for them. */
export const sixth = file('harbour.html', `<!doctype html><html lang="en"><head><title>Harbour board meets</title><meta property="og:site_name" content="Coast Weekly">
<meta property="article:published_time" content="2024-08-02"></head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Harbour board meets</h1>
<p>The harbour board of Lunden met on Friday and agreed to open the north quay to ferries in the spring.</p>
<p>“We have waited for nine years for this quay,” said Ada Brandt, who speaks for the board, after the meeting.</p></article><footer>Share this</footer></body></html>`);

/** Markdown with front matter. @param {string} name @param {Record<string, string>} head @param {string} text */
export const article = (name, head, text) => file(name, `---\n${Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')}---\n\n${text}\n`);

/** Waits until the studio is there. @param {any} page Playwright's */
export async function started(page) {
  const studio = page.locator('briefing-studio');
  await studio.getByRole('heading', { level: 1 }).waitFor();
  const row = (n) => studio.locator('.articles tbody tr:not(.lines)').nth(n - 1);
  return {
    studio,
    row,
    rows: studio.locator('.articles tbody tr:not(.lines)'),
    field: (name, n) => row(n).locator(`[name=${name}]`),
    titles: () => studio.locator('.articles [name=title]').evaluateAll((all) => all.map(({ value }) => value)),
    status: studio.locator('[role=status]').last(),
    build: studio.getByRole('button', { name: /^Build/ }),
    add: (files) => studio.locator('#files').setInputFiles(files),
    widget: studio.locator('briefing-widget'),
  };
}

/** Notes what a page's Content-Security-Policy refuses, from its first line on; `refused()` tells. @param {any} page */
export async function watchPolicy(page) {
  await page.addInitScript(() => {
    globalThis.refused = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => globalThis.refused.push(`${violatedDirective} ${blockedURI}`));
  });
  return () => page.evaluate(() => globalThis.refused);
}

/** Waits until the site's worker has fetched the studio too. @param {any} page */
export const studioKept = (page) => page.evaluate(async () => {
  while (!(await caches.match('studio.html'))) await new Promise((rest) => { setTimeout(rest, 20); });
});
