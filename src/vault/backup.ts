/**
 * A backup: every sealed record of a vault in one file, sealed once more as a stream. The twelve words open it anywhere,
 * without this app's server. The file says nothing but that it is a backup.
 *
 *   0..3    "KEEL"
 *   4       version 1
 *   5       suite 1
 *   6..21   salt
 *   22..37  check: derived from the secret and the salt, so that wrong words are known from a damaged file
 *   38..    chunks of 65,536 plaintext bytes (the last may be shorter), each with its 16-byte tag
 *
 * Chunk n has the nonce (last? 1 : 0, 0 0 0, n as 8 bytes) under a key of this file alone; the first 38 bytes are
 * authenticated with each. A file cut at any place is noticed, because its end is not marked as the last chunk.
 * Plaintext: vault id, then rows: kind (0 record, 1 erased), length (4 bytes), bytes (an erased row is header and hash).
 */
import { type Bytes, joinBytes, readU32, sameBytes, textBytes, toHex, u32, u64 } from "./bytes.ts";
import { walkChains } from "./chain.ts";
import { type VaultKeys, deriveBytes, deriveKeys, importKey, vaultIdBytes } from "./keys.ts";
import type { Row } from "./log.ts";
import { hashBytes, headerBytes, openRecord, readHeader } from "./seal.ts";
import { type Entry, type Surroundings, type Vault, openVault, putVault } from "./vault.ts";

const magic = textBytes("KEEL");
const version = 1;
const suite = 1;
const saltBytes = 16;
const checkBytes = 16;
const fileHeadBytes = 4 + 2 + saltBytes + checkBytes;
const chunkBytes = 65_536;
const tagBytes = 16;

const nonceOf = (chunk: number, last: boolean): Bytes => joinBytes(new Uint8Array([last ? 1 : 0, 0, 0, 0]), u64(chunk));

const checkOf = (secret: Bytes, salt: Bytes): Bytes =>
  deriveBytes(secret, "backup", joinBytes(salt, textBytes("check"))).slice(0, checkBytes);

const keyOf = (secret: Bytes, salt: Bytes): Promise<CryptoKey> => importKey(deriveBytes(secret, "backup", salt));

function writeRow(row: Row): Bytes {
  const bytes = row.body.is === "record" ? row.body.record : joinBytes(row.body.header, row.body.bodyHash);
  return joinBytes(new Uint8Array([row.body.is === "record" ? 0 : 1]), u32(bytes.length), bytes);
}

export async function sealBackup(
  secret: Bytes,
  vaultId: Bytes,
  rows: readonly Row[],
  random: (length: number) => Bytes,
): Promise<Bytes> {
  const salt = random(saltBytes);
  const head = joinBytes(magic, new Uint8Array([version, suite]), salt, checkOf(secret, salt));
  const key = await keyOf(secret, salt);
  const plain = joinBytes(vaultId, ...rows.map(writeRow));
  const chunks = Math.ceil(plain.length / chunkBytes);
  const sealed: Uint8Array[] = [];
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const iv = nonceOf(chunk, chunk === chunks - 1);
    const part = plain.slice(chunk * chunkBytes, (chunk + 1) * chunkBytes);
    sealed.push(new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: head }, key, part)));
  }
  return joinBytes(head, ...sealed);
}

export async function writeBackup(vault: Vault, random: (length: number) => Bytes): Promise<Bytes> {
  return sealBackup(vault.keys.secret, vault.keys.vaultId, await vault.log.rowsAfter(new Map()), random);
}

export type BackupProblem = "not-a-backup" | "truncated" | "wrong-words" | "newer" | "damaged";

export type ReadBackup =
  | {
      readonly ok: true;
      readonly keys: VaultKeys;
      readonly rows: readonly Row[];
      readonly entries: readonly Entry[];
    }
  | { readonly ok: false; readonly why: BackupProblem };

const bad = (why: BackupProblem): { readonly ok: false; readonly why: BackupProblem } => ({ ok: false, why });

function readRows(plain: Bytes): readonly Row[] | null {
  const rows: Row[] = [];
  for (let at = vaultIdBytes; at < plain.length;) {
    if (at + 5 > plain.length) return null;
    const kind = plain[at];
    const end = at + 5 + readU32(plain, at + 1);
    const bytes = plain.slice(at + 5, end);
    const header = readHeader(bytes);
    if (end > plain.length || header === null) return null;
    const device = toHex(header.deviceId);
    if (kind === 0) rows.push({ device, seq: header.seq, body: { is: "record", record: bytes } });
    else if (kind === 1 && bytes.length === headerBytes + hashBytes) {
      const body = { is: "erased", header: bytes.slice(0, headerBytes), bodyHash: bytes.slice(headerBytes) } as const;
      rows.push({ device, seq: header.seq, body });
    } else return null;
    at = end;
  }
  return rows;
}

/** Opens a backup with the secret its words stand for. Nothing is stored. */
export async function readBackup(secret: Bytes, file: Bytes): Promise<ReadBackup> {
  if (file.length < 6 || !sameBytes(file.subarray(0, 4), magic)) return bad("not-a-backup");
  if (file[4] !== version || file[5] !== suite) return bad("newer");
  if (file.length < fileHeadBytes) return bad("truncated");
  const head = file.slice(0, fileHeadBytes);
  const salt = file.slice(6, 6 + saltBytes);
  if (!sameBytes(head.subarray(6 + saltBytes), checkOf(secret, salt))) return bad("wrong-words");
  const key = await keyOf(secret, salt);
  const parts: Bytes[] = [];
  const chunks = Math.ceil((file.length - fileHeadBytes) / (chunkBytes + tagBytes));
  if (chunks === 0) return bad("truncated");
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const start = fileHeadBytes + chunk * (chunkBytes + tagBytes);
    const last = chunk === chunks - 1;
    try {
      const opened = await crypto.subtle.decrypt(
        { name: "AES-GCM", iv: nonceOf(chunk, last), additionalData: head },
        key,
        file.slice(start, start + chunkBytes + tagBytes),
      );
      parts.push(new Uint8Array(opened));
    } catch {
      return bad(last ? "truncated" : "damaged");
    }
  }
  const plain = joinBytes(...parts);
  const vaultId = plain.slice(0, vaultIdBytes);
  const rows = vaultId.length === vaultIdBytes ? readRows(plain) : null;
  if (rows === null) return bad("damaged");
  const keys = await deriveKeys(secret, vaultId);
  const { broken } = walkChains(rows, new Map(), vaultId);
  if (broken.some((row) => row.why === "foreign")) return bad("damaged");
  const entries: Entry[] = [];
  for (const row of rows) {
    const bytes = row.body.is === "record" ? await openRecord(keys, row.body.record) : null;
    if (bytes !== null) entries.push({ device: row.device, seq: row.seq, bytes });
  }
  return { ok: true, keys, rows, entries };
}

export type RestoredBackup =
  /** `replaced`: the vault that was here held nothing, and is this one now. Whoever holds it must open anew. */
  | { readonly ok: true; readonly added: number; readonly replaced: boolean }
  | { readonly ok: false; readonly why: BackupProblem | "foreign" | "full" | "unwritable" };

/**
 * Brings a backup into this browser. Into an empty or evicted log it puts the vault, and in the place of one that holds
 * nothing yet; into the same vault it adds what is missing; any other vault it leaves alone (`foreign`). A refusal has
 * changed nothing.
 */
export async function restoreBackup(around: Surroundings, secret: Bytes, file: Bytes): Promise<RestoredBackup> {
  const read = await readBackup(secret, file);
  if (!read.ok) return read;
  const before = await openVault(around);
  if (before.is === "locked" || before.is === "unreadable") return { ok: false, why: "foreign" };
  const other = before.is === "open" && before.vault.vaultId !== toHex(read.keys.vaultId);
  const removed = other ? await around.log.makeRoom() : null;
  if (other && removed === null) return { ok: false, why: "foreign" };
  const refused = async (why: "full" | "unwritable"): Promise<RestoredBackup> => {
    if (removed !== null) await around.log.create(removed);
    return { ok: false, why };
  };
  // Records first, keys after: a browser that dies in between is still an empty one, and the restore can be done again.
  const written = await around.log.addMissing(read.rows);
  if (!written.ok) return refused(written.why === "full" ? "full" : "unwritable");
  if (before.is !== "open" || other) {
    const put = await putVault(around, secret);
    if (put.is !== "open") return refused(put.is === "full" ? "full" : "unwritable");
  }
  return { ok: true, added: written.added, replaced: other };
}
