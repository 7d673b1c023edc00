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
  await widget.getByRole('heading', { name: /oldest first/ }).waitFor();
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
  await widget.getByText('Near-copy of').first().waitFor();
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
  const { field, keyPoints } = await opened(page);
  await keyPoints.first().locator('[part~=citation]').first().click();
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
