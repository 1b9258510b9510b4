/**
 * Keeps the page, its assets and the last answers of the API. Assets have their content in their name and come from the store;
 * everything else is asked for first and taken from the store only when the program cannot be reached, marked `X-Kept-Since`.
 */
const STORE = 'symbion-1';
const MOST = 600;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || isPassing(pathname)) return;
  if (pathname.startsWith('/assets/')) event.respondWith(fromStoreFirst(request));
  else event.respondWith(fromProgramFirst(event, request.mode === 'navigate' ? '/' : keyOf(request)));
});

/** Streams and files are not kept. */
function isPassing(pathname) {
  return pathname.endsWith('/events') || pathname.includes('/export/') || pathname.endsWith('/template');
}

/** Answers are in the language that was asked for. */
function keyOf(request) {
  const url = new URL(request.url);
  url.searchParams.set('kept-lang', request.headers.get('Accept-Language') ?? '');
  return url.href;
}

async function fromStoreFirst(request) {
  const store = await caches.open(STORE);
  const kept = await store.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await store.put(request, answer.clone());
  return answer;
}

async function fromProgramFirst(event, key) {
  const store = await caches.open(STORE);
  try {
    const answer = await fetch(event.request);
    if (answer.ok) event.waitUntil(keep(store, key, answer.clone()));
    return answer;
  } catch (error) {
    const kept = await store.match(key);
    if (!kept) throw error;
    const headers = new Headers(kept.headers);
    headers.set('X-Kept-Since', kept.headers.get('Date') ?? '');
    return new Response(kept.body, { status: kept.status, headers });
  }
}

async function keep(store, key, answer) {
  await store.put(key, answer);
  const keys = await store.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((old) => store.delete(old)));
}
