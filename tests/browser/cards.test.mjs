/** The cards: where sources differ, what happened when, who is named, in whose words, what acronyms stand for. */
import assert from 'node:assert/strict';
import { scenario } from './harness.mjs';
import { harbour } from './harbour.mjs';
import { focused, mount } from './widget.mjs';

/** What an element says, its parts set apart. */
const words = (locator) => locator.evaluate((element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const parts = [];
  while (walker.nextNode()) parts.push(walker.currentNode.data);
  return parts.join(' ').trim().replace(/\s+/g, ' ').replaceAll(' ,', ',');
});
const place = (page, hash) => page.evaluate((hash) => { location.hash = hash; }, `#briefing/${hash}`);

/** Puts the harbour's briefing on the page, at a place. */
async function at(page, hash, changed = {}) {
  await place(page, hash);
  return mount(page, { ...harbour, extra: { ...harbour.extra, ...changed } });
}

// ------------------------------------------------------------------------------------------------ differences

scenario('a difference shows both sides by date, the parting words marked, its kind and weight in plain words', {}, async ({ page }) => {
  const { widget, cited } = await at(page, 'brief');
  const first = widget.locator('[part~=difference]').first();
  assert.equal(await words(first.getByRole('heading')), 'One says the opposite Grave');
  assert.deepEqual(await first.locator('.said').allTextContents(), ['It is not a sale.', 'It is a sale.']);
  assert.deepEqual(await first.locator('mark').allTextContents(), ['not a sale', 'a sale']);
  assert.equal(await first.locator('mark').first().evaluate((mark) => getComputedStyle(mark).borderBlockEndStyle), 'solid');
  assert.equal(await words(first.locator('[part~=citation]').nth(1)), 'Source 2 Evening Echo, 3 Mar 2021');
  await first.locator('[part~=citation]').nth(1).click();
  assert.equal(await cited.textContent(), 'It is a sale.');
});

scenario('what a copy leaves out is said to be missing there, not to be told otherwise', {}, async ({ page }) => {
  const { widget } = await at(page, 'brief');
  const [after, whole] = [2, 3].map((i) => widget.locator('[part~=difference]').nth(i));
  assert.match(await words(after), /^Left out by a copy Slight .*Brandt\. .*Not here\. It would follow this sentence: The HB opens the south quay/);
  assert.match(await words(whole), /The ferry stays\. .*Not in 2 ?Evening Echo, 3 Mar 2021$/);
});

scenario('the two sides stand beside each other, and one above the other in a narrow place', { width: 1000 }, async ({ page }) => {
  const { widget } = await at(page, 'brief');
  const tops = () => widget.locator('[part~=difference]').first().locator('.side').evaluateAll((sides) => sides.map((side) => side.getBoundingClientRect().top));
  const wide = await tops();
  assert.equal(wide[0], wide[1]);
  await page.setViewportSize({ width: 400, height: 800 });
  const narrow = await tops();
  assert.ok(narrow[0] < narrow[1]);
});

scenario('every place that shows a sentence told differently says so, and leads to the difference', {}, async ({ page }) => {
  const { widget, keyPoints, tab, field } = await at(page, 'brief');
  const warning = (within) => within.locator('[part~=warning]');
  assert.equal(await words(warning(keyPoints.first())), '≠ Sources differ: One says the opposite');
  assert.equal(await words(warning(widget.locator('[part~=quote]').first())), '≠ Sources differ: Left out by a copy');
  assert.equal(await warning(widget.locator('[part~=quote]').nth(1)).count(), 0);
  await tab('Timeline').click();
  const events = widget.locator('[part~=event]');
  await events.first().waitFor();
  assert.equal(await warning(events.first()).count(), 0);
  assert.match(await words(warning(events.nth(1))), /Done to something else$/);
  await tab('Sources').click();
  assert.match(await words(warning(widget.locator('li[part~=source]').first())), /Done to something else$/);
  await field.fill('sale');
  assert.match(await words(warning(widget.locator('[part~=answer]'))), /One says the opposite$/);
  await widget.locator('.hits h3 a').first().click();
  const article = widget.locator('[part~=article]');
  await article.waitFor();
  assert.equal(await warning(article).count(), 2);
  assert.equal(await words(warning(widget.locator('.text'))), '≠ Sources differ: One says the opposite Done to something else Left out by a copy 1 more', 'of the words cited');
  await place(page, 'read/d1');
  await widget.getByRole('region', { name: 'Report 2' }).waitFor();
  assert.match(await words(widget.locator('.aside')), /Sources differ: One says the opposite Done to something else$/, 'a copy does not part where it leaves out');
  await page.goBack();
  await widget.getByRole('region', { name: 'Report 1' }).waitFor();
  await warning(article).nth(1).getByRole('link').click();
  await page.waitForURL(/#briefing\/brief\/d1$/);
  assert.equal(await focused(page), 'One says the opposite Grave');
});

scenario('the table marks where the words of a copy differ', {}, async ({ page }) => {
  const { widget } = await at(page, 'brief');
  const table = widget.getByRole('table');
  assert.equal(await words(table.getByRole('link').nth(1)), '≠ near-copy, words differ');
  assert.match(await words(widget.getByRole('list', { name: 'Legend' })), /≠ words differ/);
});

scenario('without differences, that is said', {}, async ({ page }) => {
  const { widget } = await at(page, 'brief', { differences: {}, overview: { keyPoints: [] } });
  await widget.getByText('No difference was found between the reports.').waitFor();
});

// ------------------------------------------------------------------------------------------------ quotes, glossary

scenario('words in quotation marks stand apart from retold ones, each with its speaker', {}, async ({ page }) => {
  const { widget } = await at(page, 'brief');
  const quotes = widget.locator('[part~=quotes]');
  assert.deepEqual(await quotes.getByRole('heading').allTextContents(), ['In their words', 'Quotes', 'Retold words']);
  assert.match(await words(quotes.locator('.direct')), /^We keep the old crane, .* Mayor Ada Brandt said Mayor/);
  assert.match(await words(quotes.locator('.reported li').nth(0)), /^a longer pier .* the HB promised$/);
  assert.match(await words(quotes.locator('.reported li').nth(1)), /Speaker not named/);
  await quotes.getByRole('link', { name: 'Mayor Ada Brandt' }).click();
  await page.waitForURL(/people\/e1$/);
  await widget.getByRole('heading', { name: 'Ada Brandt' }).waitFor();
  assert.equal(await focused(page), 'Ada Brandt');
});

scenario('an acronym is spelled out as a report does it, or said not to be', {}, async ({ page }) => {
  const { widget, cited } = await at(page, 'brief');
  const rows = widget.locator('[part~=glossary] dl > div');
  assert.match(await words(rows.nth(0)), /^HB also H\.B\. Harbour Board 1, Morning Post, 2 Mar 2021 without it in 2, .*3, /);
  assert.match(await words(rows.nth(1)), /^MRV not spelled out in these reports; used in 3, /);
  await rows.nth(0).getByRole('link').first().click();
  assert.equal(await cited.textContent(), 'Harbour Board (HB)');
});

// ------------------------------------------------------------------------------------------------ timeline

scenario('events stand by year with the words that date them, how the date is known, and how many tell it', {}, async ({ page }) => {
  const { widget } = await at(page, 'timeline');
  assert.deepEqual(await widget.locator('h3').allTextContents(), ['2020', '2021']);
  const events = widget.locator('[part~=event]');
  assert.deepEqual(await events.locator('time[datetime^="202"]:not(.cite time)').allTextContents(), ['2020', 'May 2021', '30 May – 2 Jun 2021']);
  assert.deepEqual(await events.locator('mark').allTextContents(), ['Last year', 'May 2021', 'stays']);
  assert.match(await words(events.nth(0)), /^2020 Reckoned from the publication date 1 outlet, 1 independent text Last year/);
  assert.match(await words(events.nth(1)), /^May 2021 Planned: still ahead for every report that tells it Date written 2 outlets, 1 independent text north quay The Harbour.*also in 2/);
});

// ------------------------------------------------------------------------------------------------ article

scenario('a report begins with what it says in short, what only it says, whom it names and when', {}, async ({ page }) => {
  const { widget, cited } = await at(page, 'read/d0');
  const article = widget.locator('[part~=article]');
  assert.deepEqual(await article.getByRole('heading').allTextContents(), ['In short', 'Only here', 'Named', 'Dated']);
  assert.match(await words(article), /Named Harbour Board, Ada Brandt Dated May 2021 north quay$/);
  assert.equal(await words(widget.locator('.aside')), '≠ Sources differ: One says the opposite Done to something else Left out by a copy 1 more');
  await article.getByRole('link', { name: 'It is not a sale.' }).click();
  assert.equal(await cited.textContent(), 'It is not a sale.');
  await article.getByRole('link', { name: 'May 2021', exact: true }).click();
  await page.waitForURL(/timeline\/t2$/);
  assert.equal(await focused(page), 'May 2021');
  await page.goBack();
  await article.getByRole('link', { name: 'Ada Brandt' }).click();
  await page.waitForURL(/people\/e1$/);
});

// ------------------------------------------------------------------------------------------------ places

scenario('every view and thing has an address, which leads a newcomer there, and back and forward work', {}, async ({ page }) => {
  const { tab, widget } = await at(page, 'brief/d2');
  assert.equal(await focused(page), 'Done to something else Notable');
  await tab('Timeline').click();
  await widget.getByRole('link', { name: '2020', exact: true }).click();
  await page.waitForURL(/timeline\/t1$/);
  await tab(/^People/).click();
  await page.goBack();
  await page.goBack();
  await page.waitForURL(/timeline$/);
  await page.goForward();
  await page.waitForURL(/timeline\/t1$/);
  await place(page, 'people/e2');
  await page.waitForFunction(() => document.querySelector('briefing-widget').shadowRoot.activeElement?.dataset.item === 'e2');
  await place(page, 'brief/quotes');
  await widget.getByRole('heading', { name: 'In their words' }).waitFor();
  await place(page, 'brief/no"such');
  assert.ok(await widget.locator('[part~=key-point]').first().isVisible());
});

scenario('the beginning of the brief leads to its sections', {}, async ({ page }) => {
  const { widget } = await at(page, 'brief');
  const jump = widget.getByRole('navigation', { name: 'In this brief' });
  assert.equal(await words(jump), 'Differences 4 Quotes 3 Glossary 2');
  await jump.getByRole('link', { name: 'Glossary' }).click();
  await page.waitForURL(/brief\/glossary$/);
  assert.equal(await focused(page), 'Glossary');
});

scenario('a card is asked for when its view is first shown, and kept', {}, async ({ page }) => {
  const { tab, widget } = await at(page, 'sources');
  await page.evaluate(() => {
    const { briefing } = document.querySelector('briefing-widget');
    globalThis.asked = [];
    for (const card of ['overview', 'who', 'timeline', 'quotes', 'differences', 'glossary']) {
      const ask = briefing[card];
      briefing[card] = () => globalThis.asked.push(card) && ask();
    }
  });
  await tab('Timeline').click();
  await widget.locator('[part~=event]').first().waitFor();
  await tab('Brief').click();
  await widget.locator('[part~=key-point]').first().waitFor();
  await tab('Timeline').click();
  await widget.locator('[part~=event]').first().waitFor();
  assert.deepEqual(await page.evaluate(() => globalThis.asked), ['timeline', 'overview', 'quotes', 'glossary'], 'the sources asked for the differences');
});

// ------------------------------------------------------------------------------------------------ many

const many = (one, n) => Array.from({ length: n }, (_, i) => ({ ...one, id: `x${i}` }));

scenario('of long lists the beginning is shown, then all, and the focus goes on to the first new one', {}, async ({ page }) => {
  const [difference] = harbour.extra.differences.differences;
  const differences = { differences: many(difference, 500), total: 1234 };
  const { widget } = await at(page, 'brief', { differences });
  await widget.getByText('The 500 weightiest differences of 1,234.').waitFor();
  const shown = widget.locator('[part~=difference]');
  assert.equal(await shown.count(), 5);
  await widget.getByRole('button', { name: 'Show all 500 differences' }).click();
  await shown.nth(499).waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelector('briefing-widget').shadowRoot.activeElement?.getAttribute('href')?.endsWith('x5'));
  await widget.getByRole('button', { name: 'Show fewer differences' }).click();
  assert.equal(await shown.count(), 5);
  await place(page, 'brief/x400');
  await page.waitForFunction(() => document.querySelector('briefing-widget').shadowRoot.activeElement?.dataset.item === 'x400');
});

scenario('events come fifty at a time, and an address leads beyond them', {}, async ({ page }) => {
  const [event] = harbour.extra.timeline.events;
  const timeline = { events: many(event, 120), total: 120 };
  const { widget } = await at(page, 'timeline', { timeline });
  const shown = widget.locator('[part~=event]');
  assert.equal(await shown.count(), 50);
  await widget.getByRole('button', { name: 'Show more events' }).click();
  await shown.nth(99).waitFor();
  await page.waitForFunction(() => document.querySelector('briefing-widget').shadowRoot.activeElement?.getAttribute('href')?.endsWith('x50'));
  await place(page, 'timeline/x110');
  await page.waitForFunction(() => document.querySelector('briefing-widget').shadowRoot.activeElement?.dataset.item === 'x110');
});

scenario('on paper the brief has the gravest differences, six quotes, and the sources last', {}, async ({ page }) => {
  const [difference] = harbour.extra.differences.differences;
  const [quote] = harbour.extra.quotes.quotes;
  const { widget } = await at(page, 'brief', {
    differences: { differences: many(difference, 40), total: 40 }, quotes: { quotes: many(quote, 30), total: 30 },
  });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  assert.equal(await widget.locator('[part~=difference]').count(), 3);
  assert.equal(await widget.locator('[part~=quote]').count(), 6);
  await widget.getByText('3 of 40 shown').waitFor();
  const heads = await widget.locator('h2').evaluateAll((all) => all.filter((head) => head.checkVisibility()).map((head) => head.textContent));
  assert.deepEqual(heads, ['Key points', 'Where sources differ', 'In their words', 'Glossary', 'Sources']);
  assert.ok(await widget.getByRole('button').first().isHidden());
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.waitForFunction(() => document.querySelector('briefing-widget').shadowRoot.querySelectorAll('[part~=difference]').length === 5);
});

// ------------------------------------------------------------------------------------------------ names as filters

scenario('a chip asks for a name, and several add up', {}, async ({ page }) => {
  const { widget, field } = await at(page, 'search/quay');
  const chip = (name) => widget.locator('[part~=filters]').getByRole('button', { name });
  await chip('Ada Brandt').click();
  assert.equal(await field.inputValue(), 'name:"Ada Brandt" quay');
  await chip('Harbour Board').click();
  assert.equal(await field.inputValue(), 'name:"Harbour Board" name:"Ada Brandt" quay');
  await chip('Ada Brandt').click();
  assert.equal(await field.inputValue(), 'name:"Harbour Board" quay');
});
