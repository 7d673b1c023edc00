/** Before there is a briefing, and where there will be none: what is shown, what moves, what can be done. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { axe, scenario } from './harness.mjs';
import { mount, opened } from './widget.mjs';

const page = (body) => `<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,">${body}<script type="module" src="pkg/dist/define.js"></script>`;

/** Opens a page of another host in the place of the demo. */
async function visit({ page: tab, url }, body) {
  await tab.route(url, (route) => route.fulfill({ contentType: 'text/html', body: page(body) }));
  await tab.goto(url);
}

/** What the browser counts as moved since the page began. */
const shifts = () => {
  globalThis.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
};

const STATIC = `<main><h1>Our page</h1><briefing-widget><article><h2>The brief</h2>${'<p>A sentence of it.</p>'.repeat(40)}</article></briefing-widget><footer><p>The end of our page</p></footer></main>`;
const EMPTY = '<main><h1>Our page</h1><briefing-widget></briefing-widget><footer><p>The end of our page</p></footer></main>';
const RESERVED = `<style>briefing-widget:not(:defined) { display: block; min-block-size: 100vh; }</style>${EMPTY}`;

for (const [what, body] of [['with the brief in it', STATIC], ['with nothing in it', RESERVED]]) {
  scenario(`nothing moves when the briefing takes its place ${what}`, { goto: false }, async (scene) => {
    await scene.page.addInitScript(shifts);
    await visit(scene, body);
    await opened(scene.page);
    await scene.page.waitForTimeout(300);
    assert.equal(await scene.page.evaluate(() => globalThis.shift), 0);
  });
}

scenario('what stands in the element is shown until the briefing is open, and then no more', { goto: false }, async (scene) => {
  let go;
  const held = new Promise((done) => { go = done; });
  await scene.page.route('**/briefing.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await visit(scene, STATIC);
  const brief = scene.page.getByRole('heading', { name: 'The brief', exact: true });
  await scene.page.locator('briefing-widget').getByRole('progressbar').waitFor();
  assert.ok(await brief.isVisible());
  go();
  await opened(scene.page);
  assert.ok(!await brief.isVisible());
});

scenario('what stands in the element can still be read where the briefing cannot be opened', { goto: false }, async (scene) => {
  await scene.page.route('**/briefing.wasm', (route) => route.fulfill({ status: 500, body: '' }));
  await visit(scene, STATIC);
  await scene.page.locator('briefing-widget').getByRole('alert').waitFor();
  assert.ok(await scene.page.getByRole('heading', { name: 'The brief', exact: true }).isVisible());
  scene.errors.length = 0;
});

scenario('a large pack tells how far it has come', { goto: false }, async ({ page: tab, open, errors }) => {
  let send;
  const server = createServer((request, response) => {
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-length': 100_000 });
    send = (bytes) => response.write(Buffer.alloc(bytes));
    send(25_000);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  await open();
  const { widget } = await opened(tab);
  await widget.evaluate((element, port) => { element.src = `http://127.0.0.1:${port}/large.brief`; }, server.address().port);
  const bar = widget.getByRole('progressbar');
  await widget.getByText('25 kB of 100 kB loaded').waitFor();
  assert.deepEqual(await bar.evaluate(({ value, max }) => [value, max]), [25_000, 100_000]);
  send(50_000);
  await widget.getByText('75 kB of 100 kB loaded').waitFor();
  assert.equal(await bar.evaluate(({ value }) => value), 75_000);
  server.closeAllConnections();
  server.close();
  await widget.getByRole('alert').waitFor();
  errors.length = 0;
});

scenario('a browser that is too old is named as such', { goto: false }, async (scene) => {
  await scene.page.addInitScript(() => {
    CSS.supports = () => false;
    WebAssembly.compileStreaming = async () => { throw new WebAssembly.CompileError('an instruction that is not known'); };
  });
  await visit(scene, EMPTY);
  await scene.page.locator('briefing-widget').getByRole('alert').getByText('This browser is too old').waitFor();
  scene.errors.length = 0;
});

scenario('a briefing without reports says so, and what to do', {}, async ({ page: tab }) => {
  await tab.evaluate(() => {
    const widget = document.createElement('briefing-widget');
    const card = (kind, items) => async () => ({ kind, [items]: [], total: 0 });
    widget.briefing = {
      info: async () => ({ title: 'Empty', documents: [], origins: 0, outlets: 0 }),
      overview: async () => ({ kind: 'overview', title: 'Empty', documents: 0, origins: 0, keyPoints: [] }),
      who: card('who', 'entries'), timeline: card('timeline', 'events'), quotes: card('quotes', 'quotes'),
      differences: card('differences', 'differences'), glossary: card('glossary', 'entries'),
    };
    document.querySelector('briefing-widget').replaceWith(widget);
  });
  const widget = tab.locator('briefing-widget');
  await widget.getByRole('heading', { name: 'This briefing has no reports' }).waitFor();
  await widget.getByText('Build it again').waitFor();
  assert.deepEqual(await axe(tab), []);
});

scenario('Ctrl or ⌘ K goes to the search from anywhere in the page', {}, async ({ page: tab }) => {
  const { field } = await mount(tab, { reports: [{ text: 'Some words.' }] });
  await tab.evaluate(() => document.body.append(document.createElement('input')));
  await tab.locator('body > input').focus();
  await tab.keyboard.press('ControlOrMeta+k');
  assert.ok(await field.evaluate((input) => input.getRootNode().activeElement === input));
});

scenario('what stands in the element is shown until the briefing is open', { browser: 'firefox', goto: false }, async (scene) => {
  await scene.open();
  await scene.page.waitForSelector('briefing-widget >>> #q');
  const kept = await scene.page.evaluate(async () => {
    const widget = document.createElement('briefing-widget');
    widget.innerHTML = '<p>Until then</p>';
    widget.src = 'no-such.brief';
    document.querySelector('briefing-widget').replaceWith(widget);
    await new Promise((done) => widget.addEventListener('briefing-error', done, { once: true }));
    await widget.updateComplete;
    return widget.firstElementChild.getBoundingClientRect().height > 0;
  });
  assert.ok(kept);
  scene.errors.length = 0;
});

scenario('a briefing that is replaced, or that fails, is never said to be ready', {}, async ({ page: tab, errors }) => {
  await mount(tab, { reports: [{ text: 'Some words.' }] });
  const told = await tab.evaluate(async () => {
    const widget = document.querySelector('briefing-widget');
    const open = widget.briefing;
    const heard = [];
    for (const name of ['ready', 'error']) widget.addEventListener(`briefing-${name}`, () => heard.push(name));
    const next = (name) => new Promise((done) => widget.addEventListener(`briefing-${name}`, done, { once: true }));
    let answer;
    const asked = new Promise((reached) => {
      widget.briefing = { ...open, overview: () => new Promise((done) => { answer = done; reached(); }) };
    });
    await asked;
    widget.src = 'no-such.brief';
    await widget.updateComplete;
    answer(await open.overview());
    await next('error');
    widget.briefing = { ...open, overview: async () => { throw new Error('broken'); } };
    await next('error');
    await new Promise((done) => setTimeout(done, 50));
    return heard;
  });
  assert.deepEqual(told, ['error', 'error']);
  errors.length = 0; // the file that is not there
});

scenario('a page that goes elsewhere while typing keeps its own address', {}, async ({ page: tab }) => {
  const { field } = await mount(tab, { reports: [{ text: 'Some words.' }] });
  await field.pressSequentially('word');
  assert.equal(await tab.evaluate(() => {
    history.pushState({}, '', '/elsewhere');
    document.querySelector('briefing-widget').remove();
    return location.pathname + location.hash;
  }), '/elsewhere');
});
