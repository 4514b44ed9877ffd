import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breathAt, sighsInBody } from "./breath.ts";

describe("a breath to follow", () => {
  test("goes in for four seconds and out for six", () => {
    expect(breathAt("wave", 0)).toEqual({ part: "in", level: 0, done: 0 });
    expect(breathAt("wave", 3_999).part).toBe("in");
    expect(breathAt("wave", 4_000)).toEqual({ part: "out", level: 1, done: 0 });
    expect(breathAt("wave", 10_000)).toEqual({ part: "in", level: 0, done: 1 });
  });

  test("as a sigh has a second sip of air, a longer way out than in, and a rest", () => {
    const parts = [1_000, 3_500, 6_000, 11_500].map((ms) => breathAt("sigh", ms).part);
    expect(parts).toEqual(["in", "sip", "out", "rest"]);
  });

  test("six sighs take a little over a minute", () => {
    expect(breathAt("sigh", 72_000).done).toBe(sighsInBody);
    expect(breathAt("sigh", 71_999).done).toBe(sighsInBody - 1);
  });

  test("is never beyond full or empty, never jumps, and a clock that went back is the start", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("wave" as const, "sigh" as const),
        fc.integer({ min: -1e12, max: 1e12 }),
        (name, ms) => {
          const now = breathAt(name, ms);
          const soon = breathAt(name, ms + 16);
          expect(now.level).toBeGreaterThanOrEqual(0);
          expect(now.level).toBeLessThanOrEqual(1);
          expect(Math.abs(soon.level - now.level)).toBeLessThan(0.03);
          if (ms < 0) expect(now).toEqual(breathAt(name, 0));
        },
      ),
    );
  });
});
