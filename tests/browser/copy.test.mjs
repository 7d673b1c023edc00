/** Taking a view along: Markdown with citations, JSON, the clipboard or what stands in for it. */
import assert from 'node:assert/strict';
import { scenario } from './harness.mjs';
import { harbour } from './harbour.mjs';
import { mount } from './widget.mjs';

const clipboard = { context: { permissions: ['clipboard-read', 'clipboard-write'] } };

/** Copies what is shown at a place, and gives what was copied. */
async function copied(page, hash, as) {
  await page.evaluate((hash) => { location.hash = hash; }, `#briefing/${hash}`);
  const { widget, status } = await mount(page, harbour);
  await widget.getByRole('button', { name: `Copy as ${as}` }).click();
  await page.waitForFunction((status) => /Copied/.test(status.textContent), await status.elementHandle());
  assert.equal(await status.textContent(), `Copied as ${as}`);
  return page.evaluate(() => navigator.clipboard.readText());
}

scenario('the brief is copied as Markdown, each sentence with its citation and the sources last', clipboard, async ({ page }) => {
  const text = await copied(page, 'brief', 'Markdown');
  assert.match(text, /^# Harbour\n\n## Key points\n\n- The Harbour Board \(HB\) opens the north quay in May 2021\. \\\[1\\\] \\\[2\\\] \(Sources differ: One says the opposite\) \(2 outlets, 1 independent text\)\n/);
  assert.match(text, /\n### One says the opposite \(grave\)\n\n- It is a sale\. \\\[2\\\]\n\n- It is not a sale\. \\\[1\\\]\n/);
  assert.match(text, /\n- Not in \\\[2\\\]\n/);
  assert.match(text, /\n- “We keep the old crane,” \\\[1\\\], Mayor Ada Brandt, Mayor \(Sources differ: Left out by a copy\)\n\n- Retold: a longer pier \\\[3\\\], the HB\n\n- Retold: The crane goes \\\[3\\\], speaker not named\n/);
  assert.match(text, /\n- HB: Harbour Board \\\[1\\\]\n\n- MRV: not spelled out in these reports\n/);
  assert.match(text, /\n## Sources\n\n1\. Report 0, Morning Post, 2 Mar 2021\n\n2\. Report 1, Evening Echo, 3 Mar 2021, near-copy of \\\[1\\\]\n\n3\. /);
});

scenario('every view is copied as what it shows', clipboard, async ({ page }) => {
  const says = {
    timeline: /### May 2021 \(date written\)\n\n- The Harbour Board .*\\\[1\\\] \\\[2\\\]/,
    people: /- Ada Brandt; Mayor \\\[1\\\]; also Mayor Ada Brandt; named in \\\[1\\\]\n/,
    sources: /## Report 2\n\n- The Harbour Board/,
    'read/d0': /## Report 0\n\n- The .*\n\n## Only here\n\n- It is not a sale\. \\\[1\\\] \(Sources differ: One says the opposite\)/,
    'search/sale': /## Search: sale\n\n- It is not a sale\. \\\[1\\\]/,
  };
  for (const [view, expected] of Object.entries(says)) assert.match(await copied(page, view, 'Markdown'), expected, view);
});

scenario('the cards of a view are copied as JSON', clipboard, async ({ page }) => {
  const brief = JSON.parse(await copied(page, 'brief', 'JSON'));
  assert.deepEqual(Object.keys(brief), ['overview', 'differences', 'quotes', 'glossary']);
  assert.deepEqual(brief.quotes.quotes, harbour.extra.quotes.quotes);
  const article = JSON.parse(await copied(page, 'read/d0', 'JSON'));
  assert.deepEqual([article.kind, article.events], ['article', ['t2']]);
  assert.equal(JSON.parse(await copied(page, 'search/sale', 'JSON')).query, 'sale');
  assert.deepEqual(JSON.parse(await copied(page, 'timeline', 'JSON')).events, harbour.extra.timeline.events);
  assert.deepEqual(JSON.parse(await copied(page, 'people', 'JSON')).entries, harbour.extra.who.entries);
  assert.equal(JSON.parse(await copied(page, 'sources', 'JSON')).length, 3);
});

scenario('text of a corpus stays text in Markdown', clipboard, async ({ page }) => {
  const hostile = '<img src=x> [a](javascript:b) ![c](d) **e** __f__ `g` ~~h~~ # i | j\n\n# k\n- l\n1. m\n&lt; $n$ https://o.example www.p.example q@r.example \\';
  const reports = [{ text: `${hostile} ok`, title: `# ${hostile}`, source: `1. ${hostile}`, url: 'https://s.example/?b' }, { text: '- list', url: 'https://s.example/<b> c' }];
  const { widget } = await mount(page, { reports, extra: { info: { title: `- ${hostile}` } } });
  await widget.getByRole('button', { name: 'Copy as Markdown' }).click();
  await widget.getByText('Copied as Markdown').first().waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const own = text.replace(/\\[^a-z0-9\s]/gi, '').replace('<https://s.example/?b>', '');
  assert.doesNotMatch(own, /[<>[\]*_`~|$&@]|https?:|www\./, own);
  assert.deepEqual(text.split('\n').filter((line) => line.startsWith('#')).map((line) => line.slice(0, 5)), ['# \\- ', '## Ke', '## So']);
  assert.ok(text.split('\n').every((line) => /^($|#{1,2} |- [^-]|\d\. [^\d])/.test(line)), text);
});

scenario('where the clipboard is blocked, the text is shown and selected', {}, async ({ page }) => {
  await page.evaluate(() => { navigator.clipboard.writeText = async () => { throw new DOMException('blocked', 'NotAllowedError'); }; });
  const { widget, status, tab } = await mount(page, harbour);
  await widget.getByRole('button', { name: 'Copy as JSON' }).click();
  const box = widget.getByRole('textbox', { name: 'Text to copy' });
  await box.waitFor();
  assert.match(await status.textContent(), /may not use the clipboard/);
  assert.deepEqual(await box.evaluate((area) => [area.getRootNode().activeElement === area, area.selectionStart, area.selectionEnd === area.value.length]), [true, 0, true]);
  assert.equal(JSON.parse(await box.inputValue()).overview.kind, 'overview');
  await tab('Timeline').click();
  await widget.locator('[part~=event]').first().waitFor();
  assert.equal(await box.count(), 0);
});
