import { describe, expect, test } from "vitest";
import { phase } from "./phase.ts";
import { emptyState } from "./state.ts";
import {
  type Diary,
  checkInFact,
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

const brokeUp = (day = juneDay): Diary => {
  const diary = openDiary(phone, juneOffset);
  diary.log(juneAt(1, 12), {
    kind: "beginning",
    brokeUp: { day, approximate: false },
    lastContact: { day: juneDay + 2, approximate: false },
  });
  return diary;
};

/** `moods[week]` three times in that week. */
function withWeeks(diary: Diary, moods: readonly number[]): Diary {
  for (const [week, mood] of moods.entries()) {
    for (const place of [0, 2, 5]) diary.log(juneAt(1 + week * 7 + place, 18), checkInFact(mood));
  }
  return diary;
}

const phaseOn = (diary: Diary, date: number) => phase(foldAll(diary.events), juneNow(date, 20));

describe("the person's own phases", () => {
  test("need a date, and count from the breakup rather than the last contact", () => {
    expect(phase(emptyState(), juneNow(1, 12))).toBeNull();
    expect(phaseOn(brokeUp(), 5)).toEqual({ phase: "storm", day: 4, since: "breakup", why: "calendar" });
    const diary = openDiary(phone, juneOffset);
    diary.log(juneAt(1, 12), lastContactFact(juneDay - 20));
    expect(phaseOn(diary, 1)).toEqual({ phase: "waves", day: 20, since: "contact", why: "calendar" });
  });

  test("go on by the calendar at the latest", () => {
    const diary = brokeUp();
    const names = [0, 14, 15, 45, 46, 90, 91, 4_000].map((day) => phaseOn(diary, 1 + day)?.phase);
    expect(names).toEqual(["storm", "storm", "waves", "waves", "rebuild", "rebuild", "integrate", "integrate"]);
  });

  test("go on early after two better weeks in a row, measured against the person's own first week", () => {
    expect(phaseOn(withWeeks(brokeUp(), [2, 2, 3, 3]), 30)).toMatchObject({ phase: "rebuild", why: "check-ins" });
    expect(phaseOn(withWeeks(brokeUp(), [2, 3, 2, 3]), 30)).toMatchObject({ phase: "waves", why: "calendar" });
    expect(phaseOn(withWeeks(brokeUp(), [4, 4, 4, 4]), 30)).toMatchObject({ phase: "waves", why: "calendar" });
    expect(phaseOn(withWeeks(brokeUp(), [1]), 30)).toMatchObject({ phase: "waves", why: "calendar" });
  });

  test("step back when the better weeks end, and on again when they return", () => {
    expect(phaseOn(withWeeks(brokeUp(), [2, 3, 3, 2]), 29)).toMatchObject({ phase: "waves" });
    expect(phaseOn(withWeeks(brokeUp(), [2, 3, 3, 2, 3, 3]), 43)).toMatchObject({ phase: "rebuild" });
  });

  test("hold the storm for somebody who is very low, to day 21 and no longer", () => {
    const low = withWeeks(brokeUp(), [1, 1, 1, 1]);
    expect(phaseOn(low, 1 + 14)).toMatchObject({ phase: "storm", why: "calendar" });
    expect(phaseOn(low, 1 + 20)).toMatchObject({ phase: "storm", day: 20, why: "check-ins" });
    expect(phaseOn(low, 1 + 22)).toMatchObject({ phase: "waves" });
    expect(phaseOn(withWeeks(brokeUp(), [1, 1, 3, 3]), 1 + 20)).toMatchObject({ phase: "waves" });
  });

  test("do not call two weeks with a gap between them two in a row", () => {
    const diary = withWeeks(brokeUp(), [2, 3]);
    for (const date of [22, 24, 27]) diary.log(juneAt(date, 18), checkInFact(3));
    expect(phaseOn(diary, 30)).toMatchObject({ phase: "waves" });
    for (const date of [15, 17, 20]) diary.log(juneAt(date, 18), checkInFact(3), juneAt(28, 9));
    expect(phaseOn(diary, 30)).toMatchObject({ phase: "rebuild" });
  });

  test("take no week for better on the word of one good evening", () => {
    const diary = withWeeks(brokeUp(), [2]);
    for (const date of [10, 17, 24]) diary.log(juneAt(date, 18), checkInFact(5));
    expect(phaseOn(diary, 30)).toMatchObject({ phase: "waves" });
  });

  test("ignore how it was before the breakup", () => {
    const diary = withWeeks(brokeUp(juneDay + 7), [1, 3, 3, 3]);
    expect(phaseOn(diary, 30)).toMatchObject({ phase: "waves", day: 22 });
  });

  test("hold the waves for those who look at the profile nearly every day, up to day 60", () => {
    const looking = (from: number, days: number): Diary => {
      const diary = withWeeks(brokeUp(), [2, 3, 3, 3]);
      for (let index = 0; index < days; index += 1) diary.log(juneAt(from + index, 13), slipFact("looking"));
      return diary;
    };
    expect(phaseOn(looking(45, 5), 50)).toMatchObject({ phase: "waves", day: 49, why: "looking" });
    expect(phaseOn(looking(45, 4), 50)).toMatchObject({ phase: "rebuild", day: 49, why: "calendar" });
    expect(phaseOn(looking(24, 6), 30)).toMatchObject({ phase: "waves", why: "looking" });
    expect(phaseOn(looking(57, 5), 61)).toMatchObject({ phase: "waves", day: 60, why: "looking" });
    expect(phaseOn(looking(58, 5), 62)).toMatchObject({ phase: "rebuild", day: 61, why: "calendar" });
  });

  test("do not go back because of contact", () => {
    const diary = brokeUp();
    diary.log(juneAt(59, 12), slipFact("meeting"));
    expect(phaseOn(diary, 60)).toMatchObject({ phase: "rebuild", day: 59, why: "calendar" });
  });

  test("start at day 0 for a clock that says it has not happened yet", () => {
    expect(phase(foldAll(brokeUp().events), { ms: 0, offset: 0 })).toMatchObject({ phase: "storm", day: 0 });
  });
});
