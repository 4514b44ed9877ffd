import fc from "fast-check";
import { expect, test } from "vitest";
import { readBackup, restoreBackup, sealBackup, writeBackup } from "./backup.ts";
import { type Bytes, fromHex, joinBytes, sameBytes, textBytes, toHex } from "./bytes.ts";
import { around, channelPair, countingBytes, memoryMarker, opened, textOf } from "./fixed.fixture.ts";
import type { Log, Row } from "./log.ts";
import { openMemoryLog } from "./log.memory.ts";
import { plainBytesMax } from "./seal.ts";
import { type Surroundings, type Vault, createVault, openVault, putVault, randomBytes } from "./vault.ts";

const said = (...lines: string[]) => lines.map(textBytes);
const texts = (entries: readonly { readonly bytes: Uint8Array }[]) => entries.map((entry) => textOf(entry.bytes));

async function filled(count: number, here: Surroundings = around()): Promise<{ vault: Vault; here: Surroundings }> {
  const { vault } = opened(await createVault(here));
  if (count > 0) await vault.append(Array.from({ length: count }, (_, index) => textBytes(`line ${index + 1}`)));
  return { vault, here };
}

async function everyStoredByte(log: Log): Promise<readonly Uint8Array[]> {
  const rows = await log.rowsAfter(new Map());
  const { index, segments } = await log.readCheckpoint();
  const bodies = rows.map((row) => (row.body.is === "record" ? row.body.record : row.body.header));
  const meta = await Promise.all(["slot", "wrapped"].map((name) => log.readMeta(name)));
  const draft = await log.readDraft("urge");
  return [...bodies, ...segments, ...meta, index, draft].filter((bytes) => bytes !== null);
}
const holds = (stored: readonly Uint8Array[], text: string): boolean =>
  stored.some((bytes) => Buffer.from(bytes).includes(text));

test("P2 what was appended is there after closing, with and without a checkpoint", async () => {
  const { vault, here } = await filled(600);
  expect(opened(await openVault(here)).rebuilt).toBe(true);
  await vault.compact();
  await vault.append(said("after"));
  const again = opened(await openVault(here));
  expect(again.rebuilt).toBe(false);
  expect(again.entries.length).toBe(601);
  expect(texts(again.entries).toSorted()).toEqual(texts([...again.entries]).toSorted());
  expect(again.damaged).toEqual([]);
  await vault.compact();
  await vault.append(Array.from({ length: 300 }, () => textBytes("more")));
  await vault.compact();
  expect(opened(await openVault(here)).entries.length).toBe(901);
  expect(await vault.verify()).toEqual([]);
  vault.close();
});

test("P1 nothing typed is in any stored byte", async () => {
  const canary = "canary-7f3a I miss you";
  const { vault, here } = await filled(0);
  await vault.append([...Array(300)].map(() => textBytes(canary)));
  await vault.writeDraft("urge", textBytes(canary));
  await vault.compact();
  expect(holds(await everyStoredByte(here.log), canary)).toBe(false);
  expect(textOf((await vault.readDraft("urge")) ?? new Uint8Array())).toBe(canary);
  await vault.writeDraft("urge", null);
  expect(await vault.readDraft("urge")).toBe(null);
});

test("P4 an erased text is gone from record and checkpoint, and the chain still verifies", async () => {
  const { vault, here } = await filled(300);
  expect(await vault.erase([{ device: vault.deviceId, seq: 299 }])).toEqual({ ok: true });
  await vault.compact();
  expect(await vault.erase([{ device: vault.deviceId, seq: 7 }])).toEqual({ ok: true });
  const again = opened(await openVault(here));
  expect(texts(again.entries)).not.toContain("line 7");
  expect(texts(again.entries)).not.toContain("line 299");
  expect(again.entries.length).toBe(298);
  expect(await vault.verify()).toEqual([]);
  expect(await vault.erase([{ device: vault.deviceId, seq: 7 }])).toEqual({ ok: true });
});

test("P5 two tabs write one chain, and each sees what the other wrote", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.boolean(), { minLength: 1, maxLength: 25 }),
      fc.boolean(),
      async (turns, withLocks) => {
        const [a, b] = channelPair();
        const log = openMemoryLog();
        let line = Promise.resolve();
        const locks = {
          request: (_name: string, run: () => Promise<unknown>) => {
            const done = line.then(run);
            line = done.then(
              () => {},
              () => {},
            );
            return done;
          },
        } as unknown as Surroundings["locks"];
        const random = countingBytes();
        const here = around({ log, random, ...(withLocks ? { locks } : {}) });
        const first = opened(await createVault({ ...here, channel: a })).vault;
        const second = opened(await openVault({ ...here, channel: b })).vault;
        const seen = { first: [] as string[], second: [] as string[] };
        const stop = first.follow((entries) => seen.first.push(...texts(entries)));
        second.follow((entries) => seen.second.push(...texts(entries)));
        await Promise.all(
          turns.map((mine, index) => (mine ? first : second).append(said(`${mine ? "a" : "b"}${index}`))),
        );
        await first.catchUp();
        await second.catchUp();
        stop();
        const names = turns.map((mine, index) => `${mine ? "a" : "b"}${index}`);
        expect(seen.first.toSorted()).toEqual(names.filter((name) => name.startsWith("b")).toSorted());
        expect(seen.second.toSorted()).toEqual(names.filter((name) => name.startsWith("a")).toSorted());
        expect(await first.verify()).toEqual([]);
        expect((await log.rowsAfter(new Map())).map((row) => row.seq)).toEqual(turns.map((_, index) => index + 1));
        first.close();
      },
    ),
    { numRuns: 25 },
  );
});

test("P6 a cleared browser is told from a new one, and is not papered over with an empty vault", async () => {
  expect((await openVault(around())).is).toBe("empty");
  expect((await openVault(around({ marker: memoryMarker(true) }))).is).toBe("evicted");
});

test("two tabs that begin at once end with one vault", async () => {
  const here = around();
  const [a, b] = await Promise.all([createVault(here), createVault(here)]);
  expect(opened(a).vault.vaultId).toBe(opened(b).vault.vaultId);
});

test("a storage that is full or broken says so, and keeps what it had", async () => {
  const { vault, here } = await filled(1);
  const log = here.log;
  for (const why of ["full", "unwritable"] as const) {
    const broken = {
      ...log,
      append: async () => ({ ok: false, why }) as const,
      writeDraft: async () => ({ ok: false, why }) as const,
    };
    const other = opened(await openVault({ ...here, log: broken })).vault;
    expect(await other.append(said("lost?"))).toEqual({ ok: false, why });
    expect(await other.writeDraft("urge", textBytes("x"))).toEqual({ ok: false, why });
  }
  expect(await vault.append([new Uint8Array(plainBytesMax + 1)])).toEqual({ ok: false, why: "too-long" });
  expect(opened(await openVault(here)).entries.length).toBe(1);
  const refusing = { ...openMemoryLog(), create: async () => ({ ok: false, why: "full" }) as const };
  expect(await createVault(around({ log: refusing }))).toEqual({ is: "full" });
  expect(await vault.append([])).toEqual({ ok: true, entries: [] });
});

test("a record that cannot be read is set aside, the rest opens, and writing goes on", async () => {
  const { vault, here } = await filled(3);
  const rows = await here.log.rowsAfter(new Map());
  const spoil = (row: Row | undefined, place: number): Row => {
    const record = (row!.body as { record: Bytes }).record.slice();
    record[place] = (record[place] ?? 0) ^ 1;
    return { ...(row as Row), body: { is: "record", record } };
  };
  await here.log.erase([spoil(rows[1], 200)], null);
  const again = opened(await openVault(here));
  expect(texts(again.entries)).toEqual(["line 1", "line 3"]);
  expect(again.damaged).toEqual([
    { device: vault.deviceId, seq: 2, why: "unreadable" },
    { device: vault.deviceId, seq: 3, why: "altered" },
  ]);
  expect((await again.vault.append(said("on"))).ok).toBe(true);
  await vault.append(Array.from({ length: 300 }, () => textBytes("x")));
  await again.vault.compact();
  expect((await here.log.readCheckpoint()).index).toBe(null);
  const last = await here.log.lastRow(vault.deviceId);
  await here.log.erase([spoil(last ?? undefined, 0)], null);
  const moved = opened(await openVault(here)).vault;
  expect(moved.deviceId).not.toBe(vault.deviceId);
  expect((await moved.append(said("new device"))).ok).toBe(true);
});

test("a checkpoint that is missing a part, or is not ours, is not believed", async () => {
  const { vault, here } = await filled(300);
  await vault.compact();
  const { index } = await here.log.readCheckpoint();
  const junk = new Uint8Array(300);
  await here.log.writeCheckpoint({ from: index, index: index as Bytes, segments: new Map([[0, junk]]) });
  expect(opened(await openVault(here)).entries.length).toBe(300);
  await here.log.writeCheckpoint({ from: index, index: junk, segments: new Map() });
  expect(opened(await openVault(here)).rebuilt).toBe(true);
  const { log } = here;
  const cut = { ...log, readCheckpoint: async () => ({ index, segments: [] }) };
  expect(opened(await openVault({ ...here, log: cut })).entries.length).toBe(300);
});

test("a lock this version does not know, or half a vault, is left untouched", async () => {
  const { here } = await filled(1);
  const slot = (await here.log.readMeta("slot")) as Bytes;
  await here.log.writeMeta("slot", new Uint8Array([1, 9, 0]));
  expect((await openVault(here)).is).toBe("locked");
  await here.log.writeMeta("slot", new Uint8Array([1]));
  expect((await openVault(here)).is).toBe("unreadable");
  await here.log.writeMeta("slot", slot);
  await here.log.writeMeta("wrapped", new Uint8Array(5));
  expect((await openVault(here)).is).toBe("unreadable");
  const half = openMemoryLog();
  await half.create({ slot });
  expect((await openVault(around({ log: half }))).is).toBe("unreadable");
});

test("a wipe leaves an empty browser, and a refused wipe keeps the marker", async () => {
  const { vault, here } = await filled(2);
  expect(await vault.wipe()).toBe(true);
  expect((await openVault(here)).is).toBe("empty");
  const other = await filled(1);
  const stuck = { ...other.here, channel: channelPair()[0], log: { ...other.here.log, wipe: async () => false } };
  expect(await opened(await openVault(stuck)).vault.wipe()).toBe(false);
  expect(await other.here.marker.seen()).toBe(true);
  expect(randomBytes(8).length).toBe(8);
});

test("P7 a backup and its words bring everything back on another device, erased entries erased", async () => {
  const { vault } = await filled(700);
  await vault.erase([{ device: vault.deviceId, seq: 5 }]);
  const file = await writeBackup(vault, countingBytes());
  const there = around({ random: randomBytes });
  expect(await restoreBackup(there, vault.keys.secret, file)).toEqual({ ok: true, added: 700, replaced: false });
  const restored = opened(await openVault(there));
  expect(restored.entries.length).toBe(699);
  expect(texts(restored.entries)).not.toContain("line 5");
  expect(restored.vault.deviceId).not.toBe(vault.deviceId);
  expect((await restored.vault.append(said("from here on"))).ok).toBe(true);
  expect(await restored.vault.words()).toEqual(await vault.words());
  expect(await restoreBackup(there, vault.keys.secret, file)).toEqual({ ok: true, added: 0, replaced: false });
});

test("a backup takes the place of a vault that holds nothing yet", async () => {
  const { vault } = await filled(3);
  const file = await writeBackup(vault, countingBytes());
  const fresh = around({ random: randomBytes });
  const { vaultId } = opened(await createVault(fresh)).vault;
  const full = { ...fresh.log, addMissing: async () => ({ ok: false, why: "full" }) as const };
  expect(await restoreBackup({ ...fresh, log: full }, vault.keys.secret, file)).toEqual({ ok: false, why: "full" });
  expect(opened(await openVault(fresh)).vault.vaultId).toBe(vaultId);
  expect(await restoreBackup(fresh, vault.keys.secret, file)).toEqual({ ok: true, added: 3, replaced: true });
  const restored = opened(await openVault(fresh));
  expect(restored.vault.vaultId).toBe(vault.vaultId);
  expect(texts(restored.entries)).toEqual(["line 1", "line 2", "line 3"]);
});

test("a backup that is foreign, cut, altered or newer says which, and changes nothing", async () => {
  const { vault, here } = await filled(900);
  const file = await writeBackup(vault, countingBytes());
  const { secret } = vault.keys;
  const why = async (bytes: Uint8Array<ArrayBuffer>, key = secret) => {
    const read = await readBackup(key, bytes);
    return read.ok ? "ok" : read.why;
  };
  expect(await why(file)).toBe("ok");
  expect(await why(textBytes("PK"))).toBe("not-a-backup");
  expect(await why(textBytes("PNG pictures"))).toBe("not-a-backup");
  expect(await why(file, fromHex("00".repeat(16)))).toBe("wrong-words");
  for (const end of [10, 38, 60, 65_590, file.length - 1]) expect(await why(file.slice(0, end))).toBe("truncated");
  const changed = (place: number) => {
    const copy = file.slice();
    copy[place] = (copy[place] ?? 0) ^ 1;
    return copy;
  };
  expect(await why(changed(4))).toBe("newer");
  expect(await why(changed(5))).toBe("newer");
  expect(await why(changed(500))).toBe("damaged");
  const rows = await here.log.rowsAfter(new Map());
  const odd: Row = { device: "00", seq: 1, body: { is: "record", record: new Uint8Array(4) } };
  const seal = (id: Bytes, list: readonly Row[]) => sealBackup(secret, id, list, countingBytes());
  expect(await why(await seal(vault.keys.vaultId, [odd]))).toBe("damaged");
  expect(await why(await seal(fromHex("00".repeat(16)), rows))).toBe("damaged");
  expect(await why(await seal(vault.keys.vaultId.slice(3), []))).toBe("damaged");
  expect(await why(await seal(joinBytes(vault.keys.vaultId, new Uint8Array(3)), []))).toBe("damaged");
  const [first] = rows;
  const record = (first!.body as { record: Bytes }).record;
  const tail = joinBytes(new Uint8Array([7, 0, 0, record.length >> 8, record.length & 255]), record);
  expect(await why(await seal(joinBytes(vault.keys.vaultId, tail), []))).toBe("damaged");
  const broken = { ...first, body: { is: "record", record: record.slice(0, 80) } } as Row;
  const read = await readBackup(secret, await seal(vault.keys.vaultId, [broken]));
  expect(read.ok && read.entries).toEqual([]);

  const other = await filled(2, around({ random: randomBytes }));
  expect(await restoreBackup(other.here, secret, file)).toEqual({ ok: false, why: "foreign" });
  expect(await restoreBackup(other.here, secret, textBytes("nonsense"))).toEqual({ ok: false, why: "not-a-backup" });
  await other.here.log.writeMeta("slot", new Uint8Array([9, 9]));
  expect(await restoreBackup(other.here, secret, file)).toEqual({ ok: false, why: "foreign" });
  for (const reason of ["full", "unwritable", "taken"] as const) {
    const log = { ...openMemoryLog(), addMissing: async () => ({ ok: false, why: reason }) as const };
    const told = reason === "full" ? "full" : "unwritable";
    expect(await restoreBackup(around({ log }), secret, file)).toEqual({ ok: false, why: told });
    const late = {
      ...openMemoryLog(),
      create: async () => ({ ok: false, why: reason === "taken" ? "unwritable" : reason }) as const,
    };
    expect(await restoreBackup(around({ log: late }), secret, file)).toEqual({ ok: false, why: told });
  }
  expect(toHex(secret).length).toBe(32);
  expect(sameBytes(secret, secret)).toBe(true);
  expect((await putVault(around(), secret)).is).toBe("open");
});
