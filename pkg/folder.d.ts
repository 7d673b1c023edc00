import type { InputFile } from './build.js';

/**
 * Every file below a folder, hidden ones left out, in the order of their paths; for `build`. Node only. Files of no kind that
 * holds articles come without bytes. Links are followed; what cannot be opened is left out with a warning of the process.
 *
 * @throws {BriefingError} the folder is not there (`no-such-path`), is none (`bad-options`), or cannot be opened (`unreadable-file`).
 */
export function folderFiles(folder: string): Promise<(InputFile & { bytes: Uint8Array })[]>;
