import "fake-indexeddb/auto";
import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { openDB } from "idb";
import { describeLog } from "./log.contract.ts";
import { openIndexedDbLog } from "./log.indexeddb.ts";
import type { Log } from "./log.ts";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.restoreAllMocks();
});

async function open(): Promise<Log> {
  const opened = await openIndexedDbLog(() => {});
  if (opened.is !== "log") throw new Error(opened.is);
  return opened.log;
}
const row = { device: "aa", seq: 1, body: { is: "record", record: new Uint8Array([1]) } } as const;

describe("the log in IndexedDB", () => {
  describeLog(open);

  test("a full disk is told apart from a broken one, and nothing half-written stays", async () => {
    const log = await open();
    const put = vi.spyOn(IDBObjectStore.prototype, "add");
    put.mockImplementation(() => {
      throw new DOMException("no space", "QuotaExceededError");
    });
    expect(await log.append([row])).toEqual({ ok: false, why: "full" });
    put.mockImplementation(() => {
      throw new TypeError("something else");
    });
    expect(await log.append([row])).toEqual({ ok: false, why: "unwritable" });
    put.mockImplementation(() => {
      // oxlint-disable-next-line no-throw-literal -- what is thrown may be anything
      throw "odd";
    });
    expect(await log.append([row])).toEqual({ ok: false, why: "unwritable" });
    put.mockRestore();
    expect(await log.rowsAfter(new Map())).toEqual([]);
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("no space", "QuotaExceededError");
    });
    expect(await log.addMissing([row])).toEqual({ ok: false, why: "full" });
  });

  test("a database of a newer version is left alone and said to be newer", async () => {
    (await openDB("keel", 2)).close();
    expect(await openIndexedDbLog(() => {})).toEqual({ is: "newer" });
  });

  test("a browser without storage is said to be unavailable", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("refused", "SecurityError");
    });
    expect(await openIndexedDbLog(() => {})).toEqual({ is: "unavailable" });
  });

  test("a tab steps aside when another deletes everything", async () => {
    let closed = 0;
    const first = await openIndexedDbLog(() => (closed += 1));
    expect(first.is).toBe("log");
    const second = await open();
    expect(await second.wipe()).toBe(true);
    expect(closed).toBe(1);
  });

  test("a wipe that the browser refuses is not called done", async () => {
    const log = await open();
    vi.spyOn(indexedDB, "deleteDatabase").mockImplementation(() => {
      throw new DOMException("refused", "UnknownError");
    });
    expect(await log.wipe()).toBe(false);
  });
});
