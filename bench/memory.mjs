/** What an open page holds: its heap with WebAssembly's memories, and all that its process has for itself. */
import { readFile } from 'node:fs/promises';

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
  const sizes = await Promise.all(renderers.map(async ({ id }) => {
    const lines = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => ''); // it may just have ended
    return [...lines.matchAll(/^Private_\w+: +(\d+) kB/gm)].reduce((sum, [, kilobytes]) => sum + 1024 * kilobytes, 0);
  }));
  return Math.max(...sizes);
}
