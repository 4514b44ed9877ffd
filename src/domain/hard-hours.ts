/** When it is hardest: urges and contact by weekday and hour on the wall. */
import type { Event } from "./event.ts";
import { dayOf, localHour, weekday } from "./day.ts";
import { contactRule } from "./settings.ts";
import { readStamp } from "./stamp.ts";
import type { State } from "./state.ts";

export interface HardHours {
  /** Seven rows, Monday first, of 24 counts. */
  readonly counts: readonly (readonly number[])[];
  readonly events: number;
  /** The hardest cells; empty while there are too few events to say anything. */
  readonly hardest: readonly { readonly weekday: number; readonly hour: number; readonly times: number }[];
}

/** Fewer than these would name a coincidence. */
const eventsMin = 5;
const timesMin = 3;

const hourMs = 3_600_000;

/** Contact noted afterwards has a day but no hour: the one it carries was filled in, and nobody's hard hour. */
function hasOwnHour(slip: Event<"slip">): boolean {
  return Math.abs(slip.at - readStamp(slip.id).ms) <= hourMs;
}

export function hardHours(state: State): HardHours {
  const counts = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  const rule = contactRule(state);
  let events = 0;
  const count = (event: { readonly at: number; readonly offset: number }): void => {
    const row = counts[weekday(dayOf(event, 0))];
    const hour = localHour(event);
    if (row !== undefined) row[hour] = (row[hour] ?? 0) + 1;
    events += 1;
  };
  for (const urge of state.live.urge.values()) count(urge);
  for (const slip of state.live.slip.values()) if (rule[slip.contact] && hasOwnHour(slip)) count(slip);
  const cells = counts.flatMap((row, index) => row.map((times, hour) => ({ weekday: index, hour, times })));
  const most = Math.max(...cells.map((cell) => cell.times));
  const hardest = events < eventsMin || most < timesMin ? [] : cells.filter((cell) => cell.times === most);
  return { counts, events, hardest };
}
