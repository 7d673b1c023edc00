/** What a page can change, tokens and parts: declared, used, and told in docs/design.md and the element's JSDoc alike. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { tokens } from '../../pkg/element/styles/tokens.js';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const sources = readdirSync(new URL('pkg/element/', root), { recursive: true }).filter((name) => name.endsWith('.js'));
const code = sources.map((name) => read(`pkg/element/${name}`).replace(/\/\*\*[\s\S]*?\*\//g, '')).join('\n');
const element = read('pkg/element/briefing-widget.js');
const doc = read('docs/design.md');

const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();

test('every token is declared, used and told', () => {
  const declared = all(tokens.cssText, /--briefing-([\w-]+):/g);
  assert.deepEqual(all(code, /var\(--briefing-([\w-]+)/g), declared, 'used');
  assert.deepEqual(all(doc, /^\| `--briefing-([\w-]+)` \|/gm), declared, 'docs/design.md');
  assert.deepEqual(all(element, /@cssprop --briefing-([\w-]+) - \S/g), declared, 'JSDoc');
});

test('every part is named and told', () => {
  const named = all(code, /\bpart="([\w-]+)"/g);
  assert.deepEqual(all(doc.split('## Parts')[1], /^\| `([\w-]+)` \|/gm), named, 'docs/design.md');
  assert.deepEqual(all(element, /@csspart ([\w-]+) - \S/g), named, 'JSDoc');
});

test('no custom property that a page could set by chance is read', () => {
  assert.deepEqual(all(code, /var\(--(?!briefing-)([\w-]+)/g), ['origin'], 'reset at the root of the widget');
});
