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
  /** The session is over: it is kept as a draft until each of its facts is in the journal. */
  close(session: UrgeSession): void;
  /** Everything that is still on its way to storage. */
  settled(): Promise<void>;
  /** The session that was under way when the app was last closed. Sessions that were over but not saved are tried again. */
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
  /** Over, and refused by the phone so far: a full disk must not cost the words of the night. */
  let unsaved: readonly UrgeSession[] = [];
  let queue: Promise<void> = Promise.resolve();

  /** Whether all of it is in the journal now. */
  async function record(session: UrgeSession): Promise<boolean> {
    let urgeId = urgeIdOf(journal.state, session);
    for (const noted of session.facts) {
      const when = { at: noted.at, offset: noted.offset };
      if (urgeId === null) {
        const recorded = await journal.record({ kind: "urge", strength: null }, { ...when, at: session.startedAt });
        if (!recorded.ok) {
          troubled(recorded.why);
          return false;
        }
        urgeId = recorded.ids[0] ?? null;
      }
      if (urgeId === null || isRecorded(journal.state, urgeId, noted)) continue;
      const recorded = await journal.record({ ...noted.fact, urge: urgeId } as Fact, when);
      if (!recorded.ok) {
        troubled(recorded.why);
        return false;
      }
    }
    const letGo = session.step === "close" && session.text === "";
    const parked = [...journal.state.live.parked.values()].filter((event) => event.urge === urgeId);
    if (!letGo || parked.length === 0) return true;
    const erased = await journal.erase(parked.map((event) => event.id));
    if (!erased.ok) troubled(erased.why);
    return erased.ok;
  }

  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const under = latest;
    // The draft first: it is what a dying battery leaves behind.
    if (under !== null) await writeDraft([...unsaved, under]);
    const still: UrgeSession[] = [];
    for (const session of unsaved) if (!(await record(session))) still.push(session);
    if (under !== null) await record(under);
    if (under === null || still.length !== unsaved.length) {
      unsaved = still;
      await writeDraft(latest === null ? still : [...still, latest]);
    }
  }

  async function writeDraft(sessions: readonly UrgeSession[]): Promise<void> {
    await vault.writeDraft(draftName, sessions.length === 0 ? null : encoder.encode(JSON.stringify(sessions)));
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
    close(session) {
      latest = null;
      queue = queue.then(() => {
        unsaved = [...unsaved, session];
      });
      enqueue();
    },
    async settled() {
      if (timer !== undefined || unsaved.length > 0) enqueue();
      await queue;
    },
    async stored() {
      const bytes = await vault.readDraft(draftName);
      if (bytes === null) return null;
      let found: readonly UrgeSession[] = [];
      try {
        const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
        if (Array.isArray(value)) found = value.filter(isUrgeSession);
      } catch {
        // Not a draft of ours: there is nothing in it to go on with.
      }
      for (const session of found) if (session.step === "close") this.close(session);
      return found.find((session) => session.step !== "close") ?? null;
    },
  };
}
