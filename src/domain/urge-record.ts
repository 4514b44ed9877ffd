/**
 * The person's own record of urges: the only numbers the wait screen may use. No number of minutes is known for anyone
 * else (E9.2, E9.3), so nothing is said before the third session, and never a borrowed figure.
 */
import type { Outcome, Tool, Verdict } from "./event.ts";
import type { State } from "./state.ts";

export interface UrgeStory {
  readonly id: string;
  readonly at: number;
  /** In the order they were given. */
  readonly ratings: readonly { readonly id: string; readonly at: number; readonly strength: number }[];
  readonly tried: readonly { readonly id: string; readonly tool: Tool }[];
  readonly outcome: Outcome | null;
  readonly verdict: Verdict | null;
  /** The first rating that is lower than the first by a third or more, and how long it took; null if that was not seen. */
  readonly eased: { readonly id: string; readonly ms: number } | null;
}

interface Growing {
  id: string;
  at: number;
  ratings: { id: string; at: number; strength: number }[];
  tried: { id: string; tool: Tool }[];
  ended: { id: string; outcome: Outcome } | null;
  judged: { id: string; verdict: Verdict } | null;
}

/** A session taken up again the next day, or a clock set right in the middle of one, says nothing about minutes. */
const easedMsMax = 12 * 3_600_000;

/** Stamps tell which came first even when the clock jumped in between. */
const byStamp = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

function easedAt(ratings: UrgeStory["ratings"]): UrgeStory["eased"] {
  const [first] = ratings;
  if (first === undefined || first.strength === 0) return null;
  const rating = ratings.find(({ strength }) => strength <= (first.strength * 2) / 3);
  if (rating === undefined) return null;
  const ms = rating.at - first.at;
  return ms >= 0 && ms <= easedMsMax ? { id: rating.id, ms } : null;
}

/** Every urge with what followed it, oldest first. */
export function urgeStories(state: State): readonly UrgeStory[] {
  const { live } = state;
  const growing = new Map<string, Growing>();
  for (const urge of live.urge.values()) {
    growing.set(urge.id, { id: urge.id, at: urge.at, ratings: [], tried: [], ended: null, judged: null });
  }
  for (const { urge, id, at, strength } of live["urge-rated"].values())
    growing.get(urge)?.ratings.push({ id, at, strength });
  for (const { urge, id, tool } of live["urge-tried"].values()) growing.get(urge)?.tried.push({ id, tool });
  for (const { urge, id, outcome } of live["urge-ended"].values()) {
    const story = growing.get(urge);
    if (story !== undefined && (story.ended === null || id > story.ended.id)) story.ended = { id, outcome };
  }
  for (const { urge, id, verdict } of live.verdict.values()) {
    const story = growing.get(urge);
    if (story !== undefined && (story.judged === null || id > story.judged.id)) story.judged = { id, verdict };
  }
  return [...growing.values()].sort(byStamp).map((story) => {
    const ratings = story.ratings.sort(byStamp);
    return {
      id: story.id,
      at: story.at,
      ratings,
      tried: story.tried.sort(byStamp),
      outcome: story.ended?.outcome ?? null,
      verdict: story.judged?.verdict ?? null,
      eased: easedAt(ratings),
    };
  });
}

export interface UrgeRecord {
  /** Ended sessions with at least two ratings, the first above 0: those that can tell. */
  readonly sessions: number;
  /** Among the last six of them: how many eased, and within how many minutes all of those did. */
  readonly lately: { readonly of: number; readonly eased: number; readonly withinMinutes: number };
  /** Over all that eased, in minutes; null when fewer than three did. */
  readonly minutes: { readonly median: number; readonly fastest: number; readonly slowest: number } | null;
  /** What had been tried when it eased, most often first. */
  readonly triedBeforeEasing: readonly { readonly tool: Tool; readonly times: number }[];
  readonly sent: { readonly times: number; readonly regretted: number };
  readonly waited: { readonly times: number; readonly glad: number };
}

const sessionsMin = 3;
const latelyCount = 6;
const minuteMs = 60_000;
const toMinutes = (ms: number): number => Math.max(1, Math.ceil(ms / minuteMs));

/** Null before the third session that can tell. */
export function urgeRecord(state: State): UrgeRecord | null {
  const stories = urgeStories(state);
  const telling = stories.filter(
    ({ outcome, ratings }) => outcome !== null && ratings.length > 1 && ratings[0]?.strength !== 0,
  );
  if (telling.length < sessionsMin) return null;
  const recent = telling.slice(-latelyCount);
  const recentMs = recent.flatMap(({ eased }) => (eased === null ? [] : [eased.ms]));
  const allMs = telling.flatMap(({ eased }) => (eased === null ? [] : [eased.ms])).sort((a, b) => a - b);
  const middle = allMs.length / 2;
  const median = ((allMs[Math.ceil(middle) - 1] ?? 0) + (allMs[Math.floor(middle)] ?? 0)) / 2;
  const times = new Map<Tool, number>();
  for (const { eased, tried } of telling) {
    if (eased === null) continue;
    for (const tool of new Set(tried.filter(({ id }) => id < eased.id).map(({ tool: before }) => before))) {
      times.set(tool, (times.get(tool) ?? 0) + 1);
    }
  }
  const sent = stories.filter((story) => story.outcome === "sent");
  const waited = stories.filter((story) => story.outcome === "not-sent" || story.outcome === "later");
  return {
    sessions: telling.length,
    lately: { of: recent.length, eased: recentMs.length, withinMinutes: toMinutes(Math.max(0, ...recentMs)) },
    minutes:
      allMs.length < sessionsMin
        ? null
        : { median: toMinutes(median), fastest: toMinutes(allMs[0] ?? 0), slowest: toMinutes(allMs.at(-1) ?? 0) },
    triedBeforeEasing: [...times]
      .map(([tool, count]) => ({ tool, times: count }))
      .sort((a, b) => b.times - a.times || (a.tool < b.tool ? -1 : 1)),
    sent: { times: sent.length, regretted: sent.filter((story) => story.verdict === "regret").length },
    waited: { times: waited.length, glad: waited.filter((story) => story.verdict === "glad").length },
  };
}
