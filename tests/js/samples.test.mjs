/** The samples for React, Vue and Svelte: Vite builds each, and Chromium runs what comes out. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { before } from 'node:test';
import * as vite from 'vite';
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

for (const { name, folder: built = name } of SAMPLES) {
  scenario(`the sample ${built} opens its briefing`, { root: join(folder, built), path: '/?src=talks.brief', browser: 'firefox' }, async ({ page }) => {
    await page.waitForSelector('briefing-widget >>> [part~=key-point]');
  });
}
