/**
 * Where the WebAssembly files are: beside this module, in dist/.
 *
 * Bundlers see the two `new URL(…, import.meta.url)` and bring the files along. Bundled copies of the facade get
 * another module in this one's place: assets.dist.js or assets.inline.js.
 */

/** The engine with the default briefing inside. */
export const briefingWasm = () => new URL('./dist/briefing.wasm', import.meta.url);

/** The engine alone. */
export const engineWasm = () => new URL('./dist/engine.wasm', import.meta.url);
