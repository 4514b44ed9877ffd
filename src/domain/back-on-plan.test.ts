import { describe, expect, test } from "vitest";
import { backOnPlan } from "./back-on-plan.ts";
import { emptyState } from "./state.ts";
import {
  type Diary,
  coParent,
  foldAll,
  juneAt,
  juneNow,
  juneOffset,
  openDiary,
  phone,
  slipFact,
} from "./people.fixture.ts";

const slipsAt = (...dates: readonly number[]): Diary => {
  const diary = openDiary(phone, juneOffset);
  for (const date of dates) diary.log(juneAt(date, 13), slipFact());
  return diary;
};
const viewOn = (diary: Diary, date: number, hour: number) => backOnPlan(foldAll(diary.events), juneNow(date, hour));

describe("the way back", () => {
  test("is nothing to speak of without contact that counts", () => {
    expect(backOnPlan(emptyState(), juneNow(1, 12))).toBeNull();
    const { events, now } = coParent();
    expect(backOnPlan(foldAll(events), now)).toBeNull();
  });

  test("knows the 24 hours that matter most, to the minute", () => {
    const diary = slipsAt(5);
    expect(viewOn(diary, 5, 13)).toMatchObject({ lastSlipAt: juneAt(5, 13), within24h: true, days: 0 });
    expect(viewOn(diary, 6, 12)).toMatchObject({ within24h: true, days: 1 });
    expect(viewOn(diary, 6, 13)).toMatchObject({ within24h: false, days: 1 });
    expect(viewOn(diary, 9, 12)).toMatchObject({ within24h: false, days: 4 });
  });

  test("counts from the latest contact, and not from one that is still to come", () => {
    const diary = slipsAt(5, 9, 20);
    expect(viewOn(diary, 10, 12)).toMatchObject({ lastSlipAt: juneAt(9, 13), days: 1 });
    expect(backOnPlan(foldAll(diary.events), { ms: 0, offset: 0 })).toBeNull();
  });

  test("says how long a return usually took, from the third time on, and leaves out what has not ended", () => {
    expect(viewOn(slipsAt(1, 2, 5), 10, 12)?.usualDaysToReturn).toBeNull();
    expect(viewOn(slipsAt(1, 2, 5, 7, 8, 9), 12, 12)?.usualDaysToReturn).toBe(2);
    expect(viewOn(slipsAt(1, 5, 9, 10, 11, 12), 12, 15)?.usualDaysToReturn).toBeNull();
  });
});
