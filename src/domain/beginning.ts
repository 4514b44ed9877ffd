import type { Event } from "./event.ts";
import { type State, latestOf } from "./state.ts";

/** The two dates, as last set. */
export function beginning(state: State): Event<"beginning"> | null {
  return latestOf(state, "beginning");
}
