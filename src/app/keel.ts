/** What every screen may use: the journal, the moment, and a line to the person. Made once in main.tsx. */
import { type ReadonlySignal, type Signal, useComputed } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Fact } from "#domain/event.ts";
import type { State } from "#domain/state.ts";
import type { Moment } from "#domain/urge-session.ts";
import { trouble } from "#words/common.ts";
import type { Vault } from "#vault/vault.ts";
import type { Drafts } from "./drafts.ts";
import type { Journal, Recorded, When } from "./journal.ts";

export interface Notice {
  readonly text: string;
  readonly undo?: () => void;
}

export interface Keel {
  readonly journal: Journal;
  readonly vault: Vault;
  /** Moves once a minute and when the app is seen again: enough for counts of days. */
  readonly now: Signal<Moment>;
  readonly notice: Signal<Notice | null>;
  readonly drafts: Drafts;
  readonly urgeUnderWay: ReadonlySignal<boolean>;
  readonly startUrge: () => void;
}

const KeelContext = createContext<Keel | null>(null);
export const KeelProvider = KeelContext.Provider;

export function useKeel(): Keel {
  const keel = useContext(KeelContext);
  if (keel === null) throw new Error("useKeel outside KeelProvider");
  return keel;
}

/** A view of the state, worked out again when an event or the minute changed. */
export function useView<V>(view: (state: State, now: Moment) => V): V {
  const { journal, now } = useKeel();
  return useComputed(() => {
    void journal.version.value;
    return view(journal.state, now.value);
  }).value;
}

const sentences = { full: trouble.full, "too-long": trouble.tooLong, unwritable: trouble.unwritable } as const;

/** Tells the person when something was not saved. Returns whether it was. */
export function wasSaved(keel: Keel, recorded: Recorded): recorded is Extract<Recorded, { ok: true }> {
  if (recorded.ok) return true;
  keel.notice.value = { text: sentences[recorded.why] };
  return false;
}

/** Records one fact; a refusal becomes a sentence on screen. Returns the new event's id, or null. */
export async function save(keel: Keel, fact: Fact, when?: When): Promise<string | null> {
  const recorded = await keel.journal.record(fact, when);
  return wasSaved(keel, recorded) ? (recorded.ids[0] ?? null) : null;
}
