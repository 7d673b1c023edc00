/**
 * Pictures of every view, and of the studio, for people to look at: docs/screens/VIEW-WIDTH-SCHEME.webp.
 *
 * `cargo xtask screens` builds what it needs and calls it. Nothing is compared: that is for eyes.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch, root, serve, site } from './harness.mjs';
import { corpusPaths, file, started } from './studio.mjs';
import { VIEWS, settled } from './views.mjs';
import { opened } from './widget.mjs';

const WIDTHS = [320, 768, 1280];
const SCHEMES = ['light', 'dark'];

/** A picture higher than this tells no more. */
const HIGHEST = 2400;

/** A briefing made of two articles; a third file is damaged. @param {any} page */
async function madeInStudio(page) {
  const { add, row, field, build, studio, widget } = await started(page);
  await add(corpusPaths.slice(0, 2));
  await row(2).waitFor();
  await add([file('cut.zip', 'PK')]);
  await studio.locator('.problems').waitFor();
  await field('date', 2).fill('2024-01');
  await field('date', 2).press('Enter');
  await build.click();
  await widget.getByRole('searchbox').waitFor();
}

/** What is shown: the page that it is on, and how to come there. @type {[string, string, (page: any) => Promise<void>][]} */
const PICTURES = [
  ...Object.entries(VIEWS).map(([view, go]) => [view, '/', async (page) => go({ page, ...await opened(page) })]),
  ['studio', '/studio.html', madeInStudio],
];

const folder = join(root, 'docs', 'screens');
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const server = await serve(site);
const browser = await launch('chromium');
for (const width of WIDTHS) {
  for (const colorScheme of SCHEMES) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, serviceWorkers: 'block' });
    for (const [view, path, go] of PICTURES) {
      const page = await context.newPage();
      await page.goto(server.origin + path);
      await go(page);
      await settled(page);
      await page.evaluate(() => scrollTo(0, 0));
      await page.mouse.move(0, 0);
      const height = Math.min(HIGHEST, await page.evaluate(() => document.documentElement.scrollHeight));
      const session = await context.newCDPSession(page);
      const { data } = await session.send('Page.captureScreenshot', {
        format: 'webp', quality: 70, captureBeyondViewport: true, clip: { x: 0, y: 0, width, height, scale: 1 },
      });
      await writeFile(join(folder, `${view}-${width}-${colorScheme}.webp`), Buffer.from(data, 'base64'));
      await page.close();
    }
    await context.close();
  }
}
await browser.close();
await server.close();
console.log(`${PICTURES.length * WIDTHS.length * SCHEMES.length} pictures in docs/screens`);
