/** The timeline's axis: what it shows, the range of time that is looked at, and the list that follows it. */
import assert from 'node:assert/strict';
import { axe, scenario } from './harness.mjs';
import { focused, mount, opened } from './widget.mjs';

const REPORTS = [
  { source: 'Morning Post', date: '2024-01-10', text: 'The pier burned in 1950. Works begin in June 2024. The crane fell yesterday.' },
  { source: 'Evening Echo', date: '2024-03-20', nearCopyOf: 'd0', text: 'The mayor resigned on 2 March 2024. The bridge opens in September 2024.' },
  { text: 'The ferry sank in February 2024.' },
];

/** @param {number} report @param {string} words */
function span(report, words) {
  const start = REPORTS[report].text.indexOf(words);
  return { document: `d${report}`, start, end: start + words.length, text: words };
}

/** An event that a report tells in a sentence. */
const told = (id, date, report, words, more = {}) => ({
  id, date, basis: 'explicit', span: span(report, words), mark: [0, 3], support: [], documents: [`d${report}`], warnings: [], ...more,
});

const EVENTS = [
  told('fire', '1950', 0, 'The pier burned in 1950.', { label: span(0, 'The pier') }),
  told('crane', '2024-01-09', 0, 'The crane fell yesterday.', { basis: 'relative', label: span(0, 'The crane') }),
  told('ferry', '2024-02', 2, 'The ferry sank in February 2024.'),
  told('mayor', '2024-03-02', 1, 'The mayor resigned on 2 March 2024.', { label: span(1, 'The mayor') }),
  told('works', '2024-06', 0, 'Works begin in June 2024.'),
  told('bridge', '2024-09', 1, 'The bridge opens in September 2024.'),
];

const briefing = (events = EVENTS) => ({ reports: REPORTS, extra: { timeline: { events, total: events.length } } });

/** As many events as a card has, over twenty years. */
const MANY = Array.from({ length: 500 }, (_, i) => told(`e${i}`, new Date(Date.UTC(2004, 0, 1 + i * 14)).toISOString().slice(0, i % 3 ? 10 : 7), i % 3, REPORTS[i % 3].text.split('.')[0]))
  .sort((a, b) => (a.date < b.date ? -1 : 1));

/** Puts a briefing on the page, at its timeline. */
async function timeline(page, { events = EVENTS, hash = 'timeline', attributes = {} } = {}) {
  await page.evaluate((to) => { location.hash = to; }, `#briefing/${hash}`);
  const scene = await mount(page, { ...briefing(events), attributes });
  const { widget } = scene;
  return {
    ...scene,
    axis: widget.locator('svg.axis'),
    from: widget.locator('input.from'),
    to: widget.locator('input.to'),
    said: widget.locator('.zoom [aria-live]'),
    listed: () => widget.locator('[part~=event] h4').evaluateAll((all) => all.map((head) => head.dataset.item)),
    press: (name) => widget.getByRole('button', { name, exact: true }).click(),
  };
}

const middle = (mark) => mark.evaluate((shape) => {
  const { left, right, top, bottom } = shape.getBoundingClientRect();
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
});

scenario('the axis shows discs, rings and plans below, names, years, the reports and what the break does', {}, async ({ page }) => {
  const { axis, widget } = await timeline(page);
  assert.equal(await axis.getAttribute('role'), 'img');
  assert.match(await axis.getAttribute('aria-label'), /^Time axis, Jan 1950 – Sept? 2024, 6 dated events, 2 planned, 2 reports$/);
  assert.deepEqual(await Promise.all(['.explicit', '.relative', '.planned', '.report'].map((shape) => axis.locator(`g${shape}`).count())), [3, 1, 2, 2]);
  const line = await middle(axis.locator('g.explicit').first());
  for (const plan of await axis.locator('g.planned').all()) assert.ok((await middle(plan)).y > line.y + 10);
  assert.equal(await axis.locator('.name').count(), 3);
  assert.match(await axis.locator('.report').first().textContent(), /1: Morning Post, 10 Jan 2024/);
  assert.ok(await axis.locator('.report').nth(1).evaluate((badge) => badge.matches('.copy')));
  assert.deepEqual(await widget.getByRole('list', { name: 'Legend' }).getByRole('listitem').allTextContents(), ['Date written', 'Reckoned from the publication date', 'Planned', '1report published']);
  await widget.getByText(/Plans hang below the line\. After the break, time runs \d+ times wider\.$/).waitFor();
});

scenario('the list says what was planned, how each date is known, and which reports tell it', {}, async ({ page }) => {
  const { widget } = await timeline(page);
  const event = (i) => widget.locator('[part~=event]').nth(i);
  const planned = 'Planned: still ahead for every report that tells it';
  assert.deepEqual(await Promise.all([0, 1, 2, 3, 4, 5].map((i) => event(i).getByText(planned).count())), [0, 0, 0, 0, 1, 1]);
  assert.match(await event(4).textContent(), /Date written.*Source 1Morning Post/s);
  assert.ok(await event(4).locator('.shape').evaluate((shape) => shape.matches('.planned')));
  assert.deepEqual(await widget.locator('h3.year').allTextContents(), ['1950', '2024']);
  assert.deepEqual(await widget.locator('ol[data-list] > li').count(), 6);
});

scenario('by keys the range grows narrower and wider, and the list follows', {}, async ({ page }) => {
  const { from, to, said, listed, widget } = await timeline(page);
  assert.match(await said.textContent(), /^6 events, /);
  await widget.getByRole('slider', { name: 'From' }).focus();
  assert.match(await from.getAttribute('aria-valuetext'), /1950$/);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  const later = await from.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await from.getAttribute('aria-valuetext'), later, 'a key goes one step at least');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await from.getAttribute('aria-valuetext'), later);
  assert.ok(!(await listed()).includes('fire'));
  assert.match(await said.textContent(), /^[1-5] of 6 events, .* – Sept? 2024$/);
  await page.keyboard.press('End');
  assert.deepEqual(await listed(), ['bridge'], 'the last step before the other handle');
  await page.keyboard.press('Home');
  assert.match(await said.textContent(), /^6 events, /);
  await page.keyboard.press('Tab');
  assert.ok(await to.evaluate((input) => input.matches(':focus')));
  await page.keyboard.press('Home');
  assert.deepEqual(await listed(), ['fire']);
  assert.equal(await to.evaluate((input) => input.getAttribute('aria-label')), 'To');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Zoom in');
});

/** Drags a handle to a part of the strip. */
async function drag(page, handle, part, mirrored = false) {
  const strip = await page.locator('briefing-widget .range svg').boundingBox();
  const thumb = await handle.evaluate((input) => {
    const { left, width, top, height } = input.getBoundingClientRect();
    const share = Number(input.value) / Number(input.max);
    const rtl = getComputedStyle(input).direction === 'rtl';
    return { x: left + 22 + (width - 44) * (rtl ? 1 - share : share), y: top + height / 2 };
  });
  const edge = (await handle.evaluate((input) => input.className)) === 'from' ? -22 : 22;
  await page.mouse.move(thumb.x, thumb.y);
  await page.mouse.down();
  await page.mouse.move(strip.x + strip.width * (mirrored ? 1 - part : part) + (mirrored ? -edge : edge), thumb.y + 3, { steps: 8 });
  await page.mouse.up();
}

scenario('a handle that is dragged rests at a beginning of a month or year, and does not pass the other', {}, async ({ page }) => {
  const { from, to, listed, said } = await timeline(page);
  await drag(page, from, 0.4);
  assert.match(await from.getAttribute('aria-valuetext'), /2024$/);
  const once = await from.getAttribute('aria-valuetext');
  await drag(page, from, 0.7);
  assert.notEqual(await from.getAttribute('aria-valuetext'), once);
  assert.ok(!(await listed()).includes('fire'));
  await drag(page, to, 0.1);
  assert.ok((await listed()).length > 0);
  assert.match(await said.textContent(), /^\d of 6 events, /);
  const [first, last] = await Promise.all([from, to].map((handle) => handle.evaluate((input) => Number(input.value))));
  assert.ok(first < last);
});

scenario('buttons look closer, farther and at all of time; those that can do no more say so', {}, async ({ page }) => {
  const { press, said, listed, widget } = await timeline(page);
  const idle = () => widget.locator('.zoom button[aria-disabled=true]').allTextContents();
  assert.deepEqual(await idle(), ['Zoom out', 'Whole time']);
  await press('Zoom in');
  assert.match(await said.textContent(), /^[1-5] of 6 events, /);
  assert.deepEqual(await idle(), []);
  const near = (await listed()).length;
  await press('Zoom in');
  assert.ok((await listed()).length <= near);
  await press('Whole time');
  assert.match(await said.textContent(), /^6 events, /);
  for (let i = 0; i < 20 && !(await idle()).includes('Zoom in'); i += 1) await press('Zoom in');
  assert.ok((await listed()).length > 0);
  for (let i = 0; i < 20 && !(await idle()).includes('Zoom out'); i += 1) await press('Zoom out');
  assert.equal((await listed()).length, 6);
});

scenario('a mark leads to its event, a mark of many to a closer look, a badge to its report', {}, async ({ page }) => {
  const { axis, widget } = await timeline(page);
  await axis.locator('g.planned').last().click();
  await page.waitForURL(/timeline\/bridge$/);
  assert.match(await focused(page), /^Sept? 2024$/);
  await axis.locator('text.name', { hasText: 'The mayor' }).click();
  await page.waitForURL(/timeline\/mayor$/);
  await axis.locator('g.report').first().click();
  await page.waitForURL(/read\/d0$/);
  await widget.getByRole('heading', { name: 'Report 0' }).first().waitFor();
  const many = await timeline(page, { events: MANY });
  await many.axis.locator('g.hit:has(.count)').first().click();
  assert.match(await many.said.textContent(), /^\d+ of 500 events, /);
  assert.ok((await many.listed()).length < 50);
});

scenario('an address of an event outside the range shows all of time again', {}, async ({ page }) => {
  const { from, listed, said } = await timeline(page);
  await from.focus();
  await page.keyboard.press('End');
  assert.deepEqual(await listed(), ['bridge']);
  await page.evaluate(() => { location.hash = '#briefing/timeline/bridge'; });
  await page.waitForFunction(() => document.querySelector('briefing-widget').shadowRoot.activeElement?.dataset.item === 'bridge');
  assert.deepEqual(await listed(), ['bridge'], 'inside');
  await page.evaluate(() => { location.hash = '#briefing/timeline/fire'; });
  await page.waitForFunction(() => document.querySelector('briefing-widget').shadowRoot.activeElement?.dataset.item === 'fire');
  assert.match(await said.textContent(), /^6 events, /);
});

scenario('back from a report, the range is as it was left, and so is the focus', {}, async ({ page }) => {
  const { from, listed, widget } = await timeline(page);
  await from.focus();
  await page.keyboard.press('End');
  await widget.locator('[part~=event] [part~=citation]').click();
  await widget.getByRole('article').waitFor();
  await page.keyboard.press('Escape');
  await widget.getByRole('heading', { name: '6 dated events' }).waitFor();
  assert.deepEqual(await listed(), ['bridge']);
  assert.match(await focused(page), /^Source 2/);
});

scenario('from right to left, time runs so too', { width: 768 }, async ({ page }) => {
  const { axis, from, said, listed } = await timeline(page, { attributes: { lang: 'ar' } });
  await said.waitFor();
  const places = await Promise.all((await axis.locator('g.hit:is(.explicit, .relative)').all()).map(middle));
  assert.ok(places.every(({ x }, i) => !i || x < places[i - 1].x), 'the first stands at the right');
  const { x } = await middle(axis.locator('g.planned').last());
  assert.ok(x < places.at(-1).x);
  await from.focus();
  await page.keyboard.press('ArrowLeft');
  assert.notEqual(await from.evaluate((input) => input.value), '0');
  await page.keyboard.press('Home');
  await drag(page, from, 0.5, true);
  assert.ok(!(await listed()).includes('fire'));
});

for (const width of [320, 1280]) {
  scenario(`axe finds nothing on the axis at ${width} px, light and dark, also when it shows less`, { width }, async ({ page }) => {
    const { press } = await timeline(page);
    for (const events of [EVENTS, MANY]) {
      if (events === MANY) await timeline(page, { events });
      await press('Zoom in');
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await axe(page), [], `${events.length} events, ${colorScheme}`);
      }
    }
  });
}

scenario('the axis is as wide as its place, and names stand on it where there is room', { width: 280 }, async ({ page }) => {
  const { axis, widget } = await timeline(page);
  for (const width of [280, 320, 520, 704, 960, 1600]) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForFunction((svg) => Math.abs(svg.parentElement.clientWidth - svg.getAttribute('width')) < 1, await axis.elementHandle());
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width, `${width}`);
    assert.equal(await axis.locator('.name').count() > 0, width >= 704, `${width}`);
    const { left, right } = await widget.locator('.time').evaluate((figure) => figure.getBoundingClientRect().toJSON());
    for (const shape of await axis.locator('g, text').all()) {
      const box = await shape.evaluate((one) => one.getBoundingClientRect().toJSON());
      assert.ok(box.left >= left - 1 && box.right <= right + 1, `${width}: ${await shape.textContent()}`);
    }
  }
});

scenario('handles are 44 px to the finger and never lie on each other', { width: 280 }, async ({ page }) => {
  const { from, to } = await timeline(page);
  await from.focus();
  await page.keyboard.press('End');
  const [first, last] = await Promise.all([from, to].map((handle) => handle.evaluate((input) => {
    const { left, width, height } = input.getBoundingClientRect();
    return { at: left + 22 + (width - 44) * (Number(input.value) / Number(input.max)), height };
  })));
  assert.ok(last.at - first.at >= 44);
  assert.ok(first.height >= 44);
});

scenario('five hundred events are few marks, and quickly drawn', {}, async ({ page }) => {
  const { axis, said, listed, from } = await timeline(page, { events: MANY });
  assert.match(await said.textContent(), /^500 events, /);
  assert.ok(await axis.locator('g.hit').count() < 80);
  assert.equal((await listed()).length, 50);
  await from.focus();
  await page.keyboard.press('PageUp');
  assert.match(await said.textContent(), /^4\d\d of 500 events, /);
  assert.equal((await listed()).length, 50);
});

scenario('on paper there is the list alone, and all of it', {}, async ({ page }) => {
  const { axis, listed, said } = await timeline(page, { events: MANY });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  assert.equal(await axis.count(), 0);
  assert.equal(await said.count(), 0);
  assert.equal((await listed()).length, 500);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await axis.waitFor({ state: 'attached' });
});

scenario('a page with a strict Content-Security-Policy shows it all', { goto: false }, async ({ page, url }) => {
  await page.route(url, (route) => route.fulfill({
    contentType: 'text/html',
    headers: { 'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:; "
      + "require-trusted-types-for 'script'; trusted-types lit-html" },
    body: '<!doctype html><title>Page</title><link rel="icon" href="data:,"><briefing-widget view="timeline"></briefing-widget><script type="module" src="pkg/dist/define.js"></script>',
  }));
  await page.goto(url);
  const { widget } = await opened(page);
  await widget.getByRole('button', { name: 'Zoom in' }).click();
  assert.equal(await widget.locator('input.from').evaluate((input) => getComputedStyle(input).appearance), 'none', 'the styles apply');
});

scenario('of one event no axis is drawn, nor of none', {}, async ({ page }) => {
  const { axis } = await timeline(page, { events: EVENTS.slice(0, 1) });
  assert.equal(await axis.count(), 0);
  await timeline(page, { events: [] });
  await page.locator('briefing-widget').getByRole('heading', { name: 'Nothing in the reports can be dated' }).waitFor();
});

scenario('in forced colours the shapes can still be told', { context: { forcedColors: 'active' } }, async ({ page }) => {
  const { axis } = await timeline(page);
  const fill = (shape) => axis.locator(shape).first().evaluate((one) => getComputedStyle(one).fill);
  assert.notEqual(await fill('g.explicit circle'), await fill('g.relative circle'));
  assert.equal(await fill('g.relative circle'), await fill('g.planned path'));
});

scenario('the demo’s timeline is drawn and followed', { browser: 'firefox', path: '/#briefing/timeline' }, async ({ page }) => {
  const inside = (what) => page.waitForFunction((selector) => document.querySelector('briefing-widget')?.shadowRoot.querySelector(selector), {}, what);
  await inside('svg.axis g.hit');
  const state = () => page.evaluate(() => {
    const root = document.querySelector('briefing-widget').shadowRoot;
    return { events: root.querySelectorAll('[part~=event]').length, from: root.querySelector('input.from').getAttribute('aria-valuetext'), said: root.querySelector('.zoom [aria-live]').textContent };
  });
  const whole = await state();
  await (await inside('input.from')).asElement().focus();
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('PageUp');
  const nearer = await state();
  assert.ok(nearer.events < whole.events);
  assert.notEqual(nearer.from, whole.from);
  assert.match(nearer.said, /^\d+ of \d+ events, /);
  await page.keyboard.press('Home');
  assert.deepEqual(await state(), whole);
  const thumb = await page.evaluate(() => {
    const { left, top, width, height } = document.querySelector('briefing-widget').shadowRoot.querySelector('input.to').getBoundingClientRect();
    return { x: left + width - 22, y: top + height / 2 };
  });
  await page.mouse.move(thumb.x, thumb.y);
  await page.mouse.down();
  await page.mouse.move(thumb.x - 500, thumb.y, { steps: 5 });
  await page.mouse.up();
  assert.ok((await state()).events < whole.events, 'dragged');
});
