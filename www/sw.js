/**
 * Keeps the demo site for when there is no network: all files of one version, fetched together, used together.
 *
 * `precache.js`, written as the site is put together, names the files and a version that changes with them. A new
 * version is fetched beside the old one and takes over when no page shows the old one any more, so that a page
 * never loads a view of another version; the page that is alone takes it with the next visit or reload.
 */
importScripts('precache.js');

const { version, files } = self.precache;

/** An origin may hold several sites, and each of them this worker. */
const SITE = `briefing ${registration.scope}`;
const CACHE = `${SITE} ${version}`;

addEventListener('install', (event) => {
  const fetched = files.map((file) => new Request(file, { cache: 'no-cache' }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fetched)));
});

addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(`${SITE} `) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await clients.claim();
  })());
});

addEventListener('message', ({ data }) => {
  if (data === 'take over') skipWaiting();
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  event.respondWith((async () => {
    if (request.mode === 'navigate' && registration.waiting && (await clients.matchAll()).length < 2) {
      registration.waiting.postMessage('take over');
      return new Response('<link rel="icon" href="data:,">', { headers: { 'content-type': 'text/html', refresh: '0' } });
    }
    const kept = await caches.match(pathname.replace(/index\.html$/, ''), { cacheName: CACHE });
    return kept ?? fetch(request);
  })());
});
