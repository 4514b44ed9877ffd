/** Whether the rows of one device are one unbroken chain: nothing changed, missing, added or moved. */
import { type Bytes, sameBytes, toHex } from "./bytes.ts";
import type { Row } from "./log.ts";
import { bodyHashOf, noHash, readHeader, recordHash } from "./seal.ts";

export interface Head {
  readonly seq: number;
  readonly hash: Bytes;
}

export const noHead: Head = { seq: 0, hash: noHash };

export type Break = "gap" | "altered" | "foreign";

export const headerOf = (row: Row): Bytes => (row.body.is === "record" ? row.body.record : row.body.header);

export function hashOf(row: Row): Bytes {
  return recordHash(headerOf(row), row.body.is === "record" ? bodyHashOf(row.body.record) : row.body.bodyHash);
}

/** How a row fails to follow `head`, or null when it does. */
export function breakAt(row: Row, head: Head, vaultId: Bytes): Break | null {
  const header = readHeader(headerOf(row));
  if (header === null) return "altered";
  if (!sameBytes(header.vaultId, vaultId) || toHex(header.deviceId) !== row.device) return "foreign";
  if (header.seq !== row.seq) return "altered";
  if (row.seq !== head.seq + 1) return "gap";
  return sameBytes(header.previous, head.hash) ? null : "altered";
}

export interface BrokenRow {
  readonly device: string;
  readonly seq: number;
  readonly why: Break | "unreadable";
}

/** Walks rows sorted by device and seq. A break is reported once; the walk goes on from what is stored. */
export function walkChains(
  rows: readonly Row[],
  from: ReadonlyMap<string, Head>,
  vaultId: Bytes,
): { readonly heads: ReadonlyMap<string, Head>; readonly broken: readonly BrokenRow[] } {
  const heads = new Map(from);
  const broken: BrokenRow[] = [];
  for (const row of rows) {
    const why = breakAt(row, heads.get(row.device) ?? noHead, vaultId);
    if (why !== null) broken.push({ device: row.device, seq: row.seq, why });
    heads.set(row.device, { seq: row.seq, hash: hashOf(row) });
  }
  return { heads, broken };
}
