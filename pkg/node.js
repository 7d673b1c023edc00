/** The facade for Node: as index.js, and files can be read by path or `file:` URL. */
import { readFile } from 'node:fs/promises';
import { Briefing as WebBriefing, BriefingError } from './index.js';

export { BriefingError };

/** The file that an address means, or undefined where it is for `fetch`. A drive letter is no scheme. */
function file(address) {
  const text = String(address);
  if (/^file:/i.test(text)) return new URL(text);
  return /^[a-z][a-z0-9+.-]+:/i.test(text) ? undefined : text;
}

/** An opened briefing. */
export class Briefing extends WebBriefing {
  static async openPack(src, onProgress) {
    const path = file(src);
    if (path === undefined) return super.openPack(src, onProgress);
    let bytes;
    try {
      bytes = await readFile(path);
    } catch (error) {
      throw new BriefingError('fetch', `${src}: could not be read: ${error.message}`, { cause: error });
    }
    onProgress?.({ loaded: bytes.length, total: bytes.length });
    return this.openBytes(bytes);
  }

  static async compile(address) {
    const path = file(address);
    return path === undefined ? super.compile(address) : WebAssembly.compile(await readFile(path));
  }
}
