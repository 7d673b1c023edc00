/** What the scenarios of the studio share: its parts, articles made up for it, and a site where another workshop stands in. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
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

/** The articles of the demo. */
export const corpusPaths = readdirSync(join(root, 'corpus')).filter((name) => /^\d.*\.md$/.test(name)).sort().map((name) => join(root, 'corpus', name));

/** A file as Playwright takes it. @param {string} name @param {string | Buffer} text */
export const file = (name, text) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });

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
