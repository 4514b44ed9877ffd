/**
 * State is a fold over events. The fold is a union with last-writer-wins corrections, so that any order of the same
 * events, with repeats, ends in the same state: two devices that have seen the same events agree, whoever wrote first.
 *
 * `fold` changes the state in place and costs the same whatever the history holds: a tap after ten years is as quick as
 * the first. `version` moves with every change, so a view can tell whether it is stale.
 */
import { type Event, type Kind, isFieldValue } from "./event.ts";

interface Story {
  /** Null while only a correction or an undo of it has arrived. */
  event: Event | null;
  erased: boolean;
  /** Ids of the corrections and undos that aim at it, in no order. */
  aimedAt: Set<string>;
}

export interface State {
  version: number;
  /** Events folded, undone and erased ones included. */
  count: number;
  /** Latest stamp seen from any device: the next event must be later. */
  latest: string | null;
  stories: Map<string, Story>;
  /** What stands now: corrections applied, undone and erased events left out. */
  live: { [K in Kind]: Map<string, Event<K>> };
  /** Kinds from a newer version that were kept and skipped, with how many. */
  unknown: Map<string, number>;
}

const kinds: readonly Kind[] = [
  "beginning",
  "rule",
  "setting",
  "safety",
  "slip",
  "necessary",
  "check-in",
  "urge",
  "urge-rated",
  "urge-named",
  "urge-tried",
  "urge-ended",
  "parked",
  "kept",
  "verdict",
  "reason",
  "person",
  "own-step",
  "plan",
  "corrected",
  "undone",
  "erased",
];

export function emptyState(): State {
  const live = Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as unknown as State["live"];
  return { version: 0, count: 0, latest: null, stories: new Map(), live, unknown: new Map() };
}

function storyOf(state: State, id: string): Story {
  let story = state.stories.get(id);
  if (story === undefined) {
    story = { event: null, erased: false, aimedAt: new Set() };
    state.stories.set(id, story);
  }
  return story;
}

/** An undo or correction must be later than its target. One that is not was forged or damaged, and would make a loop. */
function aims(event: Event): readonly string[] {
  if (event.kind === "erased") return event.targets.filter((target) => target < event.id);
  if (event.kind === "undone" || event.kind === "corrected") return event.target < event.id ? [event.target] : [];
  return [];
}

function stands(state: State, id: string): boolean {
  const story = state.stories.get(id);
  if (story?.event == null || story.erased) return false;
  if (story.event.kind === "erased") return true;
  for (const other of story.aimedAt) {
    if (state.stories.get(other)?.event?.kind === "undone" && stands(state, other)) return false;
  }
  return true;
}

function corrected(state: State, story: Story, event: Event): Event {
  if (story.aimedAt.size === 0) return event;
  const edits = [...story.aimedAt]
    .map((id) => state.stories.get(id)?.event)
    .filter((edit): edit is Event<"corrected"> => edit?.kind === "corrected" && stands(state, edit.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (edits.length === 0) return event;
  const result: Record<string, unknown> = { ...event };
  for (const edit of edits) {
    if (edit.newAt !== null) result["at"] = edit.newAt;
    for (const [field, value] of Object.entries(edit.fields)) {
      if (isFieldValue(event, field, value)) result[field] = value;
    }
  }
  return result as unknown as Event;
}

/** Brings `live` up to date for one event and for whatever it aims at in turn (an undo of an undo of a slip). */
function settle(state: State, id: string): void {
  const story = state.stories.get(id);
  if (story?.event == null) return;
  const { event } = story;
  const shelf = state.live[event.kind] as Map<string, Event>;
  if (stands(state, id)) shelf.set(id, corrected(state, story, event));
  else shelf.delete(id);
  if (event.kind === "undone" || event.kind === "corrected") for (const target of aims(event)) settle(state, target);
}

/** Corrections carry the words of what they correct: they go with it, also when they arrive later. */
function eraseCorrections(state: State, story: Story): void {
  for (const id of story.aimedAt) {
    const other = state.stories.get(id);
    if (other?.event?.kind !== "corrected") continue;
    other.erased = true;
    state.live.corrected.delete(id);
    eraseCorrections(state, other);
  }
}

/** Adds one event. Folding the same event twice changes nothing. */
export function fold(state: State, event: Event): void {
  const story = storyOf(state, event.id);
  if (story.event !== null) return;
  story.event = event;
  state.count += 1;
  state.version += 1;
  if (state.latest === null || event.id > state.latest) state.latest = event.id;
  for (const target of aims(event)) {
    const aimed = storyOf(state, target);
    if (event.kind === "erased") aimed.erased = true;
    else aimed.aimedAt.add(event.id);
    if (aimed.erased) eraseCorrections(state, aimed);
    settle(state, target);
  }
  settle(state, event.id);
}

/** Counts an event that this version cannot read yet. */
export function foldUnknown(state: State, kind: string): void {
  state.unknown.set(kind, (state.unknown.get(kind) ?? 0) + 1);
  state.version += 1;
}

/** Every event whose contents would have to go for `id` to be gone: itself, and the corrections that carry its words. */
export function tracesOf(state: State, id: string): readonly string[] {
  const story = state.stories.get(id);
  if (story === undefined) return [];
  return [id, ...[...story.aimedAt].filter((other) => state.stories.get(other)?.event?.kind === "corrected")].sort();
}

/** What stands of one kind, oldest first by when it happened. */
export function inOrder<K extends Kind>(state: State, kind: K): readonly Event<K>[] {
  return [...state.live[kind].values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** The standing event of a kind with the latest stamp among those that `pick` accepts: how settings are read. */
export function latestOf<K extends Kind>(
  state: State,
  kind: K,
  pick: (event: Event<K>) => boolean = () => true,
): Event<K> | null {
  let found: Event<K> | null = null;
  for (const event of state.live[kind].values()) {
    if ((found === null || event.id > found.id) && pick(event)) found = event;
  }
  return found;
}
