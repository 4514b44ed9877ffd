/**
 * Remembers, outside the log, that a vault existed in this browser. Some browsers clear one kind of storage and leave the
 * others: the mark lets the app say what happened in place of showing an empty vault. It holds no content.
 */

export interface Marker {
  seen(): Promise<boolean>;
  set(): Promise<void>;
  clear(): Promise<void>;
}

export const markerName = "keel-known";
const markerPlace = "/known";

/** Any of these may be refused in a private window; each is tried by itself. */
async function tried<T>(run: () => Promise<T> | T, otherwise: T): Promise<T> {
  try {
    return await run();
  } catch {
    return otherwise;
  }
}

export const browserMarker: Marker = {
  async seen() {
    const inStorage = await tried(() => localStorage.getItem(markerName) !== null, false);
    return inStorage || (await tried(async () => (await caches.match(markerPlace)) !== undefined, false));
  },
  async set() {
    await tried(() => localStorage.setItem(markerName, "1"), undefined);
    await tried(async () => (await caches.open(markerName)).put(markerPlace, new Response("1")), undefined);
  },
  async clear() {
    await tried(() => localStorage.removeItem(markerName), undefined);
    await tried(() => caches.delete(markerName), false);
  },
};
