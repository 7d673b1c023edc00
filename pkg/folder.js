/** A folder of articles as files for build.js, in Node. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Every file below a folder, hidden ones left out, in the order of their paths. @param {string} folder */
export async function folderFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const places = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((place) => !relative(folder, place).split(sep).some((part) => part.startsWith('.')))
    .sort();
  return Promise.all(places.map(async (place) => ({ path: place.replaceAll(sep, '/'), bytes: await readFile(place), named: false })));
}
