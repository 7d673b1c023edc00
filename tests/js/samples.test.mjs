/** The samples: each is built as its users would build it, and a browser runs what comes out. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { setTimeout as rest } from 'node:timers/promises';
import * as vite from 'vite';
import { Briefing } from 'briefing-widget';
import plugin from 'briefing-widget/vite';
import { scenario } from '../browser/harness.mjs';
import { opened } from '../browser/widget.mjs';
import { briefing, newFolder, root } from './command.mjs';

const folder = newFolder('samples');

/** The title of the pack that the samples are given, which is not the one in the package. */
const TITLE = 'From a pack';

/** In development React mounts what stands in StrictMode twice; what is built for production does not. */
const DEVELOPMENT = { define: { 'process.env.NODE_ENV': '"development"' } };

const SAMPLES = [{ name: 'react' }, { name: 'react', folder: 'react-development', more: DEVELOPMENT }, { name: 'vue' }, { name: 'svelte' }];

before(async () => {
  for (const { name, folder: built = name, more } of SAMPLES) {
    const sample = join(root, 'samples', name);
    const config = join(sample, 'vite.config.js');
    const build = { outDir: join(folder, built), emptyOutDir: true };
    await vite.build({ root: sample, configFile: existsSync(config) && config, logLevel: 'warn', build, ...more });
    briefing('build', 'corpus', '--title', TITLE, '-o', join(folder, built, 'talks.brief'));
  }
  const sample = join(root, 'samples', 'vite');
  await vite.build({ root: sample, logLevel: 'warn', build: { outDir: join(folder, 'vite'), emptyOutDir: true } });
  const eleventy = join(root, 'node_modules', '.bin', 'eleventy');
  execFileSync(eleventy, ['--quiet', `--output=${join(folder, 'eleventy')}`], { cwd: join(root, 'samples', 'eleventy') });
});

for (const { name, folder: built = name } of SAMPLES) {
  scenario(`the sample ${built} sets properties, hears events, and can be taken away and put back`, { root: join(folder, built), path: '/?src=talks.brief' }, async ({ page }) => {
    const { widget, field } = await opened(page);
    const told = (words) => page.locator('output', { hasText: words }).waitFor();
    assert.equal(await widget.getByRole('heading', { level: 1 }).textContent(), TITLE);
    await told(`ready: ${TITLE}`);
    await field.fill('minister');
    await told(/^search: minister, [1-9]\d* found$/);
    await widget.locator('[part~=results] h3 a').first().click();
    await told(/^open: /);
    await page.getByRole('button', { name: 'Hide the briefing' }).click();
    assert.equal(await widget.count(), 0);
    await page.getByRole('button', { name: 'Show the briefing' }).click();
    await opened(page);
    await told(/^(ready|open): /);
  });
}

scenario('the plugin for Vite makes a briefing of a folder', { root: join(folder, 'vite'), path: '/' }, async ({ page }) => {
  const { widget } = await opened(page);
  assert.equal(await widget.getByRole('heading', { level: 1 }).textContent(), 'From a folder');
});

/** A copy of the sample with articles of its own. */
function viteApp() {
  const app = newFolder('vite');
  cpSync(join(root, 'samples', 'vite'), app, { recursive: true });
  cpSync(join(root, 'samples', 'eleventy', 'news'), join(app, 'news'), { recursive: true });
  return app;
}

for (const base of ['/', '/app/']) {
  test(`in development, below ${base}, the plugin serves what the articles say now`, async () => {
    const app = viteApp();
    const server = await vite.createServer({ root: app, base, configFile: false, logLevel: 'error', plugins: [plugin({ folder: 'news' })], server: { port: 0, host: '127.0.0.1' } });
    try {
      await server.listen();
      assert.ok(server.config.optimizeDeps.exclude.includes('briefing-widget'), 'the package finds its WebAssembly beside itself');
      const { port } = server.httpServer.address();
      const titles = async () => {
        const { default: src } = await server.ssrLoadModule('virtual:briefing');
        const response = await fetch(`http://127.0.0.1:${port}${src}`);
        const { documents } = await (await Briefing.fromBytes(new Uint8Array(await response.arrayBuffer()))).info();
        return documents.map(({ title }) => title);
      };
      assert.equal((await titles())[0], 'Night ferry to Halvik starts in May');
      const reload = new Promise((resolve) => {
        const { send } = server.ws;
        server.ws.send = (message, ...rest) => (message.type === 'full-reload' ? resolve() : send.call(server.ws, message, ...rest));
      });
      const article = join(app, 'news', 'ferry.md');
      writeFileSync(article, readFileSync(article, 'utf8').replace('starts in May', 'starts in June'));
      await reload;
      assert.equal((await titles())[0], 'Night ferry to Halvik starts in June');
    } finally {
      await server.close();
    }
  });
}

test('a build that watches is made anew when an article comes', { timeout: 60_000 }, async () => {
  const app = viteApp();
  writeFileSync(join(app, 'main.js'), "import src from 'virtual:briefing'; document.title = src;");
  const watcher = await vite.build({ root: app, configFile: false, logLevel: 'error', plugins: [plugin({ folder: 'news' })], build: { watch: {}, outDir: join(app, 'dist') } });
  const made = new Set();
  watcher.on('event', ({ code }) => {
    if (code === 'END') readdirSync(join(app, 'dist', 'assets')).filter((name) => name.endsWith('.brief')).forEach((name) => made.add(name));
  });
  try {
    while (made.size < 1) await rest(50);
    // The watcher may look a moment later.
    for (let trains = 1; made.size < 2; trains += 1) {
      writeFileSync(join(app, 'news', 'train.md'), `# Night train to Halvik\n\nOf the night trains to Halvik ${trains} sail no more, said minister Ada Lindqvist on Tuesday.\n`);
      await rest(1000);
    }
  } finally {
    await watcher.close();
  }
});

test('the sample for Astro takes what the package exports, and its folder is there', async () => {
  const sample = join(root, 'samples', 'astro');
  const { default: { vite: { plugins: [made] } } } = await import(join(sample, 'astro.config.mjs'));
  made.configResolved({ root: sample, command: 'build' });
  const pack = await new Promise((resolve) => { made.load.call({ addWatchFile() {}, emitFile: ({ source }) => resolve(source) }, made.resolveId('virtual:briefing')); });
  assert.equal((await (await Briefing.fromBytes(pack)).info()).documents.length, 2);
  const imported = [...readFileSync(join(sample, 'src/pages/index.astro'), 'utf8').matchAll(/import (?:\w+ from )?'([^']+)'/g)].map(([, name]) => name);
  assert.deepEqual(imported, ['briefing-widget/define', 'virtual:briefing']);
  assert.ok(import.meta.resolve(imported[0]));
});

scenario('Eleventy makes pages of articles, and the briefing over them', { root: join(folder, 'eleventy'), path: '/briefing/' }, async ({ page, origin }) => {
  const { widget } = await opened(page);
  assert.equal(await widget.getByRole('heading', { level: 1 }).textContent(), 'All our news');
  await page.goto(`${origin}/news/ferry/`);
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Night ferry to Halvik starts in May');
});

for (const { name, folder: built = name } of SAMPLES) {
  scenario(`the sample ${built} opens its briefing`, { root: join(folder, built), path: '/?src=talks.brief', browser: 'firefox' }, async ({ page }) => {
    await page.waitForSelector('briefing-widget >>> [part~=key-point]');
  });
}
