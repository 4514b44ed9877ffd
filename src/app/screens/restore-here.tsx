import { useRef } from "preact/hooks";
import { browserMarker } from "#vault/marker.ts";
import { randomBytes } from "#vault/vault.ts";
import { useKeel } from "../keel.ts";
import { replaceWith } from "../place.ts";
import { restoreWith } from "../restoring.ts";
import { Restore } from "./restore.tsx";

/** Restore where a vault is open already: what is missing is added and read in at once; one without entries gives way. */
export function RestoreHere() {
  const { vault } = useKeel();
  const replaced = useRef(false);
  return (
    <Restore
      onRestore={async (words, bytes) => {
        const restored = await restoreWith(
          { log: vault.log, marker: browserMarker, random: randomBytes },
          words,
          bytes,
        );
        if (restored.ok && restored.replaced) replaced.current = true;
        else if (restored.ok) await vault.catchUp();
        return restored;
      }}
      onOpen={() => (replaced.current ? location.reload() : replaceWith("today"))}
    />
  );
}
