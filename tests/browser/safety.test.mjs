/** Nothing of a corpus becomes markup, and what goes wrong is said together with what can be done. */
import assert from 'node:assert/strict';
import { scenario } from './harness.mjs';
import { VIEWS } from './views.mjs';
import { mount, opened } from './widget.mjs';

scenario('text that looks like markup stays text, everywhere', {}, async ({ page }) => {
  const hostile = (what) => `<img src=x onerror="globalThis.broken='${what}'"> <b>&amp; ${what}</b>`;
  const reports = [
    { text: hostile('text'), title: hostile('title'), source: hostile('source'), note: hostile('note'), tags: [hostile('tag')],
      url: 'javascript:globalThis.broken="url"', lang: '"><script>', document: 'd/0"<b>' },
    { text: hostile('copy'), nearCopyOf: 'd/0"<b>', kind: 'credit', titleFrom: 'text' },
  ];
  const { widget, field, tab, cited } = await mount(page, { reports, extra: { info: { title: hostile('name') } } });
  const markup = () => widget.evaluate((element) => element.shadowRoot.querySelectorAll('img, script, article b, .said b, h1 b').length);
  assert.equal(await widget.getByRole('heading', { level: 1 }).textContent(), hostile('name'));
  assert.equal(await markup(), 0);
  await tab('Sources').click();
  await widget.getByText(hostile('source')).first().waitFor();
  assert.equal(await markup(), 0);
  await field.fill(hostile('query'));
  await widget.locator('[part~=results] h3 a').first().click();
  await cited.waitFor();
  assert.equal(await cited.textContent(), hostile('text'));
  assert.ok(page.url().includes('d%2F0%22%3Cb%3E'));
  assert.equal(await widget.getByRole('link', { name: /Original/ }).count(), 0);
  assert.equal(await markup(), 0);
  await field.fill('nothing');
  await widget.getByRole('heading', { name: /No report/ }).waitFor();
  assert.equal(await markup(), 0);
  assert.equal(await page.evaluate(() => globalThis.broken), undefined);
});

scenario('no card makes markup of what reports say', {}, async ({ page }) => {
  const hostile = '<img src=x onerror="globalThis.broken=1"><b>';
  const span = { document: 'd0', start: 0, end: hostile.length, text: hostile };
  const mark = [0, 9];
  const reports = [{ text: hostile }, { text: hostile, nearCopyOf: 'd0' }];
  const shared = { id: hostile, documents: ['d0', hostile], support: [span], warnings: [hostile] };
  const { widget, tab } = await mount(page, { reports, extra: {
    who: { entries: [{ ...shared, name: hostile, type: 'person', aliases: [hostile], roles: [span], mentions: [span], with: [hostile] }] },
    timeline: { events: [{ ...shared, date: `2024/${hostile}`, basis: 'explicit', label: span, span, mark }] },
    quotes: { quotes: ['direct', 'reported'].map((speech) => ({ speech, span, speaker: hostile, entity: hostile, role: span, cue: span, warnings: [hostile] })) },
    differences: { differences: [{ id: hostile, type: 'omission', severity: 'high', a: span, b: null, marksA: [mark], marksB: [] }] },
    glossary: { entries: [{ short: hostile, variants: [hostile], long: hostile, definedAt: [span], documents: ['d0'], undefinedIn: [hostile] }] },
    article: { onlyHere: [span], entities: [hostile], events: [hostile] },
  } });
  const clean = async (what) => {
    await widget.locator(what).first().waitFor();
    assert.equal(await widget.evaluate((element) => element.shadowRoot.querySelectorAll('img, b').length), 0, what);
  };
  await clean('[part~=difference]');
  await widget.locator('[part~=warning] a').first().click();
  await page.waitForURL(/brief\/%3Cimg/);
  await tab('Timeline').click();
  await clean('[part~=event]');
  await tab(/^People/).click();
  await clean('[part~=entity]');
  await tab('Sources').click();
  await widget.locator('li[part~=source] h3 a').first().click();
  await clean('[part~=article]');
  assert.equal(await page.evaluate(() => globalThis.broken), undefined);
});

scenario('an address of the web leads to the original, in a window that knows nothing of this one', {}, async ({ page }) => {
  const { widget } = await mount(page, { reports: [{ text: 'Words.', url: 'https://example.org/a' }] });
  await page.evaluate(() => { location.hash = '#briefing/read/d0'; });
  const link = widget.getByRole('link', { name: /Original/ });
  assert.equal(await link.getAttribute('href'), 'https://example.org/a');
  assert.match(await link.getAttribute('rel'), /noopener/);
});

scenario('a pack that is none is named as such, and a new try is offered', { goto: false }, async ({ page, open, errors }) => {
  await page.route('**/broken.brief', (route) => route.fulfill({ body: 'no pack at all' }));
  await open();
  const { widget } = await opened(page);
  const failed = widget.evaluate((element) => new Promise((done) => {
    element.addEventListener('briefing-error', ({ detail }) => done(detail.error.code), { once: true });
    element.src = 'broken.brief';
  }));
  await widget.getByRole('alert').getByText('damaged, incomplete, or no briefing at all').waitFor();
  assert.equal(await failed, 'not-a-pack');
  await widget.evaluate((element) => { element.src = undefined; });
  await opened(page);
  errors.length = 0;
});

scenario('loading tells how far it is', { goto: false }, async ({ page, open, errors }) => {
  let answer;
  const asked = new Promise((told) => {
    page.route('**/slow.brief', async (route) => {
      told();
      await new Promise((go) => { answer = go; });
      await route.fulfill({ body: 'x'.repeat(5000) });
    });
  });
  await open();
  const { widget } = await opened(page);
  await widget.evaluate((element) => { element.src = 'slow.brief'; });
  await asked;
  await widget.getByRole('heading', { name: 'Opening the briefing' }).waitFor();
  assert.equal(await widget.getByRole('progressbar').count(), 1);
  answer();
  await widget.getByRole('alert').waitFor();
  errors.length = 0;
});

scenario('where the page forbids WebAssembly, the reader is told what to allow', { goto: false }, async ({ page, url, errors }) => {
  await page.route(url, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "script-src 'self' 'unsafe-inline'" } });
  });
  await page.goto(url);
  await page.locator('briefing-widget').getByRole('alert').getByText('wasm-unsafe-eval').waitFor();
  errors.length = 0;
});

scenario('a strict Content-Security-Policy with Trusted Types is enough for every view', { goto: false }, async ({ page, url }) => {
  await page.route(url, (route) => route.fulfill({
    contentType: 'text/html',
    headers: { 'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
      + "require-trusted-types-for 'script'; trusted-types lit-html" },
    body: '<!doctype html><title>Page</title><briefing-widget></briefing-widget><script type="module" src="pkg/dist/define.js"></script>',
  }));
  await page.addInitScript(() => {
    globalThis.refused = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      if (!blockedURI.endsWith('/favicon.ico')) globalThis.refused.push(`${violatedDirective} ${blockedURI}`);
    });
  });
  for (const [view, go] of Object.entries(VIEWS)) {
    await page.goto('about:blank');
    await page.goto(url);
    const scene = await opened(page);
    await go({ page, ...scene });
    assert.deepEqual(await page.evaluate(() => globalThis.refused), [], view);
    if (view !== 'brief') continue;
    const columns = await scene.keyPoints.first().evaluate((point) => getComputedStyle(point).gridTemplateColumns.split(' ').length);
    assert.equal(columns, 2, 'the styles apply');
  }
});

scenario('a new try opens the briefing that was given, not the one of the engine', {}, async ({ page }) => {
  const { widget, field } = await mount(page, { reports: [{ text: 'Some words.' }] });
  await page.evaluate(() => {
    const { briefing } = document.querySelector('briefing-widget');
    const { search } = briefing;
    briefing.search = async () => {
      briefing.search = search;
      throw new Error('once');
    };
  });
  await field.fill('some');
  await widget.getByRole('alert').waitFor();
  await widget.getByRole('button', { name: 'Try again' }).click();
  await widget.getByRole('heading', { level: 1, name: 'Made up' }).waitFor();
});
