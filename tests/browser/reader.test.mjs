/** Citations, the reader, and the way there and back. */
import assert from 'node:assert/strict';
import { scenario } from './harness.mjs';
import { focused, mount, opened } from './widget.mjs';

/** Where the words cited stand on the screen, as a share of its height. */
const share = (cited) => cited.first().evaluate((mark) => mark.getBoundingClientRect().top / innerHeight);

scenario('every citation of every key point opens a report with the words cited marked and in sight', { height: 500 }, async ({ page }) => {
  const { widget, keyPoints, cited } = await opened(page);
  const citations = await keyPoints.locator('[part~=citation]').count();
  assert.ok(citations >= 5);
  for (let i = 0; i < citations; i += 1) {
    const citation = keyPoints.locator('[part~=citation]').nth(i);
    const number = await citation.locator('.badge').textContent();
    const sentence = await citation.locator('xpath=ancestor::li').locator('.said').textContent();
    const own = await citation.evaluate((link) => !link.classList.contains('n'));
    await citation.click();
    await cited.first().waitFor();
    assert.equal(await widget.getByRole('article').locator('.badge').first().textContent(), number);
    if (own) assert.equal((await cited.allTextContents()).join(''), sentence);
    const place = await share(cited);
    assert.ok(place >= 0 && place < 0.75, `sentence at ${place} of the screen`);
    await page.goBack();
    await keyPoints.first().waitFor();
  }
});

scenario('the words cited stand a third down the screen', { height: 500 }, async ({ page }) => {
  const text = 'x '.repeat(8000);
  await mount(page, { reports: [{ text }], attributes: { id: 'made' } });
  await page.evaluate(() => { location.hash = '#made/read/d0/6000-6010'; });
  const { cited } = await opened(page);
  await cited.waitFor();
  await page.waitForFunction(() => scrollY > 0);
  const place = await share(cited);
  assert.ok(Math.abs(place - 1 / 3) < 0.02, `sentence at ${place} of the screen`);
});

scenario('a result opens at the passage that it shows', {}, async ({ page }) => {
  const { widget, field, cited } = await opened(page);
  await field.fill('minister');
  const first = widget.locator('[part~=results] li').first();
  const passage = await first.locator('.said').first().textContent();
  await first.getByRole('link').first().click();
  await cited.first().waitFor();
  assert.equal((await cited.allTextContents()).join(' '), passage);
});

scenario('back and forward walk through views, search and reader, and focus returns to the link followed', {}, async ({ page }) => {
  const { widget, field, tab, keyPoints, cited } = await opened(page);
  await keyPoints.nth(1).locator('[part~=citation]').first().click();
  await cited.first().waitFor();
  const sentence = await cited.first().textContent();
  await tab('Sources').click();
  await widget.getByRole('heading', { name: /oldest first/ }).waitFor();
  await field.pressSequentially('minister');
  await page.waitForURL(/search\/minister$/); // an address follows the typing at rest

  await page.goBack();
  await widget.getByRole('heading', { name: /oldest first/ }).waitFor();
  assert.equal(await field.inputValue(), '');
  await page.goBack();
  assert.equal(await cited.first().textContent(), sentence);
  await page.goBack();
  await keyPoints.first().waitFor();
  const link = await keyPoints.nth(1).locator('[part~=citation]').first().evaluate((a) => a === a.getRootNode().activeElement);
  assert.ok(link, 'focus is on the citation that was followed');
  await page.goForward();
  assert.equal(await cited.first().textContent(), sentence);
  await page.goForward();
  await page.goForward();
  await widget.getByRole('heading', { name: /match/ }).waitFor();
  assert.equal(await field.inputValue(), 'minister');
});

scenario('an address leads a newcomer to the same words', {}, async ({ page, origin }) => {
  const { keyPoints, cited } = await opened(page);
  await keyPoints.first().locator('[part~=citation]').first().click();
  await cited.first().waitFor();
  const [address, sentence] = [page.url(), await cited.first().textContent()];
  await page.goto('about:blank');
  await page.goto(address);
  await cited.first().waitFor();
  assert.equal(await cited.first().textContent(), sentence);
  assert.equal(await focused(page), sentence);

  await page.goto('about:blank');
  await page.goto(`${origin}/#briefing/search/minister`);
  const { field, widget } = await opened(page);
  await widget.getByRole('heading', { name: /match/ }).waitFor();
  assert.equal(await field.inputValue(), 'minister');
});

scenario('an address of another briefing says that the report is not here', {}, async ({ page, open }) => {
  await open();
  const { widget } = await opened(page);
  await page.evaluate(() => { location.hash = '#briefing/read/no%2Fsuch'; });
  await widget.getByRole('heading', { name: 'No report here is named “no/such”' }).waitFor();
});

scenario('the page keeps its own anchors and its own history state', {}, async ({ page }) => {
  const { widget, tab } = await opened(page);
  await page.evaluate(() => history.replaceState({ router: 7 }, ''));
  await tab('Sources').click();
  await widget.getByRole('heading', { name: /oldest first/ }).waitFor();
  assert.equal(await page.evaluate(() => history.state.router), 7);
  await page.evaluate(() => { location.hash = '#chapter'; });
  await page.evaluate(() => new Promise(requestAnimationFrame));
  assert.ok(await widget.getByRole('heading', { name: /oldest first/ }).isVisible());
});

scenario('with no-hash, address and history stay as they were, and the way back still works', {}, async ({ page, url }) => {
  const { widget, keyPoints, cited, field } = await mount(page, { reports: [{ text: 'Some words.' }], attributes: { 'no-hash': '' } });
  const before = await page.evaluate(() => history.length);
  await field.fill('some');
  await widget.locator('[part~=results] h3 a').click();
  await cited.waitFor();
  await widget.getByRole('link', { name: 'Back to the results' }).first().click();
  await widget.getByRole('heading', { name: '1 report matches' }).waitFor();
  assert.equal(await field.inputValue(), 'some');
  await page.keyboard.press('Escape');
  await keyPoints.first().waitFor();
  assert.equal(page.url(), url);
  assert.equal(await page.evaluate(() => history.length), before);
});

scenario('attributes say where to begin, and the address has the last word', {}, async ({ page }) => {
  const reports = [{ text: 'Some words.' }];
  const { widget } = await mount(page, { reports, attributes: { view: 'sources' } });
  await widget.getByRole('heading', { name: '1 report', exact: true }).waitFor();
  const { field } = await mount(page, { reports, attributes: { query: 'some' } });
  await widget.getByRole('heading', { name: '1 report matches' }).waitFor();
  assert.equal(await field.inputValue(), 'some');
  await widget.evaluate((element) => element.setAttribute('query', 'nothing'));
  await widget.getByRole('heading', { name: /No report/ }).waitFor();
  await page.evaluate(() => { location.hash = '#briefing/read/d0'; });
  await widget.getByRole('article').waitFor();
  await mount(page, { reports, attributes: { query: 'some' } });
  await widget.getByRole('article').waitFor();
});

scenario('with many reports, the brief lists those it cites, and the sources come twenty at a time', {}, async ({ page }) => {
  const reports = Array.from({ length: 30 }, (_, i) => ({ text: `Word number ${i}.` }));
  const { widget } = await mount(page, { reports });
  assert.equal(await widget.getByRole('table').count(), 0);
  await widget.getByRole('link', { name: '27 more reports not cited here' }).click();
  const cards = widget.locator('li[part~=source]');
  await widget.getByText('20 of 30 shown').waitFor();
  assert.equal(await cards.count(), 20);
  await widget.getByRole('button', { name: 'Show more reports' }).click();
  await cards.nth(29).waitFor();
  await page.waitForFunction(() => document.querySelector('briefing-widget').shadowRoot.activeElement?.textContent === 'Report 20');
});

scenario('the table says who reports a key point, who copies it and who is silent', {}, async ({ page }) => {
  const { widget, cited } = await opened(page);
  const table = widget.getByRole('table', { name: 'Key points by report' });
  const [columns, rows] = [await table.getByRole('columnheader').count(), await table.getByRole('rowheader').count()];
  assert.ok(columns > 1 && rows > 1);
  assert.equal(await table.getByRole('cell').count(), 1 + rows * columns);
  assert.ok(await table.getByRole('link', { name: 'near-copy' }).count() > 0);
  assert.ok(await table.getByText('silent').count() > 0);
  await table.getByRole('link', { name: 'near-copy' }).first().click();
  await cited.first().waitFor();
  await widget.getByRole('article').getByText('Near-copy of').first().waitFor();
});

scenario('two briefings on a page keep to their own addresses', {}, async ({ page }) => {
  const { widget } = await mount(page, { reports: [{ text: 'Some words.' }], attributes: { id: 'left' } });
  await page.evaluate(() => {
    const other = document.createElement('briefing-widget');
    other.id = 'right';
    other.briefing = document.querySelector('#left').briefing;
    document.querySelector('main').append(other);
    location.hash = '#right/read/d0';
  });
  await page.locator('#right').getByRole('article').waitFor();
  assert.equal(await page.locator('#left').getByRole('article').count(), 0);
  assert.equal(await widget.count(), 2);
});

scenario('the page hears what happens', { goto: false }, async ({ page, open }) => {
  await page.addInitScript(() => {
    globalThis.heard = [];
    for (const name of ['ready', 'search', 'open', 'error']) {
      addEventListener(`briefing-${name}`, ({ detail }) => globalThis.heard.push([name, detail]));
    }
  });
  await open();
  const { field, keyPoints, cited } = await opened(page);
  await keyPoints.first().locator('[part~=citation]').first().click();
  await cited.first().waitFor();
  await field.fill('minister');
  await page.waitForFunction(() => globalThis.heard.length === 3);
  const heard = await page.evaluate(() => globalThis.heard);
  assert.deepEqual(heard.map(([name]) => name), ['ready', 'open', 'search']);
  assert.ok(heard[0][1].info.documents.length > 1);
  assert.ok(heard[0][1].info.documents.some(({ document }) => document === heard[1][1].document));
  assert.ok(heard[1][1].end > heard[1][1].start);
  assert.equal(heard[2][1].query, 'minister');
  assert.ok(heard[2][1].total > 0);
});

scenario('letters typed just before the way back are there again on the way forward', {}, async ({ page }) => {
  const { widget, keyPoints, field } = await mount(page, { reports: [{ text: 'Some words.' }] });
  await page.evaluate(() => {
    const field = document.querySelector('briefing-widget').shadowRoot.querySelector('input');
    for (const query of ['s', 'so', 'some']) {
      field.value = query;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    history.back(); // at once: the address does not know of the last letters yet
  });
  await keyPoints.first().waitFor();
  assert.equal(await field.inputValue(), '');
  await page.goForward();
  await widget.getByRole('heading', { name: '1 report matches' }).waitFor();
  assert.equal(await field.inputValue(), 'some');
  assert.match(page.url(), /search\/some$/);
});

scenario('of two briefings on a page, back and forward move the one that moved, and leave the other where it was', {}, async ({ page }) => {
  await mount(page, { reports: [{ text: 'Some words.' }], attributes: { id: 'left' } });
  await page.evaluate(() => {
    const other = document.createElement('briefing-widget');
    other.id = 'right';
    other.briefing = document.querySelector('#left').briefing;
    document.querySelector('main').append(other);
  });
  const [left, right] = ['#left', '#right'].map((id) => page.locator(id));
  const sources = (widget) => widget.getByRole('heading', { name: '1 report', exact: true });
  await left.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Sources' }).click();
  await sources(left).waitFor();
  await right.locator('[part~=citation]').first().click();
  await right.getByRole('article').waitFor();
  await right.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Sources' }).click();
  await sources(right).waitFor();

  await page.goBack();
  await right.getByRole('article').waitFor();
  assert.ok(await sources(left).isVisible());
  await page.goForward();
  await sources(right).waitFor();
  assert.ok(await sources(left).isVisible());
  assert.equal(await page.evaluate(() => document.activeElement.id), 'right');
  await page.reload();
  await mount(page, { reports: [{ text: 'Some words.' }], attributes: { id: 'left' } });
  await sources(left).waitFor();
});

scenario('an address that cites from behind shows the text once', {}, async ({ page }) => {
  await page.evaluate(() => { location.hash = '#briefing/read/d0/9-2'; });
  const { widget, cited } = await mount(page, { reports: [{ text: 'Some words of a text.' }] });
  assert.equal(await widget.locator('.text').textContent(), 'Some words of a text.');
  assert.equal(await cited.count(), 0);
});

scenario('of reports that state neither outlet nor date, nothing is said of them', {}, async ({ page }) => {
  const { widget, keyPoints, tab } = await mount(page, { reports: [{ text: 'Some words.' }, { text: 'More words.' }] });
  assert.match(await keyPoints.first().textContent(), /1 of 2 independent texts/);
  assert.doesNotMatch(await keyPoints.first().textContent(), /outlet/);
  assert.equal(await keyPoints.first().locator('[part~=citation]').textContent(), 'Source 1Report 0');
  await tab('Sources').click();
  await widget.getByRole('heading', { name: '2 reports', exact: true }).waitFor();
  assert.equal(await widget.getByText('Report 0').count(), 1);
  await widget.getByRole('link', { name: 'Report 0' }).click();
  await widget.getByRole('article').waitFor();
  assert.equal(await widget.getByRole('article').getByText('Report 0').count(), 1);
});

scenario('one report is compared with nothing', {}, async ({ page }) => {
  const { widget, keyPoints } = await mount(page, { reports: [{ text: 'Some words.', source: 'Outlet', date: '2024-01-02' }] });
  assert.match(await keyPoints.first().textContent(), /Outlet, 2 Jan 2024/);
  assert.equal(await widget.getByRole('table').count(), 0);
  assert.equal(await widget.getByText('independent text').count(), 0);
  assert.doesNotMatch(await keyPoints.first().textContent(), /1 of 1/);
});

scenario('without key points, the way leads to the sources', {}, async ({ page }) => {
  const { widget } = await mount(page, { reports: [{ text: '' }], extra: { overview: { keyPoints: [] } } });
  await widget.getByText('No sentence of the reports can stand for the whole.').waitFor();
  await widget.getByRole('link', { name: 'All sources' }).click();
  await widget.getByRole('heading', { name: '1 report', exact: true }).waitFor();
});

scenario('an outlet that is written from right to left leaves the date as it is', {}, async ({ page }) => {
  const { keyPoints } = await mount(page, { reports: [{ text: 'Some words.', source: '\u0635\u062d\u064a\u0641\u0629', date: '2024-01-02' }] });
  const [outlet, date] = await keyPoints.first().locator('bdi, time').evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().left));
  assert.ok(outlet < date);
});

scenario('every report beside the text can be reached in a low window', { height: 400 }, async ({ page }) => {
  const reports = Array.from({ length: 12 }, (_, i) => ({ text: 'word '.repeat(2000), title: `Title ${i}` }));
  await page.evaluate(() => { location.hash = '#briefing/read/d0'; });
  const { widget } = await mount(page, { reports });
  const list = widget.getByRole('navigation', { name: 'Reports' });
  await page.evaluate(() => scrollTo(0, 600));
  assert.ok((await list.boundingBox()).height <= 400);
  await list.getByRole('link').last().focus();
  const box = await list.getByRole('link').last().boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= 400, `the last report stands at ${box.y}`);
});
