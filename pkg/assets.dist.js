/** Where the WebAssembly files are, for bundles that lie in dist/ themselves. */

/** The engine with the default briefing inside. */
export const briefingWasm = () => new URL('./briefing.wasm', import.meta.url);

/** The engine alone. */
export const engineWasm = () => new URL('./engine.wasm', import.meta.url);
