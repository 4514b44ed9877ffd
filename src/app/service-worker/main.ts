/**
 * Keeps the whole app for nights without signal. One version is one cache, filled completely before it may serve anything,
 * so old and new files never mix. A new version waits for the person's word ("use") or for every tab to be closed.
 */
declare const self: ServiceWorkerGlobalScope;
/** Put here by the build: the version, and every file of it. */
declare const keelVersion: string;
declare const keelFiles: readonly string[];

const cachePrefix = "keel-app-";
const cacheName = `${cachePrefix}${keelVersion}`;

interface Routing {
  /** Chromium 123 and later: answers from the cache without waking this worker, which on a phone takes a tenth of a second. */
  addRoutes?(rules: readonly { condition: { urlPattern: object }; source: { cacheName: string } }[]): Promise<void>;
}

self.addEventListener("install", (event) => {
  const routes = ["/", "/assets/*"].map((pathname) => ({
    condition: { urlPattern: { pathname, search: "" } },
    source: { cacheName },
  }));
  // What a browser cannot route, the fetch listener below answers.
  event.waitUntil((event as Routing).addRoutes?.(routes).catch(() => {}) ?? Promise.resolve());
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(keelFiles.map((file) => new Request(file, { cache: "reload" })))),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith(cachePrefix) && name !== cacheName) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "use") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  const known = keelFiles.includes(pathname);
  if (!known && request.mode !== "navigate") return;
  const file = known ? pathname : "/";
  event.respondWith(
    (async () => {
      const cache = await caches.open(cacheName);
      return (await cache.match(file, { ignoreVary: true })) ?? fetch(request);
    })(),
  );
});
