/**
 * The door without network: the page, its scripts, its font, and nothing else. Lists are not its business: the page keeps and judges them.
 * Its scope is `/kiem-tra` alone; no card ever passes through it.
 */

/** Written by the build. */
declare const __DOOR_FILES__: readonly string[];
declare const __DOOR_VERSION__: string;

/** The little of the service worker API that is used here: TypeScript's own types for it cannot stand beside those of a page. */
interface LastingEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface FetchingEvent extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchingEvent) => void): void;
}
const worker = self as unknown as Worker;

const OURS = 'kiem-tra-';
const CACHE = OURS + __DOOR_VERSION__;
const FILES = new Set(__DOOR_FILES__);
/** Asked of the network first: their words follow the server's settings. */
const PAGES = ['/kiem-tra', '/kiem-tra/huong-dan'];
/** Of the portal's, shared by all pages. */
const SHARED = ['/color-scheme.js', '/favicon.svg'];
/** A guard does not wait longer for a page that is already here. */
const NETWORK_MS_MAX = 3_000;

worker.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => worker.skipWaiting()));
});

async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([...FILES, ...PAGES, ...SHARED].map((address) => new Request(address, { cache: 'reload' })));
}

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => worker.clients.claim()));
});

async function forgetOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (PAGES.includes(pathname)) event.respondWith(pageOf(pathname));
  else if (FILES.has(pathname) || SHARED.includes(pathname)) event.respondWith(fileOf(pathname, request));
});

/** Always by its bare path: whatever was typed behind it goes nowhere. */
async function pageOf(pathname: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(pathname);
  try {
    const fresh = await fetch(pathname, kept ? { signal: AbortSignal.timeout(NETWORK_MS_MAX) } : {});
    if (fresh.ok) await cache.put(pathname, fresh.clone());
    return fresh.ok || !kept ? fresh : kept;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

async function fileOf(pathname: string, request: Request): Promise<Response> {
  return (await (await caches.open(CACHE)).match(pathname)) ?? fetch(request);
}
