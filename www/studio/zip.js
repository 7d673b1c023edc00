/** A folder as one file. */
import { zipSync } from 'fflate';

/** Always the same, whatever the clock says: same briefing, same bytes. */
const TIME = '1980-01-01T00:00:00';

/** @param {{path: string, bytes: Uint8Array}[]} files @param {string} folder that they lie in */
export function zipped(files, folder) {
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [`${folder}/${path}`, bytes])), { mtime: TIME });
}
