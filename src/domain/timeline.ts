/** Everything that stands, newest first, a page at a time, by the person's own days. */
import type { ContactKind, Event, Outcome, Topic } from "./event.ts";
import { dayOf } from "./day.ts";
import { dayStartHour } from "./settings.ts";
import type { State } from "./state.ts";

interface Common {
  readonly id: string;
  readonly at: number;
  readonly offset: number;
  readonly corrected: boolean;
}

export type TimelineItem = Common &
  (
    | { readonly kind: "slip"; readonly contact: ContactKind }
    | { readonly kind: "necessary"; readonly topic: Topic }
    | { readonly kind: "check-in"; readonly mood: number; readonly note: string }
    | {
        readonly kind: "urge";
        readonly ratings: readonly { readonly at: number; readonly strength: number }[];
        readonly outcome: Outcome | null;
      }
    | { readonly kind: "plan"; readonly when: string; readonly then: string }
    | { readonly kind: "beginning" }
    | { readonly kind: "parked"; readonly text: string }
  );

export interface Timeline {
  readonly days: readonly { readonly day: number; readonly items: readonly TimelineItem[] }[];
  readonly more: boolean;
}

const kinds = ["slip", "necessary", "check-in", "urge", "plan", "beginning", "parked"] as const;
type TimelineKind = (typeof kinds)[number];

function itemOf(state: State, event: Event<TimelineKind>): TimelineItem {
  const story = state.stories.get(event.id);
  const corrected = [...(story?.aimedAt ?? [])].some((id) => state.live.corrected.has(id));
  const common: Common = { id: event.id, at: event.at, offset: event.offset, corrected };
  switch (event.kind) {
    case "slip":
      return { ...common, kind: "slip", contact: event.contact };
    case "necessary":
      return { ...common, kind: "necessary", topic: event.topic };
    case "check-in":
      return { ...common, kind: "check-in", mood: event.mood, note: event.note };
    case "plan":
      return { ...common, kind: "plan", when: event.when, then: event.then };
    case "beginning":
      return { ...common, kind: "beginning" };
    case "parked":
      return { ...common, kind: "parked", text: event.text };
    case "urge":
      return { ...common, kind: "urge", ratings: [], outcome: null };
  }
}

/** The newest `limit` items. A text parked inside an urge is shown with the urge, unless the urge itself is gone. */
export function timeline(state: State, options: { readonly limit: number }): Timeline {
  const events: Event<TimelineKind>[] = [];
  for (const kind of kinds) {
    for (const event of state.live[kind].values()) {
      if (event.kind === "parked" && event.urge !== null && state.live.urge.has(event.urge)) continue;
      events.push(event);
    }
  }
  const startHour = dayStartHour(state);
  // By day before moment: across the date line an hour later can be a day earlier, and each day stands here once.
  const dated = events.map((event) => ({ event, day: dayOf(event, startHour) }));
  dated.sort((a, b) => b.day - a.day || b.event.at - a.event.at || (a.event.id < b.event.id ? 1 : -1));
  const shown = dated.slice(0, options.limit);
  const urges = new Map<
    string,
    { ratings: { at: number; strength: number }[]; outcome: Outcome | null; endId: string }
  >();
  for (const { event } of shown)
    if (event.kind === "urge") urges.set(event.id, { ratings: [], outcome: null, endId: "" });
  for (const { urge, at, strength } of state.live["urge-rated"].values())
    urges.get(urge)?.ratings.push({ at, strength });
  for (const { urge, id, outcome } of state.live["urge-ended"].values()) {
    const found = urges.get(urge);
    if (found !== undefined && id > found.endId) Object.assign(found, { outcome, endId: id });
  }
  const days: { day: number; items: TimelineItem[] }[] = [];
  for (const { event, day } of shown) {
    const item = itemOf(state, event);
    const urge = urges.get(event.id);
    const whole: TimelineItem =
      urge !== undefined && item.kind === "urge"
        ? { ...item, ratings: urge.ratings.sort((a, b) => a.at - b.at), outcome: urge.outcome }
        : item;
    const last = days.at(-1);
    if (last?.day === day) last.items.push(whole);
    else days.push({ day, items: [whole] });
  }
  return { days, more: events.length > shown.length };
}
