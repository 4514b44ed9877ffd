/** The log in IndexedDB, with strict durability: a browser's default may acknowledge before the disk has it. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, deleteDB } from "idb";
import { type Bytes, sameBytes } from "./bytes.ts";
import type { CheckpointChange, Log, Row, Written } from "./log.ts";

const databaseName = "keel";
const databaseVersion = 1;

interface Schema extends DBSchema {
  meta: { key: string; value: Bytes };
  records: { key: [string, number]; value: Row["body"] };
  checkpoint: { key: number; value: Bytes };
  drafts: { key: string; value: Bytes };
}
type StoreName = "meta" | "records" | "checkpoint" | "drafts";
type Writing<S extends StoreName> = IDBPTransaction<Schema, S[], "readwrite">;

/** The sealed index stands before the segments, which are numbered from 0. */
const indexKey = -1;

export type OpenedLog =
  | { readonly is: "log"; readonly log: Log }
  /** A newer version of the app changed the database. */
  | { readonly is: "newer" }
  /** The browser refuses storage, or cannot read it. */
  | { readonly is: "unavailable" };

const nameOf = (error: unknown): string => String((error as { name?: unknown }).name);

/** `onClosed` is called when the browser or another tab takes the database away: nothing more can be written. */
export async function openIndexedDbLog(onClosed: () => void): Promise<OpenedLog> {
  try {
    const database = await openDB<Schema>(databaseName, databaseVersion, {
      upgrade(fresh) {
        for (const store of ["meta", "records", "checkpoint", "drafts"] as const) fresh.createObjectStore(store);
      },
      // Another tab deletes or upgrades the database: it would wait for us for ever.
      blocking() {
        database.close();
        onClosed();
      },
      terminated: onClosed,
    });
    return { is: "log", log: logOn(database) };
  } catch (error) {
    return { is: nameOf(error) === "VersionError" ? "newer" : "unavailable" };
  }
}

function logOn(database: IDBPDatabase<Schema>): Log {
  async function write<S extends StoreName>(
    stores: readonly S[],
    run: (change: Writing<S>) => Promise<"taken" | void>,
  ): Promise<Written> {
    try {
      const change = database.transaction([...stores], "readwrite", { durability: "strict" });
      try {
        const result = await run(change);
        if (result === "taken") {
          change.abort();
          await change.done.catch(() => {});
          return { ok: false, why: "taken" };
        }
        await change.done;
        return { ok: true };
      } catch (error) {
        await change.done.catch(() => {});
        throw error;
      }
    } catch (error) {
      const name = nameOf(error);
      if (name === "ConstraintError") return { ok: false, why: "taken" };
      return { ok: false, why: name === "QuotaExceededError" ? "full" : "unwritable" };
    }
  }

  const put = async (change: Writing<"checkpoint" | "records">, next: CheckpointChange): Promise<"taken" | void> => {
    const store = change.objectStore("checkpoint");
    const now = (await store.get(indexKey)) ?? null;
    const same = now === null || next.from === null ? now === next.from : sameBytes(now, next.from);
    if (!same) return "taken";
    void store.put(next.index, indexKey);
    for (const [place, segment] of next.segments) void store.put(segment, place);
    return undefined;
  };

  async function devices(): Promise<readonly string[]> {
    const found: string[] = [];
    const store = database.transaction("records").store;
    let cursor = await store.openKeyCursor();
    while (cursor !== null) {
      const [device] = cursor.key;
      found.push(device);
      cursor = await store.openKeyCursor(IDBKeyRange.lowerBound([device, Number.MAX_SAFE_INTEGER], true));
    }
    return found;
  }

  return {
    readMeta: async (name) => (await database.get("meta", name)) ?? null,
    create: (meta) =>
      write(["meta"], async (change) => {
        if ((await change.objectStore("meta").count()) > 0) return "taken";
        for (const [name, value] of Object.entries(meta)) void change.objectStore("meta").put(value, name);
        return undefined;
      }),
    async makeRoom() {
      const removed: Record<string, Bytes> = {};
      const written = await write(["meta", "records"], async (change) => {
        if ((await change.objectStore("records").count()) > 0) return "taken";
        const meta = change.objectStore("meta");
        const [names, values] = await Promise.all([meta.getAllKeys(), meta.getAll()]);
        for (const [place, name] of names.entries()) removed[name] = values[place] as Bytes;
        void meta.clear();
        return undefined;
      });
      return written.ok ? removed : null;
    },
    writeMeta: (name, value) =>
      write(["meta"], async (change) => void (await change.objectStore("meta").put(value, name))),
    async lastRow(device) {
      const range = IDBKeyRange.bound([device, 0], [device, Number.MAX_SAFE_INTEGER]);
      const cursor = await database.transaction("records").store.openCursor(range, "prev");
      return cursor === null ? null : { device, seq: cursor.key[1], body: cursor.value };
    },
    append: (rows) =>
      write(["records"], async (change) => {
        const store = change.objectStore("records");
        await Promise.all(rows.map((row) => store.add(row.body, [row.device, row.seq])));
      }),
    async addMissing(rows) {
      let added = 0;
      const written = await write(["records"], async (change) => {
        const store = change.objectStore("records");
        const here = new Set((await store.getAllKeys()).map(([device, seq]) => `${device}/${seq}`));
        const missing = rows.filter((row) => !here.has(`${row.device}/${row.seq}`));
        await Promise.all(missing.map((row) => store.put(row.body, [row.device, row.seq])));
        added = missing.length;
      });
      return written.ok ? { ok: true, added } : written;
    },
    async rowsAfter(seqs) {
      const all: Row[] = [];
      for (const device of await devices()) {
        const range = IDBKeyRange.bound([device, (seqs.get(device) ?? 0) + 1], [device, Number.MAX_SAFE_INTEGER]);
        const store = database.transaction("records").store;
        const [keys, bodies] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
        for (const [place, [, seq]] of keys.entries()) all.push({ device, seq, body: bodies[place] as Row["body"] });
      }
      return all;
    },
    async readCheckpoint() {
      const store = database.transaction("checkpoint").store;
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      const segments: Bytes[] = [];
      let index: Bytes | null = null;
      for (const [place, key] of keys.entries()) {
        const value = values[place] as Bytes;
        if (key === indexKey) index = value;
        else segments[key] = value;
      }
      return { index, segments };
    },
    writeCheckpoint: (next) => write(["checkpoint", "records"], (change) => put(change, next)),
    erase: (rows, next) =>
      write(["checkpoint", "records"], async (change) => {
        for (const row of rows) void change.objectStore("records").put(row.body, [row.device, row.seq]);
        return next === null ? undefined : put(change, next);
      }),
    readDraft: async (name) => (await database.get("drafts", name)) ?? null,
    writeDraft: (name, box) =>
      write(["drafts"], async (change) => {
        const store = change.objectStore("drafts");
        if (box === null) await store.delete(name);
        else await store.put(box, name);
      }),
    async wipe() {
      database.close();
      try {
        await deleteDB(databaseName);
        return true;
      } catch {
        return false;
      }
    },
    close: () => database.close(),
  };
}
