/**
 * Where sealed bytes rest on this device. Two implementations (memory, IndexedDB) pass one suite, log.contract.ts. A write
 * that resolved with `ok` is durable: it survives the browser being killed at that moment.
 */
import type { Bytes } from "./bytes.ts";

export interface Row {
  /** Device id as 16 hex digits, and its seq: the row's key. */
  readonly device: string;
  readonly seq: number;
  readonly body:
    | { readonly is: "record"; readonly record: Bytes }
    | { readonly is: "erased"; readonly header: Bytes; readonly bodyHash: Bytes };
}

export type Written =
  | { readonly ok: true }
  /** `taken`: somebody else wrote there first; look again, then retry. `full`: no space left. */
  | { readonly ok: false; readonly why: "taken" | "full" | "unwritable" };

export interface Checkpoint {
  /** Sealed; null when there is none. */
  readonly index: Bytes | null;
  readonly segments: readonly Bytes[];
}

export interface CheckpointChange {
  /** The index this change was made from: `taken` if it is not the one in the log any more. */
  readonly from: Bytes | null;
  readonly index: Bytes;
  readonly segments: ReadonlyMap<number, Bytes>;
}

export interface Log {
  readMeta(name: string): Promise<Bytes | null>;
  /** Writes the first meta values of a new vault, or `taken` if there is one. */
  create(meta: Readonly<Record<string, Bytes>>): Promise<Written>;
  /** Removes the meta values of a vault that holds no record, and hands them over; null, and nothing done, if it holds one. */
  makeRoom(): Promise<Readonly<Record<string, Bytes>> | null>;
  writeMeta(name: string, value: Bytes): Promise<Written>;
  /** The last row of a device, null for none. */
  lastRow(device: string): Promise<Row | null>;
  /** All or nothing; `taken` if any row is there already. */
  append(rows: readonly Row[]): Promise<Written>;
  /** Adds the rows that are not there yet. */
  addMissing(
    rows: readonly Row[],
  ): Promise<{ readonly ok: true; readonly added: number } | Exclude<Written, { ok: true }>>;
  /** Rows after a seq for each device named, and all rows of devices not named; by device, then seq. */
  rowsAfter(seqs: ReadonlyMap<string, number>): Promise<readonly Row[]>;
  readCheckpoint(): Promise<Checkpoint>;
  writeCheckpoint(change: CheckpointChange): Promise<Written>;
  /** Puts erased rows in the place of records, and changes the checkpoint with them, in one step. */
  erase(rows: readonly Row[], change: CheckpointChange | null): Promise<Written>;
  readDraft(name: string): Promise<Bytes | null>;
  writeDraft(name: string, box: Bytes | null): Promise<Written>;
  /** Removes everything. Resolves to whether it is gone. */
  wipe(): Promise<boolean>;
  close(): void;
}
