/**
 * Bundles the element, the facade, wasm-bindgen's glue and Lit.
 *
 * - pkg/dist/define.js: a module for pages; the WebAssembly files lie beside it, and in views/ the modules that it loads
 *   when they are first needed: views, languages.
 * - pkg/dist/single.js: a classic script for one self-contained HTML file; the WebAssembly stands in the page.
 * - pkg/dist/standalone.js, asked for by `standalone`: a classic script with the default briefing inside, for pages that
 *   take one script and nothing else. It needs pkg/dist/briefing.wasm, which is made with the two others.
 * - pkg/dist/studio/: the page that makes briefings in the browser, of www/studio, and its worker. Both use what the site
 *   has beside them, the widget and pkg/build.js, and hold no copy of it. It is no part of the package.
 *
 * Rollup makes the chunks, for it leaves in the entry what the entry and its views share, so that a page starts with one
 * script; esbuild makes them small. The facade asks `assets.js` where its WebAssembly is; each bundle gets its own answer
 * in its place.
 */
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import resolve from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { rollup } from 'rollup';

const pkg = fileURLToPath(new URL('../pkg/', import.meta.url));
const www = fileURLToPath(new URL('../www/', import.meta.url));

/** Puts another file in the place of assets.js. */
const assets = (name) => ({
  name: 'assets',
  resolveId: (id) => (/\/assets\.js$/.test(id) ? { id: `${pkg}${name}`, moduleSideEffects: false } : undefined),
});

/** Makes a text of a WebAssembly file that is imported: gzip in base64. */
const packed = {
  name: 'packed',
  load: (id) => (id.endsWith('.wasm') ? `export default "${gzipSync(readFileSync(id), { level: 9 }).toString('base64')}";` : undefined),
};

/** Licences stay, at the end of each file; a script keeps the name under which others find it. */
const small = (format) => ({
  name: 'small',
  renderChunk: async (code) => (await transform(code, { minify: true, target: 'es2022', format: format === 'esm' ? format : undefined, legalComments: 'eof' })).code,
});

/** @param {import('rollup').InputOption} input @param {string} place @param {import('rollup').OutputOptions} output @param {import('rollup').Plugin[]} [first] */
async function bundle(input, place, output, first = []) {
  const made = await rollup({
    input, plugins: [...first, assets(place), packed, resolve({ exportConditions: ['production'], rootDir: pkg, ignoreSideEffectsForRoot: true })],
    preserveEntrySignatures: 'allow-extension',
  });
  await made.write({ plugins: [small(output.format)], ...output });
}

/** What the studio takes from the site, as its bundles find it. */
const BESIDE = { '/pkg/dist/define.js': '../define.js', '/pkg/build.js': '../../build.js' };
const beside = {
  name: 'beside',
  resolveId: (id) => Object.entries(BESIDE).filter(([end]) => id.endsWith(end)).map(([, path]) => ({ id: path, external: true }))[0],
};

/** A module of the studio, with the chunks it loads later. @param {string} name */
const studio = (name) => bundle({ [name]: `${www}studio/${name}.js` }, 'assets.dist.js', {
  dir: `${pkg}dist/studio`, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name].js',
}, [beside]);

/** A classic script. What it exports is in `briefingWidget`. @param {string} entry @param {string} place @param {string} name */
const script = (entry, place, name) => bundle(`${pkg}element/${entry}`, place, {
  file: `${pkg}dist/${name}`, format: 'iife', name: 'briefingWidget', inlineDynamicImports: true,
});

if (process.argv[2] === 'standalone') {
  await script('module.js', 'assets.standalone.js', 'standalone.js');
} else {
  for (const folder of ['views', 'studio']) rmSync(`${pkg}dist/${folder}`, { recursive: true, force: true });
  await Promise.all([
    bundle({ define: `${pkg}element/module.js` }, 'assets.dist.js', { dir: `${pkg}dist`, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'views/[name].js' }),
    script('define.js', 'assets.inline.js', 'single.js'),
    studio('main'),
    studio('worker'),
  ]);
  // What `site` and `html` of build.js need beside these.
  const views = readdirSync(`${pkg}dist/views`).sort().map((name) => `views/${name}`);
  writeFileSync(`${pkg}dist/views.json`, JSON.stringify(views));
  copyFileSync(`${pkg}../www/single.html`, `${pkg}dist/shell.html`);
}
