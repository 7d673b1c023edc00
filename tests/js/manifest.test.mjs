/** The manifest of the element says what the code has, and the READMEs say what the manifest says. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import { BriefingWidget } from '../../pkg/element/briefing-widget.js';
import { root } from './command.mjs';

const read = (name) => readFileSync(join(root, name), 'utf8');
const manifest = JSON.parse(read('pkg/dist/custom-elements.json'));
const [{ declarations: [element], exports, path }] = manifest.modules;
const about = JSON.parse(read('pkg/package.json'));

const code = readdirSync(join(root, 'pkg/element'), { recursive: true }).filter((name) => name.endsWith('.js')).map((name) => read(join('pkg/element', name))).join('\n');

/** What a pattern finds in the code of the element, each once, in order. */
const inCode = (pattern) => [...new Set([...code.matchAll(pattern)].flatMap(([, found = '']) => found.split(' ')))].sort();

const names = (things = []) => things.map(({ name }) => name).sort();

const HAS = {
  attribute: names(element.attributes),
  property: names(element.members.filter(({ kind }) => kind === 'field')),
  method: names(element.members.filter(({ kind }) => kind === 'method')),
  event: names(element.events),
  slot: names(element.slots),
  part: names(element.cssParts),
  token: names(element.cssProperties),
};

test('the manifest is one by the published schema, version 2', () => {
  const schema = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('custom-elements-manifest/schema.json'), 'utf8'));
  const valid = new Ajv({ strict: false, allErrors: true }).compile(schema);
  assert.ok(valid(manifest), JSON.stringify(valid.errors, null, 2));
  assert.match(manifest.schemaVersion, /^2\./);
});

test('tools find it, and it names what users import', () => {
  assert.equal(about.customElements, 'dist/custom-elements.json');
  assert.equal(about.exports['./define'].default, `./${path}`);
  assert.deepEqual(exports.map(({ kind, name }) => [kind, name]), [['js', 'BriefingWidget'], ['custom-element-definition', 'briefing-widget']]);
});

test('attributes, properties and methods are those of the class', () => {
  assert.deepEqual(HAS.attribute, [...BriefingWidget.observedAttributes].sort());
  assert.deepEqual(HAS.property, Object.entries(BriefingWidget.properties).filter(([, { state }]) => !state).map(([name]) => name).sort());
  assert.deepEqual(HAS.method, []);
});

test('events, slots, parts and tokens are those of the code', () => {
  assert.deepEqual(HAS.event, inCode(/#emit\('([a-z-]+)'/g).map((what) => `briefing-${what}`));
  assert.deepEqual(HAS.slot, inCode(/<slot(?: name="([a-z-]+))?/g));
  assert.deepEqual(HAS.part, inCode(/\bpart="([a-z -]+)"/g));
  assert.deepEqual(HAS.token, inCode(/var\((--briefing-[a-z0-9-]+)/g));
});

test('everything is described', () => {
  const silent = [element.attributes, element.members, element.events, element.slots, element.cssParts, element.cssProperties].flatMap((things = []) => things)
    .filter(({ description }) => !description);
  assert.deepEqual(names(silent), []);
});

test('the types know the same events', () => {
  assert.deepEqual([...read('pkg/define.d.ts').matchAll(/^ {2}'(briefing-[a-z]+)':/gm)].map(([, name]) => name).sort(), HAS.event);
});

/** The names in the columns of a README's tables that are headed `attribute`, `property`, `event` …, by heading. */
function tables(markdown) {
  const listed = {};
  for (const [table] of markdown.matchAll(/(?:^\|.*\n)+/gm)) {
    const [head, , ...rows] = table.trim().split('\n').map((row) => row.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim()));
    head.forEach((heading, column) => {
      if (!(heading in HAS)) return;
      listed[heading] = rows.flatMap((row) => [...row[column].matchAll(/`([^`]+)`/g)].map(([, name]) => name)).sort();
    });
  }
  return listed;
}

test('the tables of the READMEs list what the manifest lists', () => {
  const [whole, short] = ['pkg/README.md', 'README.md'].map((name) => tables(read(name)));
  const present = Object.entries(HAS).filter(([heading]) => heading !== 'method' && heading !== 'slot');
  for (const [heading, expected] of present) assert.deepEqual(whole[heading], expected, `pkg/README.md: ${heading}`);
  for (const [heading, listed] of Object.entries(short)) assert.deepEqual(listed, HAS[heading], `README.md: ${heading}`);
  assert.ok('attribute' in short && 'event' in short);
});
