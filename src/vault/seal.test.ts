import fc from "fast-check";
import { expect, test } from "vitest";
import { readFileSync } from "node:fs";
import { ed25519 } from "@noble/curves/ed25519.js";
import { type Bytes, fromHex, readU64, sameBytes, textBytes, toHex } from "./bytes.ts";
import { breakAt, noHead } from "./chain.ts";
import { deriveBytes, deriveKeys, ownerPublicKey } from "./keys.ts";
import {
  bodyHashOf,
  bucketOf,
  headerBytes,
  noHash,
  openBox,
  openRecord,
  pad,
  plainBytesMax,
  readHeader,
  recordHash,
  sealBox,
  sealRecord,
  unpad,
} from "./seal.ts";
import { readWords, writeWords } from "./secret.ts";
import { makeNoneSlot, openSlot, unwrap, wrap } from "./slot.ts";

const secret = fromHex("000102030405060708090a0b0c0d0e0f");
const keys = await deriveKeys(secret);
const deviceId = fromHex("a0a1a2a3a4a5a6a7");
const nonce = fromHex("b0b1b2b3b4b5b6b7b8b9babb");
const header = { vaultId: keys.vaultId, deviceId, seq: 1, previous: noHash };
const bytesOf = (text: string): Bytes => textBytes(text);

test("P3 the published vectors are what this code makes", async () => {
  const format = readFileSync("docs/format.md", "utf8");
  const record = await sealRecord(keys, header, bytesOf("keel"), nonce);
  const vectors = {
    words: (await writeWords(secret)).join(" "),
    "vault id": toHex(keys.vaultId),
    "event key": toHex(deriveBytes(secret, "event", deviceId)),
    "record header": toHex(record.subarray(0, headerBytes)),
    "record body hash": toHex(bodyHashOf(record)),
    "record hash": toHex(recordHash(record, bodyHashOf(record))),
  };
  for (const [name, value] of Object.entries(vectors)) expect(format, `${name} ${value}`).toContain(value);
});

test("the owner's key is the same with and without Ed25519 in the browser", async () => {
  const seed = deriveBytes(secret, "owner-ed25519");
  const refuses = {
    importKey: () => Promise.reject(new DOMException("no", "NotSupportedError")),
  } as unknown as SubtleCrypto;
  expect(toHex(await ownerPublicKey(seed))).toBe(toHex(ed25519.getPublicKey(seed)));
  expect(toHex(await ownerPublicKey(seed, refuses))).toBe(toHex(ed25519.getPublicKey(seed)));
});

test("whatever is sealed opens as it was", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (plain) => {
      const record = await sealRecord(keys, header, plain, nonce);
      expect(sameBytes((await openRecord(keys, record)) ?? noHash, plain)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test("a record changed anywhere, cut anywhere, or of another vault does not open, and nothing throws", async () => {
  const record = await sealRecord(keys, header, bytesOf("I miss you"), nonce);
  await fc.assert(
    fc.asyncProperty(fc.nat(record.length - 1), fc.integer({ min: 1, max: 255 }), async (place, flip) => {
      const changed = record.slice();
      changed[place] = (changed[place] ?? 0) ^ flip;
      expect(await openRecord(keys, changed)).toBe(null);
      expect(await openRecord(keys, record.slice(0, place))).toBe(null);
    }),
    { numRuns: 200 },
  );
  const other = await deriveKeys(fromHex("ffffffffffffffffffffffffffffffff"));
  expect(await openRecord(other, record)).toBe(null);
  expect(await openBox(keys.draft, "a", new Uint8Array(3))).toBe(null);
  expect(await openBox(keys.draft, "b", await sealBox(keys.draft, "a", bytesOf("x"), nonce))).toBe(null);
});

test("lengths hide in their bucket, up to a text of millions of letters", async () => {
  expect([0, 255, 256, 511, 65_535, 65_536, 131_071].map(bucketOf)).toEqual([
    256, 256, 512, 512, 65_536, 131_072, 131_072,
  ]);
  for (const length of [0, 1, 255, 256, 70_000]) expect(unpad(pad(new Uint8Array(length)))?.length).toBe(length);
  expect(unpad(new Uint8Array(256))).toBe(null);
  await expect(sealRecord(keys, header, new Uint8Array(plainBytesMax + 1), nonce)).rejects.toThrow("over");
});

test("a header says where it belongs, and a suite from the future is not read", () => {
  const record = new Uint8Array(headerBytes);
  expect(readHeader(record)).toBe(null);
  record[0] = 1;
  expect(readHeader(record)?.seq).toBe(0);
  expect(readHeader(record.subarray(1))).toBe(null);
  expect(readU64(record, 25)).toBe(0);
  expect(fromHex("").length).toBe(0);
  expect(() => fromHex("xyz")).toThrow("not hex");
});

test("a chain tells a gap, a change, a stranger and a wrong place apart", async () => {
  const record = await sealRecord(keys, header, bytesOf("a"), nonce);
  const row = { device: toHex(deviceId), seq: 1, body: { is: "record", record } } as const;
  expect(breakAt(row, noHead, keys.vaultId)).toBe(null);
  expect(breakAt(row, { seq: 4, hash: noHash }, keys.vaultId)).toBe("gap");
  expect(breakAt(row, { seq: 0, hash: record.slice(0, 32) }, keys.vaultId)).toBe("altered");
  expect(breakAt({ ...row, seq: 2 }, noHead, keys.vaultId)).toBe("altered");
  expect(breakAt({ ...row, device: "00" }, noHead, keys.vaultId)).toBe("foreign");
  expect(breakAt(row, noHead, secret)).toBe("foreign");
  expect(breakAt({ ...row, body: { is: "record", record: new Uint8Array(3) } }, noHead, secret)).toBe("altered");
});

test("twelve words come back from any hand, and the wrong one is named", async () => {
  const words = await writeWords(secret);
  const right = { ok: true, secret, words };
  expect(await readWords(words.join(" "))).toEqual(right);
  expect(await readWords(`  ${words.join(",\n").toUpperCase()} `)).toEqual(right);
  expect(await readWords(words.map((word) => word.slice(0, 4)).join(" "))).toEqual(right);
  expect(await readWords("one two")).toEqual({ ok: false, why: "count", count: 2 });
  expect(await readWords(["zzz", ...words.slice(1)].join(" "))).toEqual({ ok: false, why: "not-a-word", index: 0 });
  expect(await readWords(["zzzzz", ...words.slice(1)].join(" "))).toEqual({ ok: false, why: "not-a-word", index: 0 });
  expect(await readWords(["zoo", ...words.slice(1)].join(" "))).toEqual({ ok: false, why: "checksum" });
});

test("a lock of another kind is left alone, a broken one is called broken", async () => {
  const deviceKey = new Uint8Array(32).fill(5);
  const slot = makeNoneSlot(deviceKey);
  expect(openSlot(slot)).toEqual({ is: "open", deviceKey });
  expect(openSlot(slot.slice(0, 1))).toEqual({ is: "damaged" });
  expect(openSlot(slot.slice(0, 20))).toEqual({ is: "damaged" });
  expect(openSlot(new Uint8Array([1, 7, 1]))).toEqual({ is: "locked" });
  expect(openSlot(new Uint8Array([2, 0, 1]))).toEqual({ is: "locked" });
  const wrapped = { secret, vaultId: keys.vaultId, deviceId };
  expect(await unwrap(deviceKey, await wrap(deviceKey, wrapped, nonce))).toEqual(wrapped);
  expect(await unwrap(new Uint8Array(32), await wrap(deviceKey, wrapped, nonce))).toBe(null);
});
