/** A backup file and its words, into this browser. */
import { restoreBackup } from "#vault/backup.ts";
import { readWords } from "#vault/secret.ts";
import type { Surroundings } from "#vault/vault.ts";
import type { Restored } from "./screens/restore.tsx";

export async function restoreWith(
  around: Surroundings,
  words: readonly string[],
  bytes: Uint8Array,
): Promise<Restored> {
  const read = await readWords(words.join(" "));
  if (!read.ok) return { ok: false, why: "wrong-words" };
  const restored = await restoreBackup(around, read.secret, new Uint8Array(bytes));
  return restored.ok ? { ok: true, count: restored.added, replaced: restored.replaced } : restored;
}
