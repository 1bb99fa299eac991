// The service worker: opens the planner without a network, as it was when it was seen last.
//
// Files whose address names their content come from the cache first. Pages come from the
// planner; the pages of PLACES are kept as well, and shown when it cannot be reached. What is
// asked of /api and /fn passes by untouched.
//
// The kept pages are one person's. Each page says whose it is in a header; what is kept goes
// when another person's or nobody's page comes, and when somebody signs out.
//
// A new version takes over at once. Open pages do not mind: the files they name stay kept.

const FILES = 'files';
const PAGES = 'pages';
/** What is kept, by path: what people look at on the way. */
const PLACES = ['/dashboard', '/calendar', '/tasks', '/expenses'];
const HOME = '/dashboard';
/** The person a page was made for, told apart and not named. */
const PERSON = 'planner-person';
/** How many files are kept: those of two builds and more. */
const MOST_FILES = 160;
/** How long a page that is kept may take to come afresh, in milliseconds. */
const PATIENCE = 5_000;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    await self.clients.claim();
    // The page that brought the worker came without it.
    const response = await fetch(HOME, { headers: { accept: 'text/html' } }).catch(() => undefined);
    if (response?.ok && new URL(response.url).pathname === HOME) await keep(HOME, response);
  })());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method === 'POST' && /\/(account|auth)\/(sign-|delete)/.test(pathname)) {
    event.respondWith(fetch(request).finally(forget));
  } else if (request.method !== 'GET') {
    return;
  } else if (request.mode === 'navigate') {
    if (!/^\/(api|fn)\//.test(pathname)) event.respondWith(page(event, pathname));
  } else if (pathname.startsWith('/pkg/') || /^\/icon[^/]*\.(svg|png)$/.test(pathname)) {
    event.respondWith(file(request));
  }
});

async function file(request) {
  const cache = await caches.open(FILES);
  const known = await cache.match(request.url);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok && response.type === 'basic') await add(cache, request.url, response.clone());
  return response;
}

/** Adds a file; the oldest make room. */
async function add(cache, address, response) {
  await cache.put(address, response);
  const known = await cache.keys();
  for (const old of known.slice(0, Math.max(0, known.length - MOST_FILES))) await cache.delete(old);
}

async function page(event, pathname) {
  const kept = await caches.match(pathname === '/' ? HOME : pathname, { cacheName: PAGES });
  const coming = [fetch(event.request)];
  // Somebody who has waited long enough would rather see what is known.
  if (kept) coming.push(new Promise((_, fail) => setTimeout(fail, PATIENCE)));
  const response = await Promise.race(coming).catch(() => undefined);
  // Between us and the planner somebody may answer in its place that it is not there.
  const isThere = response && !(response.status >= 502 && response.status <= 504);
  if (!isThere) return kept ?? response ?? elsewhere();
  // Where it leads elsewhere, the page over there says whose it is.
  if (response.type === 'basic') event.waitUntil(keep(pathname, response.clone()));
  return response;
}

/** Keeps a page and the files that it names; forgets everything where the person changed. */
async function keep(pathname, response) {
  const person = response.headers.get(PERSON);
  const isHtml = response.headers.get('content-type')?.startsWith('text/html');
  if (!isHtml) return;
  const cache = await caches.open(PAGES);
  const before = (await cache.keys())[0];
  const whose = before && (await cache.match(before))?.headers.get(PERSON);
  if (before && whose !== person) await forget();
  if (!person || !response.ok || !PLACES.includes(pathname) || new URL(response.url).search) return;
  const html = await response.text();
  const headers = new Headers(response.headers);
  // It is stored as it is read, not as it was sent.
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  const now = new Date();
  const parts = { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' };
  const time = now.toLocaleString(undefined, parts);
  const marked = html.replace('<html ', `<html data-kept="${time}" `);
  await (await caches.open(PAGES)).put(pathname, new Response(marked, { headers }));
  const files = await caches.open(FILES);
  const named = new Set(html.match(/\/pkg\/[\w./-]+/g));
  await Promise.all([...named].map(async (address) => {
    if (await files.match(address)) return;
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) await add(files, address, response);
  }));
}

function forget() {
  return caches.delete(PAGES);
}

/** Leads to the dashboard, or says that nothing is known. */
async function elsewhere() {
  if (await caches.match(HOME, { cacheName: PAGES })) return Response.redirect(HOME);
  const body = `<!DOCTYPE html><html lang="en"><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
    <title>No connection · Planner</title><h1>No connection to your planner</h1>
    <p>Try again when you are online.</p></html>`;
  return new Response(body, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
