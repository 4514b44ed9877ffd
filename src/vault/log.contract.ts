/** What every log must do. Both implementations run this suite. */
import { expect, test } from "vitest";
import type { Bytes } from "./bytes.ts";
import type { Log, Row } from "./log.ts";

const bytes = (...values: number[]): Bytes => new Uint8Array(values);
const row = (device: string, seq: number, value = 1): Row => ({
  device,
  seq,
  body: { is: "record", record: bytes(value, seq) },
});

export function describeLog(openLog: () => Promise<Log>): void {
  test("one vault only: a second creation is told that the place is taken", async () => {
    const log = await openLog();
    expect(await log.readMeta("slot")).toBe(null);
    expect(await log.create({ slot: bytes(1) })).toEqual({ ok: true });
    expect(await log.create({ slot: bytes(2) })).toEqual({ ok: false, why: "taken" });
    expect(await log.readMeta("slot")).toEqual(bytes(1));
    expect(await log.writeMeta("slot", bytes(3))).toEqual({ ok: true });
    expect(await log.readMeta("slot")).toEqual(bytes(3));
  });

  test("a vault makes room for another as long as it holds no record", async () => {
    const log = await openLog();
    await log.create({ slot: bytes(1) });
    expect(await log.makeRoom()).toEqual({ slot: bytes(1) });
    expect(await log.readMeta("slot")).toBe(null);
    await log.create({ slot: bytes(3) });
    await log.append([row("aa", 1)]);
    expect(await log.makeRoom()).toBe(null);
    expect(await log.readMeta("slot")).toEqual(bytes(3));
  });

  test("appends are all or nothing, and never write over a row", async () => {
    const log = await openLog();
    expect(await log.append([row("aa", 1), row("aa", 2)])).toEqual({ ok: true });
    expect(await log.append([row("aa", 3), row("aa", 2, 9)])).toEqual({ ok: false, why: "taken" });
    expect((await log.rowsAfter(new Map())).map((each) => each.seq)).toEqual([1, 2]);
    expect((await log.lastRow("aa"))?.seq).toBe(2);
    expect(await log.lastRow("bb")).toBe(null);
  });

  test("rows come back by device and seq, from where each device was left", async () => {
    const log = await openLog();
    await log.append([row("bb", 1), row("aa", 2), row("aa", 1), row("bb", 2)]);
    const places = (rows: readonly Row[]) => rows.map((each) => `${each.device}${each.seq}`);
    expect(places(await log.rowsAfter(new Map()))).toEqual(["aa1", "aa2", "bb1", "bb2"]);
    expect(places(await log.rowsAfter(new Map([["aa", 2]])))).toEqual(["bb1", "bb2"]);
  });

  test("missing rows are added, present ones stay as they are", async () => {
    const log = await openLog();
    await log.append([row("aa", 1, 7)]);
    expect(await log.addMissing([row("aa", 1, 8), row("aa", 2, 8)])).toEqual({ ok: true, added: 1 });
    expect((await log.rowsAfter(new Map()))[0]?.body).toEqual({ is: "record", record: bytes(7, 1) });
  });

  test("a checkpoint is changed only from the one it was made from", async () => {
    const log = await openLog();
    expect(await log.readCheckpoint()).toEqual({ index: null, segments: [] });
    const first = { from: null, index: bytes(1), segments: new Map([[0, bytes(10)]]) };
    expect(await log.writeCheckpoint(first)).toEqual({ ok: true });
    expect(await log.writeCheckpoint(first)).toEqual({ ok: false, why: "taken" });
    const second = { from: bytes(1), index: bytes(2), segments: new Map([[1, bytes(11)]]) };
    expect(await log.writeCheckpoint(second)).toEqual({ ok: true });
    expect(await log.readCheckpoint()).toEqual({ index: bytes(2), segments: [bytes(10), bytes(11)] });
  });

  test("erasing replaces the row and the checkpoint together, or neither", async () => {
    const log = await openLog();
    await log.append([row("aa", 1)]);
    await log.writeCheckpoint({ from: null, index: bytes(1), segments: new Map() });
    const erased: Row = { device: "aa", seq: 1, body: { is: "erased", header: bytes(1), bodyHash: bytes(2) } };
    const change = { index: bytes(5), segments: new Map<number, Bytes>() };
    expect(await log.erase([erased], { ...change, from: bytes(9) })).toEqual({ ok: false, why: "taken" });
    expect((await log.lastRow("aa"))?.body.is).toBe("record");
    expect(await log.erase([erased], { ...change, from: bytes(1) })).toEqual({ ok: true });
    expect((await log.lastRow("aa"))?.body).toEqual(erased.body);
    expect(await log.erase([erased], null)).toEqual({ ok: true });
  });

  test("drafts are written, read and removed; a wipe leaves nothing", async () => {
    const log = await openLog();
    expect(await log.readDraft("urge")).toBe(null);
    await log.writeDraft("urge", bytes(4));
    expect(await log.readDraft("urge")).toEqual(bytes(4));
    await log.writeDraft("urge", null);
    expect(await log.readDraft("urge")).toBe(null);
    await log.append([row("aa", 1)]);
    expect(await log.wipe()).toBe(true);
    const again = await openLog();
    expect(await again.rowsAfter(new Map())).toEqual([]);
    expect(await again.readMeta("slot")).toBe(null);
    again.close();
  });
}
