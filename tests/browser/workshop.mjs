/**
 * Stands in for pkg/build.js in scenarios of what articles can hardly bring about: a thousand rows, a worker that dies, a
 * build that takes its time. It reads Markdown with front matter, one article a file, and builds the demo's own pack.
 *
 * Words in a text say what happens: `DIE AT ADD`, `DIE AT BUILD` (a memory that is used up), `SLOW` (a build of many steps),
 * `ROWS 1000` (so many articles in one file). A `.zip` is refused, a `.png` passed over.
 */
const decoder = new TextDecoder();

class BriefingError extends Error {
  constructor(code, message) {
    super(message);
    Object.assign(this, { name: 'BriefingError', code });
  }
}

const died = () => new WebAssembly.RuntimeError('memory access out of bounds');

/** @returns {object[]} rows */
function articles(path, text) {
  const [, head = '', body] = /^(?:---\n([\s\S]*?)---\n)?([\s\S]*)$/.exec(text);
  const given = Object.fromEntries(head.split('\n').filter(Boolean).map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2).replace(/^".*"$/, JSON.parse)]));
  const lines = body.trim().split('\n');
  const dropped = lines.filter((line) => /^Share/.test(line)).map((line) => ({ rule: 'interface', text: line }));
  const stem = path.replace(/^.*\/|\.\w+$/g, '');
  const row = { id: stem, place: path, title: given.title ?? lines[0], titleFrom: given.title ? 'metadata' : 'heading', source: given.source, date: given.date, url: given.url,
    lang: 'en', excluded: false, words: body.split(/\s+/).length, dropped };
  const rows = Number(/ROWS (\d+)/.exec(body)?.[1] ?? 1);
  if (rows === 1) return [row];
  return Array.from({ length: rows }, (_, i) => ({ ...row, id: `${stem}-${i}`, place: `${path}:${i + 1}`, title: `${row.title} ${i + 1}` }));
}

export class Workshop {
  #texts = new Map();

  async add({ path, bytes }) {
    const text = decoder.decode(await bytes.arrayBuffer());
    if (text.includes('DIE AT ADD')) throw died();
    this.#texts.set(path, text);
  }

  async remove(path) {
    this.#texts.delete(path);
  }

  table() {
    const table = { title: 'Harbour', documents: [], notices: [], refused: [] };
    for (const [path, text] of [...this.#texts].sort()) {
      if (path.endsWith('.zip')) table.refused.push({ code: 'bad-file', file: path, message: `${path}: the archive ends too early; download it again` });
      else if (path.endsWith('.png')) table.notices.push(`${path}: passed over: no kind of file that holds articles`);
      else table.documents.push(...articles(path, text));
    }
    return table;
  }

  build({ documents }, on) {
    if (Object.values(documents).some(({ source }) => source === 'nobody')) throw new BriefingError('bad-edit', 'documents: a source is not “nobody”');
    const all = [...this.#texts.values()].join('\n');
    const steps = ['words', 'near-copies', 'acronyms', 'key points', 'timeline', 'an unheard-of step', 'writing'];
    for (const [done, step] of steps.entries()) {
      on?.({ stage: 'build', step, done, of: steps.length });
      if (all.includes('DIE AT BUILD')) throw died();
      const until = Date.now() + (all.includes('SLOW') ? 2000 : 0);
      while (Date.now() < until);
    }
    return new Uint8Array(PACK);
  }

  toml({ title }) {
    return `title = ${JSON.stringify(title)}\n`;
  }
}

const module = await WebAssembly.compileStreaming(fetch(new URL('./dist/briefing.wasm', import.meta.url)));
const [PACK] = WebAssembly.Module.customSections(module, 'briefing');

export const html = async () => new TextEncoder().encode('<!doctype html><title>A page</title>');
export const wasm = async () => new Uint8Array(await (await fetch(new URL('./dist/briefing.wasm', import.meta.url))).arrayBuffer());
export const site = async () => [{ path: 'index.html', bytes: await html() }, { path: 'views/reader.js', bytes: new Uint8Array(3) }];
