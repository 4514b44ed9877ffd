/**
 * One sealed record: what a device appends, stores, sends and backs up. One format everywhere (docs/format.md).
 *
 *   bytes   what
 *   0       suite: 1 = AES-256-GCM under HKDF-SHA-256
 *   1..16   vault id
 *   17..24  device id
 *   25..32  seq, big-endian, from 1
 *   33..64  hash of this device's record before, zeros for the first
 *   65..76  nonce
 *   77..    ciphertext of the padded plaintext, tag at its end
 *
 * Bytes 0 to 64 are the header; they are authenticated (AAD), so a record cannot be moved to another place, device or
 * vault. The record's hash covers the header and the hash of the rest: a record whose words were erased keeps its header
 * and that inner hash, and the chain still verifies. A server can withhold the end of a chain; it cannot forge, reorder,
 * drop from the middle or go back unseen, because each device remembers the heads it has seen.
 *
 * Nonces are random, 96 bits, under a key per device: a device would have to write four billion records before two of
 * its nonces met with a chance of one in eight billion. Padding hides lengths up to the bucket. Everything that does not
 * open gives one and the same error.
 */
import { type Bytes, joinBytes, readU64, sameBytes, sha256, textBytes, u64 } from "./bytes.ts";
import { type VaultKeys, deviceIdBytes, vaultIdBytes } from "./keys.ts";

export const suite = 1;
export const headerBytes = 65;
export const nonceBytes = 12;
const tagBytes = 16;
export const hashBytes = 32;
export const noHash: Bytes = new Uint8Array(hashBytes);

const bucketBytesMin = 256;
const bucketBytesStep = 65_536;
export const plainBytesMax = 16 * 1024 * 1024;

/** The size that `length` bytes take when padded: powers of two from 256 to 64 KiB, then steps of 64 KiB. */
export function bucketOf(length: number): number {
  let bucket = bucketBytesMin;
  while (bucket < length + 1 && bucket < bucketBytesStep) bucket *= 2;
  return bucket >= length + 1 ? bucket : Math.ceil((length + 1) / bucketBytesStep) * bucketBytesStep;
}

/** ISO 7816-4: one byte 0x80, then zeros. */
export function pad(plain: Uint8Array): Bytes {
  const padded = new Uint8Array(bucketOf(plain.length));
  padded.set(plain);
  padded[plain.length] = 0x80;
  return padded;
}

/** Null when there is no padding to take off, which an honest writer never makes. */
export function unpad(padded: Bytes): Bytes | null {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end -= 1;
  return padded[end] === 0x80 ? padded.subarray(0, end) : null;
}

export interface Header {
  readonly vaultId: Bytes;
  readonly deviceId: Bytes;
  readonly seq: number;
  readonly previous: Bytes;
}

export function writeHeader(header: Header): Bytes {
  return joinBytes(new Uint8Array([suite]), header.vaultId, header.deviceId, u64(header.seq), header.previous);
}

/** Null for a suite this version does not know, or too few bytes. */
export function readHeader(record: Uint8Array): Header | null {
  if (record.length < headerBytes || record[0] !== suite) return null;
  const vaultId = record.slice(1, 1 + vaultIdBytes);
  const deviceId = record.slice(17, 17 + deviceIdBytes);
  return { vaultId, deviceId, seq: readU64(record, 25), previous: record.slice(33, headerBytes) };
}

export const bodyHashOf = (record: Uint8Array): Bytes => sha256(record.subarray(headerBytes));

export function recordHash(header: Uint8Array, bodyHash: Uint8Array): Bytes {
  return sha256(joinBytes(textBytes("keel/record/1"), header.subarray(0, headerBytes), bodyHash));
}

const aadOf = (header: Uint8Array): Bytes => joinBytes(textBytes("keel/event/1"), header.subarray(0, headerBytes));

/** Plaintext up to `plainBytesMax`; longer is the caller's mistake and throws. `nonce` must never repeat under a device. */
export async function sealRecord(keys: VaultKeys, header: Header, plain: Uint8Array, nonce: Bytes): Promise<Bytes> {
  if (plain.length > plainBytesMax) throw new Error(`plaintext over ${plainBytesMax} bytes`);
  const head = writeHeader(header);
  const key = await keys.eventKey(header.deviceId);
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: nonce, additionalData: aadOf(head) },
    key,
    pad(plain),
  );
  return joinBytes(head, nonce, new Uint8Array(sealed));
}

/** The plaintext, or null: altered, foreign, cut off, unknown suite and wrong key all look the same. */
export async function openRecord(keys: VaultKeys, record: Uint8Array): Promise<Bytes | null> {
  const header = readHeader(record);
  if (header === null || record.length < headerBytes + nonceBytes + tagBytes) return null;
  if (!sameBytes(header.vaultId, keys.vaultId)) return null;
  const key = await keys.eventKey(header.deviceId);
  const nonce = record.slice(headerBytes, headerBytes + nonceBytes);
  try {
    const padded = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: nonce, additionalData: aadOf(record) },
      key,
      record.slice(headerBytes + nonceBytes),
    );
    return unpad(new Uint8Array(padded));
  } catch {
    return null;
  }
}

/** Seals anything that is not a record (checkpoint, draft, slot): nonce, then ciphertext. `label` and place are authenticated. */
export async function sealBox(key: CryptoKey, label: string, plain: Uint8Array, nonce: Bytes): Promise<Bytes> {
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: nonce, additionalData: textBytes(label) },
    key,
    pad(plain),
  );
  return joinBytes(nonce, new Uint8Array(sealed));
}

/** The plaintext of a box, or null. */
export async function openBox(key: CryptoKey, label: string, box: Uint8Array): Promise<Bytes | null> {
  if (box.length < nonceBytes + tagBytes) return null;
  try {
    const padded = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: box.slice(0, nonceBytes), additionalData: textBytes(label) },
      key,
      box.slice(nonceBytes),
    );
    return unpad(new Uint8Array(padded));
  } catch {
    return null;
  }
}
