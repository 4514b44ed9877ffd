import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Event, Fact, Kind } from "./event.ts";
import { type State, emptyState, fold, foldUnknown, inOrder, latestOf, tracesOf } from "./state.ts";
import { aimAt, anyHistory } from "./history.fixture.ts";
import {
  type Diary,
  checkInFact,
  foldAll,
  juneAt,
  juneMs,
  lastContactFact,
  openDiary,
  phone,
  slipFact,
  tablet,
  twoDevices,
} from "./people.fixture.ts";

type Shelves = Readonly<Record<string, readonly Event[]>>;

/** What stands, without the order in which it arrived. */
function standing(state: State, without: readonly Kind[] = []): Shelves {
  const shelves = Object.entries(state.live).filter(([kind]) => !without.includes(kind as Kind));
  return Object.fromEntries(
    shelves.map(([kind, shelf]) => [kind, [...shelf.values()].sort((a: Event, b: Event) => (a.id < b.id ? -1 : 1))]),
  );
}

const aims: readonly Kind[] = ["corrected", "undone", "erased"];

/** A stamp later than all of `events`, from a third device. */
function append(events: readonly Event[], ...facts: readonly ((all: readonly Event[]) => Fact)[]): readonly Event[] {
  const diary: Diary = openDiary("00000000000000cc", 0);
  const all = [...events];
  for (const fact of facts) {
    const last = all
      .map((event) => event.id)
      .toSorted()
      .at(-1);
    if (last !== undefined) {
      diary.see({
        ms: Number.parseInt(last.slice(0, 12), 16),
        count: Number.parseInt(last.slice(13, 17), 16),
        device: last.slice(18),
      });
    }
    diary.log(juneMs, fact(all));
    all.push(diary.events.at(-1) as Event);
  }
  return all;
}

const lastOf = (all: readonly Event[]): string => (all.at(-1) as Event).id;

describe("two devices that have seen the same events", () => {
  test("end in the same state, in whatever order and however often they arrived", () => {
    fc.assert(
      fc.property(
        anyHistory.chain((events) =>
          fc.record({
            events: fc.constant(events),
            arrival: fc
              .tuple(
                fc.shuffledSubarray([...events], { minLength: events.length, maxLength: events.length }),
                fc.subarray([...events]),
              )
              .chain(([whole, again]) => {
                const both = [...whole, ...again];
                return fc.oneof(
                  fc.constant(both),
                  fc.shuffledSubarray(both, { minLength: both.length, maxLength: both.length }),
                );
              }),
          }),
        ),
        ({ events, arrival }) => {
          const one = foldAll(events);
          const two = foldAll(arrival);
          expect(standing(two)).toEqual(standing(one));
          expect(two.count).toBe(one.count);
          expect(two.latest).toBe(one.latest);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("agree on who wrote last, whoever was heard first", () => {
    const { events, phone: first, tablet: second } = twoDevices();
    const notes = [foldAll([...first, ...second]), foldAll([...second, ...first]), foldAll(events.toReversed())].map(
      (state) => [...state.live.slip.values()].map((slip) => slip.note),
    );
    expect(notes).toEqual([["from the phone"], ["from the phone"], ["from the phone"]]);
  });

  test("keep every event of both, however wrong one clock is", () => {
    const right = openDiary(phone, 0);
    const wrong = openDiary(tablet, 0);
    right.log(juneMs, checkInFact(3, "right"));
    wrong.log(0, checkInFact(2, "from 1970"));
    wrong.log(Date.UTC(2040, 0, 1), checkInFact(4, "from 2040"));
    const state = foldAll([...wrong.events, ...right.events]);
    expect([...state.live["check-in"].values()].map((event) => event.note).toSorted()).toEqual([
      "from 1970",
      "from 2040",
      "right",
    ]);
  });
});

describe("undo", () => {
  test("restores exactly what stood before", () => {
    fc.assert(
      fc.property(anyHistory, anyHistory, (events, more) => {
        const extra = more.find((event) => !aims.includes(event.kind)) ?? null;
        if (extra === null) return;
        const { id: _id, at: _at, offset: _offset, ...fact } = extra;
        const after = append(
          events,
          () => fact,
          (all) => ({ kind: "undone", target: lastOf(all) }),
        );
        expect(standing(foldAll(after), ["undone"])).toEqual(standing(foldAll(events), ["undone"]));
      }),
      { numRuns: 300 },
    );
  });

  test("of a correction or of an undo restores exactly what stood before, too", () => {
    fc.assert(
      fc.property(
        anyHistory.filter((events) => events.length > 0),
        fc.nat(),
        fc.constantFrom("corrected", "moved", "undone" as const),
        (events, pick, aim) => {
          const target = events[pick % events.length] as Event;
          const after = append(
            events,
            () => aimAt(target, aim, "changed", 5),
            (all) => ({ kind: "undone", target: lastOf(all) }),
          );
          expect(standing(foldAll(after), ["undone"])).toEqual(standing(foldAll(events), ["undone"]));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("of an undo brings it back, corrections and all", () => {
    fc.assert(
      fc.property(
        anyHistory.filter((events) => events.length > 0),
        fc.nat(),
        (events, pick) => {
          const target = (events[pick % events.length] as Event).id;
          const twice = append(
            events,
            () => ({ kind: "undone", target }),
            (all) => ({ kind: "undone", target: lastOf(all) }),
          );
          expect(standing(foldAll(twice), ["undone"])).toEqual(standing(foldAll(events), ["undone"]));
          const thrice = append(twice, (all) => ({ kind: "undone", target: lastOf(all) }));
          const once = append(events, () => ({ kind: "undone", target }));
          expect(standing(foldAll(thrice), ["undone"])).toEqual(standing(foldAll(once), ["undone"]));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("waits for an event that arrives after its undo", () => {
    const diary = openDiary(phone, 0);
    const slip = diary.log(juneMs, slipFact());
    diary.log(juneMs + 1, { kind: "undone", target: slip });
    const state = foldAll(diary.events.toReversed());
    expect(state.live.slip.size).toBe(0);
    expect(state.live.undone.size).toBe(1);
  });

  test("from before its target is no undo: it could only be forged", () => {
    const diary = openDiary(phone, 0);
    const early = diary.log(juneMs, checkInFact(3));
    const slip = diary.log(juneMs + 1, slipFact());
    const forged = [{ ...diary.events[1], kind: "undone", id: early, target: slip } as unknown as Event];
    const circle = [{ ...forged[0], target: early } as unknown as Event];
    expect(foldAll([diary.events[1] as Event, ...forged]).live.slip.size).toBe(1);
    expect(foldAll(circle).live.undone.size).toBe(1);
  });
});

describe("a correction", () => {
  const twoEdits = (): { readonly slip: string; readonly later: string; readonly events: readonly Event[] } => {
    const mine = openDiary(phone, 0);
    const slip = mine.log(juneMs, slipFact("texting", "first"));
    const theirs = openDiary(tablet, 0);
    theirs.see(mine.last);
    mine.log(juneMs + 10, { kind: "corrected", target: slip, fields: { note: "earlier", cost: "sleep" }, newAt: 42 });
    const later = theirs.log(juneMs + 20, { kind: "corrected", target: slip, fields: { note: "later" }, newAt: null });
    return { slip, later, events: [...mine.events, ...theirs.events] };
  };

  test("wins field by field when it is the later one, and leaves the other fields to the earlier", () => {
    const { slip, events } = twoEdits();
    for (const arrival of [events, events.toReversed()]) {
      expect(foldAll(arrival).live.slip.get(slip)).toMatchObject({
        note: "later",
        cost: "sleep",
        at: 42,
        contact: "texting",
      });
    }
  });

  test("that is taken back gives the field to the one before", () => {
    const { slip, later, events } = twoEdits();
    const after = append(events, () => ({ kind: "undone", target: later }));
    for (const arrival of [after, after.toReversed()]) {
      expect(foldAll(arrival).live.slip.get(slip)).toMatchObject({ note: "earlier", cost: "sleep" });
    }
  });

  test("can change neither what an event is nor put in what it cannot hold", () => {
    const diary = openDiary(phone, 0);
    const mood = diary.log(juneMs, checkInFact(3, "so-so"));
    const fields = {
      mood: 9,
      note: 7,
      kind: "slip",
      id: "x",
      at: 1,
      offset: 2,
      extra: true,
      ["__proto__"]: { mood: 1 },
    };
    diary.log(juneMs + 1, { kind: "corrected", target: mood, fields, newAt: null });
    expect(foldAll(diary.events).live["check-in"].get(mood)).toEqual(diary.events[0]);
  });

  test("leaves the event itself in the log as it was", () => {
    const { slip, events } = twoEdits();
    const state = foldAll(events);
    expect(state.stories.get(slip)?.event).toEqual(events[0]);
  });
});

describe("an erasure", () => {
  test("is for good, whatever arrives later", () => {
    const diary = openDiary(phone, 0);
    const slip = diary.log(juneMs, slipFact("texting", "words"));
    const erasure = diary.log(juneMs + 1, { kind: "erased", targets: [slip] });
    diary.log(juneMs + 2, { kind: "corrected", target: slip, fields: { note: "back" }, newAt: null });
    const undo = diary.log(juneMs + 3, { kind: "undone", target: slip });
    diary.log(juneMs + 4, { kind: "undone", target: undo });
    diary.log(juneMs + 5, { kind: "undone", target: erasure });
    for (const arrival of [diary.events, diary.events.toReversed()]) {
      expect(foldAll(arrival).live.slip.size).toBe(0);
    }
  });

  test("holds when the event itself only arrives afterwards", () => {
    const diary = openDiary(phone, 0);
    const slip = diary.log(juneMs, slipFact());
    diary.log(juneMs + 1, { kind: "erased", targets: [slip] });
    const [event, erasure] = diary.events as [Event, Event];
    const state = foldAll([erasure, event]);
    expect(state.live.slip.size).toBe(0);
    expect(state.stories.get(slip)?.erased).toBe(true);
  });

  test("of a correction gives the words before it back their place", () => {
    const diary = openDiary(phone, 0);
    const slip = diary.log(juneMs, slipFact("texting", "first"));
    const edit = diary.log(juneMs + 1, { kind: "corrected", target: slip, fields: { note: "second" }, newAt: null });
    diary.log(juneMs + 2, { kind: "erased", targets: [edit] });
    for (const arrival of [diary.events, diary.events.toReversed()]) {
      const state = foldAll(arrival);
      expect(state.live.slip.get(slip)?.note).toBe("first");
      expect(state.live.corrected.size).toBe(0);
    }
  });

  test("reaches the corrections that carry the words, undone ones too", () => {
    const diary = openDiary(phone, 0);
    const slip = diary.log(juneMs, slipFact());
    const first = diary.log(juneMs + 1, { kind: "corrected", target: slip, fields: { note: "one" }, newAt: null });
    const second = diary.log(juneMs + 2, { kind: "corrected", target: slip, fields: { note: "two" }, newAt: null });
    diary.log(juneMs + 3, { kind: "undone", target: first });
    expect(tracesOf(foldAll(diary.events), slip)).toEqual([slip, first, second]);
    expect(tracesOf(foldAll(diary.events), "nothing")).toEqual([]);
  });
});

describe("the fold", () => {
  test("counts an event once and moves the version with every change", () => {
    const diary = openDiary(phone, 0);
    diary.log(juneMs, checkInFact(3));
    const [event] = diary.events as [Event];
    const state = emptyState();
    fold(state, event);
    const { version } = state;
    fold(state, { ...event });
    expect({ count: state.count, version: state.version, latest: state.latest }).toEqual({
      count: 1,
      version,
      latest: event.id,
    });
    foldUnknown(state, "letter");
    foldUnknown(state, "letter");
    expect(state.unknown.get("letter")).toBe(2);
    expect(state.version).toBeGreaterThan(version);
  });

  test("lists a kind by when it happened, and reads a setting by who wrote last", () => {
    const diary = openDiary(phone, 0);
    const later = diary.log(juneAt(9, 12), checkInFact(3));
    const earlier = diary.log(juneAt(8, 12), checkInFact(4), juneAt(9, 13));
    diary.log(juneAt(9, 14), lastContactFact(1));
    diary.log(juneAt(9, 15), lastContactFact(2), juneAt(9, 13));
    const state = foldAll(diary.events);
    expect(inOrder(state, "check-in").map((event) => event.id)).toEqual([earlier, later]);
    expect(latestOf(state, "beginning")?.lastContact?.day).toBe(2);
    expect(latestOf(state, "check-in", (event) => event.mood === 3)?.id).toBe(later);
    expect(latestOf(state, "slip")).toBeNull();
  });
});
