/** A near-copy beside its original. */
import assert from 'node:assert/strict';
import { axe, scenario } from './harness.mjs';
import { harbour } from './harbour.mjs';
import { focused, mount } from './widget.mjs';

/** The harbour's reports, parted in sentences. */
const parted = { ...harbour, sentences: true };

/** @param {any} page @param {string} hash */
async function open(page, hash, made = parted) {
  await page.evaluate((hash) => { location.hash = hash; }, `#briefing/${hash}`);
  const parts = await mount(page, made);
  return { ...parts, rows: parts.widget.locator('.rows > li') };
}

scenario('sentences that tell the same stand abreast, the words that differ are marked, and every sentence leads to its place', {}, async ({ page }) => {
  const { cited, heading, rows, widget } = await open(page, 'compare/d1');
  await rows.first().waitFor();
  assert.equal(await heading.textContent(), '1 and 2, side by side');
  assert.deepEqual(await rows.first().locator('.said').allTextContents(), ['The Harbour Board (HB) opens the north quay in May 2021.', 'The HB opens the south quay in May 2021.']);
  assert.deepEqual(await rows.first().locator('mark').allTextContents(), ['Harbour Board', 'north', 'south']);
  const texts = await rows.evaluateAll((all) => all.flatMap((row) => [...row.querySelectorAll('.side:first-child .said')].map((said) => said.textContent)));
  assert.equal(texts.join(' '), harbour.reports[0].text);
  await widget.getByText('Nothing to match in 2.').first().waitFor();
  const last = rows.last().locator('.row').last();
  const sentence = await last.locator('.said').textContent();
  await last.getByRole('link').click();
  await cited.waitFor();
  assert.equal(await cited.textContent(), sentence);
  await widget.getByRole('link', { name: 'Back to the comparison' }).first().click();
  await rows.first().waitFor();
});

scenario('a copy and its original lead to the comparison, and Escape leads back', {}, async ({ page }) => {
  const { rows, widget } = await open(page, 'read/d0');
  await widget.getByRole('link', { name: 'Side by side with its near-copy 2' }).click();
  await rows.first().waitFor();
  assert.equal(await focused(page), '1 and 2, side by side');
  await page.keyboard.press('Escape');
  await widget.getByRole('article').waitFor();
  await page.evaluate(() => { location.hash = '#briefing/read/d1'; });
  await widget.getByRole('link', { name: 'Side by side with 1' }).click();
  await rows.first().waitFor();
  assert.match(page.url(), /#briefing\/compare\/d1$/);
  await page.evaluate(() => { location.hash = '#briefing/sources'; });
  await widget.getByRole('link', { name: 'Side by side with 1' }).click();
  await rows.first().waitFor();
});

scenario('an original is compared with its first copy; a report without any with nothing, and one that is not here is missed', {}, async ({ page }) => {
  const { heading, rows } = await open(page, 'compare/d0');
  await rows.first().waitFor();
  assert.equal(await heading.textContent(), '1 and 2, side by side');
  for (const [document, said] of [['d2', /Report 3 is no near-copy/], ['d9', /No report here is named “d9”/]]) {
    await page.evaluate((hash) => { location.hash = hash; }, `#briefing/compare/${document}`);
    await page.waitForFunction((source) => new RegExp(source).test(document.querySelector('briefing-widget').shadowRoot.querySelector('#heading').textContent), said.source);
  }
});

scenario('in a narrow place the sides stand one above the other, each with its number', { width: 320 }, async ({ page }) => {
  const { rows } = await open(page, 'compare/d1');
  await rows.first().waitFor();
  const [one, other] = await rows.first().locator('.side').evaluateAll((sides) => sides.map((side) => side.getBoundingClientRect()).map(({ left, top }) => ({ left, top })));
  assert.ok(one.left === other.left && one.top < other.top);
  assert.deepEqual(await rows.first().locator('.badge').allTextContents(), ['1', '2']);
});

scenario('two long reports are put side by side in an instant', {}, async ({ page }) => {
  const text = (seed) => Array.from({ length: 250 }, (_, s) => `${Array.from({ length: 20 }, (_, k) => `w${(s * 20 + k) * (k % 7 ? 1 : seed)}`).join(' ')}.`).join(' ');
  const { rows, tab } = await open(page, 'brief', { reports: [{ text: text(1) }, { text: text(3), nearCopyOf: 'd0', origin: 0 }], sentences: true });
  await tab('Sources').waitFor();
  const took = await page.evaluate(async () => {
    const began = performance.now();
    location.hash = '#briefing/compare/d1';
    while (!document.querySelector('briefing-widget').shadowRoot.querySelector('.rows')) await new Promise(requestAnimationFrame);
    return performance.now() - began;
  });
  assert.equal(await rows.count(), 250);
  assert.ok(took < 2000, `${took} ms`);
});

for (const [width, colorScheme] of [[320, 'dark'], [768, 'light'], [1280, 'dark']]) {
  scenario(`the comparison has no accessibility violations at ${width} px, ${colorScheme}`, { width, colorScheme }, async ({ page }) => {
    const { rows } = await open(page, 'compare/d1');
    await rows.first().waitFor();
    assert.deepEqual(await axe(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
}

scenario('the comparison of the demo opens', { browser: 'firefox', path: '/#briefing/sources' }, async ({ page }) => {
  const find = (selector) => page.waitForFunction((selector) => document.querySelector('briefing-widget').shadowRoot?.querySelector(selector), {}, selector);
  await (await find('a[href*="compare"]')).click();
  await find('.rows mark.differs');
});
