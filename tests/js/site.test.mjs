/** The brief as static HTML, in the page and in the site that `briefing build` writes. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import messages from '../../pkg/element/messages/en.js';
import { briefing, newFolder } from './command.mjs';

const folder = newFolder('site');

const text = (html) => html.replace(/<[^>]*>/g, '').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** What stands in the element before any script runs. */
const brief = (file) => /<briefing-widget>([\s\S]*)<\/briefing-widget>/.exec(readFileSync(join(folder, file), 'utf8'))[1];

test('a site is a page, the widget and the engine with the pack inside, and can be written again', () => {
  const command = ['build', 'corpus', '-o', join(folder, 'a.brief'), '--site', join(folder, 'site'), '--html', join(folder, 'a.html')];
  briefing(...command);
  briefing(...command);
  assert.deepEqual(readdirSync(join(folder, 'site')).sort(), ['briefing.wasm', 'define.js', 'index.html', 'views']);
  const views = fileURLToPath(new URL('../../pkg/dist/views/', import.meta.url));
  assert.ok(readdirSync(views).includes('reader.js'));
  assert.deepEqual(readdirSync(join(folder, 'site', 'views')).sort(), readdirSync(views).sort());
  assert.ok(readFileSync(join(folder, 'site', 'index.html'), 'utf8').includes('<script type="module" src="define.js"></script>'));
});

test('without scripts the brief can be read: every key point, every side of a difference, every source', () => {
  const card = (kind) => JSON.parse(briefing('card', join(folder, 'a.brief'), kind, '--json'));
  for (const file of ['a.html', 'site/index.html']) {
    const shown = text(brief(file));
    const { title, keyPoints } = card('overview');
    const { differences } = card('differences');
    assert.ok(shown.includes(title) && keyPoints.length > 4 && differences.length > 0);
    for (const { span } of keyPoints) assert.ok(shown.includes(span.text), span.text);
    for (const { type, a, b } of differences) {
      assert.ok(shown.includes(messages[type]), type);
      for (const side of [a, b].filter(Boolean)) assert.ok(shown.includes(side.text), side.text);
    }
    assert.equal(brief(file).match(/id="source-/g).length, 5);
  }
});

test('text of an article is no markup in the brief', () => {
  const hostile = '<script>alert(1)</script> & <b onclick="x">"bold"</b>';
  const article = { id: 'a"><img src=x>', title: hostile, url: 'javascript:alert(1)', text: `Ministers said that ${hostile} would be signed in the harbour town on 3 May 2024.` };
  writeFileSync(join(folder, 'hostile.jsonl'), `${JSON.stringify(article)}\n`);
  briefing('build', join(folder, 'hostile.jsonl'), '-o', join(folder, 'hostile.brief'), '--html', join(folder, 'hostile.html'));
  const html = brief('hostile.html');
  assert.ok(text(html).includes(hostile));
  assert.doesNotMatch(html, /<script|<b |<img|javascript:/);
});
