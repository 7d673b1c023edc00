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

const isText = [(value) => typeof value === 'string', 'a string'];
const EDIT = {
  title: isText,
  source: isText,
  date: isText,
  url: isText,
  order: [(value) => Number.isInteger(value) && Math.abs(value) < 2 ** 31, 'a whole number'],
  exclude: [(value) => typeof value === 'boolean', 'true or false'],
};

/** Members that are there, each of its kind. */
function valued(given, kinds, what) {
  for (const [name, [holds, expected]] of Object.entries(kinds)) {
    if (given[name] != null && !holds(given[name])) throw wrong(`${what}\`${name}\`: expected ${expected}, found ${kind(given[name])} ${JSON.stringify(given[name])}`);
  }
}

/** Edits of the shape that they have; what their values say is the studio's to judge. */
export function editsOf(given) {
  const { title, ...rest } = members(given ?? {}, ['title', 'documents']);
  valued({ title }, { title: isText }, '');
  const documents = rest.documents ?? {};
  const said = Object.entries(members(documents, Object.keys(documents), '`documents`')).filter(([, edit]) => edit !== undefined);
  for (const [id, edit] of said) {
    const what = `\`documents\`, ${JSON.stringify(id)}`;
    valued(members(edit, Object.keys(EDIT), what), EDIT, `${what}, `);
  }
  return { title, documents: Object.fromEntries(said) };
}

/** What is told to a build, and what it is to tell. */
export function buildOptionsOf(given) {
  const { onProgress, signal, ...edits } = members(given ?? {}, ['title', 'documents', 'onProgress', 'signal']);
  valued({ onProgress, signal }, {
    onProgress: [(value) => typeof value === 'function', 'a function'],
    signal: [(value) => typeof value.throwIfAborted === 'function', 'an AbortSignal'],
  }, '');
  return { onProgress, signal, edits: editsOf(edits) };
}

const isBytes = (value) => ArrayBuffer.isView(value) || value instanceof ArrayBuffer;

const asArray = (bytes) => (ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes));

/** Whether a buffer was transferred away. */
function isGone(bytes) {
  try {
    asArray(bytes);
    return false;
  } catch {
    return true;
  }
}

/** A file that can be read. */
export function fileOf(file) {
  const { path, bytes } = file ?? {};
  if (typeof path === 'string' && path && (isBytes(bytes) || bytes instanceof Blob)) {
    if (isBytes(bytes) && isGone(bytes)) throw wrong(`${path}: its bytes are no longer there, for their buffer was handed on to another thread; give a copy`);
    return file;
  }
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
