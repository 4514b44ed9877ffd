import { beginning } from "./beginning.ts";
import { type Now, dayOf, monthWeeks, today } from "./day.ts";
import { run } from "./run.ts";
import { contactRule, dayStartHour } from "./settings.ts";
import type { State } from "./state.ts";

export interface CalendarDay {
  readonly day: number;
  readonly mark: "before" | "free" | "slip" | "future";
  readonly necessary: boolean;
  readonly urges: number;
  /** The day's mean mood, 1 to 5, rounded; null without a check-in. */
  readonly mood: number | null;
}

/** One month as weeks, Monday first. Null fills the first and last week. */
export function calendarMonth(
  state: State,
  now: Now,
  year: number,
  month: number,
): readonly (readonly (CalendarDay | null)[])[] {
  const startHour = dayStartHour(state);
  const last = today(now, startHour);
  const { since } = run(state, now);
  const rule = contactRule(state);
  const weeks = monthWeeks(year, month);
  const wanted = new Set(weeks.flat());
  const slips = new Set<number>();
  const needed = new Set<number>();
  const urges = new Map<number, number>();
  const moods = new Map<number, { sum: number; count: number }>();
  for (const slip of state.live.slip.values()) if (rule[slip.contact]) slips.add(dayOf(slip, startHour));
  const lastContact = beginning(state)?.lastContact;
  if (lastContact) slips.add(lastContact.day);
  for (const event of state.live.necessary.values()) needed.add(dayOf(event, startHour));
  for (const event of state.live.urge.values()) {
    const day = dayOf(event, startHour);
    if (wanted.has(day)) urges.set(day, (urges.get(day) ?? 0) + 1);
  }
  for (const event of state.live["check-in"].values()) {
    const day = dayOf(event, startHour);
    if (!wanted.has(day)) continue;
    const mood = moods.get(day) ?? { sum: 0, count: 0 };
    moods.set(day, { sum: mood.sum + event.mood, count: mood.count + 1 });
  }
  const markOf = (day: number): CalendarDay["mark"] => {
    if (day > last) return "future";
    // The day the count begins is day 0: it is not one of the days without contact.
    if (since === null || day <= since) return slips.has(day) ? "slip" : "before";
    return slips.has(day) ? "slip" : "free";
  };
  return weeks.map((week) =>
    week.map((day) => {
      if (day === null) return null;
      const mood = moods.get(day);
      return {
        day,
        mark: markOf(day),
        necessary: needed.has(day),
        urges: urges.get(day) ?? 0,
        mood: mood === undefined ? null : Math.round(mood.sum / mood.count),
      };
    }),
  );
}
