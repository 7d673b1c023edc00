/** A page of the site: it bears the title of its briefing, and once it is quiet it is kept for when there is no network. */
addEventListener('briefing-ready', ({ detail }) => { document.title = detail.info.title; });

async function keep() {
  try {
    await navigator.serviceWorker.register('sw.js');
    const { keep } = document.body.dataset;
    if (keep) (await navigator.serviceWorker.ready).active.postMessage(`keep ${keep}`);
  } catch {
    // No service workers here (a sandboxed frame, a private window): the page works as long as there is a network.
  }
}

addEventListener('load', () => (globalThis.requestIdleCallback ?? setTimeout)(keep));
