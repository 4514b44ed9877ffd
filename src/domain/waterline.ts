/** The picture on Today: each of the last days as the strength of its strongest urge, and whether there was contact. */
import type { Moment } from "./urge-session.ts";
import { dayOf, today } from "./day.ts";
import { contactRule, dayStartHour } from "./settings.ts";
import type { State } from "./state.ts";

export interface WaterDay {
  readonly day: number;
  /** 0 to 10; null on a day without an urge. An urge that was never rated counts as 5, the middle. */
  readonly strength: number | null;
  readonly contact: boolean;
}

const unratedStrength = 5;

export function waterline(state: State, now: Moment, days: number): readonly WaterDay[] {
  const startHour = dayStartHour(state);
  const last = today(now, startHour);
  const first = last - days + 1;
  const rule = contactRule(state);
  const strongest = new Map<string, number>();
  for (const rated of state.live["urge-rated"].values()) {
    strongest.set(rated.urge, Math.max(strongest.get(rated.urge) ?? 0, rated.strength));
  }
  const strengths = new Map<number, number>();
  for (const urge of state.live.urge.values()) {
    const day = dayOf(urge, startHour);
    if (day < first || day > last) continue;
    const strength = strongest.get(urge.id) ?? urge.strength ?? unratedStrength;
    strengths.set(day, Math.max(strengths.get(day) ?? 0, strength));
  }
  const contacts = new Set<number>();
  for (const slip of state.live.slip.values()) if (rule[slip.contact]) contacts.add(dayOf(slip, startHour));
  return Array.from({ length: days }, (_, index) => {
    const day = first + index;
    return { day, strength: strengths.get(day) ?? null, contact: contacts.has(day) };
  });
}
