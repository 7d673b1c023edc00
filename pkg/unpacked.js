/** WebAssembly that stands in a page or in a script, as gzip in base64. */

/** @param {string} text @returns {Promise<Uint8Array>} */
export async function unpacked(text) {
  const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
