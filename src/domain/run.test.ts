import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Event } from "./event.ts";
import { run } from "./run.ts";
import { emptyState } from "./state.ts";
import {
  type Diary,
  checkInFact,
  coParent,
  dayMs,
  foldAll,
  hourMs,
  juneAt,
  juneDay,
  juneNow,
  juneOffset,
  lastContactFact,
  minuteMs,
  monthWithOneSlip,
  openDiary,
  phone,
  slipFact,
} from "./people.fixture.ts";

const begun = (day = juneDay): Diary => {
  const diary = openDiary(phone, juneOffset);
  diary.log(juneAt(1, 12), lastContactFact(day));
  return diary;
};

describe("the counts", () => {
  test("say 27 of 28 after one evening of contact in four weeks, and keep the rest", () => {
    const { events, now } = monthWithOneSlip();
    expect(run(foldAll(events), now)).toEqual({
      since: juneDay,
      currentDays: 11,
      last30: { free: 27, of: 28 },
      totalFree: 27,
      longestDays: 16,
      approximate: false,
      clock: "fine",
    });
  });

  test("are empty before anything is known", () => {
    expect(run(emptyState(), juneNow(1, 12))).toMatchObject({
      since: null,
      currentDays: 0,
      totalFree: 0,
      clock: "fine",
    });
  });

  test("stand at 0 on the day of the last contact and at 1 the next day, which starts at four", () => {
    const state = foldAll(begun().events);
    expect(run(state, juneNow(1, 22)).currentDays).toBe(0);
    expect(run(state, juneNow(2, 3, 59)).currentDays).toBe(0);
    expect(run(state, juneNow(2, 4)).currentDays).toBe(1);
  });

  test("put a text at ten past two in the night on the evening before", () => {
    const diary = begun();
    diary.log(juneAt(9, 2, 10), slipFact());
    expect(run(foldAll(diary.events), juneNow(9, 12))).toMatchObject({ currentDays: 1, totalFree: 7 });
  });

  test("look back thirty days and not further", () => {
    const diary = begun(juneDay - 200);
    diary.log(juneAt(1, 13), slipFact("texting"), juneAt(1, 14));
    expect(run(foldAll(diary.events), juneNow(30, 12)).last30).toEqual({ free: 29, of: 30 });
    expect(run(foldAll(diary.events), juneNow(31, 12)).last30).toEqual({ free: 30, of: 30 });
  });

  test("take two contacts on one day as one day", () => {
    const diary = begun();
    diary.log(juneAt(5, 10), slipFact("texting"));
    diary.log(juneAt(5, 22), slipFact("calling"));
    expect(run(foldAll(diary.events), juneNow(8, 12)).totalFree).toBe(6);
  });

  test("are the same with and without contact that had to be, or that the person's rule leaves out", () => {
    const { events, now } = coParent();
    const plain = events.filter((event) => event.kind !== "necessary" && event.kind !== "slip");
    expect(run(foldAll(events), now)).toEqual(run(foldAll(plain), now));
    expect(run(foldAll(events), now)).toMatchObject({ currentDays: 49, approximate: true });
  });

  test("follow the rule when it changes, backwards too", () => {
    const diary = begun();
    diary.log(juneAt(5, 10), slipFact("looking"));
    expect(run(foldAll(diary.events), juneNow(8, 12)).currentDays).toBe(3);
    diary.log(juneAt(8, 11), { kind: "rule", contact: "looking", counts: false });
    expect(run(foldAll(diary.events), juneNow(8, 12)).currentDays).toBe(7);
  });

  test("take in contact that is noted late, moved or taken back", () => {
    const diary = begun();
    const slip = diary.log(juneAt(3, 12), slipFact(), juneAt(10, 9));
    expect(run(foldAll(diary.events), juneNow(10, 12))).toMatchObject({ currentDays: 7, totalFree: 8, longestDays: 7 });
    diary.log(juneAt(10, 10), { kind: "corrected", target: slip, fields: {}, newAt: juneAt(6, 12) });
    expect(run(foldAll(diary.events), juneNow(10, 12))).toMatchObject({ currentDays: 4, totalFree: 8, longestDays: 4 });
    diary.log(juneAt(10, 11), { kind: "undone", target: slip });
    expect(run(foldAll(diary.events), juneNow(10, 12))).toEqual(run(foldAll(begun().events), juneNow(10, 12)));
  });

  test("begin with the breakup when the last contact is not known, else with the first entry", () => {
    const diary = openDiary(phone, juneOffset);
    diary.log(juneAt(4, 12), checkInFact(2));
    expect(run(foldAll(diary.events), juneNow(6, 12))).toMatchObject({ since: juneDay + 3, approximate: false });
    diary.log(juneAt(5, 12), {
      kind: "beginning",
      brokeUp: { day: juneDay - 9, approximate: true },
      lastContact: null,
    });
    expect(run(foldAll(diary.events), juneNow(6, 12))).toMatchObject({ since: juneDay - 9, approximate: true });
  });

  test("stand at 0 on the day they begin, whatever began them", () => {
    const first = openDiary(phone, juneOffset);
    first.log(juneAt(4, 12), checkInFact(2));
    const breakup = openDiary(phone, juneOffset);
    breakup.log(juneAt(4, 12), {
      kind: "beginning",
      brokeUp: { day: juneDay + 3, approximate: false },
      lastContact: null,
    });
    for (const { events } of [first, breakup, begun(juneDay + 3)]) {
      const none = { since: juneDay + 3, currentDays: 0, last30: { free: 0, of: 0 }, totalFree: 0, longestDays: 0 };
      expect(run(foldAll(events), juneNow(4, 20))).toMatchObject(none);
      expect(run(foldAll(events), juneNow(5, 20))).toMatchObject({
        currentDays: 1,
        last30: { free: 1, of: 1 },
        totalFree: 1,
      });
    }
  });

  test("are no longer a rough guess once contact gave them an exact day", () => {
    const diary = openDiary(phone, juneOffset);
    diary.log(juneAt(1, 12), lastContactFact(juneDay - 30, true));
    expect(run(foldAll(diary.events), juneNow(2, 12)).approximate).toBe(true);
    diary.log(juneAt(3, 12), slipFact());
    expect(run(foldAll(diary.events), juneNow(4, 12)).approximate).toBe(false);
  });
});

describe("one day with contact", () => {
  const anySlips = fc.array(
    fc.record({ date: fc.integer({ min: 2, max: 60 }), hour: fc.integer({ min: 0, max: 23 }) }),
    {
      maxLength: 12,
    },
  );
  const withSlips = (slips: readonly { readonly date: number; readonly hour: number }[]): readonly Event[] => {
    const diary = begun();
    for (const { date, hour } of slips) diary.log(juneAt(date, hour), slipFact());
    return diary.events;
  };

  test("takes one day away from the total and the last 30 at most, and never the rest", () => {
    fc.assert(
      fc.property(anySlips, (slips) => {
        const now = juneNow(60, 23);
        const before = run(foldAll(withSlips(slips)), now);
        const after = run(foldAll(withSlips([...slips, { date: 60, hour: 22 }])), now);
        expect(before.totalFree - after.totalFree).toBeLessThanOrEqual(1);
        expect(before.last30.free - after.last30.free).toBeLessThanOrEqual(1);
        expect(after.last30.of).toBe(before.last30.of);
        expect(after.longestDays).toBeGreaterThanOrEqual(before.longestDays - 1);
        expect(after.currentDays).toBe(0);
      }),
    );
  });

  test("leaves numbers that agree with a count by hand", () => {
    fc.assert(
      fc.property(anySlips, fc.integer({ min: 1, max: 60 }), (slips, date) => {
        const events = withSlips(slips);
        const last = juneDay + date - 1;
        const contacts = new Set([juneDay, ...slips.map((slip) => juneDay + slip.date - 1 - (slip.hour < 4 ? 1 : 0))]);
        const free = Array.from({ length: date }, (_, index) => juneDay + index).map((day) => !contacts.has(day));
        const word = free.map((isFree) => (isFree ? "f" : ".")).join("");
        expect(run(foldAll(events), juneNow(date, 12))).toMatchObject({
          since: juneDay,
          currentDays: last - Math.max(...[...contacts].filter((day) => day <= last)),
          totalFree: free.filter(Boolean).length,
          last30: { free: free.slice(-30).filter(Boolean).length, of: Math.min(30, date - 1) },
          longestDays: Math.max(...word.split(".").map((stretch) => stretch.length)),
        });
      }),
    );
  });
});

describe("time going by", () => {
  const anyMoment = fc.record({
    afterMs: fc.integer({ min: 0, max: 400 * dayMs }),
    offset: fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15),
  });

  test("never lowers the run or the total without contact, on any journey short of the date line", () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, fc.integer({ min: 1, max: 30 }), (a, b, date) => {
        const diary = begun();
        diary.log(juneAt(date, 12), slipFact());
        const state = foldAll(diary.events);
        const [first, second] = a.afterMs <= b.afterMs ? [a, b] : [b, a];
        const start = juneAt(32, 0);
        const earlier = { ms: start + first.afterMs, offset: first.offset };
        const later = { ms: start + second.afterMs, offset: second.offset };
        fc.pre(earlier.ms + earlier.offset * minuteMs <= later.ms + later.offset * minuteMs);
        expect(run(state, later).currentDays).toBeGreaterThanOrEqual(run(state, earlier).currentDays);
        expect(run(state, later).totalFree).toBeGreaterThanOrEqual(run(state, earlier).totalFree);
      }),
    );
  });

  test("repeats one day, and only one, for someone who flies back over the date line", () => {
    const state = foldAll(begun().events);
    const auckland = { ms: juneAt(20, 12), offset: 720 };
    const honolulu = { ms: juneAt(20, 12) + 9 * hourMs, offset: -600 };
    expect(run(state, auckland).currentDays - run(state, honolulu).currentDays).toBeLessThanOrEqual(1);
    expect(run(state, { ...honolulu, ms: honolulu.ms + dayMs }).currentDays).toBe(run(state, auckland).currentDays + 1);
  });
});

describe("a clock that is wrong", () => {
  test("makes no number negative and forgets nothing when it is years back", () => {
    const { events, now } = monthWithOneSlip();
    const state = foldAll(events);
    const right = run(state, now);
    expect(run(state, { ms: 0, offset: 0 })).toMatchObject({
      currentDays: 0,
      totalFree: 0,
      longestDays: 0,
      clock: "behind",
    });
    expect(run(state, now)).toEqual(right);
  });

  test("is still called behind after something was noted on it", () => {
    const { events } = monthWithOneSlip();
    const diary = openDiary(phone, juneOffset);
    diary.see({ ms: juneAt(29, 10), count: 0, device: phone });
    diary.log(5 * dayMs, checkInFact(3));
    expect(run(foldAll([...events, ...diary.events]), { ms: 5 * dayMs + hourMs, offset: 0 }).clock).toBe("behind");
  });

  test("is not called behind for ever because it once stood at 2040", () => {
    const diary = begun();
    diary.log(Date.UTC(2040, 0, 1), checkInFact(3));
    expect(run(foldAll(diary.events), juneNow(2, 12)).clock).toBe("behind");
    diary.log(juneAt(2, 12), checkInFact(3));
    expect(run(foldAll(diary.events), juneNow(2, 13)).clock).toBe("fine");
  });

  test("is not called behind for contact noted late, a day's drift or a flight west", () => {
    const diary = begun();
    diary.log(juneAt(20, 12), checkInFact(3));
    diary.log(juneAt(3, 12), slipFact(), juneAt(20, 13));
    expect(run(foldAll(diary.events), { ms: juneAt(19, 0), offset: -600 }).clock).toBe("fine");
  });

  test("does not start the count in 1970", () => {
    const diary = openDiary(phone, juneOffset);
    diary.log(0, checkInFact(3));
    diary.log(juneAt(2, 12), checkInFact(3));
    expect(run(foldAll(diary.events), juneNow(4, 12))).toMatchObject({ since: juneDay + 1, currentDays: 2 });
  });

  test("lets contact and a beginning from the future wait for their day", () => {
    const diary = begun();
    diary.log(juneAt(20, 12), slipFact());
    const state = foldAll(diary.events);
    expect(run(state, juneNow(19, 12)).currentDays).toBe(18);
    expect(run(state, juneNow(20, 11)).currentDays).toBe(0);
    const ahead = openDiary(phone, juneOffset);
    ahead.log(juneAt(1, 12), lastContactFact(juneDay + 900));
    expect(run(foldAll(ahead.events), juneNow(2, 12))).toMatchObject({ currentDays: 0, totalFree: 0, longestDays: 0 });
  });
});
