/**
 * Where the WebAssembly is, for a page that holds everything: in `<script type="text/plain" id="briefing-wasm">`,
 * as gzip in base64.
 */
import { unpacked } from './unpacked.js';

/** The engine with the page's briefing inside. */
export const briefingWasm = () => unpacked(document.getElementById('briefing-wasm').textContent.trim());

/** The same: the page has no other engine. */
export const engineWasm = briefingWasm;
