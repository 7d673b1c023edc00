/** The interface in other languages: its words, its direction, its dates; the reports' words stay as they are. */
import assert from 'node:assert/strict';
import { axe, scenario } from './harness.mjs';
import { VIEWS, settled } from './views.mjs';
import { opened } from './widget.mjs';

const MODULE = /\/views\/(ar|fr)\.js$/;

/** Sets the language, and waits until the widget speaks it. */
async function speak(page, lang, search) {
  await page.locator('briefing-widget').evaluate((element, to) => { element.lang = to; }, lang);
  await page.locator('briefing-widget').getByRole('button', { name: search, exact: true }).waitFor();
}

scenario('in Arabic everything runs from right to left but the words of the reports', {}, async ({ page, requests }) => {
  const { widget, keyPoints } = await opened(page);
  const before = await keyPoints.locator('.said').allTextContents();
  assert.equal(requests.filter((url) => MODULE.test(url)).length, 0, 'English needs no other language');
  await speak(page, 'ar', 'بحث');
  assert.equal(requests.filter((url) => MODULE.test(url)).length, 1);
  const root = widget.locator('[part~=widget]');
  assert.deepEqual([await root.getAttribute('lang'), await root.getAttribute('dir')], ['ar', 'rtl']);
  assert.match(await widget.locator('.facts').textContent(), /^5 تقارير · 4 نصوص مستقلة · أغسطس 2023 – يوليو 2024$/);
  assert.deepEqual(await keyPoints.locator('.said').allTextContents(), before);
  assert.equal(await keyPoints.locator('.said').first().evaluate((words) => getComputedStyle(words).direction), 'ltr');
  const [points, table] = [await keyPoints.first().boundingBox(), await widget.locator('[part~=coverage]').boundingBox()];
  assert.ok(points.x > table.x, 'the first column is the right one');
});

scenario('in French words and dates are French, and a country may be named', {}, async ({ page }) => {
  const { widget } = await opened(page);
  await speak(page, 'fr-CA', 'Rechercher');
  assert.match(await widget.locator('.facts').textContent(), /^5 articles · 4 textes indépendants · août 2023 – juill?\.? 2024$/);
  await speak(page, 'en', 'Search');
  assert.match(await widget.locator('.facts').textContent(), /^5 reports/);
});

scenario('the page’s language counts where the element names none; a language it does not speak is English', { goto: false }, async ({ page, url }) => {
  for (const [lang, search] of [['ar-EG', 'بحث'], ['fr', 'Rechercher'], ['zh-Hant', 'Search']]) {
    await page.route(url, (route) => route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="${lang}"><title>Page</title><link rel="icon" href="data:,"><briefing-widget></briefing-widget><script type="module" src="pkg/dist/define.js"></script>`,
    }));
    await page.goto(url);
    await page.locator('briefing-widget').getByRole('button', { name: search, exact: true }).waitFor();
  }
});

for (const width of [320, 1280]) {
  scenario(`axe finds nothing in Arabic at ${width} px, and nothing is wider than the page`, { width }, async ({ page, url }) => {
    for (const [view, go] of Object.entries(VIEWS)) {
      await page.goto('about:blank');
      await page.goto(url);
      await go({ page, ...await opened(page) });
      await speak(page, 'ar', 'بحث');
      await settled(page);
      assert.deepEqual(await axe(page), [], view);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), view);
    }
  });
}

scenario('in Arabic everything runs from right to left', { browser: 'firefox' }, async ({ page }) => {
  await page.waitForSelector('briefing-widget >>> #q');
  await page.evaluate(() => { document.querySelector('briefing-widget').lang = 'ar'; });
  await page.waitForSelector('briefing-widget >>> [dir=rtl]');
  assert.match(await page.$eval('briefing-widget >>> .facts', (facts) => facts.textContent), /^5 تقارير/);
});
