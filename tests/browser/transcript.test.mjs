/**
 * What a screen reader is given: the accessibility tree of each view, as kept in transcripts/. A transcript that is out
 * of date fails; with `TRANSCRIPTS=write` in the environment it is written anew, to be read before it is committed.
 */
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, scenario } from './harness.mjs';
import { VIEWS } from './views.mjs';
import { opened } from './widget.mjs';

const folder = join(root, 'tests', 'browser', 'transcripts');

for (const [view, go] of Object.entries(VIEWS)) {
  scenario(`${view} reads to the ear as its transcript says`, {}, async ({ page }) => {
    const scene = await opened(page);
    await go({ page, ...scene });
    const heard = `${await scene.widget.ariaSnapshot()}\n`;
    const file = join(folder, `${view}.yml`);
    if (process.env.TRANSCRIPTS === 'write') {
      await mkdir(folder, { recursive: true });
      await writeFile(file, heard);
    }
    assert.equal(heard, await readFile(file, 'utf8'));
  });
}
