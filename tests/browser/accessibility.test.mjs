/** No barrier that a machine can find: axe, width, size of targets, in every view, light and dark. */
import assert from 'node:assert/strict';
import { axe, scenario } from './harness.mjs';
import { harbour } from './harbour.mjs';
import { VIEWS, settled } from './views.mjs';
import { mount, opened } from './widget.mjs';

/** Each view, and what else it may show. */
const STATES = {
  ...VIEWS,
  'nothing found': async ({ field, widget }) => {
    await field.fill('qqqqq');
    await widget.getByRole('heading', { name: /No report/ }).waitFor();
  },
  'a query read otherwise, narrowed': async ({ field, widget }) => {
    await field.fill('on:2024 source:news minster CJTF-OIR qqqqq before:soon');
    await widget.locator('.hits').waitFor();
    await widget.getByText('Showing results for').waitFor();
  },
  'nothing left by a filter': async ({ field, widget }) => {
    await field.fill('source:nobody minster');
    await widget.getByRole('heading', { name: /No report/ }).waitFor();
  },
  'help open': async ({ widget }) => {
    await widget.getByRole('button', { name: 'How to search' }).click();
    await widget.locator('#help').waitFor();
  },
  'queries of before': async ({ page, field, widget, status }) => {
    await field.fill('minister');
    await page.waitForFunction((status) => /match/.test(status.textContent), await status.elementHandle());
    await field.fill('');
    await widget.locator('#recent').waitFor();
  },
};

for (const width of [320, 768, 1280]) {
  scenario(`axe finds nothing in any view at ${width} px, light and dark`, { width }, async ({ page, open }) => {
    for (const [view, go] of Object.entries(STATES)) {
      await page.goto('about:blank');
      await open();
      await go({ page, ...await opened(page) });
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        await settled(page);
        assert.deepEqual(await axe(page), [], `${view}, ${colorScheme}`);
      }
    }
  });
}

scenario('axe finds nothing where the briefing cannot be opened', {}, async ({ page, errors }) => {
  await page.evaluate(() => document.querySelector('briefing-widget').setAttribute('src', 'no-such.brief'));
  await page.locator('briefing-widget').getByRole('alert').waitFor();
  assert.deepEqual(await axe(page), []);
  errors.length = 0; // the browser itself reports the missing file
});

scenario('nothing is wider than the widget from 280 to 1600 px, and long words break', { width: 1600 }, async ({ page }) => {
  const reports = [{ text: 'Verylongword'.repeat(40), title: 'Longtitle'.repeat(30), source: 'Longoutlet'.repeat(20), date: '2024-01-02' }, { text: 'Short.' }];
  const facet = [{ value: 'Longvalue'.repeat(20), documents: 1 }, { value: 'Long value '.repeat(9), documents: 1 }, { value: 'Short', documents: 1 }];
  const search = {
    corrections: [{ from: 'a', to: 'Longterm'.repeat(20) }], unread: [`before:${'soon'.repeat(50)}`],
    facets: { sources: facet, years: [{ value: '2023', documents: 1 }, { value: '2024', documents: 1 }], tags: [...facet, ...'abcdef'].map((one) => one.value ? one : { value: one, documents: 1 }), entities: facet },
    answer: [{ document: 'd0', start: 0, end: 480, text: reports[0].text, marks: [], warnings: [] }],
  };
  const none = { ...search, total: 0, hits: [], nearest: ['Longterm'.repeat(20), 'short'] };
  for (const [view, extra] of [['brief'], ['sources'], ['search/Short', { search }], [`search/source:${'x'.repeat(60)} Short`, { search: none }], ['read/d0/0-40']]) {
    await page.evaluate((hash) => { location.hash = hash; }, `#briefing/${view}`);
    await mount(page, { reports, extra });
    for (const width of [280, 320, 519, 520, 720, 959, 960, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${view} is ${wide} px wide at ${width}`);
    }
  }
});

scenario('headings go down one step at a time, and no card is wider than 280 px', { width: 280 }, async ({ page }) => {
  for (const view of ['brief', 'timeline', 'people', 'sources', 'read/d0', 'search/sale']) {
    await page.evaluate((hash) => { location.hash = hash; }, `#briefing/${view}`);
    const { widget } = await mount(page, harbour);
    const levels = await widget.locator(':is(h1, h2, h3, h4)').evaluateAll((all) => all.filter((head) => head.checkVisibility()).map(({ tagName }) => Number(tagName[1])));
    assert.equal(levels[0], 1, view);
    assert.ok(levels.every((level, i) => !i || level <= levels[i - 1] + 1), `${view}: ${levels}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 280, view);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await settled(page);
      assert.deepEqual(await axe(page), [], `${view}, ${colorScheme}`);
    }
  }
});

scenario('the widget follows the width of its place, not that of the window', { width: 1280 }, async ({ page }) => {
  const { keyPoints } = await opened(page);
  const columns = () => keyPoints.first().evaluate((point) => getComputedStyle(point).gridTemplateColumns.split(' ').length);
  assert.equal(await columns(), 2);
  await page.evaluate(() => { document.querySelector('main').style.width = '320px'; });
  assert.equal(await columns(), 1);
});

scenario('the widget fills its place in a flexible row', { width: 1000 }, async ({ page }) => {
  const { widget } = await opened(page);
  await page.evaluate(() => { document.querySelector('main').style.display = 'flex'; });
  assert.equal((await widget.boundingBox()).width, 1000);
});

scenario('what can be pressed is at least 44 px high, but for links within sentences', { width: 320 }, async ({ page, open }) => {
  for (const [view, go] of Object.entries(STATES)) {
    await page.goto('about:blank');
    await open();
    await go({ page, ...await opened(page) });
    const small = await page.locator('briefing-widget').evaluate((widget) => [...widget.shadowRoot.querySelectorAll('a, button, input, select')]
      .filter((target) => target.checkVisibility() && getComputedStyle(target).display !== 'inline')
      .map((target) => [target.textContent.trim(), (target.closest('label') ?? target).getBoundingClientRect()])
      .map(([text, { width, height }]) => [text, Math.round(width), Math.round(height)])
      .filter(([, width, height]) => width < 44 || height < 44));
    assert.deepEqual(small, [], view);
  }
});

scenario('the theme attribute decides over the system', { colorScheme: 'light' }, async ({ page }) => {
  await opened(page);
  const paper = (theme) => page.evaluate((theme) => {
    const widget = document.querySelector('briefing-widget');
    widget.setAttribute('theme', theme);
    return getComputedStyle(widget.shadowRoot.querySelector('.briefing')).backgroundColor;
  }, theme);
  assert.equal(await paper('dark'), 'rgb(21, 23, 26)');
  assert.equal(await paper('light'), 'rgb(255, 255, 255)');
  assert.equal(await paper('auto'), 'rgb(255, 255, 255)');
});

scenario('in forced colours the marks and the view that is open can still be told', { context: { forcedColors: 'active' } }, async ({ page }) => {
  const { keyPoints, cited, tab } = await opened(page);
  const line = (link) => link.evaluate((a) => getComputedStyle(a, '::after').display);
  assert.notEqual(await line(tab('Brief')), 'none');
  assert.equal(await line(tab('Sources')), 'none');
  await keyPoints.locator('[part~=citation]').first().click();
  assert.equal(await cited.first().evaluate((mark) => getComputedStyle(mark).outlineStyle), 'solid');
});

scenario('nothing moves where motion is not wanted', { context: { reducedMotion: 'reduce' } }, async ({ page }) => {
  const { keyPoints, cited } = await opened(page);
  await keyPoints.locator('[part~=citation]').first().click();
  assert.equal(await cited.first().evaluate((mark) => getComputedStyle(mark).animationName), 'none');
});

scenario('on paper, citations are numbers in brackets and screen controls are gone', {}, async ({ page }) => {
  const { keyPoints, field, tab } = await opened(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  assert.ok(await field.isHidden());
  assert.ok(await tab('Brief').isHidden());
  const badge = keyPoints.locator('.badge').first();
  assert.equal(await badge.evaluate((element) => getComputedStyle(element, '::before').content), '"["');
  assert.ok(await page.locator('briefing-widget').getByRole('heading', { name: 'Sources', exact: true }).isVisible());
  await page.emulateMedia({ media: 'screen' });
  await field.fill('minister');
  await page.locator('briefing-widget').getByRole('heading', { name: /match$/ }).waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.locator('briefing-widget').getByRole('heading', { name: /match “minister”$/ }).waitFor();
});

scenario('on a page that is written from right to left, the words of the widget keep their order', {}, async ({ page }) => {
  const { keyPoints } = await opened(page);
  await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
  const [outlet, date] = await keyPoints.first().locator('bdi, time').evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().left));
  assert.ok(outlet < date);
});
