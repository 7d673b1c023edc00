/**
 * How much a browser can take. The bytes of all files stand in the memory of one WebAssembly module (4 GiB at most, and a
 * tab has less), together with the texts, the sentences and the index that are made of them. Plain text takes some eleven
 * times its size: on two cores Chromium and Firefox take 6 s and 0.2 GB for 10 MB, 26 s and 0.6 GB for 50 MB, 50 s and 1.1 GB for 100 MB
 * (docs/benchmarks.md).
 *
 * @typedef {import('./intake.js').Found} Found
 */
const MB = 1_000_000;

/** From here on a warning is due. */
export const LARGE = 50 * MB;

/** All files together. */
export const MOST = 200 * MB;

/** One file: it is handed over in one piece. */
export const MOST_OF_ONE = 150 * MB;

/**
 * What of the files found can be read, before any is.
 * @param {number} held bytes of the files that are here already
 * @param {Found[]} found
 * @returns {{fine: Found[], huge: Found[], bytes: number, says?: 'large' | 'tooLarge'}} `huge`: files that are too large each;
 *   `bytes`: what all would be with the others; `says`: what is to be said of that
 */
export function limited(held, found) {
  const huge = found.filter(({ file }) => file.size > MOST_OF_ONE);
  const fine = found.filter(({ file }) => file.size <= MOST_OF_ONE);
  const bytes = fine.reduce((sum, { file }) => sum + file.size, held);
  if (bytes > MOST) return { fine: [], huge, bytes, says: 'tooLarge' };
  return { fine, huge, bytes, says: bytes > LARGE ? 'large' : undefined };
}
