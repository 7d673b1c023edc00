/**
 * Where the WebAssembly is, for a page that holds everything: in `<script type="text/plain" id="briefing-wasm">`,
 * as gzip in base64.
 */

/** The engine with the page's briefing inside. */
export async function briefingWasm() {
  const text = document.getElementById('briefing-wasm').textContent;
  const packed = Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/** The same: the page has no other engine. */
export const engineWasm = briefingWasm;
