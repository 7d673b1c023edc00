/** MiniSearch with the settings of its README: titles boosted, a little fuzziness, prefixes; its index as JSON. */
import MiniSearch from 'minisearch';

export const about = { name: 'MiniSearch', package: 'minisearch', holds: 'titles' };

const options = {
  fields: ['title', 'text'],
  storeFields: ['title'],
  searchOptions: {
    boost: { title: 2 },
    fuzzy: 0.2,
    prefix: (term, place, terms) => place === terms.length - 1,
  },
};

export async function build(documents) {
  const index = new MiniSearch(options);
  index.addAll(documents);
  return { 'index.json': JSON.stringify(index) };
}

let index;

export async function open() {
  const response = await fetch('index.json');
  index = MiniSearch.loadJSON(await response.text(), options);
}

export async function type(query) {
  return index.search(query).slice(0, 10).map(({ id, title }) => ({ id, title }));
}

export const search = type;
