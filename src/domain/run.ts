/**
 * The counts: the present run, the last 30 days, and all days together. One day with contact takes one day away and
 * nothing else (E8.14). Everything is worked out from the events and today, so back-dating and undo need no care.
 */
import { beginning } from "./beginning.ts";
import { type Now, dayOf, today } from "./day.ts";
import { readStamp } from "./stamp.ts";
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

function isClockBehind(state: State, now: Now): boolean {
  if (state.latest === null) return false;
  return now.ms < readStamp(state.latest).ms - clockSlackMs;
}

/** The first day anything was noted, but never a day still to come. */
function firstDay(state: State, startHour: number, last: number): number | null {
  let first: number | null = null;
  for (const shelf of [state.live.urge, state.live.slip, state.live["check-in"]]) {
    for (const event of shelf.values()) {
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
    return { since: null, currentDays: 0, last30: { free: 0, of: 0 }, totalFree: 0, longestDays: 0, approximate: false, clock };
  }
  // The last contact is itself a day with contact; a breakup or a first entry is not.
  const startsWithContact = begun?.lastContact != null;
  const start = Math.min(asked, last);
  const counted = contacts.filter((day) => day >= start);
  const marks = startsWithContact && counted[0] !== start ? [start, ...counted] : counted;

  const contactSet = new Set(marks);
  const latest = marks.at(-1) ?? null;
  const currentDays = latest === null ? last - start + 1 : last - latest;

  let longestDays = 0;
  let before = startsWithContact ? start : start - 1;
  for (const day of marks) {
    longestDays = Math.max(longestDays, day - before - 1);
    before = day;
  }
  longestDays = Math.max(longestDays, last - before, 0);

  const days = last - start + 1;
  const windowStart = Math.max(start, last - lookBackDays + 1);
  let windowContacts = 0;
  for (const day of contactSet) if (day >= windowStart) windowContacts += 1;
  const of = last - windowStart + 1;
  return {
    since: start,
    currentDays: Math.max(0, currentDays),
    last30: { free: of - windowContacts, of },
    totalFree: days - contactSet.size,
    longestDays,
    approximate: dated?.approximate === true && latest === (startsWithContact ? start : null),
    clock,
  };
}
