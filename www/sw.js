/**
 * Keeps the demo site for when there is no network: all files of one version, fetched together, used together.
 *
 * `precache.js`, written as the site is put together, names the files and a version that changes with them. A new
 * version is fetched beside the old one and takes over when no page shows the old one any more, so that a page
 * never loads a view of another version; the page that is alone takes it with the next visit or reload.
 *
 * What only the studio needs is many times the rest, and kept once somebody has opened it. Until then the studio has
 * nothing from here, so that it has all of its files of one version too.
 */
importScripts('precache.js');

const { version, files, studio } = self.precache;

/** An origin may hold several sites, and each of them this worker. */
const SITE = `briefing ${registration.scope}`;
const CACHE = `${SITE} ${version}`;

const keep = async (names) => (await caches.open(CACHE)).addAll(names.map((name) => new Request(name, { cache: 'no-cache' })));

/** Whether a version, or any, has the studio. @param {{cacheName?: string}} [version] */
const hasStudio = (version) => caches.match('studio.html', version);

/** Keeps the studio, unless the site has become another since; its next worker will do so. */
async function keepStudio() {
  if (await hasStudio({ cacheName: CACHE })) return;
  const now = await (await fetch('precache.js', { cache: 'no-cache' })).text();
  if (now.includes(version)) await keep(studio);
}

addEventListener('install', (event) => {
  event.waitUntil((async () => keep((await hasStudio()) ? [...files, ...studio] : files))());
});

addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(`${SITE} `) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await clients.claim();
  })());
});

addEventListener('message', (event) => {
  if (event.data === 'take over') skipWaiting();
  if (event.data === 'keep the studio') event.waitUntil(keepStudio());
});

/**
 * What a page is shown until the next version has taken over. It asks for nothing: a worker is only replaced when it has
 * nothing to do. What it might have missed before it listened, it looks for after a while.
 */
const SOON = '<link rel="icon" href="data:,"><script>navigator.serviceWorker.oncontrollerchange = () => location.reload()</script>';

/** Whether the studio, or its worker, asks. @param {string} url of the page */
const isStudio = (url) => url.slice(registration.scope.length).includes('studio');

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  event.respondWith((async () => {
    if (request.mode === 'navigate' && registration.waiting && (await clients.matchAll()).length < 2) {
      registration.waiting.postMessage('take over');
      return new Response(SOON, { headers: { 'content-type': 'text/html', refresh: '2' } });
    }
    const asking = request.mode === 'navigate' ? request.url : (await clients.get(event.clientId))?.url ?? '';
    if (isStudio(asking) && !(await hasStudio({ cacheName: CACHE }))) return fetch(request);
    const kept = await caches.match(pathname.replace(/index\.html$/, ''), { cacheName: CACHE });
    return kept ?? fetch(request);
  })());
});
