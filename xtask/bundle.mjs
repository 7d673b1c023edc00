/**
 * Bundles the element, the facade, wasm-bindgen's glue and Lit.
 *
 * - pkg/dist/define.js: a module for pages; the WebAssembly files lie beside it.
 * - pkg/dist/single.js: a classic script for one self-contained HTML file; the WebAssembly stands in the page.
 *
 * The facade asks `assets.js` where its WebAssembly is; each bundle gets its own answer in its place.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const pkg = fileURLToPath(new URL('../pkg/', import.meta.url));

/** Puts another file in the place of assets.js. */
const assets = (name) => ({
  name: 'assets',
  setup: ({ onResolve }) => onResolve({ filter: /\/assets\.js$/ }, () => ({ path: `${pkg}${name}`, sideEffects: false })),
});

const common = { bundle: true, minify: true, target: 'es2022', absWorkingDir: pkg, logLevel: 'warning' };

await Promise.all([
  build({
    ...common,
    stdin: { contents: "export * from './index.js'; export * from './element/define.js';", resolveDir: pkg },
    format: 'esm',
    legalComments: 'external',
    outfile: `${pkg}dist/define.js`,
    plugins: [assets('assets.dist.js')],
  }),
  build({
    ...common,
    entryPoints: [`${pkg}element/define.js`],
    format: 'iife',
    legalComments: 'eof',
    outfile: `${pkg}dist/single.js`,
    plugins: [assets('assets.inline.js')],
  }),
]);
