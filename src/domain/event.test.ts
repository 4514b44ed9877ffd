import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Event, dayMax, dayMin, isFieldValue, readEvent, textLettersMax } from "./event.ts";
import { anyHistory } from "./history.fixture.ts";
import { checkInFact, firstNight, juneMs, openDiary, phone, seeded, slipFact, tenYears } from "./people.fixture.ts";

const id = `0123456789ab-0000-${phone}`;
const other = `0123456789aa-0000-${phone}`;
const happened = { id, at: juneMs, offset: 120 };
const checkIn = { ...happened, ...checkInFact(3, "a note") } as Event<"check-in">;

describe("reading an event from outside", () => {
  test("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything({ withNullPrototype: true, withBigInt: true })), (value) => {
        expect(["known", "unknown", "damaged"]).toContain(readEvent(value).is);
      }),
      { numRuns: 500 },
    );
  });

  test("never throws when one field of a good event is anything at all", () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(), fc.nat(), fc.jsonValue(), (events, which, field, value) => {
        const event = events[which % Math.max(1, events.length)];
        if (event === undefined) return;
        const names = [...Object.keys(event), "__proto__", "constructor"];
        const name = names[field % names.length] as string;
        const changed = Object.fromEntries([...Object.entries(event), [name, value]]);
        expect(["known", "unknown", "damaged"]).toContain(readEvent(changed).is);
      }),
      { numRuns: 300 },
    );
  });

  test("knows everything that was ever logged, and gives it back as it was", () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        for (const event of events) {
          const stored: unknown = JSON.parse(JSON.stringify(event));
          expect(readEvent(stored)).toEqual({ is: "known", event });
        }
      }),
    );
    for (const event of tenYears(seeded(2), 500).events) expect(readEvent(event).is).toBe("known");
    for (const event of firstNight().events) expect(readEvent(event).is).toBe("known");
  });

  test("keeps a kind from a newer version instead of calling it damaged", () => {
    expect(readEvent({ ...happened, kind: "letter", text: "sealed" })).toEqual({ is: "unknown", kind: "letter" });
    expect(readEvent({ ...happened, kind: "toString" })).toEqual({ is: "unknown", kind: "toString" });
    expect(readEvent({ ...happened, kind: "setting", name: "language", value: "fr" })).toEqual({
      is: "unknown",
      kind: "setting",
    });
    expect(readEvent({ ...happened, kind: "setting", name: "constructor", value: 1 }).is).toBe("unknown");
  });

  test("keeps an event whose word is from a newer version", () => {
    expect(readEvent({ ...happened, ...slipFact(), contact: "letter" })).toEqual({ is: "unknown", kind: "slip" });
  });

  test("keeps fields that a newer version added", () => {
    expect(readEvent({ ...checkIn, weather: "rain" })).toEqual({ is: "known", event: { ...checkIn, weather: "rain" } });
  });

  test("says what is damaged", () => {
    expect(readEvent(null)).toEqual({ is: "damaged", why: "not an event" });
    expect(readEvent([checkIn])).toEqual({ is: "damaged", why: "not an event" });
    expect(readEvent({ ...checkIn, id: "1" })).toEqual({ is: "damaged", why: "no stamp" });
    expect(readEvent({ ...checkIn, at: 0.5 })).toEqual({ is: "damaged", why: "no time" });
    expect(readEvent({ ...checkIn, at: (dayMax + 1) * 86_400_000 })).toEqual({ is: "damaged", why: "no time" });
    expect(readEvent({ ...checkIn, at: dayMin * 86_400_000 - 1 })).toEqual({ is: "damaged", why: "no time" });
    expect(readEvent({ ...checkIn, offset: 1_441 })).toEqual({ is: "damaged", why: "no time zone" });
    expect(readEvent({ ...checkIn, mood: 6 })).toEqual({ is: "damaged", why: "check-in.mood" });
    expect(readEvent({ ...checkIn, note: undefined })).toEqual({ is: "damaged", why: "check-in.note" });
  });

  test("takes a million letters, and not more than the box holds", () => {
    expect(readEvent({ ...checkIn, note: "a".repeat(1_000_000) }).is).toBe("known");
    expect(readEvent({ ...checkIn, note: "a".repeat(textLettersMax + 1) }).is).toBe("damaged");
  });
});

describe("what a correction may put into a field", () => {
  test("is only what that field may hold", () => {
    expect(isFieldValue(checkIn, "note", "better")).toBe(true);
    expect(isFieldValue(checkIn, "mood", 5)).toBe(true);
    expect(isFieldValue(checkIn, "mood", 0)).toBe(false);
    expect(isFieldValue(checkIn, "mood", "5")).toBe(false);
  });

  test("is never the stamp, the kind or the moment, and no field the event does not have", () => {
    for (const field of ["id", "kind", "at", "offset", "contact", "__proto__", "constructor", "toString"]) {
      expect(isFieldValue(checkIn, field, "texting")).toBe(false);
    }
  });

  test("follows the name of a setting", () => {
    const diary = openDiary(phone, 0);
    diary.log(juneMs, { kind: "setting", name: "dayStartHour", value: 4 });
    const setting = diary.events[0] as Event;
    expect(isFieldValue(setting, "value", 5)).toBe(true);
    expect(isFieldValue(setting, "value", "dark")).toBe(false);
    expect(isFieldValue(setting, "name", "theme")).toBe(false);
  });

  test("is nothing at all in a correction, an undo or an erasure", () => {
    const undone = { ...happened, kind: "undone", target: other } as Event;
    const erased = { ...happened, kind: "erased", targets: [other] } as Event;
    const corrected = { ...happened, kind: "corrected", target: other, fields: {}, newAt: null } as Event;
    expect(isFieldValue(undone, "target", other)).toBe(false);
    expect(isFieldValue(erased, "targets", [])).toBe(false);
    expect(isFieldValue(corrected, "newAt", 5)).toBe(false);
  });
});
