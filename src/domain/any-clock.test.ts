/** Whatever the clocks said, when it was logged or now: no view breaks, no number is negative, no word is lost. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backOnPlan } from "./back-on-plan.ts";
import { calendarMonth } from "./calendar.ts";
import { type Now, datePartsOf, today } from "./day.ts";
import type { Event } from "./event.ts";
import { hardHours } from "./hard-hours.ts";
import { anyClock, anyHistory, anyKeptHistory, anyOffset } from "./history.fixture.ts";
import { milestone } from "./milestone.ts";
import { parkedDue } from "./parked-due.ts";
import { phase } from "./phase.ts";
import { run } from "./run.ts";
import { dayStartHour } from "./settings.ts";
import type { State } from "./state.ts";
import { timeline } from "./timeline.ts";
import { urgeRecord } from "./urge-record.ts";
import { verdictDue } from "./verdict-due.ts";
import { waterline } from "./waterline.ts";
import { dayMs, foldAll, seeded, tenYears } from "./people.fixture.ts";

const anyNow: fc.Arbitrary<Now> = fc.record({ ms: anyClock, offset: anyOffset });

function viewsOf(state: State, now: Now) {
  const { year, month } = datePartsOf(today(now, dayStartHour(state)));
  const count = run(state, now);
  return {
    count,
    milestone: milestone(count),
    back: backOnPlan(state, now),
    phase: phase(state, now),
    record: urgeRecord(state),
    hard: hardHours(state),
    due: verdictDue(state, now),
    parked: parkedDue(state, now),
    water: waterline(state, now, 30),
    month: calendarMonth(state, now, year, month),
    log: timeline(state, { limit: 50 }),
  };
}

/** Days and moments may lie before 1970; everything else that is a number is a count or a length of time. */
const placesInTime = new Set(["at", "day", "since", "lastSlipAt", "offset"]);

function checkNumbers(value: unknown, path: string): void {
  if (typeof value === "number") {
    expect(Number.isFinite(value), path).toBe(true);
    const name = path.split(".").at(-1) ?? "";
    if (!placesInTime.has(name) || path === "phase.day") expect(value, path).toBeGreaterThanOrEqual(0);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) checkNumbers(inner, path === "" ? name : `${path}.${name}`);
  }
}

describe("on any clock", () => {
  test("no number on any screen is negative or not a number", () => {
    fc.assert(
      fc.property(anyHistory, anyNow, (events, now) => {
        checkNumbers(viewsOf(foldAll(events), now), "");
      }),
      { numRuns: 300 },
    );
  });

  test("the counts fit each other", () => {
    fc.assert(
      fc.property(anyHistory, anyNow, (events, now) => {
        const { currentDays, last30, totalFree, longestDays } = run(foldAll(events), now);
        expect(last30.free).toBeLessThanOrEqual(last30.of);
        expect(last30.of).toBeLessThanOrEqual(30);
        expect(last30.free).toBeLessThanOrEqual(totalFree);
        expect(currentDays).toBeLessThanOrEqual(longestDays);
        expect(longestDays).toBeLessThanOrEqual(totalFree);
      }),
      { numRuns: 300 },
    );
  });

  test("every view is the same on two devices, in whatever order they heard of it", () => {
    fc.assert(
      fc.property(
        anyHistory.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length })),
        ),
        anyNow,
        ([events, arrival], now) => {
          expect(viewsOf(foldAll(arrival), now)).toEqual(viewsOf(foldAll(events), now));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("every word that was typed is still in the log", () => {
    const wordsIn = (events: Iterable<Event>): readonly string[] =>
      [...events].flatMap((event) => {
        switch (event.kind) {
          case "slip":
          case "necessary":
          case "check-in":
            return [event.note];
          case "parked":
            return [event.text];
          case "plan":
            return [event.when, event.then];
          default:
            return [];
        }
      });
    fc.assert(
      fc.property(anyKeptHistory, (events) => {
        const state = foldAll(events);
        const shown = timeline(state, { limit: 1_000 }).days.flatMap(({ items }) => items);
        const shownIds = new Set(shown.map(({ id }) => id));
        const typed = wordsIn(events).toSorted();
        const standing = Object.values(state.live).flatMap((shelf): Event[] => [...shelf.values()]);
        expect(wordsIn(standing).toSorted()).toEqual(typed);
        for (const event of standing) {
          if (wordsIn([event]).length === 0) continue;
          const entry = event.kind === "parked" && event.urge !== null ? event.urge : event.id;
          expect(shownIds.has(entry)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("looking at it, on whatever clock, changes nothing", () => {
    fc.assert(
      fc.property(anyHistory, anyNow, (events, now) => {
        const state = foldAll(events);
        const before = JSON.stringify([
          state.version,
          state.count,
          Object.values(state.live).map((shelf) => [...shelf]),
        ]);
        viewsOf(state, now);
        expect(JSON.stringify([state.version, state.count, Object.values(state.live).map((shelf) => [...shelf])])).toBe(
          before,
        );
      }),
    );
  });

  test("ten years of use add up, and looked at from any year they break nothing", () => {
    const { events, now } = tenYears(seeded(5), 2_000);
    const state = foldAll(events);
    expect(run(state, now).totalFree).toBeGreaterThan(3_000);
    for (const years of [-70, -5, 0, 5, 70]) {
      const moved = { ...now, ms: now.ms + years * 365 * dayMs };
      checkNumbers(viewsOf(state, moved), "");
    }
  });
});
