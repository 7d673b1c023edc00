/** Where the WebAssembly is, for a script that holds everything: in the script, put there as the bundle is made. */
import packed from './dist/briefing.wasm';
import { unpacked } from './unpacked.js';

/** The engine with the default briefing inside. */
export const briefingWasm = () => unpacked(packed);

/** The same: a second engine, without a briefing, would weigh more than the briefing does. */
export const engineWasm = briefingWasm;
