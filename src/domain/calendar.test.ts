import { describe, expect, test } from "vitest";
import { type CalendarDay, calendarMonth } from "./calendar.ts";
import { dayOfDate } from "./day.ts";
import { run } from "./run.ts";
import {
  checkInFact,
  coParent,
  foldAll,
  juneAt,
  juneDay,
  juneNow,
  juneOffset,
  lastContactFact,
  logUrge,
  monthWithOneSlip,
  openDiary,
  phone,
  slipFact,
} from "./people.fixture.ts";

const daysOf = (weeks: ReturnType<typeof calendarMonth>): readonly CalendarDay[] =>
  weeks.flat().filter((day) => day !== null);
const marksOf = (weeks: ReturnType<typeof calendarMonth>): string =>
  daysOf(weeks)
    .map(({ mark }) => ({ before: "b", free: ".", slip: "S", future: "-" })[mark])
    .join("");

describe("a month", () => {
  test("shows each day once, contact where it was, and nothing about days to come", () => {
    const { events, now } = monthWithOneSlip();
    const weeks = calendarMonth(foldAll(events), now, 2026, 6);
    expect(daysOf(weeks).map(({ day }) => day)).toEqual(
      Array.from({ length: 30 }, (_, index) => dayOfDate(2026, 6, 1 + index)),
    );
    expect(marksOf(weeks)).toBe("S................S...........-");
  });

  test("has as many free days as the count says", () => {
    const { events, now } = monthWithOneSlip();
    const state = foldAll(events);
    const free = daysOf(calendarMonth(state, now, 2026, 6)).filter(({ mark }) => mark === "free");
    expect(free).toHaveLength(run(state, now).totalFree);
  });

  test("has as many free days as the count says, too, when a breakup or a first entry began it", () => {
    const breakup = openDiary(phone, juneOffset);
    breakup.log(juneAt(3, 12), {
      kind: "beginning",
      brokeUp: { day: juneDay + 1, approximate: false },
      lastContact: null,
    });
    breakup.log(juneAt(9, 12), slipFact());
    const first = openDiary(phone, juneOffset);
    first.log(juneAt(3, 12), checkInFact(2));
    for (const [{ events }, marks] of [
      [breakup, "bb......S..."],
      [first, "bbb........."],
    ] as const) {
      const state = foldAll(events);
      const weeks = calendarMonth(state, juneNow(12, 12), 2026, 6);
      expect(marksOf(weeks).slice(0, 12)).toBe(marks);
      expect(daysOf(weeks).filter(({ mark }) => mark === "free")).toHaveLength(run(state, juneNow(12, 12)).totalFree);
    }
  });

  test("is before the count where the count had not begun, and all to come where it is all to come", () => {
    const { events, now } = monthWithOneSlip();
    expect(marksOf(calendarMonth(foldAll(events), now, 2026, 5))).toBe("b".repeat(31));
    expect(marksOf(calendarMonth(foldAll(events), now, 2026, 7))).toBe("-".repeat(31));
  });

  test("notes needed contact without calling it contact, and leaves out what the rule leaves out", () => {
    const { events, now } = coParent();
    const days = daysOf(calendarMonth(foldAll(events), now, 2026, 6));
    expect(days.filter(({ necessary }) => necessary).map(({ day }) => day - juneDay + 1)).toEqual([
      3, 5, 10, 12, 17, 19,
    ]);
    expect(days.some(({ mark }) => mark === "slip")).toBe(false);
  });

  test("puts a night's urges and words on the evening they belong to, and the day's mean mood beside them", () => {
    const diary = openDiary(phone, juneOffset);
    diary.log(juneAt(1, 12), lastContactFact(juneDay));
    logUrge(diary, juneAt(3, 2, 10), { ratings: [], outcome: "not-sent" });
    logUrge(diary, juneAt(2, 22), { ratings: [], outcome: "not-sent" });
    diary.log(juneAt(2, 9), checkInFact(1));
    diary.log(juneAt(2, 18), checkInFact(4));
    diary.log(juneAt(3, 3, 30), slipFact());
    const [, second, third] = daysOf(calendarMonth(foldAll(diary.events), juneNow(4, 9), 2026, 6));
    expect(second).toEqual({ day: juneDay + 1, mark: "slip", necessary: false, urges: 2, mood: 3 });
    expect(third).toEqual({ day: juneDay + 2, mark: "free", necessary: false, urges: 0, mood: null });
  });
});
