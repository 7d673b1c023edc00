/** What the demo page loads is what `cargo xtask size` weighs. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, scenario } from './harness.mjs';
import { opened } from './widget.mjs';

scenario('the demo page loads what the size gate weighs, each file once, and nothing else', {}, async ({ page, origin, requests }) => {
  await opened(page);
  const list = await readFile(join(root, 'xtask/demo-page.txt'), 'utf8');
  const weighed = list.trim().split('\n').map((name) => `${origin}/${name === 'index.html' ? '' : name}`);
  assert.deepEqual(requests.filter((url) => !url.startsWith('data:')).sort(), weighed.sort());
});
