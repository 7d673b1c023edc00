/**
 * The worker: reads articles and builds of them, off the page's own thread. It does one thing at a time, in the order of
 * the questions `{id, duty, given}`; each is answered by `{id, answer}` or `{id, error}`, after any number of `{id, progress}`.
 *
 * An error that is not told as a `BriefingError` is one that nobody foresaw, a memory that is used up among them: what is
 * held here cannot be relied on any more, and the page ends the worker.
 */
/** What reads and builds. It is not imported at the head, for a question may come before it is there. */
async function parts() {
  try {
    return await import('../../pkg/build.js');
  } catch (error) {
    throw Object.assign(new Error(error.message), { name: 'BriefingError', code: 'engine' });
  }
}

/** Loaded once. @type {Promise<object> | undefined} */
let loaded;

function workshop() {
  loaded ??= parts().then(({ Workshop }) => Workshop.load());
  return loaded;
}

/** @type {Record<string, (given: any, on: (progress: object) => void) => any>} */
const DUTIES = {
  add: async (file) => { await (await workshop()).add(file); },
  remove: async ({ path }) => { (await workshop()).remove(path); },
  read: async () => (await workshop()).read(),
  build: async ({ edits }, on) => (await workshop()).build(edits, on),
  toml: async ({ edits }) => new TextEncoder().encode((await workshop()).toml(edits)),
  html: async ({ pack }) => (await parts()).html(pack),
  wasm: async ({ pack }) => (await parts()).wasm(pack),
  site: async ({ pack, name }) => (await import('./zip.js')).zipped(await (await parts()).site(pack), name),
};

async function answer({ id, duty, given }) {
  try {
    const answer = await DUTIES[duty](given, (progress) => postMessage({ id, progress }));
    postMessage({ id, answer }, answer instanceof Uint8Array ? [answer.buffer] : []);
  } catch (error) {
    const { name, code, message } = error ?? {};
    postMessage({ id, error: { code, message: message ?? String(error), expected: name === 'BriefingError' } });
  }
}

let last = Promise.resolve();
addEventListener('message', ({ data }) => {
  last = last.then(() => answer(data));
});
