/** What an open page holds: its heap with WebAssembly's memories, and all that its process has for itself. */
import { readdir, readFile } from 'node:fs/promises';

/**
 * Bytes after a collection of garbage. `heap` is the browser's own account, workers included, which leaves out the
 * memories of WebAssembly; page.mjs knows those of the page. `process` is what the page's process shares with no other
 * one (Linux only): code, compiled modules and what the allocator keeps are in it.
 */
export async function memory(browser, page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const heap = await page.evaluate(async () => (
    (await performance.measureUserAgentSpecificMemory()).bytes + (globalThis.wasmBytes?.() ?? 0)
  ));
  return { heap, process: await privateBytes(browser) };
}

/** Of the largest renderer: the browser keeps spare ones, which are empty. */
async function privateBytes(browser) {
  if (process.platform !== 'linux') return undefined;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return largest(renderers.map(({ id }) => id));
}

/** Bytes that the largest of some processes shares with no other one. @param {number[]} ids */
async function largest(ids) {
  const sizes = await Promise.all(ids.map(async (id) => {
    const lines = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => ''); // it may just have ended
    return [...lines.matchAll(/^Private_\w+: +(\d+) kB/gm)].reduce((sum, [, kilobytes]) => sum + 1024 * kilobytes, 0);
  }));
  return Math.max(0, ...sizes);
}

/** Bytes of the largest process among those that a process, or one of them, has started (Linux only). @param {number} id */
export async function largestBelow(id) {
  const below = [];
  for (const all = [id]; all.length;) {
    const parent = all.pop();
    const tasks = await readdir(`/proc/${parent}/task`).catch(() => []);
    for (const task of tasks) {
      const children = await readFile(`/proc/${parent}/task/${task}/children`, 'utf8').catch(() => '');
      const found = children.split(' ').filter(Boolean).map(Number);
      all.push(...found);
      below.push(...found);
    }
  }
  return largest(below);
}
