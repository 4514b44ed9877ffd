import { describe, expect, test } from "vitest";
import {
  checkInFact,
  foldAll,
  juneAt,
  juneDay,
  juneNow,
  juneOffset,
  logUrge,
  minuteMs,
  openDiary,
  phone,
  slipFact,
} from "./people.fixture.ts";
import { waterline } from "./waterline.ts";

const urge = (strengths: readonly number[]) => ({
  tried: [],
  ratings: strengths.map((strength, index) => ({ afterMs: (index + 1) * minuteMs, strength })),
  outcome: "not-sent" as const,
});

describe("the picture on Today", () => {
  test("has one place for each of the last days, today last", () => {
    const days = waterline(foldAll([]), juneNow(10, 12), 30);
    expect(days.length).toBe(30);
    expect(days.at(-1)?.day).toBe(juneDay + 9);
    expect(days.every((day) => day.strength === null && !day.contact)).toBe(true);
  });

  test("rises to the strongest moment of a day, however many urges it had", () => {
    const diary = openDiary(phone, juneOffset);
    logUrge(diary, juneAt(5, 20), urge([8, 3]));
    logUrge(diary, juneAt(5, 22), urge([4, 9, 1]));
    const fifth = waterline(foldAll(diary.events), juneNow(10, 12), 30).find(({ day }) => day === juneDay + 4);
    expect(fifth?.strength).toBe(9);
  });

  test("gives an urge that was never rated a middle swell: it was there", () => {
    const diary = openDiary(phone, juneOffset);
    logUrge(diary, juneAt(9, 20), urge([]));
    expect(waterline(foldAll(diary.events), juneNow(10, 12), 2)[0]?.strength).toBe(5);
  });

  test("puts a late night on the day before", () => {
    const diary = openDiary(phone, juneOffset);
    logUrge(diary, juneAt(10, 2, 10), urge([6]));
    const days = waterline(foldAll(diary.events), juneNow(10, 12), 2);
    expect(days.map(({ strength }) => strength)).toEqual([6, null]);
  });

  test("has a lamp on days with contact that counts, and on no other", () => {
    const diary = openDiary(phone, juneOffset);
    diary.log(juneAt(8, 12), slipFact("texting"));
    diary.log(juneAt(9, 12), slipFact("looking"));
    diary.log(juneAt(9, 13), { kind: "rule", contact: "looking", counts: false });
    diary.log(juneAt(10, 9), checkInFact(2));
    const days = waterline(foldAll(diary.events), juneNow(10, 12), 3);
    expect(days.map(({ contact }) => contact)).toEqual([true, false, false]);
  });

  test("an urge taken back leaves flat water", () => {
    const diary = openDiary(phone, juneOffset);
    const id = logUrge(diary, juneAt(9, 20), urge([7]));
    diary.log(juneAt(9, 21), { kind: "undone", target: id });
    expect(waterline(foldAll(diary.events), juneNow(10, 12), 2)[0]?.strength).toBe(null);
  });
});
