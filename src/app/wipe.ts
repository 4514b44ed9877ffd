/**
 * Deletes everything, in the order that leaves the least behind: keys first, then the records, then what the browser
 * keeps around the app. The server's answer clears what a page cannot reach; without a network it is left out, and what
 * stays is sealed under a key that is gone.
 */
import type { Vault } from "#vault/vault.ts";

const clearDelayMs = 2_000;

/** Resolves to whether nothing readable by this browser is left. On success the page is loaded afresh. */
export async function wipeEverything(vault: Vault): Promise<boolean> {
  const wiped = await vault.wipe();
  sessionStorage.clear();
  localStorage.clear();
  try {
    for (const name of await caches.keys()) await caches.delete(name);
    for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister();
  } catch {
    // No cache or worker to clear: private windows refuse both.
  }
  try {
    await fetch("/wipe", { method: "POST", signal: AbortSignal.timeout(clearDelayMs) });
  } catch {
    // Offline: see above.
  }
  if (wiped) location.replace("/");
  return wiped;
}
