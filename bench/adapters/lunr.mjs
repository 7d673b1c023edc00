/** Lunr with a prebuilt index; it stores no fields, so the titles lie in a file of their own. */
import lunr from 'lunr';

export const about = { name: 'Lunr', package: 'lunr', holds: 'titles' };

export async function build(documents) {
  const index = lunr(function () {
    this.ref('id');
    this.field('title', { boost: 10 });
    this.field('text');
    for (const document of documents) this.add(document);
  });
  const titles = Object.fromEntries(documents.map(({ id, title }) => [id, title]));
  return { 'index.json': JSON.stringify(index), 'titles.json': JSON.stringify(titles) };
}

let index;
let titles;

export async function open() {
  const [loaded, names] = await Promise.all(['index.json', 'titles.json'].map(async (name) => (await fetch(name)).json()));
  index = lunr.Index.load(loaded);
  titles = names;
}

function ask(clauses) {
  return index.query(clauses).slice(0, 10).map(({ ref }) => ({ id: ref, title: titles[ref] }));
}

export async function search(query) {
  return ask((clause) => clause.term(lunr.tokenizer(query)));
}

/**
 * As its guide on searching proposes: exact words count most, words that begin so count less. Where numbers are in the
 * index, Lunr 2.3.9 may expand a wildcard to a word that no document has, and throws: it writes the states of its
 * automaton as strings in which a digit may be a letter or a part of a state's number. Then whole words must do.
 */
export async function type(query) {
  const words = lunr.tokenizer(query);
  try {
    return ask((clause) => {
      clause.term(words, { boost: 100 });
      const { TRAILING } = lunr.Query.wildcard;
      if (words.length) clause.term(words.at(-1), { boost: 10, wildcard: TRAILING, usePipeline: false });
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return search(query);
  }
}
