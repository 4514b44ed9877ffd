/** Surroundings for tests: a log in memory, a marker that can be set, and bytes that never repeat but are always the same. */
import type { Bytes } from "./bytes.ts";
import { openMemoryLog } from "./log.memory.ts";
import type { Marker } from "./marker.ts";
import type { Channel, OpenedVault, Surroundings } from "./vault.ts";

export function countingBytes(): (length: number) => Bytes {
  let made = 0;
  return (length) => {
    const bytes = new Uint8Array(length);
    new DataView(bytes.buffer).setUint32(0, (made += 1));
    for (let place = 4; place < length; place += 1) bytes[place] = (made * 31 + place * 7) % 256;
    return bytes;
  };
}

export function memoryMarker(seen = false): Marker {
  let known = seen;
  return {
    seen: async () => known,
    set: async () => void (known = true),
    clear: async () => void (known = false),
  };
}

/** Two ends of one broadcast: each hears the other and not itself, a moment later, as browsers do. */
export function channelPair(): readonly [Channel, Channel] {
  const listeners: (() => void)[][] = [[], []];
  const end = (mine: 0 | 1): Channel => ({
    postMessage: () => queueMicrotask(() => listeners[1 - mine]?.forEach((listen) => listen())),
    addEventListener: (_kind, listen) => void listeners[mine]?.push(listen),
    close: () => void (listeners[mine] = []),
  });
  return [end(0), end(1)];
}

export const around = (over: Partial<Surroundings> = {}): Surroundings => ({
  log: openMemoryLog(),
  marker: memoryMarker(),
  random: countingBytes(),
  ...over,
});

export function opened(result: OpenedVault | { readonly is: string }): Extract<OpenedVault, { is: "open" }> {
  if (result.is !== "open") throw new Error(`the vault is ${result.is}`);
  return result as Extract<OpenedVault, { is: "open" }>;
}

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
