/**
 * Files in, a briefing out, in browsers and in Node: what the command `briefing build` does, as functions. Importing this
 * module does nothing; WebAssembly is loaded when the first file comes. Types are in build.d.ts.
 *
 * There are two studios. The small one reads text and JSON lines, and builds of what is in English; the whole one does all,
 * and takes its place when something comes that the small one leaves to it.
 */
import { BriefingError, rethrown } from './briefing-error.js';
import { buildOptionsOf, bytesIn, editsOf, fileOf, filesOf, packOf } from './options.js';
import { bytesOf, textOf } from './parts.js';

export { BriefingError };

const SMALL = { glue: () => import('./dist/studio.js'), wasm: 'studio.wasm' };
const WHOLE = { glue: () => import('./dist/studio-whole.js'), wasm: 'studio-whole.wasm' };

/** What the small studio reads. */
const LIGHT = /\.(txt|jsonl)$/i;

/** With which code it says that work is left to the whole one. */
const LEFT = 'left';

/** The functions of studios that are loaded or being loaded. */
const started = new Map();

function start(kind) {
  if (!started.has(kind)) {
    const starting = Promise.all([kind.glue(), bytesOf(kind.wasm)]).then(async ([glue, bytes]) => {
      await glue.default({ module_or_path: bytes });
      return glue;
    });
    started.set(kind, starting.catch((error) => {
      started.delete(kind); // what failed once, such as a network, may work the next time
      throw new BriefingError('studio', `the studio could not be loaded: ${error?.message ?? error}`, { cause: error });
    }));
  }
  return started.get(kind);
}

/** Does work of a studio; its errors come out as BriefingError. One that broke off is not asked again. */
function attempt(kind, what, work) {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw rethrown(error);
    started.delete(kind);
    const message = `${what}: broke off, most likely for want of memory; give smaller files, or fewer at once`;
    throw new BriefingError('broke-off', message, { cause: error });
  }
}

async function opened(kind) {
  const { Studio } = await start(kind);
  return new Studio();
}

/** Whether anything could be read of a file. */
async function read(kind, studio, file) {
  const { path, named = true } = file;
  const bytes = await bytesIn(file);
  return attempt(kind, path, () => studio.add(path, bytes, named));
}

/** Articles that stay read between builds. */
export class Workshop {
  #kind = SMALL;
  #studio;
  /** What the whole studio would have to read anew. */
  #files = new Map();
  /** The end of what is being done. */
  #last = Promise.resolve();

  /** Reads a file, in the place of any that had its path. One that cannot be read is told in the table. */
  async add(file) {
    fileOf(file);
    return this.#inTurn(() => this.#add(file));
  }

  /** Forgets a file; whether there was one of that path. */
  async remove(path) {
    return this.#inTurn(() => {
      this.#files.delete(path);
      return this.#studio?.remove(path) ?? false;
    });
  }

  /** Does one thing after another; what fails stops nothing that waits. */
  #inTurn(work) {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  async #add(file) {
    if (this.#kind === SMALL && LIGHT.test(file.path)) {
      this.#studio ??= await opened(SMALL);
      if (await read(SMALL, this.#studio, file)) {
        this.#files.set(file.path, file);
        return;
      }
    }
    await this.#widen();
    await read(WHOLE, this.#studio, file);
  }

  /** Puts the whole studio in the place of the small one, with all that this has read. */
  async #widen() {
    if (this.#kind === WHOLE) return;
    const studio = await opened(WHOLE);
    for (const file of this.#files.values()) await read(WHOLE, studio, file);
    this.#kind = WHOLE;
    this.#studio = studio;
    this.#files.clear();
  }

  /** What was read, with the edits. */
  async table(edits) {
    return this.#ask('the table', (studio) => studio.table(editsOf(edits)));
  }

  /** The pack of what was read, with the edits. */
  async build(edits, onProgress) {
    const broken = [];
    const tell = (step, done, of) => {
      try {
        onProgress?.({ stage: 'build', step, done, of });
      } catch (error) {
        broken.push(error); // the studio would go on without a word
      }
    };
    try {
      const pack = await this.#ask('the build', (studio) => studio.build(editsOf(edits), tell));
      if (broken.length) throw broken[0];
      return pack;
    } catch (error) {
      throw error.code === 'no-articles' ? await this.#nothing(edits, error) : error;
    }
  }

  /** The `briefing.toml` that says what the edits say. */
  async toml(edits) {
    return this.#ask('briefing.toml', (studio) => studio.toml(editsOf(edits)));
  }

  /** Why there is nothing to build; the studio, which knows no folder, cannot tell it so. */
  async #nothing(edits, cause) {
    if (!this.#studio) return cause;
    const { length } = (await this.table(edits)).documents;
    const message = length ? `all articles are excluded (${length}); leave one in at least` : 'no file holds an article; the notices of the table tell what was passed over';
    return new BriefingError('no-articles', message, { cause });
  }

  /** Has the studio do something in its turn; the whole one, if the small one leaves it to that. */
  #ask(what, work) {
    return this.#inTurn(async () => {
      if (!this.#studio) throw new BriefingError('no-articles', 'no file was added yet; add one first');
      const asked = () => attempt(this.#kind, what, () => work(this.#studio));
      try {
        return asked();
      } catch (error) {
        if (error.code !== LEFT) throw error;
        await this.#widen();
        return asked();
      }
    });
  }
}

/** A briefing of files, at once. */
export async function build(files, options) {
  const { onProgress, signal, edits } = buildOptionsOf(options);
  const all = await filesOf(files);
  if (!all.length) throw new BriefingError('no-articles', 'there are no files; give at least one that holds an article');
  const workshop = new Workshop();
  for (const [done, file] of all.entries()) {
    signal?.throwIfAborted();
    onProgress?.({ stage: 'read', step: file.path, done, of: all.length });
    await workshop.add(file);
  }
  signal?.throwIfAborted();
  const table = await workshop.table(edits);
  return { pack: await workshop.build(edits, onProgress), table };
}

/** The functions that make something of a pack; any studio has them. */
const maker = () => start(started.has(WHOLE) ? WHOLE : SMALL);

/** The engine with the pack inside. */
export async function wasm(pack) {
  const bytes = packOf(pack);
  const [make, engine] = await Promise.all([maker(), bytesOf('engine.wasm')]);
  return attempt(undefined, 'the module', () => make.engineWith(bytes, engine));
}

/** One page that holds widget, engine and pack, to be opened anywhere. */
export async function html(pack) {
  const bytes = packOf(pack);
  const parts = [bytesOf('engine.wasm'), textOf('single.js'), textOf('shell.html')];
  const [make, engine, script, shell] = await Promise.all([maker(), ...parts]);
  return new TextEncoder().encode(attempt(undefined, 'the page', () => make.onePage(bytes, engine, script, shell)));
}

/** The files of a folder for any web host, by their paths in it. */
export async function site(pack) {
  const held = packOf(pack);
  const [make, shell, views] = await Promise.all([maker(), textOf('shell.html'), textOf('views.json').then(JSON.parse)]);
  const page = new TextEncoder().encode(attempt(undefined, 'the page', () => make.sitePage(held, shell)));
  const files = ['define.js', ...views].map(async (path) => ({ path, bytes: await bytesOf(path) }));
  return [{ path: 'index.html', bytes: page }, { path: 'briefing.wasm', bytes: await wasm(held) }, ...(await Promise.all(files))];
}
