/**
 * Bundles the element, the facade, wasm-bindgen's glue and Lit.
 *
 * - pkg/dist/define.js: a module for pages; the WebAssembly files lie beside it, and in views/ the modules that it loads
 *   when they are first needed: views, languages.
 * - pkg/dist/single.js: a classic script for one self-contained HTML file; the WebAssembly stands in the page.
 *
 * Rollup makes the chunks, for it leaves in the entry what the entry and its views share, so that a page starts with one
 * script; esbuild makes them small. The facade asks `assets.js` where its WebAssembly is; each bundle gets its own answer
 * in its place.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import resolve from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { rollup } from 'rollup';

const pkg = fileURLToPath(new URL('../pkg/', import.meta.url));

/** Puts another file in the place of assets.js. */
const assets = (name) => ({
  name: 'assets',
  resolveId: (id) => (/\/assets\.js$/.test(id) ? { id: `${pkg}${name}`, moduleSideEffects: false } : undefined),
});

/** Licences stay, at the end of each file. */
const small = (format) => ({
  name: 'small',
  renderChunk: async (code) => (await transform(code, { minify: true, target: 'es2022', format, legalComments: 'eof' })).code,
});

/** @param {import('rollup').InputOption} input @param {string} place @param {import('rollup').OutputOptions} output */
async function bundle(input, place, output) {
  const made = await rollup({
    input, plugins: [assets(place), resolve({ exportConditions: ['production'], rootDir: pkg, ignoreSideEffectsForRoot: true })],
    preserveEntrySignatures: 'allow-extension',
  });
  await made.write({ plugins: [small(output.format)], ...output });
}

rmSync(`${pkg}dist/views`, { recursive: true, force: true });
await Promise.all([
  bundle({ define: `${pkg}element/module.js` }, 'assets.dist.js', { dir: `${pkg}dist`, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'views/[name].js' }),
  bundle(`${pkg}element/define.js`, 'assets.inline.js', { file: `${pkg}dist/single.js`, format: 'iife', name: 'briefingWidget', inlineDynamicImports: true }),
]);
