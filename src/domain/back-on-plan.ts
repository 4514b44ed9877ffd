/** The time after contact. The next 24 hours are where support does most (E8.14). */
import { type Now, dayOf, today } from "./day.ts";
import { contactRule, dayStartHour } from "./settings.ts";
import type { State } from "./state.ts";

export interface BackOnPlan {
  readonly lastSlipAt: number;
  readonly within24h: boolean;
  /** Whole days without contact since then. */
  readonly days: number;
  /** Over earlier contact: how many days in a row usually went by with contact before a free one. Null below three. */
  readonly usualDaysToReturn: number | null;
}

const afterMs = 24 * 3_600_000;
const stretchesMin = 3;

/** Null when there was no contact that counts. */
export function backOnPlan(state: State, now: Now): BackOnPlan | null {
  const rule = contactRule(state);
  const startHour = dayStartHour(state);
  const last = today(now, startHour);
  const slips = [...state.live.slip.values()].filter((slip) => rule[slip.contact] && slip.at <= now.ms);
  const latest = slips.reduce<number | null>((at, slip) => (at === null || slip.at > at ? slip.at : at), null);
  if (latest === null) return null;
  const days = [...new Set(slips.map((slip) => dayOf(slip, startHour)))].sort((a, b) => a - b);
  const stretches: number[] = [];
  let length = 0;
  for (const [index, day] of days.entries()) {
    length += 1;
    if (days[index + 1] === day + 1) continue;
    // Contact today has not had its free day yet.
    if (day < last) stretches.push(length);
    length = 0;
  }
  const sorted = stretches.sort((a, b) => a - b);
  return {
    lastSlipAt: latest,
    within24h: now.ms - latest < afterMs,
    days: Math.max(0, last - (days.at(-1) ?? last)),
    usualDaysToReturn: sorted.length < stretchesMin ? null : (sorted[Math.floor(sorted.length / 2)] ?? null),
  };
}
