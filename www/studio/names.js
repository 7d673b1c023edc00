/** Names of files made of titles. */

/** Longest name without its ending; some file systems take 255 bytes, and a letter may be four of them. */
const LONGEST = 50;

/** A title as the name of a file: its letters and digits, in any script. @param {string} title @param {string} otherwise where it has none */
export function fileName(title, otherwise) {
  const words = title.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return [...words].slice(0, LONGEST).join('').replace(/^-+|-+$/g, '') || otherwise;
}
