import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timeline } from "./timeline.ts";
import { anyHistory } from "./history.fixture.ts";
import {
  checkInFact,
  firstNight,
  foldAll,
  juneAt,
  juneDay,
  juneOffset,
  logUrge,
  monthWithOneSlip,
  openDiary,
  phone,
  seeded,
  slipFact,
  tenYears,
} from "./people.fixture.ts";

const all = { limit: 1_000_000 };
const itemsOf = (view: ReturnType<typeof timeline>) => view.days.flatMap(({ items }) => items);

describe("the timeline", () => {
  test("shows the first night as one entry, with how strong it was and how it ended", () => {
    const { events } = firstNight();
    const { days, more } = timeline(foldAll(events), all);
    expect(more).toBe(false);
    expect(days.map(({ day }) => day)).toEqual([juneDay]);
    expect(days[0]?.items).toMatchObject([
      { kind: "urge", outcome: "not-sent", corrected: false, ratings: [{ strength: 9 }, { strength: 5 }] },
    ]);
  });

  test("shows what is right now, and says that it was put right", () => {
    const { events } = monthWithOneSlip();
    const slip = itemsOf(timeline(foldAll(events), all)).find(({ kind }) => kind === "slip");
    expect(slip).toMatchObject({ contact: "texting", corrected: true });
  });

  test("does not call an entry edited when the edit was taken back", () => {
    const diary = openDiary(phone, juneOffset);
    const mood = diary.log(juneAt(2, 9), checkInFact(3, "first"));
    const edit = diary.log(juneAt(2, 10), { kind: "corrected", target: mood, fields: { note: "second" }, newAt: null });
    diary.log(juneAt(2, 11), { kind: "undone", target: edit });
    expect(itemsOf(timeline(foldAll(diary.events), all))).toMatchObject([{ note: "first", corrected: false }]);
  });

  test("is newest first, each day once, on any clock and any journey, in any order of arrival", () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        const view = timeline(foldAll(events), all);
        const days = view.days.map(({ day }) => day);
        expect(days).toEqual([...new Set(days)].sort((a, b) => b - a));
        for (const { items } of view.days) {
          expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).toSorted((a, b) => b - a));
        }
        expect(timeline(foldAll(events.toReversed()), all)).toEqual(view);
      }),
      { numRuns: 200 },
    );
  });

  test("shows a day once to someone who crossed the date line and came back", () => {
    const diary = openDiary(phone, 720);
    diary.log(juneAt(2, 10), checkInFact(1, "west"));
    const over = openDiary(phone, -600);
    over.log(juneAt(2, 12), checkInFact(2, "east"));
    const back = openDiary(phone, 720);
    back.log(juneAt(2, 13), checkInFact(3, "west again"));
    const { days } = timeline(foldAll([...diary.events, ...over.events, ...back.events]), all);
    expect(days.map(({ day, items }) => [day - juneDay, items.length])).toEqual([
      [1, 2],
      [0, 1],
    ]);
  });

  test("grows by pages: a longer page begins with the shorter one, and the last says so", () => {
    const state = foldAll(tenYears(seeded(3), 400).events);
    const whole = itemsOf(timeline(state, all));
    for (const limit of [0, 1, 40, whole.length - 1, whole.length]) {
      const page = timeline(state, { limit });
      expect(itemsOf(page)).toEqual(whole.slice(0, limit));
      expect(page.more).toBe(limit < whole.length);
    }
  });

  test("still shows a text whose urge was taken back", () => {
    const diary = openDiary(phone, juneOffset);
    const urge = logUrge(diary, juneAt(2, 22), { ratings: [], outcome: "not-sent", text: "words" });
    expect(itemsOf(timeline(foldAll(diary.events), all)).map(({ kind }) => kind)).toEqual(["urge"]);
    diary.log(juneAt(3, 9), { kind: "undone", target: urge });
    expect(itemsOf(timeline(foldAll(diary.events), all))).toMatchObject([{ kind: "parked", text: "words" }]);
  });

  test("shows the outcome that was given last", () => {
    const diary = openDiary(phone, juneOffset);
    const urge = logUrge(diary, juneAt(2, 22), { ratings: [], outcome: "later" });
    diary.log(juneAt(2, 23), { kind: "urge-ended", urge, outcome: "sent" });
    for (const arrival of [diary.events, diary.events.toReversed()]) {
      expect(itemsOf(timeline(foldAll(arrival), all))).toMatchObject([{ outcome: "sent" }]);
    }
  });

  test("keeps contact that the person's rule does not count", () => {
    const diary = openDiary(phone, juneOffset);
    diary.log(juneAt(2, 8), { kind: "rule", contact: "looking", counts: false });
    diary.log(juneAt(2, 9), slipFact("looking"));
    expect(itemsOf(timeline(foldAll(diary.events), all))).toMatchObject([{ kind: "slip", contact: "looking" }]);
  });
});
