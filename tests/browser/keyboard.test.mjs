/** Every function by keyboard alone. */
import assert from 'node:assert/strict';
import { scenario } from './harness.mjs';
import { harbour } from './harbour.mjs';
import { answered, focused, mount, opened } from './widget.mjs';

/** Presses Tab until the focus is on something of that text. */
async function tabTo(page, text) {
  for (let i = 0; i < 80; i += 1) {
    await page.keyboard.press('Tab');
    if (text.test(await focused(page))) return;
  }
  assert.fail(`Tab never reached ${text}`);
}

scenario('search, result, reader and back', {}, async ({ page }) => {
  const { widget, field, cited, keyPoints, heading } = await opened(page);
  await page.keyboard.press('/');
  assert.equal(await focused(page), 'input');
  await page.keyboard.type('minister');
  await answered(widget, 'minister');
  await page.keyboard.press('Enter');
  assert.match(await focused(page), /match/);
  const title = await widget.locator('.hits h3').first().textContent();
  for (let i = 0; i < 30 && await focused(page) !== title; i += 1) await page.keyboard.press('Tab');
  assert.equal(await focused(page), title);

  await page.keyboard.press('Enter');
  await cited.first().waitFor();
  assert.equal(await heading.textContent(), title);
  assert.equal(await focused(page), await cited.first().textContent());

  await page.keyboard.press('Escape');
  await widget.getByRole('heading', { name: /match/ }).waitFor();
  assert.equal(await focused(page), title);
  assert.equal(await field.inputValue(), 'minister');
  await page.keyboard.press('Escape');
  await keyPoints.first().waitFor();
  assert.equal(await field.inputValue(), '');
});

scenario('views, source cards and key points', {}, async ({ page }) => {
  const { widget, keyPoints, cited } = await opened(page);
  await tabTo(page, /^Sources$/);
  await page.keyboard.press('Enter');
  await widget.getByRole('heading', { name: /oldest first/ }).waitFor();
  assert.match(await focused(page), /oldest first/);

  const title = await widget.locator('[part~=source] h3').first().textContent();
  for (let i = 0; i < 10 && await focused(page) !== title; i += 1) await page.keyboard.press('Tab'); // past the order and the filters
  assert.equal(await focused(page), title);
  await page.keyboard.press('Enter');
  await widget.getByRole('article').waitFor();
  assert.equal(await focused(page), title);
  await page.keyboard.press('Shift+Tab');
  assert.match(await focused(page), /^(Back to the sources|Original)/);
  await tabTo(page, /^2\D/);
  await page.keyboard.press('Enter');
  await widget.getByRole('region', { name: 'Report 2' }).waitFor();
  await page.keyboard.press('Escape');
  await widget.getByRole('region', { name: 'Report 1' }).waitFor();
  await page.keyboard.press('Escape');
  await widget.getByRole('heading', { name: /oldest first/ }).waitFor();
  assert.equal(await focused(page), title);

  for (let i = 0; i < 10 && await focused(page) !== 'Sources'; i += 1) await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(page), 'Sources');
  for (const view of ['People & bodies', 'Timeline', 'Brief']) { // back through the views
    await page.keyboard.press('Shift+Tab');
    assert.equal(await focused(page), view);
  }
  await page.keyboard.press('Enter');
  await keyPoints.first().waitFor();
  await tabTo(page, /^Source/);
  await page.keyboard.press('Enter');
  await cited.first().waitFor();
  assert.equal(await focused(page), await cited.first().textContent());
});

scenario('timeline, people, differences and copies', {}, async ({ page }) => {
  const { widget, cited, status } = await mount(page, harbour);
  await tabTo(page, /^Timeline$/);
  await page.keyboard.press('Enter');
  await widget.getByRole('heading', { name: '3 dated events' }).waitFor();
  await tabTo(page, /^Source 3/);
  const citation = await focused(page);
  await page.keyboard.press('Enter');
  await cited.waitFor();
  await page.keyboard.press('Escape');
  await widget.getByRole('heading', { name: '3 dated events' }).waitFor();
  assert.equal(await focused(page), citation);

  await tabTo(page, /^Done to something else$/);
  await page.keyboard.press('Enter');
  await widget.getByRole('heading', { name: 'Where sources differ' }).waitFor();
  assert.match(await focused(page), /^Done to something else/);
  await tabTo(page, /^Mayor Ada Brandt$/);
  await page.keyboard.press('Enter');
  await widget.getByRole('heading', { name: /^2 names/ }).waitFor();
  assert.equal(await focused(page), 'Ada Brandt');
  await tabTo(page, /^Copy as JSON$/);
  await page.keyboard.press('Enter');
  await page.waitForFunction((status) => status.textContent, await status.elementHandle());
});

scenario('the range of the time axis, a comparison, a citation and what a name leads to', { context: { permissions: ['clipboard-read', 'clipboard-write'] } }, async ({ page }) => {
  const { widget, status } = await opened(page);
  await tabTo(page, /^Timeline$/);
  await page.keyboard.press('Enter');
  await widget.locator('[part~=event]').first().waitFor();
  const before = await widget.locator('[part~=event]').count();
  const range = widget.getByRole('slider').first();
  for (let i = 0; i < 30 && !await range.evaluate((input) => input.getRootNode().activeElement === input); i += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('PageUp');
  await page.waitForFunction(([root, all]) => root.shadowRoot.querySelectorAll('[part~=event]').length < all, [await widget.elementHandle(), before]);
  await tabTo(page, /^Whole time$/);
  await page.keyboard.press('Enter');
  await page.waitForFunction(([root, all]) => root.shadowRoot.querySelectorAll('[part~=event]').length === all, [await widget.elementHandle(), before]);

  for (let i = 0; i < 40 && await focused(page) !== 'Sources'; i += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await widget.getByRole('heading', { name: /oldest first/ }).waitFor();
  await tabTo(page, /^Side by side with/);
  await page.keyboard.press('Enter');
  await widget.getByRole('heading', { name: /side by side/ }).waitFor();
  assert.match(await focused(page), /side by side/);
  await page.keyboard.press('Escape');
  await widget.getByRole('heading', { name: /oldest first/ }).waitFor();

  await tabTo(page, /^Cite this report$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /BibTeX/);
  await page.keyboard.press('Enter');
  await page.waitForFunction((said) => /BibTeX/.test(said.textContent), await status.elementHandle());
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^@/);

  for (let i = 0; i < 60 && !/^People/.test(await focused(page)); i += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await widget.locator('[part~=network]').first().waitFor();
  await tabTo(page, /^Named together/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Show as a table/);
  await page.keyboard.press('Enter');
  await widget.locator('[part~=network]').getByRole('table').waitFor();
});

scenario('/ stays with the page where something is typed, where the page takes it, and where it is told to', {}, async ({ page }) => {
  const { field } = await opened(page);
  await page.evaluate(() => {
    const box = document.createElement('textarea');
    box.setAttribute('aria-label', 'Page');
    document.body.append(box);
    box.focus();
  });
  await page.keyboard.press('/');
  assert.equal(await page.getByLabel('Page').inputValue(), '/');

  await page.evaluate(() => {
    document.querySelector('textarea').remove();
    addEventListener('keydown', (event) => event.preventDefault(), { capture: true, once: true });
  });
  await page.keyboard.press('/');
  assert.equal(await focused(page), '');

  await page.evaluate(() => document.querySelector('briefing-widget').setAttribute('no-shortcut', ''));
  await page.keyboard.press('/');
  assert.equal(await focused(page), '');
  await page.evaluate(() => document.querySelector('briefing-widget').removeAttribute('no-shortcut'));
  await page.keyboard.press('/');
  assert.ok(await field.evaluate((input) => input.matches(':focus')));
});

scenario('Escape is left to the page where there is no way back', {}, async ({ page }) => {
  await mount(page, { reports: [{ text: 'Words.' }] });
  await page.evaluate(() => {
    globalThis.left = 0;
    addEventListener('keydown', ({ key, defaultPrevented }) => { globalThis.left += key === 'Escape' && !defaultPrevented; });
  });
  await page.keyboard.press('/');
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => globalThis.left), 1);
  await page.keyboard.type('w');
  await page.locator('briefing-widget').getByRole('heading', { name: /match/ }).waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => globalThis.left), 1);
});

scenario('/ goes to the briefing that the reader is in, and to none behind a dialog', {}, async ({ page }) => {
  await mount(page, { reports: [{ text: 'Words.' }], attributes: { id: 'page', 'no-hash': '' } });
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    const other = document.createElement('briefing-widget');
    Object.assign(other, { id: 'other', noHash: true, briefing: document.querySelector('#page').briefing });
    dialog.append(other);
    document.body.append(dialog);
    dialog.showModal();
  });
  const field = (id) => page.locator(id).getByRole('searchbox');
  const inField = (id) => field(id).evaluate((input) => input.matches(':focus'));
  await field('#other').waitFor();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('/');
  assert.ok(await inField('#other'));
  await page.evaluate(() => {
    document.querySelector('dialog').close();
    document.querySelector('main').append(document.querySelector('#other'));
  });
  await field('#other').waitFor();
  await page.locator('#other').getByRole('link', { name: 'Sources' }).focus();
  await page.keyboard.press('/');
  assert.ok(await inField('#other'));
  await page.locator('#page').getByRole('link', { name: 'Sources' }).focus();
  await page.keyboard.press('/');
  assert.ok(await inField('#page'));
});
