/**
 * The checkpoint: opened records sealed again in groups, so that opening ten years of use reads a few hundred boxes and
 * not tens of thousands of small ones. It holds nothing the log does not hold; without it the log is read instead.
 */
import { type Bytes, fromHex, joinBytes, readU32, readU64, sameBytes, textBytes, toHex, u32, u64 } from "./bytes.ts";
import type { Head } from "./chain.ts";
import { type VaultKeys, deviceIdBytes } from "./keys.ts";
import { openBox, sealBox } from "./seal.ts";

export const entriesPerSegment = 256;

export interface Entry {
  readonly device: string;
  readonly seq: number;
  readonly bytes: Bytes;
}

export interface Index {
  readonly segments: number;
  readonly heads: ReadonlyMap<string, Head>;
}

const entryHeadBytes = deviceIdBytes + 8 + 4;

function writeEntries(entries: readonly Entry[]): Bytes {
  return joinBytes(
    ...entries.flatMap((entry) => [fromHex(entry.device), u64(entry.seq), u32(entry.bytes.length), entry.bytes]),
  );
}

function readEntries(plain: Bytes): readonly Entry[] {
  const entries: Entry[] = [];
  let deviceId: Bytes = new Uint8Array(0);
  let device = "";
  for (let at = 0; at < plain.length;) {
    const length = readU32(plain, at + deviceIdBytes + 8);
    const start = at + entryHeadBytes;
    const id = plain.subarray(at, at + deviceIdBytes);
    // Most entries are of the device before: writing its name out for each is a tenth of opening ten years.
    if (!sameBytes(id, deviceId)) {
      deviceId = id;
      device = toHex(id);
    }
    entries.push({
      device,
      seq: readU64(plain, at + deviceIdBytes),
      bytes: plain.subarray(start, start + length),
    });
    at = start + length;
  }
  return entries;
}

const segmentLabel = (keys: VaultKeys, place: number): string => `keel/segment/1/${toHex(keys.vaultId)}/${place}`;
const indexLabel = (keys: VaultKeys): string => `keel/index/1/${toHex(keys.vaultId)}`;

export const sealSegment = (keys: VaultKeys, place: number, entries: readonly Entry[], nonce: Bytes): Promise<Bytes> =>
  sealBox(keys.checkpoint, segmentLabel(keys, place), writeEntries(entries), nonce);

export async function openSegment(keys: VaultKeys, place: number, box: Bytes): Promise<readonly Entry[] | null> {
  const plain = await openBox(keys.checkpoint, segmentLabel(keys, place), box);
  return plain === null ? null : readEntries(plain);
}

export function sealIndex(keys: VaultKeys, index: Index, nonce: Bytes): Promise<Bytes> {
  const heads = [...index.heads].map(([device, head]) => [device, head.seq, toHex(head.hash)]);
  const plain = textBytes(JSON.stringify({ segments: index.segments, heads }));
  return sealBox(keys.checkpoint, indexLabel(keys), plain, nonce);
}

/** Null when it does not open. What opens was written by this room, and is not checked further. */
export async function openIndex(keys: VaultKeys, box: Bytes): Promise<Index | null> {
  const plain = await openBox(keys.checkpoint, indexLabel(keys), box);
  if (plain === null) return null;
  const value = JSON.parse(new TextDecoder().decode(plain)) as {
    segments: number;
    heads: readonly [string, number, string][];
  };
  return {
    segments: value.segments,
    heads: new Map(value.heads.map(([device, seq, hash]) => [device, { seq, hash: fromHex(hash) }])),
  };
}
