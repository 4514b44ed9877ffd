/** What the browser offers the vault, with what is missing left out. */
import { openIndexedDbLog } from "#vault/log.indexeddb.ts";
import { openMemoryLog } from "#vault/log.memory.ts";
import { browserMarker } from "#vault/marker.ts";
import { type Surroundings, randomBytes } from "#vault/vault.ts";

export type Found =
  | { readonly is: "storage"; readonly around: Surroundings }
  /** Nothing can be kept here. An urge can still be ridden out in memory. */
  | { readonly is: "memory"; readonly around: Surroundings }
  | { readonly is: "newer" };

export async function findSurroundings(onClosed: () => void): Promise<Found> {
  const opened = await openIndexedDbLog(onClosed);
  if (opened.is === "newer") return { is: "newer" };
  if (opened.is === "unavailable") {
    return { is: "memory", around: { log: openMemoryLog(), marker: browserMarker, random: randomBytes } };
  }
  return {
    is: "storage",
    around: {
      log: opened.log,
      marker: browserMarker,
      random: randomBytes,
      locks: "locks" in navigator ? navigator.locks : undefined,
      channel: "BroadcastChannel" in globalThis ? new BroadcastChannel("keel/log") : undefined,
    },
  };
}
