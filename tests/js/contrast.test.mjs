/** Contrast of the colour tokens after WCAG 2.2, and the table of them in docs/design.md. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { COLOURS } from '../../pkg/element/styles/tokens.js';

const doc = readFileSync(new URL('../../docs/design.md', import.meta.url), 'utf8');

/** Relative luminance of #rrggbb. */
function luminance(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Least contrast of what stands on what. */
const LEAST = [
  [['ink', 'muted'], ['paper', 'sunken'], 7],
  [['ink'], ['mark'], 7],
  [['accent'], ['paper', 'sunken'], 4.5],
  [['control', 'origin-1', 'origin-2', 'origin-3', 'origin-4'], ['paper', 'sunken'], 3],
];

for (const [theme, name] of ['light', 'dark'].entries()) {
  test(`contrast suffices, ${name}`, () => {
    for (const [fronts, grounds, least] of LEAST) {
      for (const front of fronts) {
        for (const ground of grounds) {
          const found = contrast(COLOURS[front][theme], COLOURS[ground][theme]);
          assert.ok(found >= least, `${front} on ${ground}: ${found.toFixed(2)}, not ${least}`);
        }
      }
    }
  });
}

test('the table of colours is true', () => {
  const down = (value) => (Math.floor(value * 10) / 10).toFixed(1);
  for (const [name, pair] of Object.entries(COLOURS)) {
    const told = pair.map((colour, theme) => {
      const on = (ground) => down(contrast(colour, COLOURS[ground][theme]));
      if (['paper', 'sunken'].includes(name)) return '–';
      return name === 'mark' ? `${on('ink')} under ink` : `${on('paper')} / ${on('sunken')}`;
    });
    const row = `| \`--briefing-${name}\` | ${pair[0]} | ${told[0]} | ${pair[1]} | ${told[1]} |`;
    assert.ok(doc.includes(row), row);
  }
});
