import { browserMarker } from "#vault/marker.ts";
import { randomBytes } from "#vault/vault.ts";
import { useKeel } from "../keel.ts";
import { replaceWith } from "../place.ts";
import { restoreWith } from "../restoring.ts";
import { Restore } from "./restore.tsx";

/** Restore where a vault is open already: what is missing is added, and read in at once. */
export function RestoreHere() {
  const { vault } = useKeel();
  return (
    <Restore
      onRestore={async (words, bytes) => {
        const restored = await restoreWith(
          { log: vault.log, marker: browserMarker, random: randomBytes },
          words,
          bytes,
        );
        if (restored.ok) await vault.catchUp();
        return restored;
      }}
      onOpen={() => replaceWith("today")}
    />
  );
}
