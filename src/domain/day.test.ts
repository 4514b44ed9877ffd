import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayMax, dayMin } from "./event.ts";
import { datePartsOf, dayOf, dayOfDate, dayStartMs, localHour, monthWeeks, today, weekday } from "./day.ts";
import { anyClock, anyOffset } from "./history.fixture.ts";
import { dayMs, juneAt, juneDay, juneNow, juneOffset, minuteMs } from "./people.fixture.ts";

const anyHour = fc.integer({ min: 0, max: 12 });
const anyDay = fc.integer({ min: dayMin, max: dayMax });

describe("a day", () => {
  test("still is yesterday at ten past two in the night", () => {
    expect(dayOf({ at: juneAt(2, 2, 10), offset: juneOffset }, 4)).toBe(juneDay);
    expect(dayOf({ at: juneAt(2, 3, 59), offset: juneOffset }, 4)).toBe(juneDay);
    expect(dayOf({ at: juneAt(2, 4), offset: juneOffset }, 4)).toBe(juneDay + 1);
    expect(dayOf({ at: juneAt(2, 2, 10), offset: juneOffset }, 0)).toBe(juneDay + 1);
    expect(dayOf({ at: juneAt(2, 11, 59), offset: juneOffset }, 12)).toBe(juneDay);
    expect(today(juneNow(2, 2, 10), 4)).toBe(juneDay);
  });

  test("is the one on the wall where it happened, whatever the zone is now", () => {
    const evening = juneAt(1, 23) + juneOffset * minuteMs;
    for (const offset of [-720, -210, 0, 345, 840]) {
      expect(dayOf({ at: evening - offset * minuteMs, offset }, 4)).toBe(juneDay);
    }
  });

  test("holds every moment from its start to the next, and none of the next", () => {
    fc.assert(
      fc.property(anyClock, anyOffset, anyHour, (at, offset, startHour) => {
        const day = dayOf({ at, offset }, startHour);
        expect(dayStartMs(day, startHour, offset)).toBeLessThanOrEqual(at);
        expect(dayStartMs(day + 1, startHour, offset)).toBeGreaterThan(at);
        expect(dayOf({ at: dayStartMs(day, startHour, offset), offset }, startHour)).toBe(day);
      }),
    );
  });

  test("never goes back when the clocks change, at any start hour, in zones that change them differently", () => {
    const year = Date.UTC(2026, 0, 1);
    for (const timeZone of ["Europe/London", "America/New_York", "Australia/Lord_Howe", "America/Santiago"]) {
      const format = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "longOffset" });
      const offsetAt = (ms: number): number => {
        const name = format.formatToParts(ms).find((part) => part.type === "timeZoneName")?.value ?? "";
        const [, sign = "+", hours = "0", minutes = "0"] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
        return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
      };
      const changes = Array.from({ length: 365 }, (_, index) => year + index * dayMs).filter(
        (ms) => offsetAt(ms) !== offsetAt(ms + dayMs),
      );
      expect(changes.length).toBe(2);
      for (const change of changes) {
        for (let startHour = 0; startHour <= 12; startHour += 1) {
          let before = Number.NEGATIVE_INFINITY;
          for (let ms = change - dayMs / 2; ms < change + 1.5 * dayMs; ms += 15 * minuteMs) {
            const day = today({ ms, offset: offsetAt(ms) }, startHour);
            expect(day).toBeGreaterThanOrEqual(before);
            before = day;
          }
        }
      }
    }
  });
});

describe("the calendar", () => {
  test("agrees with itself for every date there is", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: date } = datePartsOf(day);
        expect(dayOfDate(year, month, date)).toBe(day);
        expect([0, 1, 2, 3, 4, 5, 6]).toContain(weekday(day));
        expect(weekday(day + 1)).toBe((weekday(day) + 1) % 7);
      }),
    );
  });

  test("knows some dates by heart", () => {
    expect(dayOfDate(1970, 1, 1)).toBe(0);
    expect(weekday(dayOfDate(1970, 1, 5))).toBe(0);
    expect(weekday(dayOfDate(2026, 6, 1))).toBe(0);
    expect(datePartsOf(dayOfDate(2028, 2, 29))).toEqual({ year: 2028, month: 2, day: 29 });
    expect(dayOfDate(2027, 3, 1) - dayOfDate(2027, 2, 28)).toBe(1);
    expect(dayOfDate(99, 12, 31)).toBeLessThan(dayOfDate(1899, 1, 1));
    expect(datePartsOf(dayOfDate(99, 12, 31))).toEqual({ year: 99, month: 12, day: 31 });
  });

  test("shows a month as weeks from Monday, each of its days once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_998 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const weeks = monthWeeks(year, month);
        const days = weeks.flat().filter((day) => day !== null);
        expect(weeks.every((week) => week.length === 7 && week.some((day) => day !== null))).toBe(true);
        expect(weeks.every((week) => week.every((day, place) => day === null || weekday(day) === place))).toBe(true);
        expect(days).toEqual(Array.from({ length: days.length }, (_, index) => dayOfDate(year, month, 1 + index)));
        expect(days.every((day) => datePartsOf(day).month === month)).toBe(true);
        expect(days.length).toBeGreaterThanOrEqual(28);
      }),
    );
  });

  test("reads the hour on the wall", () => {
    expect(localHour({ at: juneAt(1, 23, 59), offset: juneOffset })).toBe(23);
    expect(localHour({ at: juneAt(2, 0), offset: juneOffset })).toBe(0);
    expect(localHour({ at: -1, offset: 0 })).toBe(23);
    expect(localHour({ at: 0, offset: -60 })).toBe(23);
  });
});
