/** A walk through the studio in Firefox: files in, edits, a build, the preview. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from './harness.mjs';
import { article, corpusPaths, newFolder, standIn } from './studio.mjs';

const firefox = { root: standIn(), path: '/studio.html', browser: 'firefox' };
const inside = (selector) => `briefing-studio >>> ${selector}`;

/** Waits for an element inside the studio, or the widget in it; Puppeteer's own waiting does not see what changes in a shadow root. */
const there = (page, ...selectors) => page.waitForFunction((all) => all.reduce((at, selector) => at?.shadowRoot?.querySelector(selector), document.querySelector('briefing-studio')), {}, selectors);

const folder = newFolder();
const paths = ['The quay opens', 'The ferry stays'].map((title, i) => {
  const { name, buffer } = article(`${i}.md`, { title, date: '2021-03-02' }, `${title} for all.\nShare this`);
  writeFileSync(join(folder, name), buffer);
  return join(folder, name);
});

scenario('files are read, changed, built and shown', firefox, async ({ page, origin, requests }) => {
  const input = await (await there(page, '#files')).asElement();
  await input.uploadFile(...paths);
  await there(page, 'tr:nth-child(2) [name=title]');
  const type = async (text) => {
    await page.$eval(inside('tr:nth-child(2) [name=date]'), (input) => {
      input.focus();
      input.select();
    });
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  await type('2021-13');
  await there(page, '.flaw');
  await type('2021-04');
  await page.waitForFunction(() => !document.querySelector('briefing-studio').shadowRoot.querySelector('.flaw'));
  await page.locator(inside('tr:nth-child(2) [data-do=up]')).click();
  await page.waitForFunction(() => document.querySelector('briefing-studio').shadowRoot.querySelector('[name=title]').value === 'The ferry stays');
  await page.locator(inside('.make button')).click();
  await there(page, 'briefing-widget', '[part~=key-point]');
  for (const url of requests) assert.ok(url.startsWith(`${origin}/`) || url.startsWith('data:'), url); // Firefox has a font of its own as data:
});

scenario('a text is pasted', firefox, async ({ page }) => {
  await page.locator(inside('.add .row button:last-child')).click();
  await there(page, 'dialog[open]');
  await page.type(inside('dialog textarea'), 'Words of somebody.');
  await page.locator(inside('dialog form button')).click();
  await there(page, '.articles [name=title]');
});

scenario('it fits a narrow place and a wide one', firefox, async ({ page }) => {
  const input = await (await there(page, '#files')).asElement();
  await input.uploadFile(...paths);
  await there(page, '.articles');
  for (const width of [320, 768, 1100, 1600]) {
    await page.setViewport({ width, height: 900 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`);
  }
});

scenario('the real workshop reads articles, builds and shows them', { path: '/studio.html', browser: 'firefox' }, async ({ page }) => {
  const input = await (await there(page, '#files')).asElement();
  await input.uploadFile(...corpusPaths);
  await there(page, 'tbody tr:nth-child(5)');
  await page.locator(inside('.make button')).click();
  await there(page, 'briefing-widget', '[part~=key-point]');
  assert.match(await page.$eval(inside('#result'), (heading) => heading.textContent), /^Built of 5 articles: \d+ kB$/);
});
