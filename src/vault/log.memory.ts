/** The log without a disk: for tests, and for browsers that refuse storage. */
import { type Bytes, sameBytes } from "./bytes.ts";
import type { CheckpointChange, Log, Row, Written } from "./log.ts";

const ok: Written = { ok: true };
const taken: Written = { ok: false, why: "taken" };
const keyOf = (row: Pick<Row, "device" | "seq">): string => `${row.device}/${row.seq}`;

export function openMemoryLog(): Log {
  const meta = new Map<string, Bytes>();
  const rows = new Map<string, Row>();
  const drafts = new Map<string, Bytes>();
  let index: Bytes | null = null;
  let segments: Bytes[] = [];

  const sameIndex = (from: Bytes | null): boolean =>
    from === null || index === null ? from === index : sameBytes(from, index);

  function change(next: CheckpointChange): void {
    index = next.index;
    for (const [place, segment] of next.segments) segments[place] = segment;
  }

  return {
    readMeta: async (name) => meta.get(name) ?? null,
    async create(values) {
      if (meta.size > 0) return taken;
      for (const [name, value] of Object.entries(values)) meta.set(name, value);
      return ok;
    },
    async makeRoom() {
      if (rows.size > 0) return null;
      const removed = Object.fromEntries(meta);
      meta.clear();
      return removed;
    },
    async writeMeta(name, value) {
      meta.set(name, value);
      return ok;
    },
    async lastRow(device) {
      let last: Row | null = null;
      for (const row of rows.values()) if (row.device === device && row.seq > (last?.seq ?? 0)) last = row;
      return last;
    },
    async append(added) {
      if (added.some((row) => rows.has(keyOf(row)))) return taken;
      for (const row of added) rows.set(keyOf(row), row);
      return ok;
    },
    async addMissing(offered) {
      const missing = offered.filter((row) => !rows.has(keyOf(row)));
      for (const row of missing) rows.set(keyOf(row), row);
      return { ok: true, added: missing.length };
    },
    rowsAfter: async (seqs) =>
      [...rows.values()]
        .filter((row) => row.seq > (seqs.get(row.device) ?? 0))
        .sort((a, b) => (a.device === b.device ? a.seq - b.seq : a.device < b.device ? -1 : 1)),
    readCheckpoint: async () => ({ index, segments: [...segments] }),
    async writeCheckpoint(next) {
      if (!sameIndex(next.from)) return taken;
      change(next);
      return ok;
    },
    async erase(erased, next) {
      if (next !== null && !sameIndex(next.from)) return taken;
      for (const row of erased) rows.set(keyOf(row), row);
      if (next !== null) change(next);
      return ok;
    },
    readDraft: async (name) => drafts.get(name) ?? null,
    async writeDraft(name, box) {
      if (box === null) drafts.delete(name);
      else drafts.set(name, box);
      return ok;
    },
    async wipe() {
      meta.clear();
      rows.clear();
      drafts.clear();
      index = null;
      segments = [];
      return true;
    },
    close() {},
  };
}
