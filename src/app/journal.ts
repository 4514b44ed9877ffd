/**
 * The one door between a tap and what is known: `record` ticks the clock, seals, appends, folds and publishes, in that
 * order. What a screen shows is therefore always in the log already. Events of other tabs enter by the same fold.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import { type Event, type Fact, readEvent, textLettersMax } from "#domain/event.ts";
import { type Stamp, nextStamp, readStamp, writeStamp } from "#domain/stamp.ts";
import { type State, emptyState, fold, foldUnknown, tracesOf } from "#domain/state.ts";
import type { Moment } from "#domain/urge-session.ts";
import type { Entry, Vault } from "#vault/vault.ts";

export type Recorded =
  | { readonly ok: true; readonly ids: readonly string[] }
  | { readonly ok: false; readonly why: "full" | "too-long" | "unwritable" };

export interface When {
  readonly at: number;
  readonly offset: number;
}

export interface Journal {
  readonly state: State;
  /** Moves when the state did. Read it in a component to be drawn again. */
  readonly version: ReadonlySignal<number>;
  /** Entries that could not be read. They are kept as they are. */
  readonly damaged: number;
  /** Durable when it resolves. `when` back-dates; without it, now. */
  record(fact: Fact, when?: When): Promise<Recorded>;
  recordAll(facts: readonly { readonly fact: Fact; readonly when?: When }[]): Promise<Recorded>;
  undo(id: string): Promise<Recorded>;
  correct(event: Event, fields: Readonly<Record<string, unknown>>, newAt?: number): Promise<Recorded>;
  /** Removes the words of an event, and of its corrections, for good. */
  erase(ids: readonly string[]): Promise<Recorded>;
  /** Every event that stands or once stood, for export: corrections and undos included, erased words not. */
  everything(): readonly Event[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

interface Position {
  readonly device: string;
  readonly seq: number;
}

export function openJournal(vault: Vault, entries: readonly Entry[], damaged: number, now: () => Moment): Journal {
  const state = emptyState();
  const version = signal(0);
  const positions = new Map<string, Position>();
  let unread = damaged;
  let last: Stamp | null = null;

  function take(entry: Entry): void {
    let value: unknown;
    try {
      value = JSON.parse(decoder.decode(entry.bytes));
    } catch {
      unread += 1;
      return;
    }
    const read = readEvent(value);
    switch (read.is) {
      case "known":
        positions.set(read.event.id, { device: entry.device, seq: entry.seq });
        fold(state, read.event);
        break;
      case "unknown":
        foldUnknown(state, read.kind);
        break;
      case "damaged":
        unread += 1;
        break;
    }
  }

  /** The next stamp must be later than any that was seen. */
  function seeLatest(): void {
    if (state.latest !== null && (last === null || state.latest > writeStamp(last))) last = readStamp(state.latest);
  }

  function publish(): void {
    version.value += 1;
  }

  function takeAll(some: readonly Entry[]): void {
    for (const entry of some) take(entry);
    seeLatest();
  }

  takeAll(entries);
  vault.follow((others) => {
    takeAll(others);
    publish();
  });

  async function recordAll(facts: readonly { readonly fact: Fact; readonly when?: When }[]): Promise<Recorded> {
    const moment = now();
    const events = facts.map(({ fact, when }): Event => {
      last = nextStamp(last, moment.ms, vault.deviceId);
      const at = Math.round(when?.at ?? moment.ms);
      const offset = Math.round(when?.offset ?? moment.offset);
      return { id: writeStamp(last), at, offset, ...fact };
    });
    if (events.some(isTooLong)) return { ok: false, why: "too-long" };
    const appended = await vault.append(events.map((event) => encoder.encode(JSON.stringify(event))));
    if (!appended.ok) return appended;
    takeAll(appended.entries);
    publish();
    return { ok: true, ids: events.map((event) => event.id) };
  }

  return {
    state,
    version,
    get damaged() {
      return unread;
    },
    recordAll,
    record: (fact, when) => recordAll([when === undefined ? { fact } : { fact, when }]),
    undo: (target) => recordAll([{ fact: { kind: "undone", target } }]),
    correct: (event, fields, newAt) =>
      recordAll([{ fact: { kind: "corrected", target: event.id, fields, newAt: newAt ?? null } }]),
    async erase(ids) {
      const targets = [...new Set(ids.flatMap((id) => tracesOf(state, id)))];
      // Said first, then done: if the device dies between the two, the next opening sees what still has to go.
      const said = await recordAll([{ fact: { kind: "erased", targets } }]);
      if (!said.ok) return said;
      const places = targets.map((id) => positions.get(id)).filter((found) => found !== undefined);
      const gone = await vault.erase(places);
      return gone.ok ? said : gone;
    },
    everything: () =>
      [...state.stories.values()].flatMap((story) => (story.event && !story.erased ? [story.event] : [])),
  };
}

/** Erasures that were said but not carried out, after a crash between the two. */
export function erasuresToFinish(journal: Journal): readonly string[] {
  const { state } = journal;
  return [...state.live.erased.values()]
    .flatMap((event) => event.targets.flatMap((id) => tracesOf(state, id)))
    .filter((id) => state.stories.get(id)?.event != null);
}

function isTooLong(event: Event): boolean {
  return Object.values(event).some((value) => typeof value === "string" && value.length > textLettersMax);
}
