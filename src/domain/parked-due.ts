/** Texts from the box that sends nothing, back in the morning: oldest first, until they are kept or let go. */
import type { Event } from "./event.ts";
import type { Now } from "./day.ts";
import { dayStartHour } from "./settings.ts";
import { type State, inOrder } from "./state.ts";
import { isMorningAfter } from "./verdict-due.ts";

export function parkedDue(state: State, now: Now): readonly Event<"parked">[] {
  const startHour = dayStartHour(state);
  const kept = new Set([...state.live.kept.values()].map((event) => event.parked));
  return inOrder(state, "parked").filter((parked) => !kept.has(parked.id) && isMorningAfter(parked, now, startHour));
}
