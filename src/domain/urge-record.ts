/**
 * The person's own record of urges: the only numbers the wait screen may use. No number of minutes is known for anyone
 * else (E9.2, E9.3), so nothing is said before the third session, and never a borrowed figure.
 */
import type { Outcome, Tool, Verdict } from "./event.ts";
import type { State } from "./state.ts";

export interface UrgeStory {
  readonly id: string;
  readonly at: number;
  readonly ratings: readonly { readonly at: number; readonly strength: number }[];
  readonly tried: readonly { readonly at: number; readonly tool: Tool }[];
  readonly outcome: Outcome | null;
  readonly verdict: Verdict | null;
  /** From the first rating to the first one that is lower by a third or more; null if that was not seen. */
  readonly easedMs: number | null;
}

interface Growing {
  id: string;
  at: number;
  ratings: { at: number; strength: number }[];
  tried: { at: number; tool: Tool }[];
  ended: { id: string; outcome: Outcome } | null;
  judged: { id: string; verdict: Verdict } | null;
}

function easedAfter(ratings: readonly { readonly at: number; readonly strength: number }[]): number | null {
  const [first] = ratings;
  if (first === undefined || first.strength === 0) return null;
  const eased = ratings.find((rating) => rating.strength <= (first.strength * 2) / 3);
  return eased === undefined ? null : Math.max(0, eased.at - first.at);
}

/** Every urge with what followed it, oldest first. */
export function urgeStories(state: State): readonly UrgeStory[] {
  const { live } = state;
  const growing = new Map<string, Growing>();
  for (const urge of live.urge.values()) {
    growing.set(urge.id, { id: urge.id, at: urge.at, ratings: [], tried: [], ended: null, judged: null });
  }
  for (const { urge, at, strength } of live["urge-rated"].values()) growing.get(urge)?.ratings.push({ at, strength });
  for (const { urge, at, tool } of live["urge-tried"].values()) growing.get(urge)?.tried.push({ at, tool });
  for (const { urge, id, outcome } of live["urge-ended"].values()) {
    const story = growing.get(urge);
    if (story !== undefined && (story.ended === null || id > story.ended.id)) story.ended = { id, outcome };
  }
  for (const { urge, id, verdict } of live.verdict.values()) {
    const story = growing.get(urge);
    if (story !== undefined && (story.judged === null || id > story.judged.id)) story.judged = { id, verdict };
  }
  return [...growing.values()]
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map((story) => {
      const ratings = story.ratings.sort((a, b) => a.at - b.at);
      return {
        id: story.id,
        at: story.at,
        ratings,
        tried: story.tried.sort((a, b) => a.at - b.at),
        outcome: story.ended?.outcome ?? null,
        verdict: story.judged?.verdict ?? null,
        easedMs: easedAfter(ratings),
      };
    });
}

export interface UrgeRecord {
  /** Sessions with at least two ratings: those that can tell. */
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
  const telling = stories.filter((story) => story.ratings.length > 1);
  if (telling.length < sessionsMin) return null;
  const recent = telling.slice(-latelyCount);
  const recentMs = recent.map((story) => story.easedMs).filter((ms) => ms !== null);
  const eased = telling.filter((story) => story.easedMs !== null);
  const allMs = eased.map((story) => story.easedMs ?? 0).sort((a, b) => a - b);
  const middle = allMs.length / 2;
  const median = ((allMs[Math.ceil(middle) - 1] ?? 0) + (allMs[Math.floor(middle)] ?? 0)) / 2;
  const times = new Map<Tool, number>();
  for (const story of eased) {
    const easedAt = (story.ratings[0]?.at ?? 0) + (story.easedMs ?? 0);
    for (const tool of new Set(story.tried.filter((tried) => tried.at <= easedAt).map((tried) => tried.tool))) {
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
