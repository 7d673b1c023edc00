/** Orama, saved and loaded by its own functions; the saved state holds the documents whole. */
import { create, insertMultiple, load, save, search as find } from '@orama/orama';

export const about = { name: 'Orama', package: '@orama/orama', holds: 'full texts' };

const fresh = () => create({ schema: { title: 'string', text: 'string' } });

export async function build(documents) {
  const index = fresh();
  await insertMultiple(index, documents.map(({ id, title, text }) => ({ id, title, text })));
  return { 'index.json': JSON.stringify(save(index)) };
}

let index;

export async function open() {
  index = fresh();
  load(index, await (await fetch('index.json')).json());
}

/** Words are taken as prefixes unless `exact` is asked for. */
export async function type(query) {
  const { hits } = await find(index, { term: query, boost: { title: 2 }, limit: 10 });
  return hits.map(({ document }) => ({ id: document.id, title: document.title }));
}

export const search = type;
