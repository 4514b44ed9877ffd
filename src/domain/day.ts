/**
 * Calendar days as whole numbers, counted from 1 January 1970. A day is the person's own: it begins at their start hour,
 * so a night at two still belongs to the day before, and it is read in the time zone of that moment, so a flight or a
 * change of the clocks never moves an evening to another date. No time zone table is needed, and none can be wrong.
 */
import type { Moment } from "./urge-session.ts";

export type Now = Moment;

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const minuteMs = 60_000;

export function dayOf(moment: { readonly at: number; readonly offset: number }, startHour: number): number {
  return Math.floor((moment.at + moment.offset * minuteMs - startHour * hourMs) / dayMs);
}

export function today(now: Now, startHour: number): number {
  return dayOf({ at: now.ms, offset: now.offset }, startHour);
}

/** The moment a day begins at this offset from UTC. */
export function dayStartMs(day: number, startHour: number, offset: number): number {
  return day * dayMs + startHour * hourMs - offset * minuteMs;
}

/** 0 is Monday. 1 January 1970 was a Thursday. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The hour on the wall, 0 to 23. */
export function localHour(moment: { readonly at: number; readonly offset: number }): number {
  const hours = Math.floor((moment.at + moment.offset * minuteMs) / hourMs);
  return ((hours % 24) + 24) % 24;
}

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

export function datePartsOf(day: number): DateParts {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function dayOfDate(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / dayMs);
}

/** The weeks of a month, Monday first; null where a week reaches into the months beside it. */
export function monthWeeks(year: number, month: number): readonly (readonly (number | null)[])[] {
  const first = dayOfDate(year, month, 1);
  const next = dayOfDate(year, month + 1, 1);
  const weeks: (number | null)[][] = [];
  for (let monday = first - weekday(first); monday < next; monday += 7) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) =>
        monday + index < first || monday + index >= next ? null : monday + index,
      ),
    );
  }
  return weeks;
}
