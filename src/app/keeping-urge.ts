/**
 * Keeps an urge session safe while it lasts: a sealed draft within a second of the last letter, and its facts in the
 * journal as they come. Recording twice is harmless: a fact is known by its kind and its moment.
 */
import type { Fact } from "#domain/event.ts";
import type { State } from "#domain/state.ts";
import { type UrgeFact, type UrgeSession, isUrgeSession } from "#domain/urge-session.ts";
import type { Vault } from "#vault/vault.ts";
import type { Journal } from "./journal.ts";

const draftName = "urge";
const draftDelayMs = 400;

function urgeIdOf(state: State, session: UrgeSession): string | null {
  for (const urge of state.live.urge.values()) if (urge.at === session.startedAt) return urge.id;
  return null;
}

function isRecorded(state: State, urgeId: string, noted: UrgeFact): boolean {
  const { kind } = noted.fact;
  if (kind === "urge") return true;
  for (const event of state.live[kind].values()) if (event.urge === urgeId && event.at === noted.at) return true;
  return false;
}

export interface UrgeKeeper {
  keep(session: UrgeSession): void;
  /** Everything that is still on its way to storage. */
  settled(): Promise<void>;
  forget(): Promise<void>;
  stored(): Promise<UrgeSession | null>;
}

export function createUrgeKeeper(
  vault: Vault,
  journal: Journal,
  troubled: (why: "full" | "too-long" | "unwritable") => void,
): UrgeKeeper {
  const encoder = new TextEncoder();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: UrgeSession | null = null;
  let queue: Promise<void> = Promise.resolve();

  async function record(session: UrgeSession): Promise<void> {
    let urgeId = urgeIdOf(journal.state, session);
    for (const noted of session.facts) {
      const when = { at: noted.at, offset: noted.offset };
      if (urgeId === null) {
        const recorded = await journal.record({ kind: "urge", strength: null }, { ...when, at: session.startedAt });
        if (!recorded.ok) {
          troubled(recorded.why);
          return;
        }
        urgeId = recorded.ids[0] ?? null;
      }
      if (urgeId === null || isRecorded(journal.state, urgeId, noted)) continue;
      const recorded = await journal.record({ ...noted.fact, urge: urgeId } as Fact, when);
      if (!recorded.ok) troubled(recorded.why);
    }
  }

  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const session = latest;
    if (session === null) return;
    await vault.writeDraft(draftName, encoder.encode(JSON.stringify(session)));
    await record(session);
  }

  function enqueue(): void {
    queue = queue.then(write).catch(() => troubled("unwritable"));
  }

  return {
    keep(session) {
      const steps = session.facts.length !== latest?.facts.length || session.step !== latest.step;
      latest = session;
      if (steps) enqueue();
      else timer ??= setTimeout(enqueue, draftDelayMs);
    },
    async settled() {
      if (timer !== undefined) enqueue();
      await queue;
    },
    async forget() {
      latest = null;
      clearTimeout(timer);
      timer = undefined;
      await queue;
      await vault.writeDraft(draftName, null);
    },
    async stored() {
      const bytes = await vault.readDraft(draftName);
      if (bytes === null) return null;
      try {
        const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
        return isUrgeSession(value) ? value : null;
      } catch {
        return null;
      }
    },
  };
}
