import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { milestone } from "./milestone.ts";
import { type Run, run } from "./run.ts";
import {
  foldAll,
  juneAt,
  juneDay,
  juneNow,
  juneOffset,
  lastContactFact,
  openDiary,
  phone,
  slipFact,
} from "./people.fixture.ts";

const after = (totalFree: number, currentDays = totalFree): Run => ({
  since: juneDay,
  currentDays,
  last30: { free: 0, of: 30 },
  totalFree,
  longestDays: totalFree,
  approximate: false,
  clock: "fine",
});

describe("a milestone", () => {
  test("comes on the days people know, then once a year", () => {
    const reached = Array.from({ length: 1_100 }, (_, days) => milestone(after(days)).reachedToday).filter(
      (day) => day !== null,
    );
    expect(reached).toEqual([1, 3, 7, 14, 21, 30, 60, 90, 180, 365, 730, 1_095]);
  });

  test("always has one to come", () => {
    fc.assert(
      fc.property(fc.nat({ max: 40_000 }), (days) => {
        const { next } = milestone(after(days));
        expect(next).toBeGreaterThan(days);
        expect(milestone(after(next)).reachedToday).toBe(next);
      }),
    );
  });

  test("is reached again by nobody: a day with contact does not repeat yesterday's", () => {
    const diary = openDiary(phone, juneOffset);
    diary.log(juneAt(1, 12), lastContactFact(juneDay));
    diary.log(juneAt(9, 12), slipFact());
    const state = foldAll(diary.events);
    const on = (date: number) => milestone(run(state, juneNow(date, 13)));
    expect(on(8).reachedToday).toBe(7);
    expect(on(9)).toEqual({ reachedToday: null, next: 14 });
    expect(on(16).reachedToday).toBe(14);
  });
});
