/** Ours once more, without prefixes: what a page pays that searches on the return key alone. */
import { Briefing } from '../../pkg/index.js';

export { build } from './briefing.mjs';

export const about = { name: 'briefing-widget, whole words', holds: 'full texts; excerpts with marks' };

let briefing;

export async function open() {
  briefing = await Briefing.load({ wasm: new URL('briefing.wasm', location.href) });
}

export async function search(query) {
  const { hits } = await briefing.search(query, { prefix: false });
  return hits.map((hit) => ({ id: hit.document, title: hit.title }));
}

/** Whole words do not answer while they are typed. */
export const type = undefined;
