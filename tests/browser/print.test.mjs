/** What comes out of the printer: the brief on two pages, its citations as numbers, the list of its sources. */
import assert from 'node:assert/strict';
import { scenario } from './harness.mjs';
import { harbour } from './harbour.mjs';
import { mount, opened } from './widget.mjs';

/** Pages of a PDF: their objects are not compressed by the browser. */
const pages = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;

/** Prints as the page asks for it. */
const print = (page) => page.pdf({ preferCSSPageSize: true });

scenario('the brief is printed on two pages', {}, async ({ page }) => {
  await opened(page);
  assert.equal(pages(await print(page)), 2);
});

scenario('a brief of very many things is printed on few pages too', {}, async ({ page }) => {
  const many = (item) => Array.from({ length: 200 }, (_, i) => ({ ...item, id: `m${i}` }));
  const { differences, quotes } = harbour.extra;
  await mount(page, { ...harbour, extra: {
    ...harbour.extra,
    differences: { differences: many(differences.differences[0]), total: 200 }, quotes: { quotes: many(quotes.quotes[0]), total: 200 },
  } });
  assert.ok(pages(await print(page)) <= 2);
});

scenario('on paper a citation is its number in brackets, and the number is that of the list of sources', {}, async ({ page }) => {
  const { widget } = await opened(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const badge = widget.locator('[part~=key-point] .badge').first();
  const around = await badge.evaluate((element) => ['::before', '::after'].map((side) => getComputedStyle(element, side).content));
  assert.deepEqual(around, ['"["', '"]"']);
  const listed = await widget.locator('.section').last().locator('[part~=source] .badge').allTextContents();
  const cited = new Set(await widget.locator('[part~=citation] .badge').allTextContents());
  for (const number of cited) assert.ok(listed.includes(number), number);
});
