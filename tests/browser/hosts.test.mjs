/** Pages that the element has to get along with: one script and no server, a strict policy, a loud theme, a dialog, a second briefing. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root, scenario, serve } from './harness.mjs';
import { focused, opened } from './widget.mjs';

const folder = mkdtempSync(join(tmpdir(), 'briefing-hosts-'));
after(() => rmSync(folder, { recursive: true }));

const command = process.env.BRIEFING ?? join(root, 'target', 'release', 'briefing'); // set by `cargo xtask test`

/** Builds NAME.brief, of two reports on one subject. */
function pack(name, subject) {
  const reports = ['first', 'second'].map((nth) => ({
    id: nth, title: `The ${nth} report on the ${subject}`, source: `The ${nth} paper`, date: '2021-03-02',
    text: `The ${subject} opens in May, the mayor said. Nobody had asked the ${nth} paper about it before the council met.`,
  }));
  writeFileSync(join(folder, `${name}.jsonl`), reports.map((report) => JSON.stringify(report)).join('\n'));
  execFileSync(command, ['build', join(folder, `${name}.jsonl`), '--title', `About the ${subject}`, '-o', join(folder, `${name}.brief`)]);
}

pack('pier', 'pier');
pack('bridge', 'bridge');
cpSync(join(root, 'pkg', 'dist'), join(folder, 'dist'), { recursive: true });

/** Writes a page; its path. */
function page(name, head, body) {
  writeFileSync(join(folder, name), `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Page</title><link rel="icon" href="data:,">${head}<body>${body}</body></html>`);
  return `/${name}`;
}

/** Everything of the widget as it must be wherever it stands: it opens the pack, finds, and opens a report. */
async function works(page, title) {
  const { widget, field, cited } = await opened(page);
  assert.equal(await widget.getByRole('heading', { level: 1 }).textContent(), title);
  await field.fill('mayor');
  await widget.locator('[part~=results] h3 a').first().click();
  await cited.first().waitFor();
}

// ------------------------------------------------------------------------------------------------ one script

const STANDALONE = '<script src="dist/standalone.js" defer></script>';

writeFileSync(join(folder, 'bytes.js'), `
  const bytes = Uint8Array.from(atob('${readFileSync(join(folder, 'pier.brief')).toString('base64')}'), (character) => character.charCodeAt(0));
  briefingWidget.Briefing.fromBytes(bytes).then((briefing) => { document.querySelector('briefing-widget').briefing = briefing; });`);
const fromDisk = page('disk.html', STANDALONE, '<briefing-widget></briefing-widget><script src="bytes.js" defer></script>');

scenario('the script alone works from the disk, with a pack given as bytes', { path: pathToFileURL(folder).href + fromDisk }, async ({ page, requests }) => {
  await page.locator('briefing-widget').getByRole('heading', { level: 1, name: 'About the pier' }).waitFor();
  await works(page, 'About the pier');
  assert.deepEqual(requests.filter((url) => !url.startsWith('data:')).map((url) => url.split('/').pop()), ['disk.html', 'standalone.js', 'bytes.js']);
});

const alone = page('alone.html', STANDALONE, '<briefing-widget></briefing-widget>');
const fetched = page('fetched.html', STANDALONE, '<briefing-widget src="bridge.brief"></briefing-widget>');

scenario('the script alone opens a pack, finds, and leads to the report', { root: folder, path: fetched, browser: 'firefox' }, async ({ page }) => {
  const inside = (selector) => `briefing-widget >>> ${selector}`;
  await page.waitForSelector(inside('#q'));
  assert.equal(await page.$eval(inside('h1'), (title) => title.textContent), 'About the bridge');
  await page.focus(inside('#q'));
  await page.keyboard.type('mayor');
  await page.waitForSelector(inside('.hits h3 a'));
  await page.$eval(inside('.hits h3 a'), (link) => link.click());
  await page.waitForSelector(inside('mark.cited'));
});

let strict;
after(() => strict?.close());

/** The origin of a server that forbids all that the script does not need. */
async function forbidding(policy) {
  strict = await serve(folder, { 'content-security-policy': `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:; ${policy}` });
  return strict.origin;
}

const TRUSTED = "require-trusted-types-for 'script'; trusted-types lit-html";

scenario('the script alone needs no connection: it holds a briefing', { path: async () => (await forbidding(TRUSTED)) + alone }, async ({ page }) => {
  const { widget } = await opened(page);
  assert.ok(await widget.getByRole('heading', { level: 1 }).textContent());
});

scenario('the script alone opens the pack of an address', { root: folder, path: fetched }, async ({ page, requests }) => {
  await works(page, 'About the bridge');
  assert.ok(!requests.some((url) => url.endsWith('.wasm')));
});

// ------------------------------------------------------------------------------------------------ themes

const DEFINE = '<script type="module" src="dist/define.js"></script>';

/** What themes do to the text of a post, all of it at once. */
const THEME = `<style>
  *, *::before, *::after { box-sizing: content-box; margin: 0; padding: 0; }
  body { font: italic small-caps 700 1.5rem/2.4 cursive; color: #888; text-transform: uppercase; text-align: center; text-indent: 2em; text-shadow: 0 1px red; white-space: pre-wrap; word-break: break-all; }
  .entry-content > * { max-width: 36rem !important; margin: 3rem auto !important; }
  .entry-content p, .entry-content li { margin: 0 0 2em 3em !important; line-height: 3 !important; text-transform: uppercase !important; }
  .entry-content a { color: red !important; text-decoration: none !important; box-shadow: inset 0 -1px red !important; }
  .entry-content h1, .entry-content h2, .entry-content h3 { font-size: 5rem !important; }
  .entry-content ul { list-style: square inside !important; }
  .entry-content table, .entry-content td, .entry-content th { border: 4px double red !important; display: block !important; }
  .entry-content button, .entry-content input { border-radius: 99px !important; background: purple !important; float: right; }
  .entry-content mark { background: none !important; }
</style>`;

const plain = page('plain.html', '', `<main style="max-width: 36rem; margin: 3rem auto"><briefing-widget src="pier.brief"></briefing-widget></main>${DEFINE}`);
const post = page('post.html', THEME, `<header><h1>A post</h1></header><article class="hentry"><div class="entry-content">
<p>Words before.</p><briefing-widget src="pier.brief"></briefing-widget><p>Words after.</p></div></article><footer>${DEFINE}</footer>`);

/** How the words of the widget look, element by element. */
const looks = (page) => page.locator('briefing-widget').evaluate((widget) => {
  const told = ['fontFamily', 'fontSize', 'fontStyle', 'fontVariantCaps', 'fontWeight', 'lineHeight', 'color', 'backgroundColor', 'textAlign', 'textIndent', 'textTransform',
    'textShadow', 'textDecorationLine', 'whiteSpace', 'wordBreak', 'display', 'margin', 'padding', 'inlineSize', 'float', 'boxShadow'];
  const seen = [...widget.shadowRoot.querySelectorAll('h1, h2, p, a, li, mark, button, input, table, th, td')].filter((element) => element.getClientRects().length);
  return seen.flatMap((element) => told.map((name) => `${element.tagName} ${element.className} ${name}: ${getComputedStyle(element)[name]}`));
});

scenario('in a post of a loud theme it looks and works as on a page of its own', { root: folder, path: plain }, async ({ page, origin }) => {
  await opened(page);
  const own = await looks(page);
  await page.goto(origin + post);
  await opened(page);
  const here = await looks(page);
  assert.deepEqual(here.filter((look, i) => look !== own[i]), []);
  assert.equal(here.length, own.length);
  await works(page, 'About the pier');
});

// ------------------------------------------------------------------------------------------------ a dialog

const dialog = page('dialog.html', DEFINE, `<button onclick="this.nextElementSibling.showModal()">Open</button>
<dialog aria-label="Briefing"><briefing-widget src="pier.brief" no-hash></briefing-widget></dialog>`);

scenario('in a dialog, Escape leads back inside the briefing first, and closes the dialog from the brief', { root: folder, path: dialog }, async ({ page }) => {
  await page.getByRole('button', { name: 'Open' }).click();
  const { widget, field, keyPoints } = await opened(page);
  const isOpen = () => page.evaluate(() => document.querySelector('dialog').open);
  await page.keyboard.press('/');
  await page.keyboard.type('mayor');
  await widget.locator('[part~=results]').waitFor();
  await page.keyboard.press('Escape');
  await keyPoints.first().waitFor();
  assert.ok(await isOpen(), 'Escape led back to the brief');
  assert.ok((await widget.boundingBox()).width >= 800, 'the dialog is as wide as the briefing is comfortable to read');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('dialog').open);
  await page.getByRole('button', { name: 'Open' }).click();
  assert.equal(await field.inputValue(), '');
});

// ------------------------------------------------------------------------------------------------ two of them

const two = page('two.html', DEFINE, '<briefing-widget id="pier" src="pier.brief"></briefing-widget><briefing-widget id="bridge" src="bridge.brief"></briefing-widget>');

scenario('two briefings on a page have packs, addresses and the key / of their own', { root: folder, path: two }, async ({ page }) => {
  const [pier, bridge] = ['pier', 'bridge'].map((id) => page.locator(`#${id}`));
  for (const [widget, title] of [[pier, 'About the pier'], [bridge, 'About the bridge']]) {
    await widget.getByRole('heading', { level: 1, name: title }).waitFor();
  }
  const searched = () => page.evaluate(() => document.activeElement.id);
  await page.keyboard.press('/');
  assert.deepEqual([await searched(), await focused(page)], ['pier', 'input']);
  await bridge.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Sources' }).click();
  await page.waitForURL(/#bridge\/sources$/);
  await bridge.getByRole('heading', { name: /oldest first/ }).waitFor();
  await page.keyboard.press('/');
  assert.deepEqual([await searched(), await focused(page)], ['bridge', 'input']);
  await page.keyboard.type('mayor');
  await bridge.locator('[part~=results]').waitFor();
  assert.equal(await pier.locator('[part~=results]').count(), 0);
});
