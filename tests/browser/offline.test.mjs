/** Nothing leaves the page: neither the one that a server sends, nor the one file that holds everything. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { root, scenario } from './harness.mjs';
import { answered, opened } from './widget.mjs';

const folder = await mkdtemp(join(tmpdir(), 'briefing-single-'));
const file = pathToFileURL(join(folder, 'briefing.html')).href;

before(async () => {
  const command = process.env.BRIEFING ?? join(root, 'target', 'release', 'briefing'); // set by `cargo xtask test`
  await promisify(execFile)(command, ['build', 'corpus', '-o', join(folder, 'corpus.brief'), '--html', join(folder, 'briefing.html')], { cwd: root });
});

after(() => rm(folder, { recursive: true }));

/** Requests for anything but the page itself; Firefox does not even report that one. */
const outside = (requests) => requests.filter((url) => !/^(data|blob):/.test(url) && url.split('#')[0] !== file);

scenario('once loaded, no search makes a request, and a view asks for nothing but its own module', {}, async ({ page, origin, requests }) => {
  const { widget, field, tab, keyPoints, cited } = await opened(page);
  await page.waitForLoadState('networkidle');
  assert.ok(requests.length > 0);
  requests.length = 0;
  await field.fill('minister');
  await answered(widget, 'minister');
  assert.ok(requests.includes(`${origin}/pkg/dist/views/results.js`), 'asked for as the reader goes to the field');
  const asked = requests.length;
  await field.fill('somebody else');
  await answered(widget, 'somebody else');
  assert.equal(requests.length, asked, 'what is searched for is told to nobody');
  await page.goBack();
  await keyPoints.first().waitFor();
  await keyPoints.locator('[part~=citation]').first().click();
  await cited.first().waitFor();
  await field.fill('minister');
  await answered(widget, 'minister');
  await widget.locator('[part~=results] h3 a').first().click();
  await cited.first().waitFor();
  await tab('Sources').click();
  await widget.getByRole('heading', { name: /oldest first/ }).waitFor();
  await page.waitForTimeout(600); // longer than any timer of the widget
  assert.ok(requests.includes(`${origin}/pkg/dist/views/reader.js`));
  for (const url of requests) assert.match(url, /\/pkg\/dist\/views\/\w+\.js$/);
  assert.equal(new Set(requests).size, requests.length, 'each is asked for once');
});

scenario('one file works from the disk with no request', { path: file }, async ({ page, requests }) => {
  const { widget, field, keyPoints, cited } = await opened(page);
  assert.equal(await page.title(), await widget.getByRole('heading', { level: 1 }).textContent());
  await field.fill('minister');
  await answered(widget, 'minister');
  await page.goBack();
  await keyPoints.first().locator('[part~=citation]').first().click();
  await cited.first().waitFor();
  assert.match(page.url(), /#briefing\/read\//);
  assert.deepEqual(outside(requests), []);
});

scenario('one file works from the disk with no request', { path: file, browser: 'firefox' }, async ({ page, requests }) => {
  const field = await page.locator('briefing-widget >>> input').waitHandle();
  await field.type('minister');
  const passage = await page.locator('briefing-widget >>> [part~=results] .said').waitHandle();
  const text = await passage.evaluate((element) => element.textContent);
  await page.locator('briefing-widget >>> [part~=results] h3 a').click();
  const cited = await page.locator('briefing-widget >>> mark.cited').waitHandle();
  assert.ok(text.startsWith(await cited.evaluate((element) => element.textContent)));
  assert.deepEqual(outside(requests), []);
});
