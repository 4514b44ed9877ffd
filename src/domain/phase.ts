/**
 * The person's own phases (evidence 11.4): what is usual for now, never a timetable of the other person. State first,
 * calendar second: a very low week holds the first phase, two better weeks in a row move on early for as long as they
 * last, steady looking at profiles holds the second. Stepping back is allowed and unremarkable. The days are design
 * choices, and say so on screen.
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
  readonly since: "breakup" | "contact";
  readonly why: "calendar" | "check-ins" | "looking";
}

const stormLastDay = 14;
const stormLastDayWhileLow = 21;
const wavesLastDay = 45;
const wavesLastDayWhileLooking = 60;
const rebuildLastDay = 90;

/** A week's mean mood needs this many check-ins to be a week's and not a moment's. */
const checkInsPerWeekMin = 3;
const betterBy = 1.2;
/** Of 5. Stands in for the longer scales of evidence 11.4, which this version does not ask. */
const lowMoodMax = 1.5;
const lookingDaysMin = 5;

/** The mean mood of whole weeks since the start, oldest first; weeks with too few check-ins are left out. */
function weeklyMoods(
  state: State,
  start: number,
  last: number,
  startHour: number,
): readonly { readonly index: number; readonly mean: number }[] {
  const weeks = new Map<number, { sum: number; count: number }>();
  for (const event of state.live["check-in"].values()) {
    const day = dayOf(event, startHour);
    if (day < start || day > last) continue;
    const index = Math.floor((day - start) / 7);
    const week = weeks.get(index) ?? { sum: 0, count: 0 };
    weeks.set(index, { sum: week.sum + event.mood, count: week.count + 1 });
  }
  return [...weeks]
    .filter(([, week]) => week.count >= checkInsPerWeekMin)
    .sort(([a], [b]) => a - b)
    .map(([index, week]) => ({ index, mean: week.sum / week.count }));
}

/** The last two weeks, in a row, a fifth above the person's own first week. */
function isBetter(state: State, start: number, last: number, startHour: number): boolean {
  const weeks = weeklyMoods(state, start, last, startHour);
  const [first] = weeks;
  const [before, latest] = weeks.slice(-2);
  if (first === undefined || before === undefined || latest === undefined || before === first) return false;
  const enough = first.mean * betterBy;
  return latest.index === before.index + 1 && before.mean >= enough && latest.mean >= enough;
}

function isVeryLow(state: State, last: number, startHour: number): boolean {
  const moods = [...state.live["check-in"].values()]
    .filter((event) => {
      const day = dayOf(event, startHour);
      return day > last - 7 && day <= last;
    })
    .map((event) => event.mood);
  return moods.length >= checkInsPerWeekMin && moods.reduce((sum, mood) => sum + mood, 0) / moods.length <= lowMoodMax;
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
  const since = begun?.brokeUp == null ? "contact" : "breakup";
  const placed = (phase: PhaseName, why: Phase["why"]): Phase => ({ phase, day, since, why });
  if (day <= stormLastDay) return placed("storm", "calendar");
  if (day <= stormLastDayWhileLow && isVeryLow(state, last, startHour)) return placed("storm", "check-ins");
  if (day > rebuildLastDay) return placed("integrate", "calendar");
  if (day > wavesLastDayWhileLooking) return placed("rebuild", "calendar");
  if (looksDaily(state, last, startHour)) return placed("waves", "looking");
  if (day > wavesLastDay) return placed("rebuild", "calendar");
  return isBetter(state, from.day, last, startHour) ? placed("rebuild", "check-ins") : placed("waves", "calendar");
}
