/** The studio as it is, from articles to a page that opens from a disk, and back. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { scenario } from './harness.mjs';
import { FIVE, article, corpusPaths, file, newFolder, sixth, started, studioKept, watchPolicy } from './studio.mjs';
import { answered, opened } from './widget.mjs';

const path = '/studio.html';

/** Where a download is kept. */
const folder = newFolder();

/** Presses a button and keeps what it hands out. */
async function kept(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const place = join(folder, download.suggestedFilename());
  await download.saveAs(place);
  return place;
}

for (const { named, paths, skip } of FIVE) {
  scenario(`${named}, two titles put right, built, downloaded, read from a disk, opened again with a sixth`, { path, goto: false, skip }, async ({ page, open, origin, requests }) => {
    const refused = await watchPolicy(page);
    await open();
    const { add, row, field, build, widget, studio, titles } = await started(page);
    await add(paths);
    await row(5).waitFor();
    const [first, second] = await titles();
    for (const [n, title] of [[1, 'A first title of my own'], [2, 'And <b>another</b> of it']]) {
      await field('title', n).fill(title);
      await field('title', n).press('Enter');
    }
    const plain = (n) => field('title', n).evaluate((title) => getComputedStyle(title).fontFamily === getComputedStyle(title.closest('.briefing')).fontFamily);
    assert.deepEqual([await plain(1), await plain(3)], [true, false], 'serif is for what the source says');
    await studio.getByLabel('Title of the briefing').fill('Talks, looked through');
    await build.click();
    await widget.getByRole('searchbox').waitFor();
    assert.equal(await widget.getByRole('heading', { level: 1 }).textContent(), 'Talks, looked through');
    await widget.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Sources' }).click();
    await widget.getByRole('link', { name: 'A first title of my own' }).first().waitFor();
    assert.equal(await widget.getByText(first, { exact: true }).count(), 0);
    const html = await kept(page, studio.getByRole('button', { name: 'One page' }));
    assert.match(html, /talks-looked-through\.html$/);
    const toml = readFileSync(await kept(page, studio.getByRole('button', { name: 'Edits' })), 'utf8');
    assert.match(toml, /title = "A first title of my own"/);

    const away = await page.context().newPage();
    const asked = [];
    away.on('request', (request) => asked.push(request.url()));
    await away.goto(pathToFileURL(html).href);
    const other = await opened(away);
    assert.match(await away.title(), /^Talks, looked through$/);
    await other.field.fill('minister');
    await answered(other.widget, 'minister');
    assert.deepEqual(asked.filter((url) => !/^(file|data|blob):/.test(url)), []);
    await away.close();

    await page.reload();
    await row(1).waitFor({ state: 'detached' });
    await add(html);
    await row(5).waitFor();
    assert.deepEqual((await titles()).slice(0, 2), ['A first title of my own', 'And <b>another</b> of it']);
    assert.ok(!(await titles()).includes(second));
    assert.equal(await studio.getByLabel('Title of the briefing').inputValue(), 'Talks, looked through');
    await add(sixth);
    await row(6).waitFor();
    const at = (await titles()).indexOf('Harbour board meets') + 1;
    assert.equal(await field('source', at).inputValue(), 'Coast Weekly');
    await build.click();
    await widget.getByText('6 reports').first().waitFor();
    for (const url of requests) assert.ok(url.startsWith(`${origin}/`) || url.startsWith(`blob:${origin}/`), url);
    assert.deepEqual(await refused(), []);
  });
}

scenario('every download gives its articles back', { path }, async ({ page }) => {
  const { add, row, build, widget, studio, titles } = await started(page);
  await add(corpusPaths);
  await row(5).waitFor();
  const before = await titles();
  await build.click();
  await widget.getByRole('searchbox').waitFor();
  const places = [];
  for (const name of ['One page', 'Pack', 'WebAssembly']) places.push(await kept(page, studio.getByRole('button', { name })));
  const site = await kept(page, studio.getByRole('button', { name: 'Web site' }));
  assert.equal(readFileSync(site).subarray(0, 4).toString('latin1'), 'PK\x03\x04');
  const unpacked = join(folder, 'unpacked');
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(site)))) {
    mkdirSync(dirname(join(unpacked, path)), { recursive: true });
    writeFileSync(join(unpacked, path), bytes);
  }
  for (const place of [...places, site]) {
    await page.reload();
    await row(1).waitFor({ state: 'detached' });
    await add(place);
    await row(5).waitFor();
    assert.deepEqual(await titles(), before, place);
    assert.equal(await studio.locator('.notices, .problems').count(), 0, place);
  }
  await page.reload();
  await row(1).waitFor({ state: 'detached' });
  await studio.locator('#folder').setInputFiles(join(unpacked, ...readdirSync(unpacked)));
  await row(5).waitFor();
  assert.deepEqual(await titles(), before, 'the folder of the site');
});

scenario('a damaged file beside good ones is told, and the rest is built', { path }, async ({ page }) => {
  const { add, row, studio, build, widget } = await started(page);
  await add(corpusPaths.slice(0, 2));
  await row(2).waitFor();
  await add([file('cut.zip', Buffer.from('PK\x03\x04 and no more', 'latin1')), file('picture.png', 'x')]);
  await row(2).waitFor();
  await studio.getByRole('heading', { name: '1 file could not be read' }).waitFor();
  await studio.locator('.problems').getByText('cut.zip').first().waitFor();
  await build.click();
  await widget.getByText('2 reports').first().waitFor();
});

scenario('what is left out is not built, the order is kept', { path }, async ({ page }) => {
  const { add, row, build, widget, titles } = await started(page);
  await add(corpusPaths);
  await row(5).waitFor();
  await row(5).getByRole('button', { name: 'Move article 5 up' }).click();
  await row(1).getByRole('checkbox').check();
  const [, ...kept] = await titles();
  await build.click();
  await widget.getByText('4 reports').first().waitFor();
  assert.deepEqual(await widget.evaluate(async ({ briefing }) => (await briefing.info()).documents.map(({ title }) => title)), kept);
});

scenario('an article’s words stay words', { path }, async ({ page }) => {
  const hostile = '<img src=x onerror="globalThis.broken=1">';
  const { add, row, field, build, widget, studio } = await started(page);
  await add([article('a.md', { title: hostile, source: hostile, date: '2021-03-02' }, `The harbour board said that ${hostile} would be the name of the quay from now on.`)]);
  await row(1).waitFor();
  assert.equal(await field('title', 1).inputValue(), hostile);
  await build.click();
  await widget.getByRole('searchbox').waitFor();
  await widget.getByText(hostile).first().waitFor();
  const images = (element) => element.shadowRoot.querySelectorAll('img').length;
  assert.deepEqual([await studio.evaluate(images), await widget.evaluate(images)], [0, 0]);
  assert.equal(await page.evaluate(() => globalThis.broken), undefined);
});

scenario('without a network it reads, builds and downloads', { path, context: { serviceWorkers: 'allow' } }, async ({ page }) => {
  await started(page);
  await studioKept(page);
  await page.context().setOffline(true);
  await page.reload();
  const { add, row, build, widget, studio } = await started(page);
  await add(corpusPaths);
  await row(5).waitFor();
  await add(sixth);
  await row(6).waitFor();
  await build.click();
  await widget.getByRole('searchbox').waitFor();
  await kept(page, studio.getByRole('button', { name: 'One page' }));
});
