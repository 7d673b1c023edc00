/** The studio with another workshop in its place: adding, editing, what goes wrong, and a thousand rows. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axe, scenario } from './harness.mjs';
import { article, file, newFolder, standIn, started, watchPolicy } from './studio.mjs';

const root = standIn();
const path = '/studio.html';
const studioScenario = (name, options, body) => scenario(name, { root, path, ...options }, body);

const three = [
  article('a.md', { title: 'The quay opens', source: 'Morning Post', date: '2021-03-02', url: 'https://example.org/a' }, 'The Harbour Board opens the quay.\nShare this\nShare that'),
  article('b.md', { title: 'The ferry stays', source: 'Evening Echo', date: '2021-03-03' }, 'The ferry stays.'),
  article('c.md', { title: 'The crane goes', source: 'Coast Weekly', date: '2021-04-01' }, 'The crane goes.'),
];

studioScenario('what was read stands in a table, every field in its place', {}, async ({ page }) => {
  const { add, row, field, titles } = await started(page);
  await add(three);
  await row(3).waitFor();
  assert.deepEqual(await titles(), ['The quay opens', 'The ferry stays', 'The crane goes']);
  assert.deepEqual(await Promise.all(['source', 'date', 'url'].map((name) => field(name, 1).inputValue())), ['Morning Post', '2021-03-02', 'https://example.org/a']);
  assert.match(await row(1).textContent(), /a\.md/);
  await row(1).getByRole('button', { name: '2 lines' }).click();
  assert.deepEqual(await page.locator('.lines li').allTextContents(), ['Share this words of a page’s controls', 'Share that words of a page’s controls']);
});

studioScenario('what is being typed stays, whatever comes meanwhile, and is taken when it is handed in', {}, async ({ page }) => {
  const { add, row, field, titles, build, widget } = await started(page);
  await add(three);
  await row(3).waitFor();
  await field('title', 2).focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' for now');
  await add(article('d.md', { title: 'A fourth' }, 'A fourth.'));
  await row(4).waitFor();
  assert.equal(await field('title', 2).inputValue(), 'The ferry stays for now');
  await page.keyboard.type(', says the board');
  await page.keyboard.press('Enter');
  assert.deepEqual(await titles(), ['The quay opens', 'The ferry stays for now, says the board', 'The crane goes', 'A fourth']);
  await build.click();
  await field('title', 1).focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' in May');
  await widget.getByRole('searchbox').waitFor();
  assert.equal(await field('title', 1).inputValue(), 'The quay opens in May');
  await page.keyboard.press('Tab');
  assert.equal((await titles())[0], 'The quay opens in May');
});

studioScenario('the demo leads to it, and it to the demo', { path: '/' }, async ({ page }) => {
  await page.getByRole('link', { name: 'Make a briefing of your own articles' }).click();
  const { studio } = await started(page);
  await studio.getByRole('link', { name: 'See a finished briefing' }).click();
  await page.locator('briefing-widget').getByRole('searchbox').waitFor();
});

studioScenario('folders are walked through when they are dropped, hidden files passed over', {}, async ({ page }) => {
  const { row, studio, rows } = await started(page);
  const folder = join(newFolder(), 'articles');
  mkdirSync(join(folder, 'deep', '.git'), { recursive: true });
  for (const [name, text] of [['one.md', 'One'], ['deep/two.md', 'Two'], ['deep/.hidden.md', 'Hidden'], ['deep/.git/three.md', 'Three']]) writeFileSync(join(folder, name), text);
  const { x, y } = await studio.locator('.add').boundingBox();
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) {
    await browser.send('Input.dispatchDragEvent', { type, x: x + 5, y: y + 5, data });
    if (type === 'dragOver') await studio.getByRole('heading', { name: 'Let go to add them' }).waitFor();
  }
  await row(2).waitFor();
  assert.deepEqual(await rows.locator('bdi').allTextContents(), ['articles/deep/two.md', 'articles/one.md']);
  await studio.getByRole('heading', { name: 'Drop files or a folder here' }).waitFor();
  await page.reload();
  await row(1).waitFor({ state: 'detached' });
  await studio.locator('#folder').setInputFiles(folder);
  await row(2).waitFor();
  assert.deepEqual(await rows.locator('bdi').allTextContents(), ['articles/deep/two.md', 'articles/one.md']);
});

studioScenario('several drops add up; the very same file does not, another of its name does', {}, async ({ page }) => {
  const { add, row, rows, studio, titles, status } = await started(page);
  const folder = newFolder();
  for (const name of ['x', 'y']) mkdirSync(join(folder, name));
  const [one, other] = ['x/a.md', 'y/a.md'].map((name) => join(folder, name));
  writeFileSync(one, 'One');
  writeFileSync(other, 'The other');
  await add(one);
  await row(1).waitFor();
  await add([one]);
  await studio.getByText('1 file was here already').first().waitFor();
  await add(other);
  await row(2).waitFor();
  assert.deepEqual(await rows.locator('bdi').allTextContents(), ['a (2).md', 'a.md']);
  await studio.getByText('2 files').click();
  await studio.getByRole('button', { name: 'Remove a.md' }).click();
  await row(2).waitFor({ state: 'detached' });
  assert.deepEqual(await titles(), ['The other']);
  await studio.getByRole('button', { name: 'Remove all' }).click();
  await row(1).waitFor({ state: 'detached' });
  assert.equal(await status.textContent(), 'All files are removed');
});

studioScenario('a wrong date or address is told at its field, and nothing is built until it is right', {}, async ({ page }) => {
  const { add, field, row, studio, build } = await started(page);
  await add(three);
  for (const [name, wrong, told] of [['date', '2021-13', 'There is no such day'], ['date', '2021-02-29', 'There is no such day'], ['date', '3 March', 'A date is written 2024, 2024-01 or 2024-01-25'],
    ['url', 'example.org', 'An address begins with https:// or http://'], ['url', 'javascript:alert(1)', 'An address begins with https:// or http://']]) {
    await field(name, 2).fill(wrong);
    await field(name, 2).press('Enter');
    assert.equal(await field(name, 2).getAttribute('aria-invalid'), 'true', wrong);
    assert.equal(await row(2).locator(`#${await field(name, 2).getAttribute('aria-describedby')}`).textContent(), told);
  }
  await build.click();
  assert.ok(await field('date', 2).evaluate((element) => element === element.getRootNode().activeElement), 'the first of them has the focus');
  assert.equal(await studio.locator('#result').count(), 0);
  for (const [name, right] of [['date', '2021-02'], ['url', 'http://example.org/b?c=d']]) {
    await field(name, 2).fill(right);
    await field(name, 2).press('Tab');
  }
  assert.equal(await studio.locator('[aria-invalid]').count(), 0);
  await build.click();
  await studio.locator('#result').waitFor();
});

studioScenario('each edit can be undone, one after another', {}, async ({ page }) => {
  const { add, field, row, titles, studio } = await started(page);
  await add(three);
  await field('title', 1).fill('Another title');
  await field('title', 1).press('Enter');
  await row(3).getByRole('button', { name: 'Move article 3 up' }).click();
  await row(1).getByRole('checkbox').check();
  assert.deepEqual(await titles(), ['Another title', 'The crane goes', 'The ferry stays']);
  assert.match(await row(1).getAttribute('class'), /excluded/);
  await studio.getByRole('button', { name: 'Undo: left out' }).click();
  assert.ok(!await row(1).getByRole('checkbox').isChecked());
  await studio.getByRole('button', { name: 'Undo: order' }).click();
  assert.deepEqual(await titles(), ['Another title', 'The ferry stays', 'The crane goes']);
  await studio.getByRole('button', { name: 'Undo: title' }).click();
  assert.deepEqual(await titles(), ['The quay opens', 'The ferry stays', 'The crane goes']);
  assert.equal(await studio.getByRole('button', { name: /^Undo/ }).count(), 0);
});

studioScenario('another file in the place of one that is removed has none of its edits', {}, async ({ page }) => {
  const { add, field, row, titles, studio } = await started(page);
  await add(three);
  await field('title', 1).fill('Another title');
  await field('title', 1).press('Enter');
  await studio.getByText('3 files').click();
  await studio.getByRole('button', { name: 'Remove a.md' }).click();
  await row(3).waitFor({ state: 'detached' });
  await add(article('a.md', {}, 'A report of something else.'));
  await row(3).waitFor();
  assert.deepEqual(await titles(), ['A report of something else.', 'The ferry stays', 'The crane goes']);
  await studio.getByRole('button', { name: 'Undo: removal of files' }).click();
  await row(4).waitFor();
  assert.deepEqual((await titles()).sort(), ['A report of something else.', 'Another title', 'The crane goes', 'The ferry stays']);
});

studioScenario('files that are removed come back with their edits, be it all of them', {}, async ({ page }) => {
  const { add, field, row, titles, studio } = await started(page);
  await add(three);
  await field('title', 1).fill('Another title');
  await field('title', 1).press('Enter');
  await studio.getByText('3 files').click();
  await studio.getByRole('button', { name: 'Remove all' }).click();
  await row(1).waitFor({ state: 'detached' });
  const undo = studio.getByRole('button', { name: 'Undo: removal of files' });
  await undo.click();
  await row(3).waitFor();
  assert.deepEqual(await titles(), ['Another title', 'The ferry stays', 'The crane goes']);
  await studio.getByRole('button', { name: 'Undo: title' }).click();
  assert.equal((await titles())[0], 'The quay opens');
});

/** Whether the page asks before it goes. */
const asks = (page) => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));

/** Waits for what a button hands out. */
const taken = (page, button) => Promise.all([page.waitForEvent('download'), button.click()]);

studioScenario('what a download took along is what it was built of, the edits what they are now', {}, async ({ page }) => {
  const { add, field, row, build, studio } = await started(page);
  await add(three);
  await row(3).waitFor();
  await build.click();
  await studio.locator('#result').waitFor();
  await field('title', 1).fill('Another title');
  await field('title', 1).press('Enter');
  await taken(page, studio.getByRole('button', { name: 'Pack' }));
  assert.ok(await asks(page), 'the pack is of before the edit');
  await taken(page, studio.getByRole('button', { name: 'Edits' }));
  assert.ok(!await asks(page));
});

studioScenario('a pasted text is not lost without a question, nor what is typed with Escape', {}, async ({ page }) => {
  const { row, build, studio } = await started(page);
  const open = () => studio.getByRole('button', { name: 'Paste a text' }).click();
  const text = studio.getByRole('dialog').getByLabel('Text');
  await open();
  await text.fill('The pier is longer now.');
  await page.keyboard.press('Escape');
  await open();
  assert.equal(await text.inputValue(), 'The pier is longer now.');
  await studio.getByRole('button', { name: 'Add the text' }).click();
  await row(1).waitFor();
  assert.ok(await asks(page));
  await build.click();
  await studio.locator('#result').waitFor();
  await taken(page, studio.getByRole('button', { name: 'Edits' }));
  assert.ok(await asks(page), 'the edits hold no text');
  await taken(page, studio.getByRole('button', { name: 'Pack' }));
  assert.ok(!await asks(page));
  await open();
  assert.equal(await text.inputValue(), '');
});

studioScenario('edits that no download holds are not lost without a question', {}, async ({ page }) => {
  const { add, field, row, build, studio } = await started(page);
  const asked = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    dialog.dismiss();
  });
  await add(three);
  await row(3).waitFor();
  await field('title', 1).fill('Another title');
  await field('title', 1).press('Enter');
  await page.close({ runBeforeUnload: true });
  await page.waitForTimeout(200);
  assert.deepEqual(asked, ['beforeunload']);
  await build.click();
  const download = page.waitForEvent('download');
  await studio.getByRole('button', { name: 'One page' }).click();
  await download;
  await page.reload();
  assert.deepEqual(asked, ['beforeunload']);
});

studioScenario('an emptied field goes back to what the article says', {}, async ({ page }) => {
  const { add, field } = await started(page);
  await add(three);
  await field('title', 1).fill('Another title');
  await field('title', 1).press('Enter');
  await field('title', 1).fill('');
  await field('title', 1).press('Enter');
  assert.equal(await field('title', 1).inputValue(), 'The quay opens');
});

studioScenario('an edit that the workshop refuses is told, and can be undone', {}, async ({ page }) => {
  const { add, field, studio, build } = await started(page);
  await add(three);
  await field('source', 1).fill('nobody');
  await field('source', 1).press('Enter');
  await build.click();
  await studio.getByRole('alert').getByText('a source is not “nobody”').waitFor();
  await studio.getByRole('button', { name: 'Undo: source' }).click();
  await studio.getByRole('alert').waitFor({ state: 'detached' });
});

studioScenario('by keyboard alone: add a text, move it, leave one out, build', {}, async ({ page }) => {
  const { add, row, titles, studio, widget } = await started(page);
  await add(three);
  await row(3).waitFor();
  const focus = () => page.evaluate(() => {
    const { activeElement: element } = document.querySelector('briefing-studio').shadowRoot;
    return element?.getAttribute('aria-label') ?? element?.textContent.trim() ?? '';
  });
  const tabTo = async (text, key = 'Tab') => {
    for (let i = 0; i < 120; i += 1) {
      await page.keyboard.press(key);
      if (text.test(await focus())) return;
    }
    assert.fail(`${key} never reached ${text}`);
  };
  await page.evaluate(() => document.activeElement?.blur());
  await tabTo(/^Paste a text$/);
  await page.keyboard.press('Enter');
  await page.keyboard.type('The pier is longer now.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('The pier: "longer"');
  await tabTo(/^Add the text$/);
  await page.keyboard.press('Enter');
  await row(4).waitFor();
  assert.deepEqual(await titles(), ['The quay opens', 'The ferry stays', 'The crane goes', 'The pier: "longer"']);
  await tabTo(/^Move article 4 up$/);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /number 3 of 4/.test(document.querySelector('briefing-studio').shadowRoot.querySelector('[role=status]').textContent));
  assert.equal(await focus(), 'Move article 3 up', 'the focus goes along');
  await page.keyboard.press('Enter');
  await tabTo(/^Leave out of article 2$/);
  await page.keyboard.press('Space');
  assert.match(await row(2).getAttribute('class'), /excluded/);
  await tabTo(/^Build the briefing$/);
  await page.keyboard.press('Enter');
  await widget.getByRole('searchbox').waitFor();
  assert.match(await focus(), /^Built of 3 articles: \d+ kB$/);
  assert.ok(await studio.getByRole('heading', { name: /^Built of 3/ }).isVisible());
});

studioScenario('a pasted text needs words, and its date has to be one', {}, async ({ page }) => {
  const { studio, row, field } = await started(page);
  await studio.getByRole('button', { name: 'Paste a text' }).click();
  const dialog = studio.getByRole('dialog');
  await dialog.getByLabel('Date').fill('soon');
  await dialog.getByRole('button', { name: 'Add the text' }).click();
  await dialog.getByText('There is no text yet').waitFor();
  await dialog.getByText('A date is written').waitFor();
  assert.deepEqual(await axe(page), []);
  await dialog.getByLabel('Text').fill('# No heading\n\nThe pier is longer now.');
  await dialog.getByLabel('Date').fill('2021-05');
  await dialog.getByLabel('Title').fill('A pier');
  await dialog.getByRole('button', { name: 'Add the text' }).click();
  await row(1).waitFor();
  assert.ok(!await dialog.isVisible());
  assert.equal(await field('date', 1).inputValue(), '2021-05');
  assert.match(await row(1).textContent(), /pasted\/a-pier\.md/);
});

studioScenario('a file that is refused is named with the reason and can be removed, what is passed over is noted', {}, async ({ page }) => {
  const { add, row, studio } = await started(page);
  await add([...three, file('cut.zip', 'PK'), file('picture.png', 'x')]);
  await row(3).waitFor();
  await studio.getByRole('heading', { name: '1 file could not be read' }).waitFor();
  await studio.getByText('the archive ends too early').waitFor();
  await studio.getByText('1 note').click();
  await studio.getByText('picture.png: passed over').waitFor();
  await studio.getByRole('button', { name: 'Remove cut.zip' }).click();
  await studio.getByRole('heading', { name: '1 file could not be read' }).waitFor({ state: 'detached' });
});

studioScenario('a file that has changed when it is read again is told, and the others are built', {}, async ({ page }) => {
  const { add, row, rows, studio, build, widget } = await started(page);
  const folder = newFolder();
  const [changing, slow] = ['changing.md', 'slow.md'].map((name) => join(folder, name));
  writeFileSync(changing, 'One');
  writeFileSync(slow, 'SLOW');
  await add([changing, slow]);
  await row(2).waitFor();
  await build.click();
  await studio.getByText('Step 0 of 7').waitFor();
  await studio.getByRole('button', { name: 'Cancel' }).click();
  await studio.getByText('2 files').click();
  await studio.getByRole('button', { name: 'Remove slow.md' }).click();
  writeFileSync(changing, 'Another text');
  await add(three[0]);
  await studio.locator('.problems').getByText('The browser could not read this file.').waitFor();
  assert.equal(await rows.count(), 1);
  await build.click();
  await widget.getByRole('searchbox').waitFor();
});

studioScenario('a build tells its steps, and can be cancelled: files and edits stay, and it can be built', {}, async ({ page }) => {
  const { add, row, field, studio, build, titles, widget } = await started(page);
  await add([...three, file('slow.md', 'SLOW\nwords')]);
  await row(4).waitFor();
  await field('title', 4).fill('Slow');
  await field('title', 4).press('Enter');
  await build.click();
  await studio.getByText('Step 1 of 7: near-copies').waitFor();
  const bar = studio.getByRole('progressbar');
  assert.deepEqual(await bar.evaluate(({ value, max }) => [value, max]), [1, 7]);
  await studio.getByRole('button', { name: 'Cancel' }).click();
  await studio.locator('.told').getByText('Cancelled. Your files and edits are still here.').waitFor();
  assert.equal(await bar.count(), 0);
  assert.deepEqual(await titles(), ['The quay opens', 'The ferry stays', 'The crane goes', 'Slow']);
  await studio.getByText('4 files').click();
  await studio.getByRole('button', { name: 'Remove slow.md' }).click();
  await row(4).waitFor({ state: 'detached' });
  await build.click();
  await widget.getByRole('searchbox').waitFor();
});

for (const [when, told] of [['ADD', 3], ['BUILD', 4]]) {
  studioScenario(`a worker that dies at the ${when.toLowerCase()} is told as such, and the files stay`, {}, async ({ page }) => {
    const { add, rows, row, studio, build, widget } = await started(page);
    await add(three);
    await row(3).waitFor();
    await add(file('die.md', `DIE AT ${when}`));
    if (when === 'BUILD') {
      await row(4).waitFor();
      await build.click();
    }
    const alert = studio.getByRole('alert');
    await alert.getByText('The reading ended before its time').waitFor();
    await alert.getByText('memory access out of bounds').waitFor();
    assert.equal(await rows.count(), told);
    assert.ok(await alert.evaluate((element) => element === element.getRootNode().activeElement));
    await studio.getByText('4 files').click();
    await studio.getByRole('button', { name: 'Remove die.md' }).click();
    await alert.waitFor({ state: 'detached' });
    await build.click();
    await widget.getByRole('searchbox').waitFor();
  });
}

studioScenario('too much is refused before it is read, much is warned of', {}, async ({ page }) => {
  const { studio } = await started(page);
  const drop = (sizes) => studio.evaluate((element, sizes) => {
    const all = new DataTransfer();
    for (const [i, size] of sizes.entries()) {
      const file = new File(['x'], `big${i}.md`);
      Object.defineProperty(file, 'size', { value: size });
      all.items.add(file);
    }
    // The files of the event are others than those that were given: their sizes would be true again.
    const data = { types: ['Files'], items: [...all.items].map((item, i) => ({ kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => Object.defineProperty(item.getAsFile(), 'size', { value: sizes[i] }) })) };
    element.dispatchEvent(Object.assign(new Event('drop', { bubbles: true, cancelable: true }), { dataTransfer: data }));
  }, sizes);
  await drop([1e12]);
  await studio.getByText(/At 1,000,000 MB it is larger than a browser can read in one piece/).waitFor();
  await drop(Array(400).fill(2e6));
  await studio.locator('.told').getByText(/800 MB is more than a browser can hold.*briefing build/).waitFor();
  assert.equal(await studio.locator('.files').count(), 0);
  await drop([60e6]);
  await studio.locator('.told').getByText(/60 MB is much for a browser/).waitFor();
  await studio.locator('.articles').waitFor();
});

studioScenario('a thousand rows stay quick: pages, a filter, and an edit in its place', {}, async ({ page }) => {
  const { add, row, rows, titles, studio, field } = await started(page);
  await add(article('many.md', { title: 'Report' }, 'ROWS 1000'));
  await row(50).waitFor();
  assert.equal(await rows.count(), 50);
  await studio.getByText('1–50 of 1,000').waitFor();
  const took = await field('title', 1).evaluate(async (input) => {
    const start = performance.now();
    input.value = 'Changed';
    input.dispatchEvent(new Event('change'));
    await input.getRootNode().host.updateComplete;
    return performance.now() - start;
  });
  assert.ok(took < 500, `an edit took ${took} ms`);
  await studio.getByRole('button', { name: 'Next' }).click();
  assert.equal((await titles())[0], 'Report 51');
  const number = row(1).getByLabel('No. of article 51');
  await number.fill('1');
  await number.press('Enter');
  await page.waitForFunction(() => document.querySelector('briefing-studio').shadowRoot.querySelector('.articles [name=title]').value === 'Report 51');
  await studio.getByLabel('Show only').fill('port 99');
  await studio.getByText('11 of 1,000 articles').waitFor();
  assert.equal(await rows.count(), 11);
});

studioScenario('a title that looks like markup stays text', {}, async ({ page }) => {
  const hostile = '<img src=x onerror="globalThis.broken=1">';
  const { add, field, studio, row } = await started(page);
  await add([article('<b>.md', { source: hostile }, `${hostile}\nwords\nShare ${hostile}`), file(`${'x'.repeat(20)}<i>.zip`, hostile)]);
  await row(1).waitFor();
  await row(1).getByRole('button', { name: '1 line' }).click();
  assert.equal(await field('title', 1).inputValue(), hostile);
  await studio.getByText(`Share ${hostile}`).waitFor();
  assert.equal(await studio.evaluate((element) => element.shadowRoot.querySelectorAll('img, b, i').length), 0);
  assert.equal(await page.evaluate(() => globalThis.broken), undefined);
});

studioScenario('nothing but the page’s own files is asked for, and its policy refuses nothing', { goto: false }, async ({ page, open, origin, requests }) => {
  const refused = await watchPolicy(page);
  await open();
  const { add, row, build, widget, studio } = await started(page);
  await add(three);
  await row(3).waitFor();
  await build.click();
  await widget.getByRole('searchbox').waitFor();
  await widget.getByRole('searchbox').fill('minister');
  await widget.getByRole('heading', { name: /match/ }).waitFor();
  for (const [name, ending] of [['One page', 'html'], ['Web site', 'zip'], ['Pack', 'brief'], ['WebAssembly', 'wasm'], ['Edits', 'toml']]) {
    const download = page.waitForEvent('download');
    await studio.getByRole('button', { name }).click();
    assert.equal((await download).suggestedFilename(), ending === 'toml' ? 'briefing.toml' : `harbour.${ending}`);
  }
  for (const url of requests) assert.ok(url.startsWith(`${origin}/`) || url.startsWith(`blob:${origin}/`), url);
  assert.deepEqual(await refused(), []);
});

const STATES = {
  empty: async () => {},
  table: async ({ add, row }) => {
    await add(three);
    await row(3).waitFor();
    await row(1).getByRole('button', { name: '2 lines' }).click();
  },
  problems: async ({ add, field, row, studio }) => {
    await add([file('cut.zip', 'PK'), file('picture.png', 'x')]);
    await field('date', 2).fill('soon');
    await field('date', 2).press('Tab');
    await row(3).getByRole('checkbox').check();
    for (const details of await studio.locator('summary').all()) await details.click();
  },
  built: async ({ field, build, widget }) => {
    await field('date', 2).fill('2021');
    await build.click();
    await widget.getByRole('searchbox').waitFor();
  },
};

for (const width of [320, 768, 1280]) {
  studioScenario(`axe finds nothing at ${width} px, nothing is wider, and what can be pressed is 44 px high`, { width }, async ({ page }) => {
    const scene = await started(page);
    for (const [state, go] of Object.entries(STATES)) {
      await go(scene);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await axe(page), [], `${state}, ${colorScheme}`);
      }
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), state);
      const small = await scene.studio.evaluate((element) => [...element.shadowRoot.querySelectorAll('a, button, input, select, textarea, summary')]
        .filter((target) => target.checkVisibility())
        .map((target) => [target.ariaLabel ?? target.textContent.trim(), (target.closest('.check') ?? target).getBoundingClientRect()])
        .map(([text, { width, height }]) => [text, Math.round(width), Math.round(height)])
        .filter(([, width, height]) => width < 44 || height < 44));
      assert.deepEqual(small, [], state);
    }
  });
}

studioScenario('in Arabic the page is written from right to left, and axe finds nothing', { context: { locale: 'ar-EG' } }, async ({ page }) => {
  const { add, row, studio } = await started(page);
  await add(three);
  await row(3).waitFor();
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl']);
  assert.deepEqual(await axe(page), []);
  await studio.getByLabel('اللغة').selectOption('fr');
  await studio.getByRole('heading', { name: 'Composer un dossier' }).waitFor();
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir, document.title]), ['fr', 'ltr', 'Composer un dossier']);
});

studioScenario('what the engine says in English is told in the reader’s language, too, and marked as English', { context: { locale: 'ar-EG' } }, async ({ page }) => {
  const { add, row, field, build, studio } = await started(page);
  const english = (words) => studio.locator('[lang=en][dir=ltr]').filter({ hasText: words });
  await add([...three, file('cut.zip', 'PK'), file('picture.png', 'x')]);
  await row(3).waitFor();
  await studio.locator('.problems').getByText('الملف تالف').waitFor();
  await english('the archive ends too early').waitFor();
  await studio.locator('.notices summary').click();
  await english('picture.png: passed over').waitFor();
  await field('source', 1).fill('nobody');
  await field('source', 1).press('Enter');
  await studio.getByRole('button', { name: 'إعداد الملف الموجز' }).click();
  await studio.getByRole('alert').getByText('أحد التعديلات لا معنى له').waitFor();
  await english('a source is not “nobody”').waitFor();
  assert.deepEqual(await axe(page), []);
});
