/** A search that says how it was read, answers first, and can be narrowed, ordered, learnt and asked again. */
import assert from 'node:assert/strict';
import { scenario } from './harness.mjs';
import { answered, focused, mount, opened } from './widget.mjs';

/** Asks, and waits for the answer. */
async function ask({ field, widget }, query) {
  await field.fill(query);
  await answered(widget, query);
}

const address = (page) => page.evaluate(() => decodeURIComponent(location.hash));
const parts = (widget) => ({
  chip: (name) => widget.locator('[part~=filters]').getByRole('button', { name }),
  pressed: () => widget.locator('[part~=filters] [aria-pressed=true]').allTextContents(),
  titles: () => widget.locator('.hits h3').allTextContents(),
  dates: () => widget.locator('.hits > li > .cites time').evaluateAll((times) => times.map((time) => time.dateTime)),
  reading: widget.locator('.reading'),
  answer: widget.locator('[part~=answer]'),
  order: widget.getByRole('combobox', { name: 'Order' }),
});

// ------------------------------------------------------------------------------------------------ how it was read

scenario('one quiet line says what was corrected, what else was looked for, and what no report has', {}, async ({ page }) => {
  const scene = await opened(page);
  const { reading } = parts(scene.widget);
  await ask(scene, 'walander CJTF OIR qqqqq');
  assert.equal(await reading.textContent(), 'Showing results for wallander · '
    + 'Also: Combined Joint Task Force – Operation Inherent Resolve · In no report: qqqqq');
  assert.equal(await reading.locator('s').textContent(), 'qqqqq');
  await ask(scene, 'minister before:soon');
  await reading.getByText('Taken as words: before:soon').waitFor();
});

scenario('the line is spoken with the number of results', {}, async ({ page }) => {
  const scene = await opened(page);
  await ask(scene, 'walander qqqqq');
  assert.equal(await scene.status.getAttribute('aria-live'), 'polite');
  await page.waitForFunction((status) => /^\d reports? match(es)?; Showing results for wallander; In no report: qqqqq$/.test(status.textContent),
    await scene.status.elementHandle());
});

scenario('nothing moves when the line is filled', {}, async ({ page }) => {
  const reports = [{ text: 'Words.' }, { text: 'More words.' }];
  const top = async (extra) => {
    await page.evaluate(() => { location.hash = '#briefing/search/w'; });
    const { widget } = await mount(page, { reports, extra: { search: extra } });
    return (await widget.locator('.hits').boundingBox()).y;
  };
  const empty = await top({});
  assert.equal(await top({ corrections: [{ from: 'w', to: 'words' }], ignored: ['qqqqq'] }), empty);
});

scenario('what the query was read as is text, whatever it looks like', {}, async ({ page }) => {
  const hostile = '<img src=x onerror="globalThis.broken=1">';
  const facet = [{ value: hostile, documents: 1 }, { value: 'Other', documents: 1 }];
  const search = {
    corrections: [{ from: 'a', to: hostile }], aliases: [{ from: 'b', to: `${hostile}2` }], ignored: [hostile], unread: [hostile],
    answer: [{ document: 'd0', start: 0, end: hostile.length, text: hostile, marks: [], warnings: [] }],
    facets: { sources: facet, years: [], tags: facet, entities: facet },
  };
  const { widget, field } = await mount(page, { reports: [{ text: hostile }, { text: 'Words.' }], extra: { search } });
  await field.fill('w');
  await widget.locator('[part~=answer]').waitFor();
  assert.equal(await widget.locator('[part~=answer] .said').textContent(), hostile);
  assert.equal(await widget.evaluate((element) => element.shadowRoot.querySelectorAll('img').length), 0);
  await widget.locator('.chip').first().click();
  await page.waitForURL(/source/);
  assert.equal(await page.evaluate(() => globalThis.broken), undefined);
});

// ------------------------------------------------------------------------------------------------ the answer

scenario('the closest sentences stand first, each cited, and open the reader at their words', {}, async ({ page }) => {
  const scene = await opened(page);
  const { answer } = parts(scene.widget);
  await ask(scene, 'minister of defense');
  const sentences = await answer.locator('.said').allTextContents();
  assert.ok(sentences.length >= 2 && sentences.length <= 3);
  assert.ok((await answer.boundingBox()).y < (await scene.widget.locator('.hits').boundingBox()).y);
  for (const [i, sentence] of sentences.entries()) {
    await answer.locator('[part~=citation]').nth(i).click();
    await scene.cited.first().waitFor();
    assert.equal((await scene.cited.allTextContents()).join(''), sentence);
    await page.goBack();
    await answer.waitFor();
  }
});

scenario('an answer that the only result says already is not said twice', {}, async ({ page }) => {
  const text = 'Words and words.';
  const answer = [{ document: 'd0', start: 0, end: text.length, text, marks: [[0, 5]], warnings: [] }];
  const { widget, field } = await mount(page, { reports: [{ text }], extra: { search: { answer } } });
  await field.fill('words');
  await widget.locator('.hits').waitFor();
  assert.equal(await widget.locator('[part~=answer]').count(), 0);
});

scenario('the words that matched are marked in the answer', {}, async ({ page }) => {
  const text = 'Words and words.';
  const answer = [{ document: 'd0', start: 0, end: text.length, text, marks: [[0, 5]], warnings: [] }];
  const { widget, field } = await mount(page, { reports: [{ text }, { text: 'Other words.' }], extra: { search: { answer } } });
  await field.fill('words');
  assert.equal(await widget.locator('[part~=answer] mark').textContent(), 'Words');
});

scenario('the words of one name are under one mark', {}, async ({ page }) => {
  const scene = await opened(page);
  await ask(scene, 'CJTF-OIR');
  const marks = await scene.widget.locator('.hits mark').allTextContents();
  assert.ok(marks.includes('Combined Joint Task Force Operation Inherent Resolve') && marks.includes('CJTF OIR'), marks.join('|'));
});

// ------------------------------------------------------------------------------------------------ chips

scenario('a chip puts its filter into the query and takes it out again, in field, address and history', {}, async ({ page }) => {
  const scene = await opened(page);
  const { chip, pressed, titles } = parts(scene.widget);
  await ask(scene, 'minister');
  const all = await titles();
  await page.waitForURL(/search\/minister$/);
  await chip(/^2023/).click();
  await page.waitForURL(/on/);
  assert.equal(await scene.field.inputValue(), 'on:2023 minister');
  assert.equal(await address(page), '#briefing/search/on:2023 minister');
  assert.deepEqual(await pressed(), ['2023 2 reports']);
  assert.equal((await titles()).length, 2);

  await chip(/^Post SpeedRead/).click();
  await page.waitForURL(/source/);
  assert.equal(await scene.field.inputValue(), 'source:"Post SpeedRead" on:2023 minister');
  assert.equal((await titles()).length, 1);

  await page.goBack();
  await page.waitForFunction((field) => field.value === 'on:2023 minister', await scene.field.elementHandle());
  await scene.widget.getByRole('heading', { name: '2 reports match' }).waitFor();
  await chip(/^2023/).click();
  await page.waitForFunction((field) => field.value === 'minister', await scene.field.elementHandle());
  await scene.widget.getByRole('heading', { name: `${all.length} reports match` }).waitFor();
  assert.deepEqual(await pressed(), []);
});

scenario('another outlet or year takes the place of the one before; tags add up', {}, async ({ page }) => {
  const scene = await opened(page);
  const { chip, pressed } = parts(scene.widget);
  await ask(scene, 'iraq');
  await chip(/^2023/).click();
  await page.waitForURL(/on:2023|on%3A2023/);
  await chip(/^2024/).click();
  await page.waitForURL(/on:2024|on%3A2024/);
  assert.equal(await scene.field.inputValue(), 'on:2024 iraq');
  await chip(/^2024/).click();
  await page.waitForURL(/search\/iraq$/);
  await chip(/^THX News/).click();
  await page.waitForURL(/THX/);
  await chip(/^Post SpeedRead/).click();
  await page.waitForURL(/Post/);
  assert.equal(await scene.field.inputValue(), 'source:"Post SpeedRead" iraq');
  await chip(/^Post SpeedRead/).click();
  await page.waitForURL(/search\/iraq$/);
  await chip(/^ISIS/).click();
  await page.waitForURL(/ISIS/);
  await chip(/^CJTF OIR/).click();
  await page.waitForURL(/OIR/);
  assert.equal(await scene.field.inputValue(), 'tag:"CJTF OIR" tag:"ISIS" iraq');
  assert.deepEqual((await pressed()).map((text) => text.replace(/ \d+ reports?$/, '')).sort(), ['CJTF OIR', 'ISIS']);
});

scenario('a chip leaves the last word unfinished, and a quote that is not closed as it is', {}, async ({ page }) => {
  const scene = await opened(page);
  const { chip } = parts(scene.widget);
  await ask(scene, 'minist');
  await chip(/^2023/).click();
  await scene.widget.getByRole('heading', { name: '2 reports match' }).waitFor();
  await ask(scene, 'iraq "military comm');
  await chip(/^2024/).click();
  await page.waitForURL(/on/);
  assert.equal(await scene.field.inputValue(), 'on:2024 iraq "military comm');
  assert.ok(await scene.widget.locator('.hits > li').count() > 0);
});

scenario('a filter of the reader’s own words is a chip too, and goes when it is pressed', {}, async ({ page }) => {
  const scene = await opened(page);
  const { chip, pressed } = parts(scene.widget);
  await ask(scene, 'source:defense on:2024-01 talks');
  assert.deepEqual(await pressed(), ['2024-01', 'defense']);
  await ask(scene, 'source:defense on:soon on:"2024" on:2024-01 talks source:"open');
  assert.deepEqual(await pressed(), ['2024-01', 'defense'], 'what the engine takes as words is no filter');
  await ask(scene, 'source:defense on:2024-01 talks');
  await chip(/^defense$/).click();
  await page.waitForFunction((field) => field.value === 'on:2024-01 talks', await scene.field.elementHandle());
  await answered(scene.widget, 'on:2024-01 talks');
  assert.deepEqual(await pressed(), ['2024-01']);
});

scenario('the last filter without a word leads back to the brief', {}, async ({ page }) => {
  const scene = await opened(page);
  const { chip } = parts(scene.widget);
  await ask(scene, 'on:2024');
  await chip(/^2024/).click();
  await scene.keyPoints.first().waitFor();
  assert.equal(await scene.field.inputValue(), '');
});

scenario('what all the reports found have narrows nothing, and is no chip', {}, async ({ page }) => {
  const scene = await opened(page);
  await ask(scene, 'iraq');
  assert.equal(await parts(scene.widget).chip(/^Iraq/).count(), 0);
});

scenario('more values of a kind are shown when asked for', {}, async ({ page }) => {
  const scene = await opened(page);
  await ask(scene, 'iraq');
  const tags = scene.widget.getByRole('group', { name: 'Tag' });
  const more = tags.getByRole('button', { expanded: false });
  assert.equal(await tags.locator('.chip').count(), 5);
  await more.click();
  await tags.getByRole('button', { name: 'Fewer' }).waitFor();
  assert.ok(await tags.locator('.chip').count() > 5);
  assert.equal(await focused(page), 'Fewer');
});

scenario('a query that is a text has no filters, since they would be words of it', {}, async ({ page }) => {
  const scene = await opened(page);
  await ask(scene, `minister ${'talks '.repeat(31)}`);
  assert.equal(await scene.widget.locator('[part~=filters]').count(), 0);
});

scenario('an outlet with quotes in its name can be asked for', {}, async ({ page }) => {
  const sources = [{ value: 'The "Daily" Post', documents: 1 }, { value: '…', documents: 1 }, { value: 'Other', documents: 1 }];
  const { widget, field } = await mount(page, { reports: [{ text: 'Words.' }, { text: 'More.' }], extra: { search: { facets: { sources, years: [], tags: [], entities: [] } } } });
  await field.fill('words');
  const { chip, pressed } = parts(widget);
  await chip(/Daily/).click();
  await page.waitForURL(/Daily/);
  assert.equal(await field.inputValue(), 'source:"The  Daily  Post" words');
  assert.deepEqual(await pressed(), ['The "Daily" Post 1 report']);
  assert.equal(await chip(/…/).count(), 0);
});

// ------------------------------------------------------------------------------------------------ order

scenario('results stand by relevance, newest or oldest first; the address knows which, and back works', {}, async ({ page }) => {
  const scene = await opened(page);
  const { order, dates, chip } = parts(scene.widget);
  await ask(scene, 'iraq');
  await page.waitForURL(/iraq$/);
  assert.equal(await order.inputValue(), '');
  await order.selectOption('newest');
  await page.waitForURL(/iraq\/newest$/);
  await page.waitForFunction((list) => list.querySelector('time').dateTime.startsWith('2024-07'), await scene.widget.locator('.hits').elementHandle());
  const newest = await dates();
  assert.deepEqual(newest, newest.toSorted().reverse());
  assert.ok(await order.evaluate((select) => select.matches(':focus')));

  await order.selectOption('oldest');
  await page.waitForURL(/oldest$/);
  await page.waitForFunction((list) => list.querySelector('time').dateTime.startsWith('2023'), await scene.widget.locator('.hits').elementHandle());
  await chip(/^2024/).click();
  await page.waitForURL(/2024.*\/oldest$/);
  await scene.field.fill('iraq talks');
  await page.waitForURL(/talks\/oldest$/);
  await page.goBack();
  await page.goBack();
  await page.waitForURL(/iraq\/newest$/);
  await page.waitForFunction((select) => select.value === 'newest', await order.elementHandle());
  await page.reload();
  await opened(page);
  assert.equal(await order.inputValue(), 'newest');
  assert.deepEqual(await dates(), newest);
});

scenario('reports without a date are in no order but that of relevance', {}, async ({ page }) => {
  const { widget, field } = await mount(page, { reports: [{ text: 'Words.' }, { text: 'More words.' }] });
  await field.fill('words');
  await widget.locator('.hits').waitFor();
  assert.equal(await parts(widget).order.count(), 0);
});

scenario('with no-hash, chips and order leave the address alone, and the way back still works', {}, async ({ page }) => {
  await page.evaluate(() => document.querySelector('briefing-widget').setAttribute('no-hash', ''));
  const scene = await opened(page);
  const before = page.url();
  const { chip, order, pressed } = parts(scene.widget);
  await ask(scene, 'iraq');
  await chip(/^2024/).click();
  await scene.widget.getByRole('heading', { name: '3 reports match' }).waitFor();
  await order.selectOption('newest');
  await page.waitForFunction((list) => list.querySelector('time').dateTime.startsWith('2024-07'), await scene.widget.locator('.hits').elementHandle());
  await order.focus();
  await page.keyboard.press('Escape');
  await page.waitForFunction((select) => select.value === '', await order.elementHandle());
  assert.deepEqual(await pressed(), ['2024 3 reports']);
  await page.keyboard.press('Escape');
  await scene.widget.getByRole('heading', { name: '5 reports match' }).waitFor();
  assert.equal(await scene.field.inputValue(), 'iraq');
  assert.equal(page.url(), before);
});

// ------------------------------------------------------------------------------------------------ nothing found

scenario('where nothing was found, the nearest words are offered as buttons, and each finds something', {}, async ({ page }) => {
  const scene = await opened(page);
  await ask(scene, 'walxndrr');
  await scene.widget.getByText('Nearest words in them:').waitFor();
  const offers = scene.widget.locator('[part~=results] ul').getByRole('button');
  const word = await offers.first().textContent();
  await offers.first().click();
  await answered(scene.widget, word);
  assert.equal(await scene.field.inputValue(), word);
  assert.match(await focused(page), /match/);
});

scenario('where a filter leaves nothing, it can be taken out there', {}, async ({ page }) => {
  const scene = await opened(page);
  const { chip } = parts(scene.widget);
  await ask(scene, 'source:nobody minister');
  await scene.widget.getByRole('heading', { name: 'No report here matches “source:nobody minister”' }).waitFor();
  assert.ok(await chip(/^THX News/).count());
  await chip(/^nobody$/).click();
  await scene.widget.getByRole('heading', { name: /reports match/ }).waitFor();
  assert.equal(await scene.field.inputValue(), 'minister');
});

// ------------------------------------------------------------------------------------------------ help

scenario('a question mark lists the query language in six lines; Escape and leaving close it', {}, async ({ page }) => {
  const scene = await opened(page);
  const help = scene.widget.getByRole('button', { name: 'How to search' });
  assert.equal(await help.getAttribute('aria-expanded'), 'false');
  await help.focus();
  const before = await scene.keyPoints.first().boundingBox();
  await page.keyboard.press('Enter');
  const list = scene.widget.locator('#help');
  assert.equal(await list.locator('dt').count(), 6);
  assert.equal(await help.getAttribute('aria-expanded'), 'true');
  assert.deepEqual(await scene.keyPoints.first().boundingBox(), before, 'nothing moves');
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  assert.ok(await help.evaluate((button) => button.matches(':focus')));
  await page.keyboard.press('Space');
  await list.waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await list.waitFor({ state: 'detached' });
  await help.click();
  await list.waitFor();
  await scene.widget.getByRole('heading', { level: 1 }).click();
  await list.waitFor({ state: 'detached' });
});

scenario('Escape closes what is open before it leads back', {}, async ({ page }) => {
  const scene = await opened(page);
  await ask(scene, 'minister');
  await scene.widget.getByRole('button', { name: 'How to search' }).click();
  await page.keyboard.press('Escape');
  assert.equal(await scene.field.inputValue(), 'minister');
  await page.keyboard.press('Escape');
  await scene.keyPoints.first().waitFor();
});

// ------------------------------------------------------------------------------------------------ asked before

/** Asks, and rests until the search is told. */
async function askAndRest(page, scene, query) {
  const told = page.evaluate(() => new Promise((done) => addEventListener('briefing-search', ({ detail }) => done(detail), { once: true })));
  await scene.field.fill(query);
  return told;
}

scenario('queries of before are offered on the empty field, the latest first, and can be asked again', {}, async ({ page }) => {
  const scene = await opened(page);
  const recent = scene.widget.getByRole('group', { name: 'Recent searches' });
  await scene.field.focus();
  assert.equal(await recent.count(), 0);
  await askAndRest(page, scene, 'minister');
  await askAndRest(page, scene, 'qqqqq');
  await askAndRest(page, scene, 'talk');
  await askAndRest(page, scene, 'talks');
  await scene.field.fill('');
  await recent.waitFor();
  assert.deepEqual(await recent.getByRole('listitem').allTextContents(), ['talks', 'minister']);
  await page.waitForFunction((status) => status.textContent === '2 recent searches below', await scene.status.elementHandle());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(page), 'minister');
  await page.keyboard.press('Enter');
  await answered(scene.widget, 'minister');
  assert.equal(await scene.field.inputValue(), 'minister');
  assert.equal(await recent.count(), 0);
});

scenario('queries of before can be cleared, and are kept nowhere but in the page', {}, async ({ page }) => {
  const scene = await opened(page);
  const recent = scene.widget.getByRole('group', { name: 'Recent searches' });
  await askAndRest(page, scene, 'minister');
  await scene.field.fill('');
  await recent.waitFor();
  assert.deepEqual(await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length]), [0, 0, '', 0]);
  await page.keyboard.press('Escape');
  await recent.waitFor({ state: 'detached' });
  assert.equal(await focused(page), 'input');
  await scene.tab('Brief').focus();
  await scene.field.focus();
  await recent.getByRole('button', { name: 'Clear recent searches' }).click();
  await recent.waitFor({ state: 'detached' });
  assert.equal(await focused(page), 'input');
  await askAndRest(page, scene, 'minister');
  // Without the query in its address, which would be one of this page, too.
  const { origin, pathname } = new URL(page.url());
  await page.goto('about:blank');
  await page.goto(origin + pathname);
  await scene.keyPoints.first().waitFor();
  await scene.field.fill('');
  assert.equal(await recent.count(), 0);
});

// ------------------------------------------------------------------------------------------------ keyboard

scenario('arrow keys walk from the field through the results and back', {}, async ({ page }) => {
  const scene = await opened(page);
  await page.keyboard.press('/');
  await page.keyboard.type('iraq');
  await answered(scene.widget, 'iraq');
  const titles = await scene.widget.locator('.hits h3').allTextContents();
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(page), titles[0]);
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(page), titles[1]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  assert.equal(await focused(page), 'input');
});

scenario('by keyboard alone: a chip pressed keeps the focus, and so does the order', {}, async ({ page }) => {
  const scene = await opened(page);
  await page.keyboard.press('/');
  await page.keyboard.type('iraq');
  await answered(scene.widget, 'iraq');
  const tabTo = async (text) => {
    for (let i = 0; i < 40 && !text.test(await focused(page)); i += 1) await page.keyboard.press('Tab');
    assert.match(await focused(page), text);
  };
  await tabTo(/^Relevance/);
  await page.keyboard.press('ArrowDown');
  await page.waitForURL(/newest$/);
  assert.match(await focused(page), /^Relevance/);
  await tabTo(/^THX News/);
  await page.keyboard.press('Space');
  await scene.widget.getByRole('heading', { name: '1 report matches' }).waitFor();
  assert.match(await focused(page), /^THX News/);
  await page.keyboard.press('Space');
  await scene.widget.getByRole('heading', { name: '5 reports match' }).waitFor();
  assert.match(await focused(page), /^THX News/);
  await tabTo(/^Source \d/);
  await page.keyboard.press('Enter');
  await scene.cited.first().waitFor();
});

scenario('chips, order, help and queries of before', { browser: 'firefox' }, async ({ page }) => {
  const find = (selector) => page.locator(`briefing-widget >>> ${selector}`);
  const field = await find('#q').waitHandle();
  await field.type('iraq');
  await find('.chip').click();
  await page.waitForFunction(() => document.querySelector('briefing-widget').shadowRoot.querySelector('#q').value === 'on:2023 iraq');
  await find('select').fill('oldest');
  await page.waitForFunction(() => location.hash.endsWith('/oldest'));
  await find('.hint').click();
  await find('#help').wait();
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.querySelector('briefing-widget').shadowRoot.querySelectorAll('#help').length), 0);
  await page.waitForFunction(() => document.querySelector('briefing-widget').shadowRoot.querySelector('[role=status]').textContent !== '');
  await field.evaluate((input) => { input.focus(); input.select(); });
  await page.keyboard.press('Backspace');
  await find('#recent li button').wait();
});
