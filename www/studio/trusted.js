/** The scripts that this page may start by their address: its own worker, and the one that keeps the site. Any other is refused. */
const OWN = [new URL('./worker.js', import.meta.url).href, new URL('sw.js', document.baseURI).href];

globalThis.trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => (OWN.includes(new URL(address, document.baseURI).href) ? address : null),
});
