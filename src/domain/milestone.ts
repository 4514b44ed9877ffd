/**
 * Days worth a quiet line. They are marks of all days together, not of one run: what was reached stays reached, and no
 * contact takes it away.
 */
import type { Run } from "./run.ts";

const marks = [1, 3, 7, 14, 21, 30, 60, 90, 180, 365];
const yearDays = 365;

export interface Milestone {
  /** The mark that today is, null on other days. */
  readonly reachedToday: number | null;
  readonly next: number;
}

export function milestone(run: Run): Milestone {
  const days = run.totalFree;
  const isMark = marks.includes(days) || (days > 0 && days % yearDays === 0);
  const next = marks.find((mark) => mark > days) ?? (Math.floor(days / yearDays) + 1) * yearDays;
  // A day with contact repeats yesterday's total: the line was already said.
  return { reachedToday: isMark && run.currentDays > 0 ? days : null, next };
}
