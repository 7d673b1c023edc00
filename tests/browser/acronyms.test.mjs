/** Acronyms in the sentences of the brief tell what they stand for, and leave the sentences as they are. */
import assert from 'node:assert/strict';
import { axe, scenario } from './harness.mjs';
import { focused, mount } from './widget.mjs';

const reports = [
  { source: 'Morning Post', date: '2021-03-02', text: 'The Harbour Board (HB) opens the quay.' },
  { source: 'Evening Echo', date: '2021-03-03', text: 'The HB opens it, and the HB and MRV pay. The AB waits.' },
];
const span = (report, words) => {
  const start = reports[report].text.indexOf(words);
  return { document: `d${report}`, start, end: start + words.length, text: words };
};
const entry = (short, long, definedAt, documents) => ({ short, variants: [], long, definedAt, documents, undefinedIn: documents.filter((one) => !definedAt.some(({ document }) => document === one)) });
const point = (at) => ({ span: at, support: [], outlets: 1, origins: 1, warnings: [] });
const told = span(1, 'The HB opens it, and the HB and MRV pay.');

const quay = {
  reports,
  extra: {
    overview: { keyPoints: [point(span(0, reports[0].text)), point(told)] },
    differences: { differences: [{ id: 'x', type: 'number', severity: 'low', a: span(0, reports[0].text), b: told, marksA: [], marksB: [[told.start + 4, told.start + 12]] }] },
    quotes: { quotes: [{ speech: 'direct', span: span(1, 'The AB waits.'), speaker: null, entity: null, role: null, cue: null, warnings: [] }] },
    glossary: { entries: [
      entry('HB', 'Harbour Board', [span(0, 'Harbour Board (HB)')], ['d0', 'd1']), entry('MRV', null, [], ['d1']),
      entry('AB', 'Able Body', [span(0, 'Board')], ['d1']), entry('AB', 'Any Bank', [span(0, 'quay')], ['d1']),
    ] },
  },
};

async function brief(page, made = quay) {
  await page.evaluate(() => { location.hash = '#briefing/brief'; });
  const parts = await mount(page, made);
  const second = parts.keyPoints.nth(1);
  const note = parts.widget.locator('#acronym-note');
  return { ...parts, second, note, word: (name) => second.getByRole('button', { name, exact: true }) };
}

scenario('acronyms of the glossary are marked once in a sentence, but not where it spells them out itself', {}, async ({ page }) => {
  const { widget, keyPoints, second } = await brief(page);
  assert.deepEqual(await second.locator('.acronym').allTextContents(), ['HB', 'MRV']);
  assert.equal(await keyPoints.first().locator('.acronym').count(), 0);
  assert.deepEqual(await widget.locator('[part~=quotes] .acronym').allTextContents(), ['AB']);
  assert.deepEqual(await widget.locator('[part~=difference] mark').allTextContents(), ['HB opens']);
  assert.equal(await widget.locator('[part~=difference] mark .acronym').textContent(), 'HB', 'within words that are marked');
});

scenario('the pointer brings the long form, can go over to it, and takes it away again', {}, async ({ page }) => {
  const { second, note, word } = await brief(page);
  await word('HB').hover();
  assert.equal(await note.locator('.said').textContent(), 'Harbour Board');
  assert.equal(await note.getByRole('link').evaluate((link) => link.textContent.replace(/\s+/g, ' ').trim()), 'Source 1Morning Post, 2 Mar 2021');
  assert.equal(await word('HB').getAttribute('aria-expanded'), 'true');
  assert.equal(await second.locator('p.said').textContent(), told.text, 'the sentence stays what it is');
  await note.getByRole('link').hover();
  await page.waitForTimeout(400);
  assert.ok(await note.isVisible());
  await word('MRV').hover();
  await note.getByText('not spelled out in these reports').waitFor();
  await page.mouse.move(0, 0);
  await note.waitFor({ state: 'detached' });
  assert.equal(await second.locator('[aria-expanded=true]').count(), 0);
});

scenario('Escape takes it away and nothing else', {}, async ({ page }) => {
  const { note, word } = await brief(page);
  await word('HB').hover();
  await note.waitFor();
  await page.evaluate(() => { globalThis.heard = 0; addEventListener('keydown', () => { globalThis.heard += 1; }); });
  await page.keyboard.press('Escape');
  assert.equal(await note.count(), 0);
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => globalThis.heard), 1);
});

scenario('by keyboard: the focus brings it, Tab leads into it, Enter closes and opens it, Escape comes back', {}, async ({ page }) => {
  const { note, word, second, cited } = await brief(page);
  await word('HB').focus();
  await note.waitFor();
  assert.equal(await word('HB').evaluate((element) => element.getAttribute('aria-describedby') === element.parentNode.lastElementChild.id), true);
  await page.keyboard.press('Enter');
  assert.equal(await note.count(), 0);
  await page.keyboard.press(' ');
  await page.keyboard.press('Tab');
  assert.match(await focused(page), /Morning Post/);
  assert.ok(await note.isVisible());
  await page.keyboard.press('Escape');
  assert.equal(await note.count(), 0);
  assert.equal(await focused(page), 'HB');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'MRV');
  await note.getByText('not spelled out').waitFor();
  await page.keyboard.press('Tab');
  assert.match(await focused(page), /Evening Echo/, 'nothing to cite, so on to the sentence’s own source');
  await note.waitFor({ state: 'detached' });
  assert.equal(await second.locator('p.said').textContent(), told.text);
  await word('HB').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await cited.textContent(), 'Harbour Board (HB)');
});

scenario('by touch: a tap brings it, a tap elsewhere takes it away', { width: 360, context: { hasTouch: true } }, async ({ page }) => {
  const { note, word, heading } = await brief(page);
  await word('HB').tap();
  await note.waitFor();
  await word('HB').tap();
  assert.ok(await note.isVisible());
  await page.locator('h1').tap();
  assert.equal(await note.count(), 0);
  assert.equal(await heading.count(), 1);
});

scenario('two long forms stand one beneath the other', {}, async ({ page }) => {
  const { widget, note } = await brief(page);
  await widget.locator('[part~=quotes] .acronym').hover();
  assert.deepEqual(await note.locator('.said').allTextContents(), ['Able Body', 'Any Bank']);
  assert.equal(await note.getByRole('link').count(), 2);
});

scenario('a change of place takes it along, and Escape works again as ever', {}, async ({ page }) => {
  const { note, word, tab, widget } = await brief(page);
  await word('HB').focus();
  await note.waitFor();
  await page.evaluate(() => { location.hash = '#briefing/sources'; });
  await widget.locator('li[part~=source]').first().waitFor();
  assert.equal(await note.count(), 0);
  await widget.locator('li[part~=source] h3 a').first().click();
  await widget.getByRole('region', { name: 'Report 1' }).waitFor();
  await page.keyboard.press('Escape');
  await widget.locator('li[part~=source]').first().waitFor();
  assert.equal(await tab('Sources').getAttribute('aria-current'), 'page');
});

for (const attributes of [{}, { lang: 'ar' }]) {
  scenario(`the note stays within the widget and the window, ${attributes.lang ?? 'en'}`, {}, async ({ page }) => {
    const long = 'Board of the Harbours, Quays, Cranes, Piers and Ferries of the Whole Northern Coast';
    const glossary = { entries: [entry('HB', long, [span(0, 'Board')], ['d1']), entry('MRV', `${'Verylongname'.repeat(6)}`, [span(0, 'Board')], ['d1'])] };
    const { note, word } = await brief(page, { ...quay, attributes, extra: { ...quay.extra, glossary } });
    for (const width of [280, 520, 1280]) {
      for (const height of [900, 300]) {
        await page.setViewportSize({ width, height });
        for (const name of ['HB', 'MRV']) {
          await word(name).focus();
          const [box, at] = [await note.boundingBox(), await word(name).boundingBox()];
          assert.ok(box.x >= 0 && box.x + box.width <= width, `${name} at ${width}: from ${box.x}, ${box.width} wide`);
          assert.ok(Math.abs(box.y - at.y - at.height) < 3 || Math.abs(box.y + box.height - at.y) < 3, `${name} at ${width}: beside the word`);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width);
          await page.keyboard.press('Escape');
          await page.evaluate(() => document.querySelector('briefing-widget').shadowRoot.activeElement.blur());
        }
      }
    }
  });
}

scenario('nothing of it is seen on paper', {}, async ({ page }) => {
  const { note, word } = await brief(page);
  await word('HB').focus();
  await note.waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.ok(await note.isHidden());
  assert.equal(await word('HB').evaluate((element) => getComputedStyle(element).textDecorationLine), 'none');
});

scenario('a sentence is copied with its acronyms, and without what they stand for', {}, async ({ page }) => {
  const { second, word, note } = await brief(page);
  await word('HB').focus();
  await note.waitFor();
  const copied = await second.locator('p.said').evaluate((sentence) => {
    getSelection().setBaseAndExtent(sentence, 0, sentence, sentence.childNodes.length);
    return getSelection().toString();
  });
  assert.equal(copied.trim(), told.text);
});

for (const width of [320, 768, 1280]) {
  scenario(`axe finds nothing in the brief with a note at ${width} px, light and dark`, { width }, async ({ page }) => {
    const { note, word } = await brief(page);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await axe(page), [], colorScheme);
      await word('HB').focus();
      await note.waitFor();
      assert.deepEqual(await axe(page), [], `${colorScheme}, with the note`);
      await page.keyboard.press('Escape');
      await word('MRV').focus();
    }
  });
}

scenario('pointer, focus and Escape', { browser: 'firefox' }, async ({ page }) => {
  const inside = (work) => page.evaluate(`(${work})(document.querySelector('briefing-widget').shadowRoot)`);
  await page.waitForFunction(() => document.querySelector('briefing-widget').shadowRoot.querySelector('.kp .acronym'));
  const word = await page.evaluateHandle(() => document.querySelector('briefing-widget').shadowRoot.querySelector('.kp .acronym [role]'));
  await word.hover();
  await page.waitForFunction(() => document.querySelector('briefing-widget').shadowRoot.querySelector('#acronym-note')?.shadowRoot.textContent.trim());
  await page.keyboard.press('Escape');
  assert.equal(await inside((root) => root.querySelectorAll('#acronym-note').length), 0);
  await page.mouse.move(0, 0);
  await word.focus();
  assert.equal(await inside((root) => root.querySelectorAll('#acronym-note').length), 1);
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => !document.querySelector('briefing-widget').shadowRoot.querySelector('#acronym-note'));
  await word.click();
  assert.equal(await inside((root) => root.querySelectorAll('#acronym-note').length), 1);
});
