/** A folder of articles as files for build.js, in Node. */
import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { BriefingError } from './briefing-error.js';

/** Files that are read in a folder; of the others, such as videos, the build only tells that they were passed over. */
const READ = /(^briefing\.toml|.\.zip|.\.(txt|md|jsonl|html?|csv|tsv|rss|atom|xml|eml|mbox|docx|pdf)(\.gz)?)$/i;

const NOTHING = new Uint8Array();

/**
 * Every file below a folder, hidden ones left out, in the order of their paths. Links are followed; what cannot be opened, and a
 * link that leads back to a folder that it stands in, are left out with a warning.
 * @param {string} folder
 * @throws {BriefingError} it is not there (`no-such-path`), is none (`bad-options`), or cannot be opened (`unreadable-file`)
 */
export async function folderFiles(folder) {
  if (typeof folder !== 'string' || !folder) throw new BriefingError('bad-options', `folder: expected a path, found ${folder === '' ? 'nothing' : typeof folder}`);
  const found = await stat(folder).catch((cause) => {
    const code = cause.code === 'ENOENT' ? 'no-such-path' : 'unreadable-file';
    throw new BriefingError(code, `${folder}: cannot be read (${cause.message}); give the path of a folder of articles`, { cause });
  });
  if (!found.isDirectory()) throw new BriefingError('bad-options', `${folder} is no folder; give the path of a folder of articles`);
  const files = [];
  for await (const [place, name] of walk(folder, [await realpath(folder)])) {
    try {
      files.push({ path: place.replaceAll(sep, '/'), bytes: READ.test(name) ? await readFile(place) : NOTHING, named: false });
    } catch (error) {
      leftOut(place, error.message);
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The files of a folder and of all folders in it. @param {string} folder @param {string[]} within it, and the folders that it stands in, as they are without links */
async function* walk(folder, within) {
  for (const name of await readdir(folder)) {
    if (name.startsWith('.')) continue;
    const place = join(folder, name);
    try {
      const found = await stat(place);
      if (found.isFile()) yield [place, name];
      if (!found.isDirectory()) continue;
      const real = await realpath(place);
      if (within.includes(real)) leftOut(place, 'a link leads back to its own folder');
      else yield* walk(place, [...within, real]);
    } catch (error) {
      leftOut(place, error.message);
    }
  }
}

const leftOut = (place, reason) => process.emitWarning(`${place}: left out: ${reason}`, 'BriefingWarning');
