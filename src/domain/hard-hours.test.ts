import { describe, expect, test } from "vitest";
import { hardHours } from "./hard-hours.ts";
import { type Diary, foldAll, juneAt, juneOffset, openDiary, phone, slipFact } from "./people.fixture.ts";

const urgesAt = (...moments: readonly (readonly [number, number])[]): Diary => {
  const diary = openDiary(phone, juneOffset);
  for (const [date, hour] of moments) diary.log(juneAt(date, hour, 20), { kind: "urge", strength: null });
  return diary;
};

describe("the hard hours", () => {
  test("stay silent while there is too little to go by", () => {
    expect(hardHours(foldAll([]))).toMatchObject({ events: 0, hardest: [] });
    expect(hardHours(foldAll(urgesAt([7, 23], [14, 23], [21, 23], [3, 8]).events))).toMatchObject({
      events: 4,
      hardest: [],
    });
    expect(hardHours(foldAll(urgesAt([7, 23], [14, 23], [3, 8], [4, 9], [5, 10]).events)).hardest).toEqual([]);
  });

  test("name the Sunday evening that keeps coming back", () => {
    const view = hardHours(foldAll(urgesAt([7, 23], [14, 23], [21, 23], [3, 8], [4, 9]).events));
    expect(view.hardest).toEqual([{ weekday: 6, hour: 23, times: 3 }]);
    expect(view.counts[6]?.[23]).toBe(3);
    expect(view.counts.flat().reduce((sum, times) => sum + times, 0)).toBe(view.events);
  });

  test("name every cell that is as hard as the hardest", () => {
    const view = hardHours(foldAll(urgesAt([1, 2], [8, 2], [15, 2], [5, 18], [12, 18], [19, 18]).events));
    expect(view.hardest).toEqual([
      { weekday: 0, hour: 2, times: 3 },
      { weekday: 4, hour: 18, times: 3 },
    ]);
  });

  test("take in contact that counts, and not what the rule leaves out or what had to be", () => {
    const diary = urgesAt([7, 23], [14, 23], [3, 8], [4, 9]);
    diary.log(juneAt(21, 23), slipFact("texting"));
    diary.log(juneAt(22, 23), slipFact("looking"));
    diary.log(juneAt(22, 23, 1), { kind: "necessary", topic: "children", note: "" });
    diary.log(juneAt(22, 23, 2), { kind: "rule", contact: "looking", counts: false });
    expect(hardHours(foldAll(diary.events))).toMatchObject({
      events: 5,
      hardest: [{ weekday: 6, hour: 23, times: 3 }],
    });
  });

  test("do not take an hour from contact that was noted another day, because nobody said the hour", () => {
    const diary = urgesAt([3, 8], [4, 9]);
    for (const date of [8, 15, 22]) diary.log(juneAt(date, 13), slipFact(), juneAt(date + 1, 9));
    expect(hardHours(foldAll(diary.events))).toMatchObject({ events: 2, hardest: [] });
  });

  test("read the hour on the wall where it happened", () => {
    const diary = openDiary(phone, -300);
    for (const date of [1, 2, 3, 4, 5]) diary.log(juneAt(date, 12), { kind: "urge", strength: null });
    expect(hardHours(foldAll(diary.events)).counts.map((row) => row[5])).toEqual([1, 1, 1, 1, 1, 0, 0]);
  });
});
