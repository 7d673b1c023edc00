/** Puts what was measured into its place in a document. */
import { readFile, writeFile } from 'node:fs/promises';

/** @param {string} file @param {string} name of the place: between `<!-- NAME -->` and `<!-- end of NAME -->` @param {string} text */
export async function write(file, name, text) {
  const document = await readFile(file, 'utf8');
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`${file} has no place for the ${name}`);
  await writeFile(file, `${before}${begin}\n${text}\n${end}${after}`);
}
