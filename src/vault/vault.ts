/**
 * The vault: one person's sealed log, opened. It knows bytes, not breakups.
 *
 * Several tabs may hold the same vault. Appends take turns under a browser lock, and the log itself refuses a second
 * record in one place, so that the chain of this device stays one chain even where there are no locks. The other tabs
 * follow: each append says "something new", and they read it from the log.
 */
import { type Bytes, toHex } from "./bytes.ts";
import { type BrokenRow, type Head, hashOf, headerOf, noHead, walkChains } from "./chain.ts";
import {
  type Entry,
  type Index,
  entriesPerSegment,
  openIndex,
  openSegment,
  sealIndex,
  sealSegment,
} from "./checkpoint.ts";
import { type VaultKeys, deriveKeys, deviceIdBytes } from "./keys.ts";
import type { CheckpointChange, Log, Row, Written } from "./log.ts";
import type { Marker } from "./marker.ts";
import {
  bodyHashOf,
  headerBytes,
  nonceBytes,
  openBox,
  openRecord,
  plainBytesMax,
  readHeader,
  sealBox,
  sealRecord,
} from "./seal.ts";
import { secretBytes, writeWords } from "./secret.ts";
import { type Wrapped, makeNoneSlot, openSlot, unwrap, wrap } from "./slot.ts";

export type { Entry } from "./checkpoint.ts";

export interface Place {
  readonly device: string;
  readonly seq: number;
}

export type Appended =
  | { readonly ok: true; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly why: "full" | "too-long" | "unwritable" };

export type Changed = { readonly ok: true } | { readonly ok: false; readonly why: "full" | "unwritable" };

export interface Vault {
  readonly vaultId: string;
  readonly deviceId: string;
  readonly keys: VaultKeys;
  readonly log: Log;
  /** Durable, all or nothing, in order. */
  append(plains: readonly Uint8Array[]): Promise<Appended>;
  /** Hears of what other tabs append, in order, once each. Returns how to stop. */
  follow(listen: (entries: readonly Entry[]) => void): () => void;
  /** Looks for what other tabs appended. Called by itself on their word; call it when the app is seen again. */
  catchUp(): Promise<void>;
  /** Removes the contents of these records for good. Their headers stay, and the chain still verifies. */
  erase(places: readonly Place[]): Promise<Changed>;
  /** Seals what is not in the checkpoint yet. For idle moments; nothing waits for it. */
  compact(): Promise<void>;
  /** Checks every record of every device. */
  verify(): Promise<readonly BrokenRow[]>;
  readDraft(name: string): Promise<Bytes | null>;
  writeDraft(name: string, plain: Uint8Array | null): Promise<Changed>;
  /** The secret as twelve words. */
  words(): Promise<readonly string[]>;
  wipe(): Promise<boolean>;
  close(): void;
}

export interface Surroundings {
  readonly log: Log;
  readonly marker: Marker;
  /** Fresh random bytes: `crypto.getRandomValues` in the app, a fixed sequence in test vectors. */
  readonly random: (length: number) => Bytes;
  /** Absent in browsers without Web Locks. */
  readonly locks?: Pick<LockManager, "request"> | undefined;
  /** Absent in browsers without BroadcastChannel. */
  readonly channel?: Channel | undefined;
}

export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(kind: "message", listen: () => void): void;
  close(): void;
}

export type OpenedVault =
  | {
      readonly is: "open";
      readonly vault: Vault;
      readonly entries: readonly Entry[];
      readonly damaged: readonly BrokenRow[];
      /** The checkpoint was missing or unreadable, and the whole log was read. */
      readonly rebuilt: boolean;
    }
  | { readonly is: "empty" }
  /** There was a vault here, and the browser has cleared it. */
  | { readonly is: "evicted" }
  | { readonly is: "locked" }
  | { readonly is: "unreadable" };

const slotName = "slot";
const wrappedName = "wrapped";
const lockName = "keel/log";
/** Records opened at once: enough to keep WebCrypto busy, few enough to keep memory flat. */
const openedAtOnce = 1_000;

const ok: Changed = { ok: true };

const changed = (written: Written): Changed =>
  written.ok ? ok : { ok: false, why: written.why === "full" ? "full" : "unwritable" };

async function openRows(
  keys: VaultKeys,
  rows: readonly Row[],
): Promise<{ readonly entries: readonly Entry[]; readonly unreadable: readonly BrokenRow[] }> {
  const entries: Entry[] = [];
  const unreadable: BrokenRow[] = [];
  for (let start = 0; start < rows.length; start += openedAtOnce) {
    const group = rows.slice(start, start + openedAtOnce);
    const plains = await Promise.all(
      group.map((row) => (row.body.is === "record" ? openRecord(keys, row.body.record) : null)),
    );
    for (const [index, row] of group.entries()) {
      const bytes = plains[index];
      if (row.body.is === "erased") continue;
      if (bytes) entries.push({ device: row.device, seq: row.seq, bytes });
      else unreadable.push({ device: row.device, seq: row.seq, why: "unreadable" });
    }
  }
  return { entries, unreadable };
}

async function readSegments(
  keys: VaultKeys,
  log: Log,
): Promise<{ readonly index: Index; readonly segments: readonly (readonly Entry[])[] } | null> {
  const stored = await log.readCheckpoint();
  if (stored.index === null) return null;
  const index = await openIndex(keys, stored.index);
  if (index === null) return null;
  const segments = await Promise.all(
    Array.from({ length: index.segments }, async (_, place) => {
      const box = stored.segments[place];
      return box === undefined ? null : openSegment(keys, place, box);
    }),
  );
  const whole = segments.filter((segment) => segment !== null);
  return whole.length === segments.length ? { index, segments: whole } : null;
}

export async function openVault(around: Surroundings): Promise<OpenedVault> {
  const { log, marker } = around;
  const slot = await log.readMeta(slotName);
  const box = await log.readMeta(wrappedName);
  if (slot === null || box === null) {
    if (slot !== null || box !== null) return { is: "unreadable" };
    return { is: (await marker.seen()) ? "evicted" : "empty" };
  }
  const opened = openSlot(slot);
  if (opened.is === "locked") return { is: "locked" };
  const wrapped = opened.is === "open" ? await unwrap(opened.deviceKey, box) : null;
  if (opened.is === "damaged" || wrapped === null) return { is: "unreadable" };
  const keys = await deriveKeys(wrapped.secret, wrapped.vaultId);

  const checkpoint = await readSegments(keys, log);
  const known = checkpoint?.index.heads ?? new Map<string, Head>();
  const rows = await log.rowsAfter(new Map([...known].map(([device, head]) => [device, head.seq])));
  const walked = walkChains(rows, known, keys.vaultId);
  const tail = await openRows(keys, rows);
  const entries = [...(checkpoint?.segments ?? []).flat(), ...tail.entries];
  const unreadable = new Set(tail.unreadable.map((row) => `${row.device}/${row.seq}`));
  const damaged = [...tail.unreadable, ...walked.broken.filter((row) => !unreadable.has(`${row.device}/${row.seq}`))];

  // A head that cannot be read any more cannot be followed: this device goes on under a new id, and nothing forks.
  let { deviceId } = wrapped;
  const last = await log.lastRow(toHex(deviceId));
  if (last !== null && readHeader(headerOf(last)) === null) {
    deviceId = around.random(deviceIdBytes);
    await log.writeMeta(wrappedName, await wrap(opened.deviceKey, { ...wrapped, deviceId }, around.random(nonceBytes)));
  }
  await marker.set();
  const vault = vaultOn(around, keys, deviceId, walked.heads);
  return { is: "open", vault, entries, damaged, rebuilt: checkpoint === null && rows.length >= entriesPerSegment };
}

/** Puts a vault into an empty log. If another tab was quicker, that tab's vault is opened. */
export async function createVault(around: Surroundings): Promise<OpenedVault | { readonly is: "full" | "unwritable" }> {
  return putVault(around, around.random(secretBytes));
}

/** As `createVault`, for a secret that exists already: a backup's, or another device's. */
export async function putVault(
  around: Surroundings,
  secret: Bytes,
): Promise<OpenedVault | { readonly is: "full" | "unwritable" }> {
  const { vaultId } = await deriveKeys(secret);
  const deviceKey = around.random(32);
  const wrapped: Wrapped = { secret, vaultId, deviceId: around.random(deviceIdBytes) };
  const created = await around.log.create({
    [slotName]: makeNoneSlot(deviceKey),
    [wrappedName]: await wrap(deviceKey, wrapped, around.random(nonceBytes)),
  });
  if (!created.ok && created.why !== "taken") return { is: created.why };
  return openVault(around);
}

function vaultOn(
  around: Surroundings,
  keys: VaultKeys,
  deviceId: Bytes,
  headsAtOpening: ReadonlyMap<string, Head>,
): Vault {
  const { log, channel, random } = around;
  const device = toHex(deviceId);
  /** The newest record of each device that this tab has opened or written. */
  const heads = new Map(headsAtOpening);
  const listeners = new Set<(entries: readonly Entry[]) => void>();
  let turn: Promise<unknown> = Promise.resolve();

  /** One thing at a time in this tab, and one tab at a time where the browser has locks. */
  function alone<T>(run: () => Promise<T>): Promise<T> {
    const next: Promise<T> = turn.then(async () => (around.locks ? await around.locks.request(lockName, run) : run()));
    turn = next.catch(() => {});
    return next;
  }

  async function look(): Promise<void> {
    const rows = await log.rowsAfter(new Map([...heads].map(([other, head]) => [other, head.seq])));
    if (rows.length === 0) return;
    const { entries } = await openRows(keys, rows);
    for (const row of rows) heads.set(row.device, { seq: row.seq, hash: hashOf(row) });
    for (const listen of listeners) listen(entries);
  }

  async function seal(plains: readonly Uint8Array[]): Promise<readonly Row[]> {
    const rows: Row[] = [];
    let head = heads.get(device) ?? noHead;
    for (const plain of plains) {
      const header = { vaultId: keys.vaultId, deviceId, seq: head.seq + 1, previous: head.hash };
      const record = await sealRecord(keys, header, plain, random(nonceBytes));
      const row: Row = { device, seq: header.seq, body: { is: "record", record } };
      rows.push(row);
      head = { seq: header.seq, hash: hashOf(row) };
    }
    return rows;
  }

  async function append(plains: readonly Uint8Array[]): Promise<Appended> {
    if (plains.some((plain) => plain.length > plainBytesMax)) return { ok: false, why: "too-long" };
    return alone(async (): Promise<Appended> => {
      for (;;) {
        const rows = await seal(plains);
        const written = await log.append(rows);
        if (written.ok) {
          const entries = rows.map((row, index) => ({
            device,
            seq: row.seq,
            bytes: new Uint8Array(plains[index] as Uint8Array),
          }));
          const last = rows.at(-1);
          if (last !== undefined) heads.set(device, { seq: last.seq, hash: hashOf(last) });
          channel?.postMessage("poke");
          return { ok: true, entries };
        }
        if (written.why !== "taken") return { ok: false, why: written.why };
        // Another tab was quicker: its records come first, then ours, sealed again behind them.
        await look();
      }
    });
  }

  const draftLabel = (name: string): string => `keel/draft/1/${toHex(keys.vaultId)}/${name}`;

  channel?.addEventListener("message", () => void alone(look).catch(() => {}));

  const vault: Vault = {
    vaultId: toHex(keys.vaultId),
    deviceId: device,
    keys,
    log,
    append,
    follow(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    catchUp: () => alone(look),
    erase: (places) =>
      alone(async () => {
        const wanted = new Set(places.map((place) => `${place.device}/${place.seq}`));
        const all = await log.rowsAfter(new Map());
        const rows = all
          .filter((row) => wanted.has(`${row.device}/${row.seq}`))
          .flatMap((row): Row[] =>
            row.body.is === "record"
              ? [
                  {
                    ...row,
                    body: {
                      is: "erased",
                      header: row.body.record.slice(0, headerBytes),
                      bodyHash: bodyHashOf(row.body.record),
                    },
                  },
                ]
              : [],
          );
        const checkpoint = await readSegments(keys, log);
        if (checkpoint === null) return changed(await log.erase(rows, null));
        const segments = new Map<number, Bytes>();
        for (const [place, segment] of checkpoint.segments.entries()) {
          const left = segment.filter((entry) => !wanted.has(`${entry.device}/${entry.seq}`));
          if (left.length < segment.length)
            segments.set(place, await sealSegment(keys, place, left, random(nonceBytes)));
        }
        const from = (await log.readCheckpoint()).index;
        const index = await sealIndex(keys, checkpoint.index, random(nonceBytes));
        return changed(await log.erase(rows, { from, index, segments }));
      }),
    compact: () =>
      alone(async () => {
        const checkpoint = await readSegments(keys, log);
        const known = checkpoint?.index.heads ?? new Map<string, Head>();
        const rows = await log.rowsAfter(new Map([...known].map(([other, head]) => [other, head.seq])));
        const whole = rows.slice(0, Math.floor(rows.length / entriesPerSegment) * entriesPerSegment);
        if (whole.length === 0) return;
        const walked = walkChains(whole, known, keys.vaultId);
        const opened = await openRows(keys, whole);
        // What cannot be read must not be hidden behind a checkpoint that calls it read.
        if (walked.broken.length > 0 || opened.unreadable.length > 0) return;
        const before = checkpoint?.index.segments ?? 0;
        const segments = new Map<number, Bytes>();
        for (let start = 0; start < opened.entries.length; start += entriesPerSegment) {
          const place = before + segments.size;
          const group = opened.entries.slice(start, start + entriesPerSegment);
          segments.set(place, await sealSegment(keys, place, group, random(nonceBytes)));
        }
        const index = { segments: before + segments.size, heads: walked.heads };
        const change: CheckpointChange = {
          from: (await log.readCheckpoint()).index,
          index: await sealIndex(keys, index, random(nonceBytes)),
          segments,
        };
        await log.writeCheckpoint(change);
      }),
    async verify() {
      const rows = await log.rowsAfter(new Map());
      const { broken } = walkChains(rows, new Map(), keys.vaultId);
      const { unreadable } = await openRows(keys, rows);
      return [...broken, ...unreadable];
    },
    async readDraft(name) {
      const box = await log.readDraft(name);
      return box === null ? null : openBox(keys.draft, draftLabel(name), box);
    },
    async writeDraft(name, plain) {
      const box = plain === null ? null : await sealBox(keys.draft, draftLabel(name), plain, random(nonceBytes));
      return changed(await log.writeDraft(name, box));
    },
    words: () => writeWords(keys.secret),
    async wipe() {
      const gone = await log.wipe();
      if (gone) await around.marker.clear();
      channel?.close();
      return gone;
    },
    close() {
      channel?.close();
      log.close();
    },
  };
  return vault;
}

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
