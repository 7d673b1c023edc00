/** What runs in the page: opens a system, answers the first query, then answers lists of queries and times each. */

/** Memories of the WebAssembly modules that the page started. */
const memories = new Set();

for (const name of ['instantiate', 'instantiateStreaming']) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    const made = await original(...given);
    for (const value of Object.values((made.instance ?? made).exports)) {
      if (value instanceof WebAssembly.Memory) memories.add(value);
    }
    return made;
  };
}

/** @param {{ open: () => Promise<void>, search: Function, type?: Function }} system */
export async function start({ open, search, type }) {
  const first = decodeURIComponent(location.hash.slice(1));
  await open();
  const opened = performance.now();
  const hits = await search(first);
  // The clock of the page began with its navigation.
  globalThis.cold = { opened, answered: performance.now(), hits: hits.length };
  globalThis.timeSearches = (queries) => time(search, queries);
  globalThis.wasmBytes = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  globalThis.timeTyping = (queries) => time(type, queries);
}

/** Milliseconds of each query, and how many had hits. */
async function time(ask, queries) {
  const times = [];
  let answered = 0;
  for (const query of queries) {
    const before = performance.now();
    const hits = await ask(query);
    times.push(performance.now() - before);
    if (hits.length) answered += 1;
  }
  return { times, answered };
}
