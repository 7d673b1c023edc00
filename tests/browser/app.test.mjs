/** The demo site as an app: it can be installed, works without a network, and takes a new version as a whole. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root, scenario, serve, site } from './harness.mjs';
import { studioKept } from './studio.mjs';
import { opened } from './widget.mjs';

/** Playwright's contexts forbid workers unless told. */
const context = { serviceWorkers: 'allow' };

/** Waits until the worker has fetched everything and answers for the page. */
const kept = (page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');

const manifest = JSON.parse(readFileSync(join(site, 'manifest.webmanifest'), 'utf8'));

test('the workers keep every file of the site but themselves and their list, that of the demo nothing of the studio’s', () => {
  const { precache } = new Function('self', `${readFileSync(join(site, 'precache.js'), 'utf8')}; return self;`)({});
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1).replaceAll('\\', '/'));
  assert.deepEqual([...precache.files, ...precache.studio].map((name) => name.replace('./', 'index.html')).sort(), files.filter((name) => !['sw.js', 'precache.js'].includes(name)).sort());
  assert.deepEqual(precache.files.filter((name) => /studio|build\.js|single\.js/.test(name)), []);
  assert.ok(precache.studio.includes('studio.html') && precache.studio.includes('pkg/dist/studio/main.js'));
});

scenario('the demo can be installed', { context }, async ({ page, origin }) => {
  const browser = await page.context().newCDPSession(page);
  const { url, errors } = await browser.send('Page.getAppManifest');
  assert.deepEqual([url, errors], [`${origin}/manifest.webmanifest`, []]);
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (address) => {
      const { width, height } = await createImageBitmap(await (await fetch(address)).blob());
      return `${width}x${height}`;
    }, src);
    assert.equal(size, sizes);
  }
  assert.deepEqual(manifest.icons.map(({ sizes, purpose = 'any' }) => `${sizes} ${purpose}`), ['192x192 any', '512x512 any', '512x512 maskable']);
});

scenario('what is kept is fetched after all that the page itself needs', { context, goto: false }, async ({ page, open }) => {
  const asked = [];
  page.context().on('request', (request) => asked.push(request.serviceWorker() ? 'worker' : 'page'));
  await open();
  await opened(page);
  await kept(page);
  assert.ok(asked.includes('worker'));
  assert.ok(asked.indexOf('worker') > asked.lastIndexOf('page'), asked.join(' '));
});

scenario('without a network every view works, and so does a reload', { context }, async ({ page }) => {
  await opened(page);
  await kept(page);
  await page.context().setOffline(true);
  await page.reload();
  const { widget, field, keyPoints, cited } = await opened(page);
  await keyPoints.first().waitFor();
  const tabs = widget.getByRole('navigation', { name: 'Views' }).getByRole('link');
  for (let i = 0; i < await tabs.count(); i++) {
    await tabs.nth(i).click();
    await widget.locator('[part~=views] [aria-current]').and(tabs.nth(i)).waitFor();
  }
  await field.fill('minister');
  await widget.locator('[part~=results] h3 a').first().click();
  await cited.first().waitFor();
  assert.equal(await widget.getByRole('alert').count(), 0);
});

// ------------------------------------------------------------------------------------------------ a site of one's own

/** A copy of the site. */
function ownSite() {
  const folder = mkdtempSync(join(tmpdir(), 'briefing-app-'));
  after(() => rmSync(folder, { recursive: true }));
  cpSync(site, folder, { recursive: true });
  return folder;
}

const folder = ownSite();

scenario('a new version is taken as a whole by the page that is alone, and the old one is gone', { context, root: folder }, async ({ page }) => {
  const named = () => page.evaluate(() => document.querySelector('meta[name=version]')?.content ?? 'old');
  await kept(page);
  const caches = () => page.evaluate(() => caches.keys());
  const [before] = await caches();
  const index = join(folder, 'index.html');
  writeFileSync(index, readFileSync(index, 'utf8').replace('</head>', '<meta name="version" content="new"></head>'));
  execFileSync('node', [join(root, 'xtask', 'precache.mjs'), folder]);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    while (registration.waiting?.state !== 'installed') await new Promise((rest) => { setTimeout(rest, 20); });
  });
  assert.equal(await named(), 'old');
  await page.reload();
  await page.waitForFunction(() => document.querySelector('meta[name=version]'));
  await kept(page);
  const now = await caches();
  assert.equal(now.length, 1);
  assert.notEqual(now[0], before);
  await opened(page);
});

let server;
after(() => server?.close());

/** The address of a server that can be taken away. */
async function passing() {
  server = await serve(site);
  return `${server.origin}/`;
}

scenario('with the server gone it is read on', { browser: 'firefox', path: passing }, async ({ page }) => {
  await kept(page);
  await server.close();
  await page.reload();
  const field = await page.locator('briefing-widget >>> input').waitHandle();
  await field.type('minister');
  await page.locator('briefing-widget >>> [part~=results] h3 a').waitHandle();
});

const withStudio = ownSite();

scenario('the studio is kept once it was opened, with all that is its own, and by the next version too', { context, root: withStudio }, async ({ page, origin }) => {
  await kept(page);
  const has = (name) => page.evaluate(async (name) => Boolean(await caches.match(name)), name);
  assert.equal(await has('studio.html'), false);
  await page.goto(`${origin}/studio.html`);
  await studioKept(page);
  assert.ok(await has('pkg/dist/studio/worker.js'));
  writeFileSync(join(withStudio, 'studio.css'), 'body { margin: 1px; }');
  execFileSync('node', [join(root, 'xtask', 'precache.mjs'), withStudio]);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    while (registration.waiting?.state !== 'installed') await new Promise((rest) => { setTimeout(rest, 20); });
  });
  const margin = () => page.evaluate(() => getComputedStyle(document.body).marginTop);
  assert.equal(await margin(), '0px');
  await page.reload();
  await page.waitForFunction(() => getComputedStyle(document.body).marginTop === '1px');
  await page.context().setOffline(true);
  await page.reload();
  await page.locator('briefing-studio').getByRole('button').first().waitFor();
  assert.equal(await margin(), '1px');
});
