/** The list of reports: its order, what it is narrowed to, and that it is kept. */
import assert from 'node:assert/strict';
import { axe, scenario } from './harness.mjs';
import { focused, mount } from './widget.mjs';

const reports = [
  { title: 'Éclair over the pier', source: 'Morning Post', date: '2020-05-01', words: 30, tags: ['sea'], text: 'The pier stays.' },
  { title: 'Zero ferries', source: 'Evening Echo', date: '2021-02-03', words: 10, origin: 0, nearCopyOf: 'd0', text: 'The pier stays shut.' },
  { title: 'A crane goes', source: 'Morning Post', date: '2021-03-01', words: 20, tags: ['sea', 'steel'], text: 'The crane goes.' },
];

/** Opens the sources of a made-up briefing. */
async function sources(page, made = { reports }) {
  await page.evaluate(() => { location.hash = '#briefing/sources'; });
  const parts = await mount(page, made);
  const cards = parts.widget.locator('li[part~=source]');
  await cards.first().waitFor();
  return {
    ...parts,
    cards,
    words: parts.widget.getByRole('textbox', { name: 'Filter by title or outlet' }),
    choose: (name, value) => parts.widget.getByRole('combobox', { name }).selectOption(value),
    /** The numbers of the reports shown, once they are as expected. */
    shows: async (numbers) => {
      await page.waitForFunction((expected) => [...document.querySelector('briefing-widget').shadowRoot.querySelectorAll('li[part~=source] .badge')]
        .map((badge) => badge.textContent).join() === expected, numbers.join()).catch(() => {});
      assert.deepEqual(await cards.locator('.badge').allTextContents(), numbers.map(String));
    },
  };
}

scenario('the reports stand in the order chosen and keep their numbers', {}, async ({ page }) => {
  const { choose, heading, shows } = await sources(page);
  await shows([1, 2, 3]);
  for (const [order, numbers, said] of [
    ['Newest', [3, 2, 1], 'newest first'], ['Outlet', [2, 1, 3], 'by outlet'], ['Title', [3, 1, 2], 'by title'], ['Longest', [1, 3, 2], 'longest first'],
  ]) {
    await choose('Order', order);
    await shows(numbers);
    assert.equal(await heading.textContent(), `3 reports, ${said}`);
    assert.equal(await page.evaluate(() => document.querySelector('briefing-widget').shadowRoot.activeElement.dataset.key), 'order');
  }
});

scenario('filters add up, count what is left, and lead back to all', {}, async ({ page }) => {
  const { choose, shows, widget, words } = await sources(page);
  await words.fill('eclair');
  await shows([1]);
  await widget.getByText('1 of 3 reports').waitFor();
  await words.fill('morning');
  await shows([1, 3]);
  await choose('Year', '2021');
  await shows([3]);
  await choose('Outlet', 'Morning Post');
  await words.fill('ferries');
  await widget.getByText('No report has all of this').waitFor();
  await shows([]);
  await widget.getByRole('button', { name: 'Show all 3 reports' }).click();
  await shows([1, 2, 3]);
  assert.equal(await words.inputValue(), '');
  assert.equal(await page.evaluate(() => document.querySelector('briefing-widget').shadowRoot.activeElement.dataset.key), 'words');
  await choose('Tag', 'sea');
  await shows([1, 3]);
  await choose('Outlet', 'Morning Post');
  await choose('Texts', 'independent');
  await shows([1, 3]);
});

scenario('a list that was chosen is there again on the way back, and is no step of its own', {}, async ({ page }) => {
  const { choose, cards, shows, widget, words } = await sources(page);
  const before = await page.evaluate(() => history.length);
  await choose('Order', 'Newest');
  await words.pressSequentially('pier');
  await shows([1]);
  assert.equal(await page.evaluate(() => history.length), before);
  await cards.first().getByRole('link').first().click();
  await widget.getByRole('article').waitFor();
  await page.goBack();
  await shows([1]);
  assert.equal(await words.inputValue(), 'pier');
  assert.equal(await focused(page), 'Éclair over the pier');
});

scenario('what all reports have in common is no choice, and one report has none', {}, async ({ page }) => {
  const { widget } = await sources(page, { reports: [{ text: 'One.' }, { text: 'Two.' }] });
  assert.deepEqual(await widget.getByRole('combobox').count(), 1);
  const { widget: one } = await sources(page, { reports: [{ text: 'One.' }] });
  assert.equal(await one.getByRole('combobox').count() + await one.getByRole('textbox').count(), 0);
});

scenario('of ten thousand reports, only the articles shown are fetched', {}, async ({ page }) => {
  const many = Array.from({ length: 10_000 }, (_, i) => ({ title: `Report of ${i}`, source: `Outlet ${i % 40}`, date: `${2000 + (i % 20)}-01-01`, text: '' }));
  await page.evaluate(() => { location.hash = '#briefing/sources'; });
  const { widget } = await mount(page, { reports: many });
  await widget.getByText('20 of 10,000 shown').waitFor();
  await page.evaluate(() => {
    const { briefing } = document.querySelector('briefing-widget');
    const { article } = briefing;
    globalThis.fetched = 0;
    briefing.article = (id) => { globalThis.fetched += 1; return article(id); };
  });
  await widget.getByRole('textbox').fill('of 77');
  await widget.getByText('280 of 10,000 reports').waitFor();
  assert.equal(await page.evaluate(() => globalThis.fetched), 20);
  await widget.getByRole('button', { name: 'Show more reports' }).click();
  await widget.getByText('40 of 280 shown').waitFor();
});

for (const [width, colorScheme] of [[320, 'light'], [320, 'dark'], [768, 'light'], [1280, 'dark']]) {
  scenario(`the sources have no accessibility violations at ${width} px, ${colorScheme}`, { width, colorScheme }, async ({ page }) => {
    const { cards, choose, shows } = await sources(page);
    await cards.first().getByText('Cite this report').click();
    assert.deepEqual(await axe(page), []);
    await choose('Year', '2021');
    await shows([2, 3]);
    assert.deepEqual(await axe(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
}
