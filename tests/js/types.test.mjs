/** What TypeScript sees: a strict sample compiles, and the published shapes change only knowingly. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './command.mjs';

for (const [what, project] of [['a strict TypeScript sample compiles against the package', 'types'], ['React, Vue and Svelte know the element', 'frameworks']]) {
  test(what, () => {
    const { status, stdout } = spawnSync('node', [join(root, 'node_modules/typescript/bin/tsc'), '--project', `tests/js/${project}`], { cwd: root, encoding: 'utf8' });
    assert.equal(stdout, '');
    assert.equal(status, 0);
  });
}

test('the published shapes are the ones reviewed (UPDATE_GOLDEN=1 takes the new ones)', () => {
  const golden = join(root, 'tests/js/golden/types.d.ts');
  const published = readFileSync(join(root, 'pkg/dist/types.d.ts'), 'utf8');
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden, published);
  assert.equal(published, readFileSync(golden, 'utf8'));
});
