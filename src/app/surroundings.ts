/** What the browser offers the vault, with what is missing left out. */
import { openIndexedDbLog } from "#vault/log.indexeddb.ts";
import { browserMarker } from "#vault/marker.ts";
import { type Surroundings, randomBytes } from "#vault/vault.ts";

export type Found =
  | { readonly is: "storage"; readonly around: Surroundings }
  /** The browser refuses storage, or cannot read it. */
  | { readonly is: "unavailable"; readonly wasHere: boolean }
  | { readonly is: "newer" };

export async function findSurroundings(onClosed: () => void): Promise<Found> {
  const opened = await openIndexedDbLog(onClosed);
  if (opened.is === "newer") return { is: "newer" };
  if (opened.is === "unavailable") return { is: "unavailable", wasHere: await browserMarker.seen() };
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
