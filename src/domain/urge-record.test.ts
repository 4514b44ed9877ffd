import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Outcome, Tool, Verdict } from "./event.ts";
import { urgeRecord } from "./urge-record.ts";
import {
  type Session,
  dayMs,
  foldAll,
  hourMs,
  juneAt,
  juneOffset,
  logUrge,
  minuteMs,
  openDiary,
  phone,
  seeded,
  tenYears,
} from "./people.fixture.ts";

interface Night {
  readonly session: Session;
  readonly verdict?: Verdict;
}

/** One urge each evening from 1 June, with its morning verdict. */
function record(nights: readonly Night[]): ReturnType<typeof urgeRecord> {
  const diary = openDiary(phone, juneOffset);
  for (const [index, { session, verdict }] of nights.entries()) {
    const urge = logUrge(diary, juneAt(1 + index, 22), session);
    if (verdict !== undefined) diary.log(juneAt(2 + index, 9), { kind: "verdict", urge, verdict });
  }
  return urgeRecord(foldAll(diary.events));
}

const eased = (minutes: number, outcome: Outcome | null = "not-sent"): Session => ({
  ratings: [
    { afterMs: 0, strength: 9 },
    { afterMs: minutes * minuteMs, strength: 6 },
  ],
  outcome,
});
const stayed: Session = {
  ratings: [
    { afterMs: 0, strength: 9 },
    { afterMs: 10 * minuteMs, strength: 7 },
  ],
  outcome: "not-sent",
};
const ratedOnce = (outcome: Outcome): Session => ({ ratings: [{ afterMs: 0, strength: 9 }], outcome });

describe("the person's own record", () => {
  test("says nothing before the third session that can tell", () => {
    expect(record([])).toBeNull();
    expect(record([{ session: eased(10) }, { session: eased(12) }])).toBeNull();
    expect(record([{ session: eased(10) }, { session: eased(12) }, { session: ratedOnce("not-sent") }])).toBeNull();
    expect(record([{ session: eased(10) }, { session: eased(12) }, { session: eased(14) }])?.sessions).toBe(3);
  });

  test("does not count the urge that is still going on", () => {
    expect(record([{ session: eased(10) }, { session: eased(12) }, { session: eased(14, null) }])).toBeNull();
  });

  test("tells the median, the quickest and the slowest of all that eased", () => {
    const odd = [20, 5, 11].map((minutes) => ({ session: eased(minutes) }));
    expect(record(odd)?.minutes).toEqual({ median: 11, fastest: 5, slowest: 20 });
    expect(record([...odd, { session: eased(13) }])?.minutes).toEqual({ median: 12, fastest: 5, slowest: 20 });
    expect(record([{ session: eased(5) }, { session: eased(6) }, { session: stayed }])?.minutes).toBeNull();
  });

  test("counts an urge as eased from a third lower on, and not before", () => {
    const view = record([{ session: eased(10) }, { session: eased(14) }, { session: stayed }]);
    expect(view?.lately).toEqual({ of: 3, eased: 2, withinMinutes: 14 });
  });

  test("looks at the last six", () => {
    const nights = [50, 60, 4, 14, 5, 6, 7, 8].map((minutes) => ({ session: eased(minutes) }));
    expect(record(nights)?.lately).toEqual({ of: 6, eased: 6, withinMinutes: 14 });
  });

  test("names the minutes as no fewer than they were", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 * hourMs }), { minLength: 3, maxLength: 6 }), (waits) => {
        const nights = waits.map((ms) => ({ session: eased(ms / minuteMs) }));
        const view = record(nights);
        expect((view?.lately.withinMinutes ?? 0) * minuteMs).toBeGreaterThanOrEqual(Math.max(...waits));
        expect(view?.minutes?.slowest).toBe(view?.lately.withinMinutes);
        const { fastest = 0, median = 0, slowest = 0 } = view?.minutes ?? {};
        expect(fastest >= 1 && median >= fastest && slowest >= median).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("takes no minutes from a clock that jumped, or from a session taken up the next day", () => {
    for (const jumpMs of [-40 * dayMs, 56 * 365 * dayMs, 13 * hourMs]) {
      const odd: Session = {
        ratings: [
          { afterMs: 0, strength: 9 },
          { afterMs: 0, strength: 9 },
        ],
        outcome: null,
      };
      const diary = openDiary(phone, juneOffset);
      for (let night = 1; night <= 3; night += 1) logUrge(diary, juneAt(night, 22), eased(10));
      const urge = logUrge(diary, juneAt(4, 22), odd);
      diary.log(juneAt(4, 22) + jumpMs, { kind: "urge-rated", urge, strength: 1 });
      diary.log(juneAt(4, 23), { kind: "urge-ended", urge, outcome: "not-sent" });
      expect(urgeRecord(foldAll(diary.events))).toMatchObject({
        lately: { of: 4, eased: 3, withinMinutes: 10 },
        minutes: { slowest: 10 },
      });
    }
  });

  test("lists only what was tried before it eased, once for each session, most often first", () => {
    const tried = (...tools: readonly (readonly [Tool, number])[]): Session => ({
      ...eased(10),
      tried: tools.map(([tool, minutes]) => ({ tool, afterMs: minutes * minuteMs })),
    });
    const view = record([
      { session: tried(["breathing", 1], ["breathing", 2], ["writing", 3]) },
      { session: tried(["breathing", 1], ["person", 12]) },
      { session: tried(["breathing", 1], ["writing", 2]) },
      { session: { ...stayed, tried: [{ tool: "reasons", afterMs: minuteMs }] } },
    ]);
    expect(view?.triedBeforeEasing).toEqual([
      { tool: "breathing", times: 3 },
      { tool: "writing", times: 2 },
    ]);
  });

  test("counts every urge that was sent, also one too short to rate twice, beside what the morning said", () => {
    const view = record([
      { session: eased(10), verdict: "glad" },
      { session: eased(10), verdict: "regret" },
      { session: eased(10, "later"), verdict: "glad" },
      { session: ratedOnce("sent"), verdict: "regret" },
      { session: eased(12, "sent"), verdict: "glad" },
      { session: ratedOnce("left"), verdict: "glad" },
      { session: ratedOnce("practical") },
    ]);
    expect(view?.sent).toEqual({ times: 2, regretted: 1 });
    expect(view?.waited).toEqual({ times: 3, glad: 2 });
  });

  test("holds to the outcome and the verdict that were given last", () => {
    const diary = openDiary(phone, juneOffset);
    const urges = [1, 2, 3].map((night) => logUrge(diary, juneAt(night, 22), eased(10)));
    const urge = urges[0] as string;
    diary.log(juneAt(4, 9), { kind: "verdict", urge, verdict: "glad" });
    diary.log(juneAt(4, 10), { kind: "verdict", urge, verdict: "regret" });
    diary.log(juneAt(4, 11), { kind: "urge-ended", urge, outcome: "sent" });
    for (const arrival of [diary.events, diary.events.toReversed()]) {
      expect(urgeRecord(foldAll(arrival))).toMatchObject({
        sent: { times: 1, regretted: 1 },
        waited: { times: 2, glad: 0 },
      });
    }
  });

  test("is the same in whatever order ten years arrived", () => {
    const { events } = tenYears(seeded(4), 1_500);
    expect(urgeRecord(foldAll(events.toReversed()))).toEqual(urgeRecord(foldAll(events)));
  });
});
