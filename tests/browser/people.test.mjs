/** People and bodies: what the bars on their cards count, and who is named with whom, drawn and in words. */
import assert from 'node:assert/strict';
import { axe, scenario } from './harness.mjs';
import { harbour } from './harbour.mjs';
import { focused, mount } from './widget.mjs';

const place = (page, hash) => page.evaluate((hash) => { location.hash = hash; }, `#briefing/${hash}`);

/** Puts a briefing on the page, at the people. */
async function people(page, made = harbour, hash = 'people') {
  await place(page, hash);
  const parts = await mount(page, made);
  const cards = parts.widget.locator('[part~=entity]');
  await cards.first().waitFor();
  return { ...parts, cards, network: parts.widget.locator('[part~=network]') };
}

/** What an element says, its parts set apart. */
const words = (locator) => locator.evaluate((element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const parts = [];
  while (walker.nextNode()) parts.push(walker.currentNode.data);
  return parts.join(' ').trim().replace(/\s+/g, ' ').replaceAll(' ,', ',');
});

const heights = (card) => card.locator('.bar').evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().height));

const reports = (count, more = () => ({})) => Array.from({ length: count }, (_, i) => ({ text: `Report ${i} names them.`, source: `Outlet ${i}`, date: `2021-03-${String(i + 1).padStart(2, '0')}`, ...more(i) }));
const mention = (document) => ({ document, start: 0, end: 6, text: 'Report' });
const entity = (id, name, documents, others = [], more = {}) => ({ id, name, type: 'person', aliases: [], roles: [], mentions: documents.map(mention), documents: [...new Set(documents)], with: others, ...more });
const who = (entries) => ({ who: { entries, total: entries.length } });

/** A group of names, each with so many after it, every other a body. */
const group = (count, name = (i) => `Name ${i}`, near = 3) => Array.from({ length: count }, (_, i) => entity(`e${i}`, name(i), ['d0', 'd1', 'd2'].slice(0, 1 + (i % 3)),
  [1, 2, 3].slice(0, near).map((step) => `e${(i + step) % count}`), { type: i % 2 ? 'organisation' : 'person' }));

// ------------------------------------------------------------------------------------------------ cards

scenario('people and bodies tell what they are called, what they are, with whom and where they are named', {}, async ({ page }) => {
  const { widget, cards, cited } = await people(page);
  assert.deepEqual(await widget.locator('.view :is(h2, h3, h4)').allTextContents(), ['2 names of people, bodies and more', 'People', 'Ada Brandt', 'Bodies', 'Harbour Board']);
  assert.match(await words(cards.nth(0)), /^Ada Brandt Mayor 1, .* Also written Mayor Ada Brandt Named with Harbour Board Named in 1 outlet, 1 independent text Named once in 1, not in 2, 3\. 1 1, Morning Post, 2 Mar 2021 – 2 – 3$/);
  await cards.nth(0).getByRole('link', { name: 'Harbour Board' }).click();
  await page.waitForURL(/people\/e2$/);
  await page.waitForFunction(() => document.querySelector('briefing-widget').shadowRoot.activeElement?.dataset.item === 'e2');
  await cards.nth(1).locator('.column').nth(2).click();
  assert.equal(await cited.textContent(), 'HB', 'a bar opens the first mention');
  await widget.getByRole('link', { name: 'Back to people and bodies' }).first().click();
  await page.waitForURL(/people\/e2$/);
});

scenario('bars count the mentions in each report, in its look, on one scale, and in words too', {}, async ({ page }) => {
  const made = { reports: reports(3, (i) => (i === 2 ? { origin: 0, nearCopyOf: 'd0' } : {})),
    extra: who([entity('e1', 'Ada', ['d0', 'd0', 'd0', 'd0', 'd2', 'd2']), entity('e2', 'Bo', ['d1', 'd2'])]) };
  const { cards } = await people(page, made);
  const [ada, bo] = [cards.nth(0), cards.nth(1)];
  assert.equal(await ada.locator('.plot > .sr').textContent(), 'Named 4 times in 1, 2 times in 3, not in 2.');
  assert.equal(await bo.locator('.plot > .sr').textContent(), 'Named once in 2, once in 3, not in 1.');
  assert.deepEqual(await ada.locator('.value').allTextContents(), ['4', '2']);
  const [four, two] = await heights(ada);
  const [one] = await heights(bo);
  assert.deepEqual([two / four, one / four].map((share) => share.toFixed(2)), ['0.50', '0.25']);
  const look = (bar) => bar.evaluate((element) => [getComputedStyle(element).borderTopStyle, getComputedStyle(element).backgroundColor]);
  const [original, copy] = [await look(ada.locator('.bar').nth(0)), await look(ada.locator('.bar').nth(1))];
  assert.equal(original[0], 'solid');
  assert.deepEqual(copy, ['dashed', 'rgba(0, 0, 0, 0)']);
  assert.equal(await ada.getByRole('link', { name: /^3 ?, Outlet 2, 3 Mar 2021$/ }).count(), 1);
});

scenario('where not all mentions are known, bars tell which reports name somebody', {}, async ({ page }) => {
  const { cards, widget } = await people(page, { reports: reports(2), extra: who([entity('e1', 'Ada', Array(50).fill('d0'), [], { documents: ['d0', 'd1'] }), entity('e2', 'Bo', ['d1'])]) });
  assert.equal(await cards.nth(0).locator('.plot > .sr').textContent(), 'Named in 1, 2.');
  assert.equal(await cards.nth(1).locator('.plot > .sr').textContent(), 'Named in 2, not in 1.');
  assert.equal(await cards.locator('.value').count(), 0);
  assert.equal(new Set([...await heights(cards.nth(0)), ...await heights(cards.nth(1))]).size, 1);
  await widget.getByText('Bars show which reports').waitFor();
});

scenario('of many reports the bars count those of a month, and the numbers of the reports follow', {}, async ({ page }) => {
  const made = { reports: reports(14, (i) => ({ date: i === 13 ? undefined : `202${Math.floor(i / 7)}-${i % 2 ? '02' : '11'}-01` })),
    extra: who([entity('e1', 'Ada', ['d0', 'd2', 'd12', 'd12']), entity('e2', 'Bo', ['d13'])]) };
  const { cards, widget } = await people(page, made);
  assert.equal(await cards.nth(0).locator('.plot > .sr').textContent(), 'Named in 2 reports of Nov 2020, 1 report of Nov 2021.');
  assert.deepEqual(await cards.nth(0).locator('.ends span').allTextContents(), ['Feb 2020', 'Nov 2021']);
  const [tall, short] = (await cards.nth(0).locator('.times path').getAttribute('d')).match(/v-[\d.]+/g).map((step) => Number(step.slice(1)));
  assert.equal(short / tall, 0.5);
  assert.equal(await cards.nth(0).locator('.cites a').count(), 3);
  await widget.getByText('the highest stands for 2 reports. Numbers open a report at the name. 1 report without a date is in no bar.').waitFor();
  assert.equal(await cards.nth(1).locator('.times path').getAttribute('d'), '');
});

scenario('of many citations, names, spellings and roles the first are shown', {}, async ({ page }) => {
  const [person, body] = harbour.extra.who.entries;
  const long = { ...person, aliases: [...'abcdefghijkl'], roles: Array(9).fill(person.roles[0]), documents: Array.from({ length: 13 }, (_, i) => `d${i}`), with: Array(20).fill('e2') };
  const { cards } = await people(page, { reports: reports(13), extra: who([long, body]) });
  const card = cards.first();
  assert.deepEqual(await card.getByRole('button').allTextContents(), ['Show all 9 roles', 'Show all 12 spellings', 'Show all 20 names', 'Show all 13 citations']);
  assert.equal(await card.locator('.cites a').count(), 8);
  await card.getByRole('button', { name: 'Show all 13' }).click();
  assert.equal(await card.locator('.cites a').count(), 13);
  assert.ok(await card.locator('.cites a').nth(8).evaluate((link) => link.matches(':focus')));
});

scenario('the beginning of the view leads to the kinds of names and to the network', {}, async ({ page }) => {
  const { widget } = await people(page, { reports: reports(3), extra: who(group(5)) });
  const jump = widget.getByRole('navigation', { name: 'In this view' });
  assert.equal(await words(jump), 'People 3 Bodies 2 Named together');
  await jump.getByRole('link', { name: 'Named together' }).click();
  await page.waitForURL(/people\/together$/);
  assert.equal(await focused(page), 'Named together');
});

// ------------------------------------------------------------------------------------------------ network

/** The rows of the table, and the lines of the drawing. */
const rows = (network) => network.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent).join(' – ')));
const lines = (network) => network.evaluate((section) => {
  const name = Object.fromEntries([...section.querySelectorAll('.name')].map((link) => [link.dataset.id, link.textContent]));
  return [...section.querySelectorAll('path')].map((path) => path.dataset.ends.split(' ').map((id) => name[id]).join(' – '));
});

scenario('the drawing and the table say the same', {}, async ({ page }) => {
  const { network } = await people(page, { reports: reports(3), extra: who(group(9)) });
  const [table, drawn] = [await rows(network), await lines(network)];
  assert.equal(table.length, 27);
  assert.deepEqual(table.map((row) => row.replace(/ – \d$/, '')), drawn);
  assert.equal(table[0], 'Name 2 – Name 5 – 3');
  const widths = await network.locator('path').evaluateAll((all) => all.map((path) => Number(path.getAttribute('stroke-width'))));
  assert.ok(widths[0] > widths.at(-1) && widths.every((width, i) => !i || width <= widths[i - 1]), `${widths}`);
  assert.equal(await network.locator('.name .person').count(), 5);
  assert.equal(await network.locator('.name .organisation').count(), 4);
  const [disc, square] = await Promise.all(['person', 'organisation'].map((type) => network.locator(`.name .${type}`).first().evaluate((node) => getComputedStyle(node).borderRadius)));
  assert.notEqual(disc, square);
});

scenario('the table is there for screen readers at once, and for all on demand', {}, async ({ page }) => {
  const { network } = await people(page, { reports: reports(3), extra: who(group(9)) });
  const table = network.getByRole('table', { name: 'Named together' });
  assert.equal(await table.getByRole('row').count(), 28);
  assert.ok((await network.locator('.pairs').boundingBox()).height <= 1);
  await network.getByRole('button', { name: 'Show as a table' }).press('Enter');
  assert.ok((await table.boundingBox()).height > 27 * 20);
  await network.getByRole('button', { name: 'Hide the table' }).click();
  assert.ok((await network.locator('.pairs').boundingBox()).height <= 1);
});

scenario('a name leads to its card, and brings out those it is named with', {}, async ({ page }) => {
  const { network } = await people(page, { reports: reports(3), extra: who(group(9, undefined, 1)) });
  const name = (i) => network.locator(`.name[data-id=e${i}]`);
  const far = () => network.locator('.name.far').evaluateAll((all) => all.map((link) => link.dataset.id).sort());
  const others = ['e0', 'e1', 'e2', 'e6', 'e7', 'e8'];
  await name(4).focus();
  assert.deepEqual(await far(), others);
  assert.equal(await network.locator('path:not(.far)').count(), 2);
  await name(0).hover();
  assert.ok(!(await far()).includes('e0') && (await far()).includes('e4'));
  await page.mouse.move(0, 0);
  assert.deepEqual(await far(), []);
  await name(4).press('Enter');
  await page.waitForURL(/people\/e4$/);
  assert.equal(await focused(page), 'Name 4');
});

scenario('no label leaves the drawing or touches another, however long', { width: 1280 }, async ({ page }) => {
  const long = (i) => ['Short', 'Organisation for the Preservation of Harbours, Quays and Cranes of Every Kind', 'Verylongnamewithoutanyspace'.repeat(3)][i % 3] + i;
  for (const attributes of [{}, { lang: 'ar' }]) {
    const { network } = await people(page, { reports: reports(3), extra: who(group(16, long, 2)), attributes });
    for (const width of [520, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const { boxes, oval, rtl } = await network.evaluate((section) => {
        const box = (element) => { const { left, right, top, bottom } = element.getBoundingClientRect(); return { left, right, top, bottom }; };
        return { boxes: [...section.querySelectorAll('.name')].map(box), oval: box(section.querySelector('.oval')), rtl: getComputedStyle(section).direction === 'rtl' };
      });
      assert.equal(boxes.length, 16);
      assert.equal(rtl, Boolean(attributes.lang));
      for (const [i, one] of boxes.entries()) {
        assert.ok(one.left >= oval.left - 8 && one.right <= oval.right + 8 && one.top >= oval.top - 1 && one.bottom <= oval.bottom + 1, `${width}: ${i}`);
        for (const other of boxes.slice(i + 1)) {
          assert.ok(one.right <= other.left || other.right <= one.left || one.bottom <= other.top + 0.5 || other.bottom <= one.top + 0.5, `${width}: ${i} touches another`);
        }
      }
      // A line ends where its names have their signs.
      const off = await network.evaluate((section) => {
        const frame = section.querySelector('svg').getBoundingClientRect();
        const at = (id) => { const { left, right, top, bottom } = section.querySelector(`.name[data-id=${id}] .node`).getBoundingClientRect(); return [(left + right) / 2, (top + bottom) / 2]; };
        return Math.max(...[...section.querySelectorAll('path')].map((path) => {
          const [id] = path.dataset.ends.split(' ');
          const { x, y } = path.getPointAtLength(0);
          const [nodeX, nodeY] = at(id);
          return Math.hypot(frame.left + (x * frame.width) / 100 - nodeX, frame.top + (y * frame.height) / 100 - nodeY);
        }));
      });
      assert.ok(off < 2, `${width}: a line ends ${off} px off`);
    }
  }
});

scenario('a narrow place has the table for a drawing', { width: 280 }, async ({ page }) => {
  const { network } = await people(page, { reports: reports(3), extra: who(group(9, (i) => `Verylongnamewithoutanyspace${i}`.repeat(2))) });
  assert.ok(await network.locator('.oval').isHidden());
  const height = async () => (await network.locator('.pairs').boundingBox()).height;
  const few = await height();
  assert.ok(few > 8 * 20);
  await network.getByRole('button', { name: 'Show all 27 pairs' }).click();
  assert.ok(await height() > 3 * few);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 280);
});

scenario('without three names that stand together there is no network', {}, async ({ page }) => {
  const { network } = await people(page);
  assert.equal(await network.count(), 0);
});

// ------------------------------------------------------------------------------------------------ for all

for (const width of [320, 768, 1280]) {
  scenario(`axe finds nothing among people, few reports or many, at ${width} px, light and dark`, { width }, async ({ page }) => {
    for (const count of [3, 12, 13]) {
      const { network } = await people(page, { reports: reports(count), extra: who(group(9)) });
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await axe(page), [], `${count} reports, ${colorScheme}`);
      }
      await network.getByRole('button').click();
      assert.deepEqual(await axe(page), [], `${count} reports, with the table`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width, `${count} reports`);
      const small = await page.locator('briefing-widget').evaluate((widget) => [...widget.shadowRoot.querySelectorAll('.view :is(a, button)')]
        .filter((target) => target.checkVisibility() && getComputedStyle(target).display !== 'inline')
        .map((target) => [target.textContent.trim(), Math.round(target.getBoundingClientRect().width), Math.round(target.getBoundingClientRect().height)])
        .filter(([, width, height]) => width < 44 || height < 44));
      assert.deepEqual(small, [], `${count} reports`);
    }
  });
}

scenario('bars and lines can be told in forced colours', { context: { forcedColors: 'active' } }, async ({ page }) => {
  const { cards, network } = await people(page, { reports: reports(3), extra: who(group(9)) });
  const paper = await cards.first().evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.notEqual(await cards.first().locator('.bar').first().evaluate((bar) => getComputedStyle(bar).backgroundColor), paper);
  assert.notEqual(await network.locator('path').first().evaluate((path) => getComputedStyle(path).stroke), paper);
});

scenario('bars, table and the way to a card', { browser: 'firefox', path: '/#briefing/people' }, async ({ page }) => {
  const inside = (work, ...given) => page.evaluate(`(${work})(document.querySelector('briefing-widget').shadowRoot, ...${JSON.stringify(given)})`);
  await page.waitForFunction(() => document.querySelector('briefing-widget').shadowRoot.querySelector('[part~=network] .name'));
  const [bars, told] = await inside((root) => [
    [...root.querySelectorAll('.value')].map((value) => Number(value.textContent)).length,
    [...root.querySelectorAll('.plot > .sr')].flatMap((twin) => twin.textContent.match(/(once|\d+ times) in/g)).length,
  ]);
  assert.equal(bars, told);
  assert.equal(...await inside((root) => [root.querySelectorAll('[part~=network] path').length, root.querySelectorAll('[part~=network] tbody tr').length]));
  const id = await inside((root) => {
    const name = root.querySelector('[part~=network] .name');
    name.focus();
    return name.dataset.id;
  });
  await page.keyboard.press('Enter');
  await page.waitForFunction((id) => document.querySelector('briefing-widget').shadowRoot.activeElement?.dataset.item === id, {}, id);
});
