/**
 * The worker: reads articles and builds of them, off the page's own thread. It does one thing at a time, in the order of
 * the questions `{id, duty, given}`; each is answered by `{id, answer}` or `{id, error}`, after any number of `{id, progress}`.
 *
 * A work that broke off, most often for want of memory, and any error that is not told as a `BriefingError`, leave nothing here
 * that can be relied on: the page ends the worker.
 */
/** What reads and builds. It is not imported at the head, for a question may come before it is there. */
async function parts() {
  try {
    return await import('../../pkg/build.js');
  } catch (error) {
    throw Object.assign(new Error(error.message), { name: 'BriefingError', code: 'studio' });
  }
}

/** What was read. @type {Promise<object> | undefined} */
let made;

function workshop() {
  made ??= parts().then(({ Workshop }) => new Workshop());
  return made;
}

/** Hands a file to the workshop, which reads it; a file that is gone or has changed since is no fault of the workshop. */
async function add({ path, file, named }) {
  const at = await workshop();
  try {
    await at.add({ path, bytes: file, named });
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    await at.remove(path);
    throw Object.assign(new Error(error.message), { name: 'BriefingError', code: 'unreadable' });
  }
}

/** @type {Record<string, (given: any, on: (progress: object) => void) => any>} */
const DUTIES = {
  add,
  remove: async ({ path }) => { await (await workshop()).remove(path); },
  read: async () => (await workshop()).table(),
  build: async ({ edits }, on) => (await workshop()).build(edits, on),
  toml: async ({ edits }) => new TextEncoder().encode(await (await workshop()).toml(edits)),
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
    postMessage({ id, error: { code, message: message ?? String(error), expected: name === 'BriefingError' && code !== 'broke-off' } });
  }
}

let last = Promise.resolve();
addEventListener('message', ({ data }) => {
  last = last.then(() => answer(data));
});
