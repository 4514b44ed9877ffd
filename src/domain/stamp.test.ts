import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Stamp, isStamp, nextStamp, readStamp, writeStamp } from "./stamp.ts";
import { anyClock } from "./history.fixture.ts";
import { phone, tablet } from "./people.fixture.ts";

const anyStamp: fc.Arbitrary<Stamp> = fc.record({
  ms: fc.integer({ min: 0, max: 253_402_300_799_000 }),
  count: fc.integer({ min: 0, max: 0xffff }),
  device: fc.constantFrom(phone, tablet),
});

const inTime = (a: Stamp, b: Stamp): number =>
  a.ms - b.ms || a.count - b.count || (a.device < b.device ? -1 : a.device > b.device ? 1 : 0);

describe("a stamp", () => {
  test("is the same after it was written and read", () => {
    fc.assert(
      fc.property(anyStamp, (stamp) => {
        expect(isStamp(writeStamp(stamp))).toBe(true);
        expect(readStamp(writeStamp(stamp))).toEqual(stamp);
      }),
    );
  });

  test("sorts as text the way it sorts in time", () => {
    fc.assert(
      fc.property(anyStamp, anyStamp, (a, b) => {
        const [first, second] = [writeStamp(a), writeStamp(b)];
        expect(Math.sign(inTime(a, b))).toBe(first < second ? -1 : first > second ? 1 : 0);
      }),
    );
  });

  test("is refused when it is not one", () => {
    const whole = writeStamp({ ms: 1, count: 2, device: phone });
    for (const wrong of [
      "",
      whole.slice(1),
      `${whole}0`,
      whole.toUpperCase(),
      ` ${whole}`,
      `${whole}\n`,
      null,
      7,
      [whole],
    ]) {
      expect(isStamp(wrong)).toBe(false);
    }
    expect(() => readStamp("yesterday")).toThrow("not a stamp: yesterday");
  });
});

describe("the next stamp", () => {
  test("is later than everything seen, whatever the clock says", () => {
    fc.assert(
      fc.property(
        anyStamp,
        fc.oneof(anyClock, fc.double(), fc.constantFrom(-1, Number.NaN, Infinity, -Infinity)),
        (seen, clock) => {
          const next = nextStamp(seen, clock, tablet);
          expect(writeStamp(next) > writeStamp(seen)).toBe(true);
          expect(isStamp(writeStamp(next))).toBe(true);
        },
      ),
    );
  });

  test("never repeats or goes back on a device whose clock jumps about", () => {
    fc.assert(
      fc.property(fc.array(anyClock, { minLength: 2, maxLength: 30 }), (clocks) => {
        let last: Stamp | null = null;
        const texts: string[] = [];
        for (const clock of clocks) {
          last = nextStamp(last, clock, phone);
          texts.push(writeStamp(last));
        }
        expect(new Set(texts).size).toBe(texts.length);
        expect(texts.toSorted()).toEqual(texts);
      }),
    );
  });

  test("goes on when the count of one millisecond is used up", () => {
    const full = { ms: 1_000, count: 0xffff, device: phone };
    expect(nextStamp(full, 5, phone)).toEqual({ ms: 1_001, count: 0, device: phone });
  });

  test("starts at the device's own clock, and at 1970 when that makes no sense", () => {
    expect(nextStamp(null, 1_234.9, phone)).toEqual({ ms: 1_234, count: 0, device: phone });
    expect(nextStamp(null, Number.NaN, phone)).toEqual({ ms: 0, count: 0, device: phone });
    expect(nextStamp(null, -5, phone)).toEqual({ ms: 0, count: 0, device: phone });
  });
});
