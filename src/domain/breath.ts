/**
 * Two slow breaths to follow. A long breath out is the part that matters; the exact pattern is not proven (E8.4), so the
 * numbers are a comfortable default and nothing more.
 */

export type BreathName = "wave" | "sigh";
export type BreathPart = "in" | "sip" | "out" | "rest";

export interface Breath {
  readonly part: BreathPart;
  /** How full: 0 empty, 1 full. Eased, so that a drawing can use it as it is. */
  readonly level: number;
  /** Whole breaths finished since the start. */
  readonly done: number;
}

interface Stretch {
  readonly part: BreathPart;
  readonly lastsMs: number;
  readonly from: number;
  readonly to: number;
}

const stretches: Readonly<Record<BreathName, readonly Stretch[]>> = {
  wave: [
    { part: "in", lastsMs: 4_000, from: 0, to: 1 },
    { part: "out", lastsMs: 6_000, from: 1, to: 0 },
  ],
  sigh: [
    { part: "in", lastsMs: 3_000, from: 0, to: 0.8 },
    { part: "sip", lastsMs: 1_200, from: 0.8, to: 1 },
    { part: "out", lastsMs: 6_800, from: 1, to: 0 },
    { part: "rest", lastsMs: 1_000, from: 0, to: 0 },
  ],
};

/** Six sighs: about 72 seconds. */
export const sighsInBody = 6;

const ease = (part: number): number => (1 - Math.cos(Math.PI * part)) / 2;

/** The breath at `elapsedMs` after its start. Before the start it is the start. */
export function breathAt(name: BreathName, elapsedMs: number): Breath {
  const list = stretches[name];
  const roundMs = list.reduce((sum, stretch) => sum + stretch.lastsMs, 0);
  const elapsed = Math.max(0, elapsedMs);
  const done = Math.floor(elapsed / roundMs);
  let left = elapsed - done * roundMs;
  for (const stretch of list) {
    if (left < stretch.lastsMs) {
      const level = stretch.from + (stretch.to - stretch.from) * ease(left / stretch.lastsMs);
      return { part: stretch.part, level, done };
    }
    left -= stretch.lastsMs;
  }
  return { part: "in", level: 0, done };
}
