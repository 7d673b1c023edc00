/** The built files that lie in dist/ beside this module, as bytes or as text, in browsers and in Node. */
import { BriefingError } from './briefing-error.js';

/** Bundlers see each `new URL(…, import.meta.url)` and bring the file along. */
const ADDRESSES = {
  'define.js': () => new URL('./dist/define.js', import.meta.url),
  'engine.wasm': () => new URL('./dist/engine.wasm', import.meta.url),
  'shell.html': () => new URL('./dist/shell.html', import.meta.url),
  'single.js': () => new URL('./dist/single.js', import.meta.url),
  'studio.wasm': () => new URL('./dist/studio.wasm', import.meta.url),
  'studio-whole.wasm': () => new URL('./dist/studio-whole.wasm', import.meta.url),
  'views.json': () => new URL('./dist/views.json', import.meta.url),
};

/** Named so that bundlers for browsers do not look for it. */
const NODE_FILES = 'node:fs/promises';

/** @param {string} name of a file of dist/ @returns {Promise<Uint8Array>} */
export async function bytesOf(name) {
  const url = ADDRESSES[name]?.() ?? new URL(name, ADDRESSES['define.js']());
  try {
    if (url.protocol === 'file:') return await (await import(/* @vite-ignore */ NODE_FILES)).readFile(url);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new BriefingError('fetch', `${url}: could not be loaded: ${error?.message ?? error}`, { cause: error });
  }
}

/** @param {string} name of a file of dist/ @returns {Promise<string>} */
export const textOf = async (name) => new TextDecoder().decode(await bytesOf(name));
