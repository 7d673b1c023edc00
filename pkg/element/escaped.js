/** Text that stays text in Markdown, in CommonMark and its common extensions. */

/** Signs that mean something anywhere, and the dots, colons and at signs that make an address of what stands around them. */
const ANYWHERE = /[\\`*_[\]{}<>#~|$&^@]|:(?=\S)|(?<=www)\./gi;
/** Signs that make a list or a line of what they begin. */
const AT_START = /^(\d*)([-+=.)])/;

/** @param {string} text */
export function escaped(text) {
  return text.trim().replace(/\s+/g, ' ').replace(ANYWHERE, '\\$&').replace(AT_START, '$1\\$2');
}
