/** The command `briefing` for tests, and a briefing that it builds. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const program = process.env.BRIEFING ?? join(root, 'target', 'debug', 'briefing');

/** Runs the command; what it prints. @param {...string} words */
export const briefing = (...words) => execFileSync(program, words, { encoding: 'utf8', cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });

/** A new empty folder, gone when the tests are over. @param {string} name */
export function newFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `briefing-${name}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Builds a folder of articles in every form there is.
 * @param {string} articles path of the folder
 * @param {...string} more options of `briefing build`
 */
export function build(articles, ...more) {
  const folder = newFolder('built');
  const [pack, wasm, html] = ['b.brief', 'b.wasm', 'b.html'].map((name) => join(folder, name));
  briefing('build', articles, '-o', pack, '--wasm', wasm, '--html', html, ...more);
  return { pack, wasm, html };
}
