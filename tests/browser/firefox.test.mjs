/** A walk through the whole widget in Firefox: what the other files look at closely in Chromium works here too. */
import assert from 'node:assert/strict';
import { fits, scenario } from './harness.mjs';

const firefox = { browser: 'firefox' };
const inside = (selector) => `briefing-widget >>> ${selector}`;

/** Whether something is in the widget, and what it says. */
const says = async (page, selector) => (await page.$eval(inside(selector), (element) => element.textContent)).replace(/\s+/g, ' ').trim();
const there = (page, selector) => page.waitForSelector(inside(selector));
const count = (page, selector) => page.$$eval(inside(selector), ({ length }) => length);

/** The element that holds the focus, inside the widget. */
const focus = (page) => page.evaluate(() => document.querySelector('briefing-widget').shadowRoot.activeElement?.textContent.trim().replace(/\s+/g, ' '));

scenario('the brief has its points, its table, its differences, quotes and glossary', firefox, async ({ page }) => {
  await there(page, '[part~=key-point]');
  assert.match(await says(page, '.facts'), /^5 reports · 4 independent texts · Aug 2023 – Jul 2024$/);
  assert.ok(await count(page, '[part~=key-point]') > 4);
  assert.ok(await count(page, '[part~=coverage] td a') > 4);
  assert.ok(await count(page, '[part~=difference] mark.differs') > 1);
  assert.ok(await count(page, '[part~=quote]') > 4);
  assert.ok(await count(page, '[part~=glossary] dt') > 4);
});

scenario('a search by keyboard alone, into the report and back', firefox, async ({ page }) => {
  await there(page, '[part~=key-point]');
  for (const keys of ['/', ['Control', 'k']]) {
    await page.evaluate(() => document.querySelector('briefing-widget').shadowRoot.activeElement?.blur());
    for (const key of [keys].flat()) await page.keyboard.down(key);
    for (const key of [keys].flat().reverse()) await page.keyboard.up(key);
    await page.waitForFunction(() => document.querySelector('briefing-widget').shadowRoot.activeElement?.id === 'q');
  }
  await page.keyboard.type('minister');
  await there(page, '.hits h3 a');
  await page.waitForFunction(() => location.hash.endsWith('/search/minister')); // typing rests, and its last results are shown
  await page.keyboard.press('ArrowDown');
  assert.equal(await focus(page), await says(page, '.hits h3 a'));
  await page.keyboard.press('Enter');
  await there(page, 'mark.cited');
  assert.match(page.url(), /#briefing\/read\//);
  await page.keyboard.press('Escape');
  await there(page, '.hits');
  assert.match(decodeURIComponent(page.url()), /#briefing\/search\/minister$/);
  await page.evaluate(() => history.back());
  await there(page, '[part~=key-point]');
  await page.evaluate(() => history.forward());
  await there(page, '.hits');
});

scenario('it fits a narrow place and a wide one', firefox, async ({ page }) => {
  for (const width of [280, 520, 1600]) {
    await page.setViewport({ width, height: 900 });
    for (const view of ['brief', 'timeline', 'people', 'sources']) {
      await page.evaluate((to) => { location.hash = `#briefing/${to}`; }, view);
      await page.waitForFunction((to) => document.querySelector('briefing-widget').shadowRoot.querySelector('[aria-current=page]')?.href.endsWith(to), {}, view);
      assert.ok(await fits(page), `${view} at ${width} px`);
    }
  }
});

scenario('two briefings on a page keep their addresses apart', firefox, async ({ page }) => {
  await there(page, '[part~=key-point]');
  await page.evaluate(() => {
    const other = document.createElement('briefing-widget');
    other.id = 'other';
    document.querySelector('main').append(other);
  });
  await page.waitForFunction(() => document.querySelector('#other').shadowRoot.querySelector('[part~=views]'));
  await page.evaluate(() => document.querySelector('#other').shadowRoot.querySelector('[href$=timeline]').click());
  await page.waitForFunction(() => document.querySelector('#other').shadowRoot.querySelector('[part~=event]'));
  assert.match(page.url(), /#other\/timeline$/);
  assert.ok(await count(page, '[part~=key-point]') > 4, 'the first one is where it was');
});

scenario('it opens in a dialog, and Escape closes the dialog', firefox, async ({ page }) => {
  await there(page, '[part~=key-point]');
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.append(document.querySelector('briefing-widget'));
    dialog.showModal();
  });
  await there(page, '[part~=key-point]');
  assert.ok(await page.$eval(inside('[part~=widget]'), (element) => element.getBoundingClientRect().width > 600));
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('dialog').open);
});

scenario('on paper it is the short brief with its sources', firefox, async ({ page }) => {
  await there(page, '[part~=key-point]');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await count(page, '[part~=difference]'), 3);
  const heads = await page.$$eval(inside('h2'), (all) => all.map((head) => head.textContent));
  assert.equal(heads.at(-1), 'Sources');
});
