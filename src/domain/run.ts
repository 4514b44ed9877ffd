/**
 * The counts: the present run, the last 30 days, and all days together. One day with contact takes one day away and
 * nothing else (E8.14). Everything is worked out from the events and today, so back-dating and undo need no care.
 */
import { beginning } from "./beginning.ts";
import { type Now, dayOf, today } from "./day.ts";
import { contactRule, dayStartHour } from "./settings.ts";
import type { State } from "./state.ts";

export interface Run {
  /** The day the counting starts; null before anything is known. */
  readonly since: number | null;
  /** Whole days since the last contact. 0 on the day itself. */
  readonly currentDays: number;
  /** Days without contact among the last 30, or among fewer when the counting is younger. Today is one of them. */
  readonly last30: { readonly free: number; readonly of: number };
  readonly totalFree: number;
  readonly longestDays: number;
  /** The starting date is the person's rough guess, and the present run still counts from it. */
  readonly approximate: boolean;
  /** `behind`: the device says it is long before the last thing it recorded. Counts cannot be right until that is mended. */
  readonly clock: "fine" | "behind";
}

const lookBackDays = 30;
const clockSlackMs = 2 * 86_400_000;
const clockDaysAhead = 3;
/** 1 January 2010. A time before is a clock that has lost its date: counting from it would begin in 1970. */
const plausibleFromMs = 1_262_304_000_000;

/** Days with contact that counts, up to and including `last`, ascending. Contact dated in the future waits for its day. */
function contactDays(state: State, startHour: number, last: number): readonly number[] {
  const rule = contactRule(state);
  const days = new Set<number>();
  for (const slip of state.live.slip.values()) {
    const day = dayOf(slip, startHour);
    if (rule[slip.contact] && day <= last) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}

/**
 * Behind when the clock says it is before Keel, when the newest record is still to come, or the records of three days are. One reading from 2040 is not enough:
 * it would say so until 2040, on a device that has long been right again.
 */
function isClockBehind(state: State, now: Now): boolean {
  if (now.ms < plausibleFromMs) return true;
  const aheadMs = now.ms + clockSlackMs;
  const newest = state.latest === null ? null : (state.stories.get(state.latest)?.event ?? null);
  if (newest !== null && newest.at > aheadMs) return true;
  const ahead = new Set<number>();
  for (const shelf of [state.live.slip, state.live.urge, state.live["check-in"]]) {
    for (const event of shelf.values()) {
      if (event.at <= aheadMs) continue;
      ahead.add(dayOf(event, 0));
      if (ahead.size === clockDaysAhead) return true;
    }
  }
  return false;
}

/** The first day anything was noted, but never a day still to come. */
function firstDay(state: State, startHour: number, last: number): number | null {
  let first: number | null = null;
  for (const shelf of [state.live.urge, state.live.slip, state.live["check-in"], state.live.necessary]) {
    for (const event of shelf.values()) {
      if (event.at < plausibleFromMs) continue;
      const day = dayOf(event, startHour);
      if (first === null || day < first) first = day;
    }
  }
  return first === null ? null : Math.min(first, last);
}

export function run(state: State, now: Now): Run {
  const startHour = dayStartHour(state);
  const last = today(now, startHour);
  const begun = beginning(state);
  const contacts = contactDays(state, startHour, last);
  const dated = begun?.lastContact ?? begun?.brokeUp ?? null;
  const asked = dated?.day ?? firstDay(state, startHour, last);
  const clock = isClockBehind(state, now) ? "behind" : "fine";
  if (asked === null) {
    return {
      since: null,
      currentDays: 0,
      last30: { free: 0, of: 0 },
      totalFree: 0,
      longestDays: 0,
      approximate: false,
      clock,
    };
  }
  // The starting day is day 0, whether it was the last contact, the breakup or the first entry.
  const start = Math.min(asked, last);
  const marks = [start, ...contacts.filter((day) => day > start)];
  const latest = marks.at(-1) ?? start;

  let longestDays = last - latest;
  for (const [index, day] of marks.entries()) longestDays = Math.max(longestDays, day - (marks[index - 1] ?? day) - 1);

  const windowStart = Math.max(start + 1, last - lookBackDays + 1);
  const of = last - windowStart + 1;
  const windowContacts = marks.filter((day) => day >= windowStart).length;
  return {
    since: start,
    currentDays: last - latest,
    last30: { free: of - windowContacts, of },
    totalFree: last - start + 1 - marks.length,
    longestDays,
    approximate: dated?.approximate === true && latest === start,
    clock,
  };
}
