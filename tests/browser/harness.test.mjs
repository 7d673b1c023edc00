/** The harness sees what it promises to see: requests, errors, and both browsers run WebAssembly. */
import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axe, scenario } from './harness.mjs';

const folder = await mkdtemp(join(tmpdir(), 'briefing-harness-'));
await writeFile(join(folder, 'index.html'), `<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,">
<main><h1>Page</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main>
<script type="module">
  const { instance } = await WebAssembly.instantiateStreaming(fetch('empty.wasm'));
  document.title = Object.keys(instance.exports).length === 0 ? 'ran' : 'odd';
</script></html>`);
await writeFile(join(folder, 'empty.wasm'), Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));

for (const browser of ['chromium', 'firefox']) {
  scenario('a page runs WebAssembly from the server and its requests are logged', { root: folder, browser }, async ({ page, origin, requests }) => {
    await page.waitForFunction(() => document.title === 'ran');
    assert.deepEqual(requests.filter((url) => !url.startsWith('data:')), [`${origin}/`, `${origin}/empty.wasm`]);
  });

  scenario('errors of the page are collected', { root: folder, browser }, async ({ page, errors }) => {
    await page.evaluate(() => console.error('seen by the harness'));
    await page.waitForFunction(() => document.title === 'ran');
    assert.equal(errors.length, 1);
    assert.match(errors[0], /seen by the harness/);
    errors.length = 0;
  });
}

scenario('axe reports what is wrong with a page', { root: folder }, async ({ page }) => {
  const violations = await axe(page);
  assert.deepEqual(violations.map(({ id }) => id), ['image-alt']);
});
