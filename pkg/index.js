/**
 * The engine for JavaScript: open a briefing, ask it. Everything is asynchronous, so that packs that load piece by
 * piece, and workers, change nothing for those who call. Importing this module does nothing; types are in index.d.ts.
 */
import { briefingWasm, engineWasm } from './assets.js';
import { BriefingError, rethrown } from './briefing-error.js';
import start, { Download, Engine } from './dist/engine.js';
import { members } from './options.js';

export { BriefingError };

/** Compiled modules by their address, so that two briefings do not load one file twice. */
const modules = new Map();

/** The engine's start, once it is asked for: the first module that compiles is the engine of all briefings. */
let started;

/**
 * Compiles a module and sees to it that an engine runs.
 * @param {unknown} source address, bytes or module, or a function that returns one
 * @param {(address: unknown) => Promise<WebAssembly.Module>} compile
 */
async function startEngine(source, compile) {
  const key = source instanceof URL ? source.href : source;
  try {
    if (typeof key === 'object') return await runModule(await compiled(source, compile));
    if (!modules.has(key)) modules.set(key, compiled(source, compile));
    return await runModule(await modules.get(key));
  } catch (error) {
    modules.delete(key); // what failed once, such as a network, may work the next time
    throw new BriefingError('engine', `the engine could not be loaded: ${error?.message ?? error}`, { cause: error });
  }
}

async function compiled(source, compile) {
  const given = await (typeof source === 'function' ? source() : source);
  if (given instanceof WebAssembly.Module) return given;
  return given instanceof ArrayBuffer || ArrayBuffer.isView(given) ? WebAssembly.compile(given) : compile(given);
}

async function runModule(module) {
  started ??= start({ module_or_path: module }).catch((error) => {
    started = undefined;
    throw error;
  });
  await started;
  return module;
}

/** Does work of the engine; its errors come out as BriefingError, all others as they are. */
async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    throw rethrown(error);
  }
}

/**
 * Bytes in all, where the server tells. `Content-Length` counts bytes as they were sent: where the server compressed
 * them it says nothing about the bytes that arrive here.
 */
function length(headers) {
  const encoded = headers.get('content-encoding') ?? 'identity';
  const bytes = headers.get('content-length');
  return encoded === 'identity' && bytes ? Number(bytes) : undefined;
}

/** What the network promises; what it could not keep is told with the address. */
async function arrival(src, promised) {
  try {
    return await promised();
  } catch (error) {
    throw new BriefingError('fetch', `${src}: could not be fetched: ${error?.message ?? error}`, { cause: error });
  }
}

/** A member of the options as it must be, or undefined; what has no JSON, such as a BigInt, is told by its type. */
function member(options, name, expected, fits) {
  const found = options[name];
  if (found === undefined || fits(found)) return found;
  let told = typeof found;
  try {
    told = JSON.stringify(found) ?? told;
  } catch {}
  throw new BriefingError('bad-options', `option \`${name}\`: expected ${expected}, found ${told}`);
}

const MOST = 0xFFFF_FFFF;
const number = (options, name) => member(options, name, `a whole number from 0 to ${MOST}`, (value) => Number.isInteger(value) && value >= 0 && value <= MOST);

const ORDERS = ['relevance', 'newest', 'oldest'];

function check(options, known) {
  members(options, known);
  const { src = null, onProgress = null } = options;
  if (src !== null && !(src instanceof URL) && (typeof src !== 'string' || src === '')) {
    throw new BriefingError('bad-options', 'option `src`: expected an address');
  }
  if (onProgress !== null && typeof onProgress !== 'function') {
    throw new BriefingError('bad-options', 'option `onProgress`: expected a function');
  }
  return { ...options, src, onProgress };
}

/** An opened briefing. */
export class Briefing {
  /** @type {Engine | undefined} */
  #engine;

  constructor(engine) {
    this.#engine = engine;
  }

  static async load(options) {
    const { src, wasm, onProgress } = check(options ?? {}, ['src', 'wasm', 'onProgress']);
    const module = await startEngine(wasm ?? (src === null ? briefingWasm : engineWasm), this.compile);
    return attempt(async () => new this(
      src === null ? Engine.embedded(module) : await this.openPack(src, onProgress),
    ));
  }

  static async fromBytes(bytes, options) {
    const { wasm } = check(options ?? {}, ['wasm']);
    if (!(bytes instanceof ArrayBuffer) && !ArrayBuffer.isView(bytes)) {
      throw new BriefingError('bad-options', 'the bytes of a pack must be an ArrayBuffer or a view of one');
    }
    await startEngine(wasm ?? engineWasm, this.compile);
    return attempt(() => new this(this.openBytes(bytes)));
  }

  async info() {
    return this.#ask((engine) => engine.info());
  }

  async search(query, options) {
    if (typeof query !== 'string') throw new BriefingError('bad-options', 'the query must be a string');
    const given = members(options ?? {}, ['limit', 'offset', 'prefix', 'order']);
    const order = member(given, 'order', '"relevance", "newest" or "oldest"', (value) => ORDERS.includes(value));
    const prefix = member(given, 'prefix', 'true or false', (value) => typeof value === 'boolean');
    return this.#ask((engine) => engine.search(
      query, number(given, 'limit'), number(given, 'offset'), prefix, order ? ORDERS.indexOf(order) : 0,
    ));
  }

  async overview(options) {
    const words = number(members(options ?? {}, ['words']), 'words');
    return this.#ask((engine) => engine.overview(words));
  }

  async article(id) {
    return this.#ask((engine) => engine.article(String(id)));
  }

  async who() {
    return this.#ask((engine) => engine.card(0));
  }

  async timeline() {
    return this.#ask((engine) => engine.card(1));
  }

  async quotes() {
    return this.#ask((engine) => engine.card(2));
  }

  async differences() {
    return this.#ask((engine) => engine.card(3));
  }

  async glossary() {
    return this.#ask((engine) => engine.card(4));
  }

  async document(id) {
    return this.#ask((engine) => engine.document(String(id)));
  }

  async free() {
    this.#engine?.free();
    this.#engine = undefined;
  }

  #ask(question) {
    if (!this.#engine) throw new BriefingError('freed', 'this briefing has been freed');
    return attempt(() => question(this.#engine));
  }

  /** Opens a pack from its bytes. @protected */
  static openBytes(bytes) {
    return Engine.fromBytes(ArrayBuffer.isView(bytes)
      ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      : new Uint8Array(bytes));
  }

  /** Opens a pack by its address; environments that read other addresses override it. @protected */
  static async openPack(src, onProgress) {
    const response = await arrival(src, () => Download.request(String(src)));
    if (!response.ok) throw new BriefingError('fetch', `${src}: the server answered with status ${response.status}`);
    const total = length(response.headers);
    const download = new Download(response);
    while (download.take(await arrival(src, () => download.next()))) {
      onProgress?.({ loaded: download.loaded, total });
    }
    return download.open();
  }

  /** Compiles WebAssembly from its address; environments that read other addresses override it. @protected */
  static async compile(url) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`the server answered with status ${response.status}`);
    // Streaming needs the right media type, which not every static host sends.
    if (response.headers.get('content-type')?.startsWith('application/wasm')) return WebAssembly.compileStreaming(response);
    return WebAssembly.compile(await response.arrayBuffer());
  }
}
