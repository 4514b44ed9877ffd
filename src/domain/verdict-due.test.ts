import { describe, expect, test } from "vitest";
import type { Outcome } from "./event.ts";
import { verdictDue } from "./verdict-due.ts";
import {
  type Diary,
  firstNight,
  foldAll,
  juneAt,
  juneNow,
  juneOffset,
  logUrge,
  openDiary,
  phone,
} from "./people.fixture.ts";

const endedAt = (diary: Diary, date: number, hour: number, outcome: Outcome | null, minute = 0): string =>
  logUrge(diary, juneAt(date, hour, minute), { ratings: [{ afterMs: 0, strength: 8 }], outcome });
const dueOn = (diary: Diary, date: number, hour: number, minute = 0) =>
  verdictDue(foldAll(diary.events), juneNow(date, hour, minute));

describe("the morning question", () => {
  test("is asked after the first night", () => {
    const { events, now } = firstNight();
    const urge = events[0]?.id;
    expect(verdictDue(foldAll(events), now)).toMatchObject({ urge, outcome: "not-sent" });
  });

  test("is not asked in the same night, not even when the day begins ten minutes later", () => {
    const diary = openDiary(phone, juneOffset);
    endedAt(diary, 2, 3, "not-sent", 50);
    expect(dueOn(diary, 2, 3, 55)).toBeNull();
    expect(dueOn(diary, 2, 4, 5)).toBeNull();
    expect(dueOn(diary, 2, 6)?.outcome).toBe("not-sent");
  });

  test("is asked five hours later on the same day", () => {
    const diary = openDiary(phone, juneOffset);
    endedAt(diary, 2, 12, "sent");
    expect(dueOn(diary, 2, 16, 55)).toBeNull();
    expect(dueOn(diary, 2, 17, 5)?.outcome).toBe("sent");
  });

  test("is asked whatever the choice was, but not about practical contact, or what has not ended", () => {
    for (const outcome of ["not-sent", "later", "sent", "more-time", "left"] as const) {
      const diary = openDiary(phone, juneOffset);
      endedAt(diary, 2, 22, outcome);
      expect(dueOn(diary, 3, 9)?.outcome).toBe(outcome);
    }
    for (const outcome of ["practical", null] as const) {
      const diary = openDiary(phone, juneOffset);
      endedAt(diary, 2, 22, outcome);
      expect(dueOn(diary, 3, 9)).toBeNull();
    }
  });

  test("is about the newest, is asked once, comes back when the answer is taken back, and rests after a week", () => {
    const diary = openDiary(phone, juneOffset);
    const older = endedAt(diary, 2, 22, "later");
    const newer = endedAt(diary, 3, 22, "not-sent");
    expect(dueOn(diary, 4, 9)?.urge).toBe(newer);
    const verdict = diary.log(juneAt(4, 9), { kind: "verdict", urge: newer, verdict: "glad" });
    expect(dueOn(diary, 4, 10)?.urge).toBe(older);
    diary.log(juneAt(4, 10), { kind: "undone", target: verdict });
    expect(dueOn(diary, 4, 11)?.urge).toBe(newer);
    expect(dueOn(diary, 10, 21)?.urge).toBe(newer);
    expect(dueOn(diary, 10, 23)).toBeNull();
  });

  test("is not asked about an urge that was taken back, or from a clock that stands before it", () => {
    const diary = openDiary(phone, juneOffset);
    const urge = endedAt(diary, 2, 22, "not-sent");
    expect(verdictDue(foldAll(diary.events), { ms: 0, offset: 0 })).toBeNull();
    diary.log(juneAt(3, 8), { kind: "undone", target: urge });
    expect(dueOn(diary, 3, 9)).toBeNull();
  });
});
