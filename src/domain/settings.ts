/** What the person has set, with what holds until they do. */
import { type ContactKind, type Event, type Happened, type Theme, contactKinds } from "./event.ts";
import { type State, latestOf } from "./state.ts";

/** Four in the morning: most people who are awake at three have not begun their next day. */
export const dayStartHourDefault = 4;

export function dayStartHour(state: State): number {
  const set = latestOf(state, "setting", (event) => event.name === "dayStartHour");
  return set === null ? dayStartHourDefault : Number(set.value);
}

export function theme(state: State): Theme {
  const set = latestOf(state, "setting", (event) => event.name === "theme");
  return set === null ? "auto" : (set.value as Theme);
}

/** An ISO country code, or null until the person picks one. */
export function region(state: State): string | null {
  const set = latestOf(state, "setting", (event) => event.name === "region");
  return set === null ? null : String(set.value);
}

/** When a backup file was last saved on any device, as far as this one knows. */
export function lastBackup(state: State): Happened | null {
  return latestOf(state, "setting", (event) => event.name === "backedUp");
}

/** What counts as contact. Everything does until it is turned off, looking at profiles included (E2.5, E2.6). */
export function contactRule(state: State): Readonly<Record<ContactKind, boolean>> {
  const counts = (contact: ContactKind): boolean =>
    latestOf(state, "rule", (event: Event<"rule">) => event.contact === contact)?.counts ?? true;
  return Object.fromEntries(contactKinds.map((contact) => [contact, counts(contact)])) as Record<ContactKind, boolean>;
}
