/**
 * The worker, seen from the page. It is started when it is first asked, handed the files one by one, and started anew after
 * it was stopped or has died; the files are then read again.
 *
 * @typedef {{stage: 'start' | 'read' | 'build', step: string, done: number, of: number}} Progress
 * @typedef {{code?: string, message?: string, key?: string, values?: object, file?: string, line?: number}} Refusal `code`, `message`: the engine's, in English; `key`, `values`: the page's own words
 */

/** What a question is answered with when the worker is stopped. */
export class Stopped extends Error {}

/** The worker has failed in a way that nobody foresaw, most often for want of memory. */
export class Died extends Error {}

/** What the engine, or a network, refuses; the worker goes on. */
export class Refused extends Error {
  constructor({ code, message }) {
    super(message);
    this.code = code;
  }
}

/** Codes of what is wrong with the page, not with a file. */
export const OF_THE_PAGE = ['studio', 'fetch'];

export class Workroom {
  /** @type {Worker | undefined} */
  #worker;
  #last = 0;
  /** @type {Map<number, {done: (answer: any) => void, failed: (error: Error) => void, on?: (progress: object) => void}>} */
  #asked = new Map();
  /** Files that the worker has been handed, by path; with why, where it could not read them. @type {Map<string, {file: File, refusal?: Refusal}>} */
  #held = new Map();

  /** Whether what the worker holds has been told. */
  #told = true;

  /** @param {import('./files.js').Files} files */
  constructor(files) {
    this.files = files;
  }

  /** What the files say, before any edit; nothing, where that was told before. @param {(progress: Progress) => void} on */
  async read(on) {
    await this.#supply(on);
    if (this.#told) return undefined;
    const held = [...this.#held.values()];
    const refused = held.flatMap(({ refusal }) => refusal ?? []);
    const nothing = refused.length === held.length;
    const table = nothing ? { documents: [], notices: [], refused: [] } : await this.#ask('read', {});
    this.#told = true;
    return { ...table, refused: [...refused, ...table.refused] };
  }

  /** The pack. @param {import('./edits.js').State} edits @param {(progress: Progress) => void} on @returns {Promise<Uint8Array>} */
  async build(edits, on) {
    await this.#supply(on);
    return this.#ask('build', { edits }, { on });
  }

  /** @param {import('./edits.js').State} edits @param {(progress: Progress) => void} on @returns {Promise<Uint8Array>} */
  async toml(edits, on) {
    await this.#supply(on);
    return this.#ask('toml', { edits });
  }

  /** @param {'html' | 'wasm' | 'site'} kind @param {Uint8Array} pack a copy of its own @param {string} name of the folder @returns {Promise<Uint8Array>} */
  make(kind, pack, name) {
    return this.#ask(kind, { pack, name }, { hand: [pack.buffer] });
  }

  /** Ends what is being done. */
  stop() {
    this.#end(new Stopped());
  }

  /** Hands over what the worker does not have yet, and takes from it what was removed. */
  async #supply(on) {
    for (const [path, { file }] of this.#held) {
      if (this.files.get(path) === file) continue;
      this.#told = false;
      await this.#ask('remove', { path });
      this.#held.delete(path);
    }
    const missing = this.files.all.filter(({ path }) => !this.#held.has(path));
    for (const [done, { path, file }] of missing.entries()) {
      this.#told = false;
      on({ stage: 'read', step: path, done, of: missing.length });
      await this.#hand(path, file);
    }
  }

  /** @param {string} path @param {File} file of which only the handle is passed on */
  async #hand(path, file) {
    try {
      const named = !path.includes('/'); // a briefing that lies in a folder of articles may be made of them
      await this.#ask('add', { path, file, named });
      this.#held.set(path, { file });
    } catch (error) {
      if (!(error instanceof Refused) || OF_THE_PAGE.includes(error.code)) throw error;
      this.#held.set(path, { file, refusal: error.code === 'unreadable' ? { key: 'unreadable', file: path } : { code: error.code, message: error.message, file: path } });
    }
  }

  #ask(duty, given, { hand = [], on } = {}) {
    this.#worker ??= this.#start();
    return new Promise((done, failed) => {
      const id = ++this.#last;
      this.#asked.set(id, { done, failed, on });
      this.#worker.postMessage({ id, duty, given }, hand);
    });
  }

  #start() {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }) => this.#answered(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault(); // it is told on the page
      this.#end(new Died(event.message ?? ''));
    });
    return worker;
  }

  #answered({ id, answer, progress, error }) {
    const asked = this.#asked.get(id);
    if (progress) {
      asked.on?.(progress);
      return;
    }
    if (error && !error.expected) {
      this.#end(new Died(error.message));
      return;
    }
    if (error && OF_THE_PAGE.includes(error.code)) {
      this.#end(new Refused(error)); // a new worker asks the network again
      return;
    }
    this.#asked.delete(id);
    if (error) asked.failed(new Refused(error));
    else asked.done(answer);
  }

  /** @param {Error} error for all who wait */
  #end(error) {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#held.clear();
    this.#told = false;
    const waiting = [...this.#asked.values()];
    this.#asked.clear();
    for (const { failed } of waiting) failed(error);
  }
}
