/**
 * The person's own phases (evidence 11.4): what is usual for now, never a timetable of the other person. State first,
 * calendar second: two better weeks in a row move on early, steady looking at profiles holds the second phase. The days
 * are design choices, and say so on screen.
 */
import { beginning } from "./beginning.ts";
import { type Now, dayOf, today } from "./day.ts";
import { dayStartHour } from "./settings.ts";
import type { State } from "./state.ts";

export type PhaseName = "storm" | "waves" | "rebuild" | "integrate";

export interface Phase {
  readonly phase: PhaseName;
  /** Day since the breakup, or since the last contact where that is all that is known. */
  readonly day: number;
  readonly why: "calendar" | "check-ins" | "looking";
}

const stormLastDay = 14;
const wavesLastDay = 45;
const wavesLastDayWhileLooking = 60;
const rebuildLastDay = 90;

/** A week's mean mood needs this many check-ins to be a week's and not a moment's. */
const checkInsPerWeekMin = 3;
const betterBy = 1.2;
const lookingDaysMin = 5;

/** Two weeks in a row a fifth above the person's own first week. */
function isBetter(state: State, start: number, last: number, startHour: number): boolean {
  const weeks = new Map<number, { sum: number; count: number }>();
  for (const event of state.live["check-in"].values()) {
    const day = dayOf(event, startHour);
    if (day < start || day > last) continue;
    const index = Math.floor((day - start) / 7);
    const week = weeks.get(index) ?? { sum: 0, count: 0 };
    weeks.set(index, { sum: week.sum + event.mood, count: week.count + 1 });
  }
  const means = [...weeks]
    .filter(([, week]) => week.count >= checkInsPerWeekMin)
    .sort(([a], [b]) => a - b)
    .map(([index, week]) => ({ index, mean: week.sum / week.count }));
  const first = means[0];
  if (first === undefined) return false;
  return means.some(
    (week, place) =>
      place > 0 &&
      week.mean >= first.mean * betterBy &&
      means[place + 1]?.index === week.index + 1 &&
      (means[place + 1]?.mean ?? 0) >= first.mean * betterBy,
  );
}

function looksDaily(state: State, last: number, startHour: number): boolean {
  const days = new Set<number>();
  for (const slip of state.live.slip.values()) {
    const day = dayOf(slip, startHour);
    if (slip.contact === "looking" && day > last - 7 && day <= last) days.add(day);
  }
  return days.size >= lookingDaysMin;
}

export function phase(state: State, now: Now): Phase | null {
  const begun = beginning(state);
  const from = begun?.brokeUp ?? begun?.lastContact ?? null;
  if (from === null) return null;
  const startHour = dayStartHour(state);
  const last = today(now, startHour);
  const day = Math.max(0, last - from.day);
  if (day <= stormLastDay) return { phase: "storm", day, why: "calendar" };
  if (day > rebuildLastDay) return { phase: "integrate", day, why: "calendar" };
  if (day > wavesLastDayWhileLooking) return { phase: "rebuild", day, why: "calendar" };
  if (looksDaily(state, last, startHour)) return { phase: "waves", day, why: "looking" };
  if (day > wavesLastDay) return { phase: "rebuild", day, why: "calendar" };
  return isBetter(state, from.day, last, startHour)
    ? { phase: "rebuild", day, why: "check-ins" }
    : { phase: "waves", day, why: "calendar" };
}
