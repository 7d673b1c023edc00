/**
 * Writes precache.js into a site: what its service worker keeps, and a version that changes with any of it.
 *
 *     node xtask/precache.mjs target/site
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const [folder] = process.argv.slice(2);

/** The worker itself and its list are looked up by the browser whenever it looks for a new version. */
const WORKER = ['sw.js', 'precache.js'];

const names = readdirSync(folder, { recursive: true })
  .filter((name) => statSync(join(folder, name)).isFile() && !WORKER.includes(name))
  .map((name) => name.replaceAll(sep, '/'))
  .sort();

const digest = createHash('sha256');
for (const name of [...names, 'sw.js']) {
  const bytes = readFileSync(join(folder, name));
  digest.update(`${name}\0${bytes.length}\0`).update(bytes);
}
const version = digest.digest('hex').slice(0, 16);
const files = names.map((name) => (name === 'index.html' ? './' : name));
writeFileSync(join(folder, 'precache.js'), `self.precache = ${JSON.stringify({ version, files }, null, 1)};\n`);
