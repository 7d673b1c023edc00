/** A walk through the studio in Firefox: files in, edits, a build, the preview, a page that opens from a disk, and back. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { fits, scenario } from './harness.mjs';
import { FIVE, article, newFolder, sixth, standIn } from './studio.mjs';

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
    assert.ok(await fits(page), `${width} px`);
  }
});

/** Writes over what stands in a field of the studio. */
async function rewrite(page, selector, text) {
  await page.$eval(inside(selector), (input) => input.select());
  await page.type(inside(selector), text);
  await page.keyboard.press('Enter');
}

const harbour = join(folder, sixth.name);
writeFileSync(harbour, sixth.buffer);

const downloads = newFolder();

/** The path of a download, when the whole of it is there. @param {string} name */
async function downloaded(name) {
  while (!existsSync(join(downloads, name)) || readdirSync(downloads).some((other) => other.endsWith('.part'))) await rest(20);
  return join(downloads, name);
}

const real = { path: '/studio.html', browser: 'firefox', context: { downloadBehavior: { policy: 'allow', downloadPath: downloads } } };

for (const { named, paths: five, skip } of FIVE) {
  scenario(`${named}, two titles put right, built, downloaded, read from a disk, opened again with a sixth`, { ...real, skip }, async ({ page, origin, open, requests }) => {
    const add = async (...files) => (await (await there(page, '#files')).asElement()).uploadFile(...files);
    const titles = () => page.$$eval(inside('.articles [name=title]'), (all) => all.map(({ value }) => value));
    const facts = async () => (await there(page, 'briefing-widget', '.facts')).evaluate((element) => element.textContent);
    const mine = ['A first title of my own', 'And <b>another</b> of it'];

    await add(...five);
    await there(page, 'tbody tr:nth-child(5)');
    const [, second] = await titles();
    for (const [i, title] of mine.entries()) await rewrite(page, `tr:nth-child(${i + 1}) [name=title]`, title);
    await rewrite(page, '#name', named);
    await page.locator(inside('.make button')).click();
    assert.match(await facts(), /^5 reports/);
    await page.locator(inside('.downloads button')).click();
    const html = await downloaded(`${named.replaceAll(' ', '-')}.html`);

    const away = await page.browserContext().newPage();
    const asked = [];
    away.on('request', (request) => asked.push(request.url()));
    await away.goto(pathToFileURL(html).href);
    const field = await away.locator('briefing-widget >>> input').waitHandle();
    await field.type('minister');
    const heading = await away.locator('briefing-widget >>> [part~=results] #heading').waitHandle();
    assert.match(await heading.evaluate((element) => element.textContent), /^\d reports? match/);
    assert.deepEqual(asked.filter((url) => !/^(file|data|blob):/.test(url)), []);
    await away.close();

    await open();
    await add(html);
    await there(page, 'tbody tr:nth-child(5)');
    assert.deepEqual((await titles()).slice(0, 2), mine);
    assert.ok(!(await titles()).includes(second));
    await add(harbour);
    await there(page, 'tbody tr:nth-child(6)');
    await page.locator(inside('.make button')).click();
    assert.match(await facts(), /^6 reports/);
    for (const url of requests) assert.ok(/^(file|data|blob):/.test(url) || url.startsWith(`${origin}/`), url);
  });
}
