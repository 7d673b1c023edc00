/** Searching: every key counts, and every answer says what it is. */
import assert from 'node:assert/strict';
import { scenario } from './harness.mjs';
import { answered, focused, mount, opened } from './widget.mjs';

scenario('results follow the typing, with the words found marked and their source cited', {}, async ({ page }) => {
  const { widget, field, heading } = await opened(page);
  await field.pressSequentially('peshmer');
  await widget.getByRole('heading', { name: /^\d+ reports? match/ }).waitFor();
  const first = widget.locator('[part~=results] li').first();
  assert.match(await first.locator('mark').first().textContent(), /^peshmer/i);
  assert.match(await first.locator('[part~=citation]').first().textContent(), /^Source \d/);
  assert.match(await heading.textContent(), /match/);
  assert.equal(await field.inputValue(), 'peshmer');
});

scenario('the number of results is spoken once typing rests', {}, async ({ page }) => {
  const { field, status } = await opened(page);
  await field.fill('minister');
  await page.waitForFunction((status) => /reports? match/.test(status.textContent), await status.elementHandle());
});

scenario('words that no report has are named in one line', {}, async ({ page }) => {
  const { widget, field } = await opened(page);
  await field.fill('minister qqqqq');
  await widget.getByText('In no report: qqqqq').waitFor();
  assert.ok(await widget.locator('[part~=results] li').count() > 0);
});

scenario('a search without results says so and offers words that do occur', {}, async ({ page }) => {
  const { widget, field } = await opened(page);
  await field.fill('qqqqq');
  await widget.getByRole('heading', { name: 'No report here mentions “qqqqq”' }).waitFor();
  const offers = widget.locator('[part~=results] ul button');
  assert.ok(await offers.count() > 0);
  const offer = await offers.first().textContent();
  await offers.first().click();
  await answered(widget, offer);
  assert.equal(await field.inputValue(), offer);
});

scenario('an emptied field leads back to the view before', {}, async ({ page }) => {
  const { widget, field, tab } = await opened(page);
  await tab('Sources').click();
  await field.fill('minister');
  await answered(widget, 'minister');
  await field.fill('');
  await widget.getByRole('heading', { name: /oldest first/ }).waitFor();
  assert.equal(await focused(page), 'input');
});

scenario('a near-copy is folded under the text that it shares', {}, async ({ page }) => {
  const reports = [{ text: 'One text.', origin: 0 }, { text: 'Two text.', origin: 1 }, { text: 'One text again.', origin: 0, nearCopyOf: 'd0' }];
  const { widget, field } = await mount(page, { reports });
  await field.fill('text');
  const results = widget.locator('[part~=results] ol > li');
  await results.first().waitFor();
  assert.equal(await results.count(), 2);
  await results.first().getByText('Near-copy of 1, folded in').waitFor();
});

scenario('more results come ten at a time, and focus goes to the first new one', {}, async ({ page }) => {
  const reports = Array.from({ length: 12 }, (_, i) => ({ text: `Word number ${i}.` }));
  const { widget, field } = await mount(page, { reports });
  await field.fill('word');
  const results = widget.locator('[part~=results] ol > li');
  await widget.getByText('10 of 12 shown').waitFor();
  assert.equal(await results.count(), 10);
  await widget.getByRole('button', { name: 'Show more results' }).click();
  await results.nth(11).waitFor();
  assert.equal(await widget.getByRole('button', { name: /Show more/ }).count(), 0);
  await page.waitForFunction(() => document.querySelector('briefing-widget').shadowRoot.activeElement?.textContent === 'Report 10');
});

scenario('a slow answer never takes the place of a later one', {}, async ({ page }) => {
  const { widget, field } = await mount(page, { reports: [{ text: 'Word.' }] });
  await page.evaluate(() => {
    const widget = document.querySelector('briefing-widget');
    const search = widget.briefing.search;
    widget.briefing.search = async (query, options) => {
      if (query === 'slow') await new Promise((done) => { globalThis.answerSlow = done; });
      return search(query, options);
    };
  });
  await field.fill('slow');
  await field.fill('nothing');
  await widget.getByRole('heading', { name: 'No report here mentions “nothing”' }).waitFor();
  await page.evaluate(() => globalThis.answerSlow());
  await page.evaluate(() => new Promise(requestAnimationFrame));
  assert.equal(await widget.locator('#heading').textContent(), 'No report here mentions “nothing”');
  assert.equal(await field.inputValue(), 'nothing');
});

scenario('an address without a query leads to the brief, and signs alone are no word', {}, async ({ page }) => {
  await page.evaluate(() => { location.hash = '#briefing/search/%20'; });
  const { keyPoints, field, widget, status } = await opened(page);
  await keyPoints.first().waitFor();
  assert.equal(await field.inputValue(), '');
  await field.fill('?!');
  await widget.getByRole('heading', { name: 'No word to search for' }).waitFor();
  await page.waitForFunction((status) => status.textContent === 'No word to search for', await status.elementHandle());
});

scenario('of a long query without results, the beginning is named', {}, async ({ page }) => {
  const { field, heading } = await opened(page);
  await field.fill('qqqqq '.repeat(60));
  await heading.filter({ hasText: 'No report' }).waitFor();
  assert.match(await heading.textContent(), /^No report here mentions “qqqqq .{60,80}…”$/);
  assert.equal(await field.inputValue(), 'qqqqq '.repeat(60));
});

scenario('a query from right to left is written so', {}, async ({ page }) => {
  const { field } = await opened(page);
  const direction = () => field.evaluate((input) => getComputedStyle(input).direction);
  assert.equal(await direction(), 'ltr');
  await field.fill('\u0627\u0644');
  assert.equal(await direction(), 'rtl');
});

scenario('the way back leads to as many results as were shown', {}, async ({ page }) => {
  const reports = Array.from({ length: 12 }, (_, i) => ({ text: `Word number ${i}.` }));
  const { widget, field, cited } = await mount(page, { reports });
  await field.fill('word');
  await widget.getByRole('button', { name: 'Show more results' }).click();
  const last = widget.getByRole('link', { name: 'Report 11', exact: true });
  await last.click();
  await cited.waitFor();
  await page.goBack();
  await last.waitFor();
  assert.equal(await focused(page), 'Report 11');
});
