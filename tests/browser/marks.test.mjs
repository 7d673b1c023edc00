/** What is marked in the text of a report, the way from mention to mention, and citations to take along. */
import assert from 'node:assert/strict';
import { axe, scenario } from './harness.mjs';
import { harbour } from './harbour.mjs';
import { focused, mount } from './widget.mjs';

const clipboard = { context: { permissions: ['clipboard-read', 'clipboard-write'] } };
const [first] = harbour.reports;

/** Opens a report at some of its words. @param {any} page @param {string} document @param {string} [words] */
async function read(page, document, words, made = harbour) {
  const { text } = made.reports[Number(document.slice(1))];
  const range = words === undefined ? '' : `/${text.indexOf(words)}-${text.indexOf(words) + words.length}`;
  await page.evaluate((hash) => { location.hash = hash; }, `#briefing/read/${document}${range}`);
  const parts = await mount(page, made);
  await parts.widget.getByRole('article').waitFor();
  return { ...parts, text: parts.widget.locator('.text > p').first() };
}

scenario('names and dates lead to their cards, and the text stays as it is', {}, async ({ page }) => {
  const { text, widget } = await read(page, 'd0');
  assert.equal(await text.textContent(), first.text);
  assert.deepEqual(await text.getByRole('link').allTextContents(), ['Harbour Board', 'May 2021', 'Ada Brandt']);
  assert.deepEqual(await text.locator('.gist').allTextContents(), ['The Harbour Board (HB) opens the north quay in May 2021.']);
  await text.getByRole('link', { name: 'May 2021' }).click();
  await widget.getByRole('heading', { name: /dated event/ }).waitFor();
  assert.match(page.url(), /timeline\/t2$/);
  await page.goBack();
  await text.getByRole('link', { name: 'Ada Brandt' }).click();
  await page.waitForURL(/people\/e1$/);
  // A sentence that tells the same event with the same words leads there too.
  const { text: copy } = await read(page, 'd1');
  assert.deepEqual(await copy.getByRole('link').allTextContents(), ['HB', 'May 2021', 'stays']);
});

scenario('each kind of mark can be taken off, and stays off in the next report', {}, async ({ page }) => {
  const { text, widget } = await read(page, 'd0');
  const sign = (name) => widget.getByRole('group', { name: 'Marks in the text' }).getByRole('checkbox', { name });
  await sign('Names').uncheck();
  assert.deepEqual(await text.getByRole('link').allTextContents(), ['May 2021']);
  await sign('Summary').uncheck();
  assert.equal(await text.locator('.gist').count(), 0);
  assert.equal(await text.textContent(), first.text);
  await page.evaluate(() => { location.hash = '#briefing/read/d1'; });
  await widget.getByText('Near-copy of 1').first().waitFor();
  assert.equal(await sign('Names').isChecked(), false);
  await sign('Names').check();
  assert.equal(await text.getByRole('link', { name: 'HB' }).count(), 1);
});

scenario('words cited are one mark, whatever is marked within and across them', {}, async ({ page }) => {
  const { cited, text } = await read(page, 'd0', 'Board (HB) opens the north quay in May');
  assert.deepEqual(await cited.allTextContents(), ['Board (HB) opens the north quay in May']);
  assert.equal(await text.textContent(), first.text);
  assert.deepEqual(await text.getByRole('link').allTextContents(), ['Harbour ', 'Board', 'May', ' 2021', 'Ada Brandt']);
});

scenario('from a mention the way leads to the one before, to the next in another report, and to the card', {}, async ({ page }) => {
  const { cited, widget } = await read(page, 'd1', 'HB');
  const bar = widget.getByRole('navigation', { name: 'Mentions' });
  assert.match(await bar.textContent(), /Harbour Board: mention 2 of 3/);
  await bar.getByRole('link', { name: 'Next mention' }).click();
  await page.waitForURL(/read\/d2\//);
  await bar.getByText('mention 3 of 3').waitFor();
  assert.equal(await focused(page), 'HB');
  assert.equal(await bar.getByRole('link', { name: 'Next mention' }).count(), 0);
  await bar.getByRole('link', { name: 'Previous mention' }).click();
  await bar.getByText('mention 2 of 3').waitFor();
  await bar.getByRole('link', { name: 'Previous mention' }).click();
  await bar.getByText('mention 1 of 3').waitFor();
  assert.equal(await cited.textContent(), 'Harbour Board');
  await bar.getByRole('link', { name: 'Card of Harbour Board' }).click();
  await page.waitForURL(/people\/e2$/);
});

scenario('of a name with more mentions than its card has, that is said; elsewhere there is no way from mention to mention', {}, async ({ page }) => {
  const words = Array.from({ length: 50 }, (_, i) => ({ document: 'd0', start: i * 4, end: i * 4 + 3, text: 'Ada' }));
  const many = {
    reports: [{ text: 'Ada '.repeat(60) }],
    extra: { who: { entries: [{ id: 'e1', name: 'Ada', type: 'person', aliases: [], roles: [], mentions: words, documents: ['d0'], with: [] }] } },
  };
  const { widget } = await read(page, 'd0', 'Ada', many);
  await widget.getByText('mention 1 of the first 50').waitFor();
  await page.evaluate(() => { location.hash = '#briefing/read/d0/4-8'; });
  await widget.locator('mark', { hasText: 'Ada ' }).waitFor();
  assert.equal(await widget.getByRole('navigation', { name: 'Mentions' }).count(), 0);
});

scenario('a citation is copied in each of its formats, with the words cited', clipboard, async ({ page }) => {
  const { status, widget } = await read(page, 'd0', 'It is not a sale.');
  await widget.getByText('Cite these words').click();
  const formats = widget.getByRole('group', { name: 'Copy the citation as' });
  for (const [format, expected] of [
    ['Plain text', /^“It is not a sale\.” \(Report 0\. Morning Post, 2 Mar 2021\.\)$/],
    ['Markdown', /^> It is not a sale\.\n>\n> — Report 0, Morning Post, 2 Mar 2021\n$/],
    ['HTML', /^<figure>[^]*<p dir="auto">It is not a sale\.<\/p>[^]*<time datetime="2021-03-02">2 Mar 2021<\/time>/],
    ['BibTeX', /^@misc\{morning-post-2021-1,\n {2}title = \{\{Report 0\}\},/],
    ['CSL-JSON', /"container-title": "Morning Post"/],
  ]) {
    await formats.getByRole('button', { name: format }).click();
    await formats.getByText(`Copied as ${format}`).waitFor();
    assert.equal(await status.textContent(), `Copied as ${format}`);
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), expected);
  }
  assert.equal(await widget.getByText('Copied as').count(), 2); // where the buttons are, and for the screen reader
});

scenario('where the clipboard is blocked, the citation is shown beneath its buttons and selected', {}, async ({ page }) => {
  await page.evaluate(() => { navigator.clipboard.writeText = async () => { throw new DOMException('blocked', 'NotAllowedError'); }; });
  const { widget } = await read(page, 'd0');
  await widget.getByText('Cite this report').click();
  const formats = widget.getByRole('group', { name: 'Copy the citation as' });
  await formats.getByRole('button', { name: 'Plain text' }).click();
  const box = formats.getByRole('textbox', { name: 'Text to copy' });
  await box.waitFor();
  assert.equal(await box.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd)), 'Report 0. Morning Post, 2 Mar 2021.');
});

/** A report written from right to left beside one written from left to right. */
const mixed = {
  reports: [
    { text: 'افتتح المجلس الرصيف في مايو.', title: 'الرصيف', lang: 'ar', source: 'صحيفة', date: '2021-03-02', url: 'https://a.example/' },
    { text: 'The board opened the quay in May.', lang: 'en', nearCopyOf: 'd0', origin: 0 },
  ],
};

for (const [width, colorScheme] of [[320, 'light'], [768, 'dark'], [1280, 'light']]) {
  scenario(`the reader has no accessibility violations at ${width} px, ${colorScheme}, in either direction`, { width, colorScheme }, async ({ page }) => {
    const { widget } = await read(page, 'd1', 'HB');
    await widget.getByText('Cite these words').click();
    assert.deepEqual(await axe(page), []);
    const { text } = await read(page, 'd0', undefined, mixed);
    assert.equal(await text.evaluate((p) => getComputedStyle(p).direction), 'rtl');
    assert.deepEqual(await axe(page), []);
    await page.evaluate(() => { location.hash = '#briefing/compare/d1'; });
    await widget.locator('.rows').waitFor();
    assert.deepEqual(await widget.locator('.rows .said').evaluateAll((all) => all.map((said) => getComputedStyle(said).direction)), ['rtl', 'ltr']);
    assert.deepEqual(await axe(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
}

scenario('the reader of the demo has its marks and its citation', { browser: 'firefox', path: '/#briefing/sources' }, async ({ page }) => {
  const find = (selector) => page.waitForFunction((selector) => document.querySelector('briefing-widget').shadowRoot?.querySelector(selector), {}, selector);
  await (await find('.card h3 a')).click();
  const name = await find('.text a.name');
  await (await find('.citing button')).click();
  await find('.formats');
  await name.click();
  await page.waitForFunction(() => /people\//.test(location.hash));
});
