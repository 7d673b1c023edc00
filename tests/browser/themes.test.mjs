/** A page's style stays out of the widget, the widget's out of the page; tokens alone come in. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { axe, root, scenario } from './harness.mjs';
import { opened } from './widget.mjs';

/** All that a page may say of its own text, and more than a page should. */
const HOSTILE = `
  * { letter-spacing: 3px !important; word-spacing: 9px; text-transform: uppercase; line-height: 3; text-indent: 2em; text-align: right; white-space: pre;
    font: italic small-caps 900 30px cursive; hyphens: auto; cursor: crosshair; quotes: "<" ">"; list-style: square; text-shadow: 1px 1px red; --origin: red; }
  html { font-size: 16px !important; } /* rem is the page's own, and told */
  h1, h2, h3, p, a, button, mark, input, table { color: red !important; background: lime !important; border: 9px solid !important; padding: 20px !important; }`;

/** The style of every element of the widget, but for where it lies in the page. Runs in the page. */
const look = () => [...document.querySelector('briefing-widget').shadowRoot.querySelectorAll('*')].map((element) => {
  const style = getComputedStyle(element);
  return `${element.localName}.${element.className} ${[...style].filter((name) => !/^(--|inset|top$|bottom$|left$|right$)/.test(name)).map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ')}`;
});

/** The style of all the rest of the page. Runs in the page. */
const rest = () => ['html', 'body', 'h2', 'a', 'button', 'mark', 'p'].map((name) => {
  const element = document.querySelector(`${name}:not(briefing-widget *)`) ?? document.body.appendChild(document.createElement(name));
  const style = getComputedStyle(element);
  return ['color', 'font', 'letter-spacing', 'background-color', 'padding', 'border', 'display', 'margin'].map((property) => style.getPropertyValue(property)).join('; ');
});

for (const browser of ['chromium', 'firefox']) {
  scenario('a hostile page changes nothing in the widget', { browser }, async ({ page }) => {
    await page.waitForFunction(() => document.querySelector('briefing-widget').shadowRoot?.querySelector('[part=key-point]'));
    const before = await page.evaluate(look);
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, HOSTILE);
    const after = await page.evaluate(look);
    assert.ok(before.length > 100);
    for (const [i, style] of before.entries()) {
      if (after[i] === style) continue;
      const old = style.split('; ');
      assert.fail(`${style.split(' ')[0]}: ${after[i].split('; ').filter((one, at) => one !== old[at]).slice(0, 8).join('; ')}`);
    }
  });
}

scenario('the widget changes nothing in the page', {}, async ({ page }) => {
  await opened(page);
  const withWidget = await page.evaluate(rest);
  await page.evaluate(() => document.querySelector('briefing-widget').remove());
  assert.deepEqual(withWidget, await page.evaluate(rest));
});

scenario('hidden stays hidden', {}, async ({ page }) => {
  const { field, widget } = await opened(page);
  await widget.evaluate((element) => { element.style.visibility = 'hidden'; });
  assert.ok(await field.isHidden());
  await widget.evaluate((element) => { element.style.visibility = ''; element.hidden = true; });
  assert.ok(await field.isHidden());
});

scenario('tokens set on the element hold: squared, roomy, its own colours', {}, async ({ page }) => {
  const { widget } = await opened(page);
  const style = (selector) => widget.evaluate((element, selector) => {
    const { borderRadius, backgroundColor, paddingInlineStart, fontSize } = getComputedStyle(element.shadowRoot.querySelector(selector));
    return { borderRadius, backgroundColor, paddingInlineStart, fontSize };
  }, selector);
  await widget.evaluate((element) => {
    for (const [name, value] of Object.entries({ radius: '0px', ink: '#000080', gutter: '7px', 'step-5': '50px' })) element.style.setProperty(`--briefing-${name}`, value);
  });
  assert.equal((await style('.search button:last-child')).backgroundColor, 'rgb(0, 0, 128)');
  assert.equal((await style('.search button:last-child')).borderRadius, '0px');
  assert.equal((await style('.shell')).paddingInlineStart, '7px');
  assert.equal((await style('h1')).fontSize, '50px');
  assert.deepEqual(await axe(page), []);
});

scenario('a dark theme prints black on white', { colorScheme: 'dark' }, async ({ page }) => {
  const { widget } = await opened(page);
  await widget.evaluate((element) => {
    element.setAttribute('theme', 'dark');
    element.style.setProperty('--briefing-ink', '#eeeeee');
  });
  await page.emulateMedia({ media: 'print' });
  assert.equal(await widget.evaluate((element) => getComputedStyle(element.shadowRoot.querySelector('.briefing')).color), 'rgb(23, 24, 28)');
});

scenario('a browser without light-dark() follows the theme attribute', { colorScheme: 'dark' }, async ({ page }) => {
  const { widget } = await opened(page);
  const papers = await widget.evaluate((element) => {
    const { shadowRoot } = element;
    shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.map((sheet) => {
      const old = new CSSStyleSheet();
      old.replaceSync([...sheet.cssRules].map(({ cssText }) => cssText).join('\n').replace(/@supports not \(color: light-dark\(.*?\)\) \{/, '@supports (color: red) {'));
      return old;
    });
    return [null, 'light', 'dark', 'auto'].map((theme) => {
      if (theme) element.setAttribute('theme', theme);
      return getComputedStyle(shadowRoot.querySelector('.briefing')).backgroundColor;
    });
  });
  assert.deepEqual(papers, ['rgb(255, 255, 255)', 'rgb(255, 255, 255)', 'rgb(21, 23, 26)', 'rgb(21, 23, 26)']);
});

// ------------------------------------------------------------------------------------------------ three sites of others

const HOSTS = ['newspaper', 'ministry', 'dashboard'];

/** What the site's own elements look like: everything outside the widget. */
const site = () => [...document.querySelectorAll('body, body *:not(briefing-widget, briefing-widget *, not-the-widget)')].map((element) => {
  const style = getComputedStyle(element);
  return ['color', 'font', 'letter-spacing', 'text-transform', 'background-color', 'padding', 'border', 'display', 'margin'].map((property) => style.getPropertyValue(property)).join('; ');
});

for (const host of HOSTS) {
  scenario(`a ${host} themes the briefing by tokens alone, and each keeps to its own style`, { path: `/themes/${host}.html` }, async ({ page }) => {
    const { widget } = await opened(page);
    const before = await page.evaluate(site);
    await widget.evaluate((element) => Object.assign(element.style, { position: 'absolute', inlineSize: '1000px' }));
    const themed = await page.evaluate(look);
    // The site's sheet, but for the tokens, is taken away: nothing in the widget changes.
    await page.evaluate(() => {
      const [sheet] = document.styleSheets;
      for (let i = sheet.cssRules.length - 1; i >= 0; i -= 1) if (sheet.cssRules[i].selectorText !== 'briefing-widget') sheet.deleteRule(i);
    });
    const bare = await page.evaluate(look);
    assert.ok(themed.length > 100);
    for (const [i, style] of themed.entries()) {
      const old = style.split('; ');
      assert.deepEqual(bare[i].split('; ').filter((one, at) => one !== old[at]), [], old[0]);
    }
    await page.reload();
    await opened(page);
    await page.evaluate(() => document.querySelector('briefing-widget').replaceWith(document.createElement('not-the-widget')));
    assert.deepEqual(await page.evaluate(site), before);
  });

  for (const width of [320, 1280]) {
    scenario(`axe finds nothing in the ${host} at ${width} px, and nothing is wider than it`, { path: `/themes/${host}.html`, width }, async ({ page }) => {
      await opened(page);
      assert.deepEqual(await axe(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    });
  }
}

scenario('the overview shows the three sites', { path: '/themes.html' }, async ({ page }) => {
  for (const host of HOSTS) await page.locator(`iframe[src*=${host}]`).scrollIntoViewIfNeeded();
  await page.waitForFunction(() => frames.length === 3);
  for (const frame of page.frames().slice(1)) {
    await frame.locator('briefing-widget').getByRole('searchbox').waitFor();
    await frame.getByRole('link', { name: 'All three sites' }).and(frame.locator('[target=_top]')).waitFor();
  }
  for (const summary of await page.locator('summary').all()) await summary.click();
  const told = await page.locator('pre').allTextContents();
  for (const [i, host] of HOSTS.entries()) {
    const rule = told[i].replaceAll('\n', '').match(/^briefing-widget \{( {2}--briefing-[\w-]+: [^;]+;)+\}$/);
    assert.ok(rule, `${host}: nothing but tokens`);
    assert.ok((await readFile(`${root}www/themes/${host}.css`, 'utf8')).includes(told[i]), `${host}: as its style has it`);
  }
  assert.deepEqual(await axe(page), []);
});

scenario('the dashboard is themed', { path: '/themes/dashboard.html', browser: 'firefox' }, async ({ page }) => {
  await page.waitForSelector('briefing-widget >>> [part~=key-point]');
  assert.equal(await page.$eval('briefing-widget >>> [part~=widget]', (element) => getComputedStyle(element).backgroundColor), 'rgb(16, 24, 38)');
});

scenario('density changes the rhythm', {}, async ({ page }) => {
  const { widget, keyPoints } = await opened(page);
  const heights = [];
  for (const space of ['.5rem', '1rem', '2rem']) {
    await widget.evaluate((element, to) => element.style.setProperty('--briefing-space', to), space);
    heights.push((await keyPoints.nth(1).boundingBox()).height);
  }
  assert.ok(heights[0] < heights[1] && heights[1] < heights[2], heights.join(' < '));
});
