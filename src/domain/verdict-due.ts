/** The morning question about last night's choice: asked once the night is over, and for a week, not for ever. */
import type { Outcome } from "./event.ts";
import { type Now, dayOf, today } from "./day.ts";
import { dayStartHour } from "./settings.ts";
import type { State } from "./state.ts";

export interface VerdictDue {
  readonly urge: string;
  readonly outcome: Outcome;
  readonly at: number;
}

const nightMs = 5 * 3_600_000;
/** The day may begin minutes after an urge at ten to four: that is still the same night. */
const nightMsMin = 2 * 3_600_000;
const askedForMs = 7 * 86_400_000;

/** Whether a night lies between then and now: another day of the person's and two hours, or five hours. */
export function isMorningAfter(
  event: { readonly at: number; readonly offset: number },
  now: Now,
  startHour: number,
): boolean {
  const sinceMs = now.ms - event.at;
  return sinceMs >= nightMs || (sinceMs >= nightMsMin && dayOf(event, startHour) < today(now, startHour));
}

/** The newest ended urge still without a verdict. Practical contact is not asked about. */
export function verdictDue(state: State, now: Now): VerdictDue | null {
  const startHour = dayStartHour(state);
  const judged = new Set<string>();
  for (const verdict of state.live.verdict.values()) judged.add(verdict.urge);
  let due: VerdictDue | null = null;
  for (const ended of state.live["urge-ended"].values()) {
    if (now.ms - ended.at > askedForMs || ended.at > now.ms || ended.outcome === "practical") continue;
    if (judged.has(ended.urge) || !state.live.urge.has(ended.urge)) continue;
    if (!isMorningAfter(ended, now, startHour)) continue;
    if (due === null || ended.at > due.at) due = { urge: ended.urge, outcome: ended.outcome, at: ended.at };
  }
  return due;
}
