/** Pagefind: its index lies in many small files, and a query fetches those it needs, a hit's text included. */
export const about = { name: 'Pagefind', package: 'pagefind', holds: 'full texts; excerpts with marks' };

/** @param {{ folder: string }} tools */
export async function build(documents, { folder }) {
  const { close, createIndex } = await import('pagefind');
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`pagefind: ${errors.join('; ')}`);
  for (const { id, title, text } of documents) {
    const content = `${title}\n${text}`;
    const added = await index.addCustomRecord({ url: `/${id}`, content, language: 'en', meta: { title } });
    if (added.errors.length) throw new Error(`pagefind: ${added.errors.join('; ')}`);
  }
  await index.writeFiles({ outputPath: `${folder}/pagefind` });
  await close();
  return {};
}

let pagefind;

export async function open() {
  pagefind = await import(new URL('pagefind/pagefind.js', location.href).href);
  await pagefind.init();
}

/** Documents with all the words, the last one as a prefix; ten fragments are fetched for the page of hits. */
export async function type(query) {
  const { results } = await pagefind.search(query);
  const hits = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return hits.map(({ url, meta }) => ({ id: url, title: meta.title }));
}

export const search = type;
