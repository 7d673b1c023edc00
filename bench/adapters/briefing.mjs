/** Ours: the engine with the pack inside one WebAssembly file, through the facade of the npm package. */
import { Briefing } from '../../pkg/index.js';

export const about = { name: 'briefing-widget', holds: 'full texts; excerpts with marks' };

/** @param {{ folder: string, docs: string, command: string }} tools */
export async function build(documents, { folder, docs, command }) {
  const { execFileSync } = await import('node:child_process');
  execFileSync(command, ['build', docs, '-o', `${folder}/pack.brief`, '--wasm', `${folder}/briefing.wasm`]);
  return {};
}

let briefing;

export async function open() {
  briefing = await Briefing.load({ wasm: new URL('briefing.wasm', location.href) });
}

/** As the widget asks: the last word may be unfinished, in a finished query too. */
export async function type(query) {
  const { hits } = await briefing.search(query);
  return hits.map((hit) => ({ id: hit.document, title: hit.title }));
}

export const search = type;
