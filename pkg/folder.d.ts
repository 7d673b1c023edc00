import type { InputFile } from './build.js';

/** Every file below a folder, hidden ones left out, in the order of their paths; for `build`. Node only. */
export function folderFiles(folder: string): Promise<(InputFile & { bytes: Uint8Array })[]>;
