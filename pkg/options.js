/** What callers hand over, looked at before it is used: each error names what is wrong and what was expected. */
import { BriefingError } from './briefing-error.js';

const wrong = (message) => new BriefingError('bad-options', message);

/** What a value is, for messages: `String`, `Null`, `Array` … */
const kind = (value) => Object.prototype.toString.call(value).slice(8, -1);

/** Options that are an object of known members: a misspelt one would do another thing than was meant. */
export function members(options, known, what = 'options') {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) throw wrong(`${what} must be an object`);
  for (const name in options) {
    if (!known.includes(name)) throw wrong(`there is no option \`${name}\`${what === 'options' ? '' : ` in ${what}`}; known are ${known.join(', ')}`);
  }
  return options;
}

/** Edits of the shape that they have; what their values say is the studio's to judge. */
export function editsOf(given) {
  const edits = members(given ?? {}, ['title', 'documents']);
  const { documents = {} } = edits;
  for (const [id, edit] of Object.entries(members(documents, Object.keys(documents), '`documents`'))) {
    members(edit, ['title', 'source', 'date', 'url', 'order', 'exclude'], `\`documents\`, ${JSON.stringify(id)}`);
  }
  return edits;
}

const isBytes = (value) => ArrayBuffer.isView(value) || value instanceof ArrayBuffer;

const asArray = (bytes) => (ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes));

/** A file that can be read. */
export function fileOf(file) {
  const { path, bytes } = file ?? {};
  if (typeof path === 'string' && path && (isBytes(bytes) || bytes instanceof Blob)) return file;
  const found = file && typeof file === 'object' ? `path ${path === '' ? 'that is empty' : kind(path)}, bytes ${kind(bytes)}` : kind(file);
  throw wrong(`${typeof path === 'string' && path ? path : 'a file'}: expected { path: string, bytes: Uint8Array, ArrayBuffer or Blob }, found ${found}`);
}

/** The files of a list, or of anything that gives them one by one. */
export async function filesOf(files) {
  if (!files?.[Symbol.iterator] && !files?.[Symbol.asyncIterator]) throw wrong(`files: expected an iterable of { path, bytes }, found ${kind(files)}`);
  const all = [];
  for await (const file of files) all.push(fileOf(file));
  return all;
}

/** The bytes of a file. @param {{bytes: ArrayBuffer | ArrayBufferView | Blob}} file */
export const bytesIn = async ({ bytes }) => asArray(isBytes(bytes) ? bytes : await bytes.arrayBuffer());

/** The bytes of a pack. */
export function packOf(pack) {
  if (isBytes(pack)) return asArray(pack);
  throw wrong(`pack: expected a Uint8Array or an ArrayBuffer, found ${kind(pack)}`);
}
