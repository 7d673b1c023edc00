/**
 * Writes precache.js into a site: what its service workers keep, and a version that changes with any of it. What only the
 * studio needs is many times the rest, and kept for those who have opened it.
 *
 *     node xtask/precache.mjs target/site
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const [folder] = process.argv.slice(2);

/** The worker itself and its list are looked up by the browser whenever it looks for a new version. */
const WORKER = ['sw.js', 'precache.js'];

/** What only the studio needs. */
const STUDIO = /^(studio\.|pkg\/(build|parts)\.js|pkg\/dist\/(studio|single\.js|shell\.html|views\.json))/;

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
const files = names.filter((name) => !STUDIO.test(name)).map((name) => (name === 'index.html' ? './' : name));
const studio = names.filter((name) => STUDIO.test(name));
writeFileSync(join(folder, 'precache.js'), `self.precache = ${JSON.stringify({ version, files, studio }, null, 1)};\n`);
