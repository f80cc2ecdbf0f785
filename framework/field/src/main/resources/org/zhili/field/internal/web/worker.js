/**
 * Keeps the page on the phone. EDITION and FILES are written before this by the town: a phone that
 * sees another edition fetches all of its files before it lets go of those it has.
 */
const KEPT = `field-${EDITION}`;

self.addEventListener('install', event => event.waitUntil(take()));
self.addEventListener('activate', event => event.waitUntil(tidy()));
self.addEventListener('fetch', event => {
  const name = asked(event.request);
  if (name !== undefined) {
    event.respondWith(answer(name, event.request));
  }
});

async function take() {
  const kept = await caches.open(KEPT);
  await kept.addAll(FILES.map(name => new Request(name, {cache: 'reload'})));
  await self.skipWaiting();
}

async function tidy() {
  const others = (await caches.keys()).filter(name => name.startsWith('field-') && name !== KEPT);
  await Promise.all(others.map(name => caches.delete(name)));
  await self.clients.claim();
}

/** The file a request is for, if it is one of the page; what the town knows is never kept here. */
function asked(request) {
  const scope = self.registration.scope;
  if (request.method !== 'GET' || !request.url.startsWith(scope)) {
    return undefined;
  }
  const name = request.url.slice(scope.length).replace(/[?#].*/, '') || 'index.html';
  return FILES.includes(name) ? name : undefined;
}

async function answer(name, request) {
  const kept = await caches.open(KEPT);
  return await kept.match(new URL(name, self.registration.scope).href) ?? fetch(request);
}
