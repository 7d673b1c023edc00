/** FlexSearch: a document index that keeps the titles, exported piece by piece into one JSON file. */
import { Document } from 'flexsearch';

/** @param {'forward' | 'strict'} tokenize prefixes of every word, or whole words */
export function flexsearch(tokenize) {
  const fresh = () => new Document({ document: { id: 'id', index: ['title', 'text'], store: ['title'] }, tokenize });
  let index;

  return {
    async build(documents) {
      const built = fresh();
      for (const document of documents) built.add(document);
      const parts = {};
      await built.export((key, data) => {
        if (data !== undefined) parts[key] = data;
      });
      return { 'index.json': JSON.stringify(parts) };
    },

    async open() {
      index = fresh();
      const parts = await (await fetch('index.json')).json();
      for (const [key, data] of Object.entries(parts)) index.import(key, data);
    },

    /** `suggest` also finds documents that have only some of the words; `merge` makes one list of both fields. */
    async search(query) {
      const found = index.search(query, { limit: 10, suggest: true, enrich: true, merge: true });
      return found.slice(0, 10).map(({ id, doc }) => ({ id, title: doc?.title }));
    },
  };
}
