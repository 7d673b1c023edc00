/**
 * This machine's paths as the program sees them, which knows one tree of files and the separator `/`. A root is a folder of
 * that tree: `C:\news` is `/C/news`, `\\server\share\news` is `/server/share/news`; where there is one root, it is the tree.
 */
import path from 'node:path';

/** Options of which the value is no path. */
const NO_PATH = /^--title\b/;

/**
 * What WASI is to be given.
 * @param {string[]} words arguments of the command
 * @param {string} folder the working folder
 * @param {import('node:path').PlatformPath} [system]
 * @returns {{args: string[], env: {PWD: string}, preopens: Record<string, string>}}
 */
export function mapped(words, folder, system = path) {
  const preopens = {};
  const inTree = (place) => {
    const { root } = system.parse(place);
    const names = root.replace(/^[a-z]:/, (drive) => drive.toUpperCase()).split(/[\\/:]+/).filter(Boolean);
    preopens[`/${names.join('/')}`] = root;
    return `/${[...names, ...place.slice(root.length).split(system.sep)].filter(Boolean).join('/')}`;
  };
  const PWD = inTree(system.resolve(folder));
  if (system.sep === '/') return { args: words, env: { PWD }, preopens };
  const asPath = (word) => {
    if (/^([a-z]:)?[\\/]/i.test(word)) return inTree(system.resolve(folder, word));
    return word.replaceAll(system.sep, '/');
  };
  const args = words.map((word, i) => {
    if (NO_PATH.test(word) || NO_PATH.test(words[i - 1])) return word;
    const [, option, value] = /^(--\w+=|-o)?(.*)$/s.exec(word);
    return `${option ?? ''}${asPath(value)}`;
  });
  return { args, env: { PWD }, preopens };
}
