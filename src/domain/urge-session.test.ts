import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outcomes, textLettersMax } from "./event.ts";
import { juneNow, minuteMs } from "./people.fixture.ts";
import {
  type Moment,
  type UrgeInput,
  type UrgeSession,
  beginUrge,
  isUrgeSession,
  stepUrge,
  waitLeftMs,
  waitPart,
} from "./urge-session.ts";

const night = juneNow(3, 2, 10);
const later = (minutes: number): Moment => ({ ...night, ms: night.ms + minutes * minuteMs });
const after = (inputs: readonly UrgeInput[], session = beginUrge(night), now = night): UrgeSession =>
  inputs.reduce((on, input) => stepUrge(on, input, now), session);

const next: UrgeInput = { is: "next" };
const rated = (strength: number): UrgeInput => ({ is: "rated", strength });
const wrote = (text: string): UrgeInput => ({ is: "wrote", text });
const kinds = (session: UrgeSession): readonly string[] => session.facts.map(({ fact }) => fact.kind);

describe("an urge", () => {
  test("begins with a breath and no question, and is noted at once", () => {
    const session = beginUrge(night);
    expect(session.step).toBe("breathe");
    expect(session.facts).toEqual([{ at: night.ms, offset: 120, fact: { kind: "urge", strength: null } }]);
  });

  test("below seven goes straight to a ten-minute wait; from seven the body comes first", () => {
    expect(after([next, rated(6)]).step).toBe("hold");
    const strong = after([next, rated(7)]);
    expect(strong.step).toBe("body");
    const waiting = after([next], strong);
    expect(waiting.step).toBe("hold");
    expect(waitLeftMs(waiting, night.ms)).toBe(10 * minuteMs);
  });

  test("strength asked again leads to the choice, and both answers are kept in order", () => {
    const session = after([next, rated(8), next, next, rated(3)]);
    expect(session.step).toBe("choose");
    expect(session.strengths).toEqual([8, 3]);
    expect(kinds(session).filter((kind) => kind === "urge-rated").length).toBe(2);
  });

  test("a strength outside 0 to 10 is brought inside", () => {
    expect(after([next, rated(44)]).strengths).toEqual([10]);
    expect(after([next, rated(-3)]).strengths).toEqual([0]);
  });

  test("every question can be skipped", () => {
    expect(after([next, next, next, next]).step).toBe("choose");
  });

  test("can be left at any step, and leaving is an outcome", () => {
    for (const before of [[], [next], [next, rated(9)], [next, rated(2)], [next, rated(2), next]]) {
      const session = after([...before, { is: "chose", outcome: "left" }]);
      expect(session.step).toBe("close");
      expect(session.facts.at(-1)?.fact).toEqual({ kind: "urge-ended", outcome: "left" });
    }
  });

  test("before sending there is one look at tomorrow; then the choice is respected", () => {
    const tape = after([next, rated(2), next, next, { is: "about-to-send" }]);
    expect(tape.step).toBe("tape");
    expect(after([{ is: "chose", outcome: "sent" }], tape).outcome).toBe("sent");
  });

  test("more time is a new wait from now, and no ending", () => {
    const choosing = after([next, rated(2), next, next]);
    const session = stepUrge(choosing, { is: "chose", outcome: "more-time" }, later(15));
    expect(session.step).toBe("hold");
    expect(waitLeftMs(session, later(15).ms)).toBe(10 * minuteMs);
    expect(kinds(session)).not.toContain("urge-ended");
  });

  test("what was typed is parked whatever the outcome, and only the person lets it go", () => {
    for (const outcome of outcomes) {
      if (outcome === "more-time") continue;
      const session = after([next, rated(2), wrote("are you awake?"), { is: "chose", outcome }]);
      expect(session.facts.map(({ fact }) => fact)).toContainEqual({ kind: "parked", text: "are you awake?" });
      expect(session.text).toBe("are you awake?");
      expect(after([{ is: "let-go" }], session).text).toBe("");
    }
    expect(kinds(after([wrote("  \n "), { is: "chose", outcome: "left" }]))).not.toContain("parked");
  });

  test("a text longer than an entry may be is parked in pieces, none of it lost", () => {
    const text = "night ".repeat(textLettersMax / 4);
    const parked = after([wrote(text), { is: "chose", outcome: "later" }]).facts.filter(
      ({ fact }) => fact.kind === "parked",
    );
    expect(parked.map(({ fact }) => (fact.kind === "parked" ? fact.text : "")).join("")).toBe(text);
    expect(new Set(parked.map(({ at }) => at)).size).toBe(parked.length);
    for (const { fact } of parked) {
      expect(fact.kind === "parked" && fact.text.length <= textLettersMax).toBe(true);
    }
  });

  test("a thing tried twice is noted once", () => {
    const session = after([{ is: "tried", tool: "person" }, { is: "tried", tool: "person" }, wrote("a"), wrote("ab")]);
    expect(session.tried).toEqual(["person", "writing"]);
    expect(kinds(session).filter((kind) => kind === "urge-tried").length).toBe(2);
  });

  test("after goodbye nothing changes it", () => {
    const closed = after([{ is: "chose", outcome: "not-sent" }]);
    expect(after([next, rated(9), wrote("x"), { is: "about-to-send" }, { is: "wait", minutes: 20 }], closed)).toEqual(
      closed,
    );
  });

  test("an open panel is shut by going on", () => {
    expect(after([next, rated(2), { is: "open", panel: "write" }]).panel).toBe("write");
    expect(after([next, rated(2), { is: "open", panel: "write" }, { is: "shut" }]).panel).toBe(null);
    expect(after([next, rated(2), { is: "open", panel: "write" }, next]).panel).toBe(null);
  });
});

describe("the wait", () => {
  const waiting = after([next, rated(4)]);

  test("runs by the clock, so that a locked phone counts too", () => {
    expect(waitLeftMs(waiting, later(4).ms)).toBe(6 * minuteMs);
    expect(waitPart(waiting, later(5).ms)).toBe(0.5);
    expect(waitLeftMs(waiting, later(600).ms)).toBe(0);
    expect(waitPart(waiting, later(600).ms)).toBe(1);
  });

  test("is never negative and never longer than chosen, whatever the clock does", () => {
    for (const minutes of [-9_999_999, -1, 0, 9_999_999]) {
      const left = waitLeftMs(waiting, later(minutes).ms);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(10 * minuteMs);
    }
  });

  test("is nothing before there is one", () => {
    expect(waitLeftMs(beginUrge(night), night.ms)).toBe(0);
    expect(waitPart(beginUrge(night), night.ms)).toBe(0);
  });
});

describe("a session from storage", () => {
  test("goes on where it was", () => {
    const session = after([next, rated(8), next, wrote("half a sent"), { is: "open", panel: "write" }]);
    const stored: unknown = JSON.parse(JSON.stringify(session));
    expect(isUrgeSession(stored)).toBe(true);
    expect(stored).toEqual(session);
  });

  test("that is none of ours is refused", () => {
    const session = beginUrge(night);
    const strange: readonly unknown[] = [
      null,
      "session",
      [],
      {},
      { ...session, step: "dance" },
      { ...session, text: 5 },
      { ...session, facts: [] },
      { ...session, strengths: "8" },
    ];
    for (const value of strange) expect(isUrgeSession(value)).toBe(false);
  });
});

const anyInput: fc.Arbitrary<UrgeInput> = fc.oneof(
  fc.constantFrom<UrgeInput>(next, { is: "shut" }, { is: "about-to-send" }),
  fc.integer({ min: -2, max: 12 }).map(rated),
  fc.string().map(wrote),
  fc.constantFrom(2, 10, 20).map((minutes): UrgeInput => ({ is: "wait", minutes })),
  fc.constantFrom("write", "name", "record").map((panel): UrgeInput => ({ is: "open", panel: panel as "write" })),
  fc.constantFrom(...outcomes).map((outcome): UrgeInput => ({ is: "chose", outcome })),
);

test("no order of taps loses a word, a fact or the way out", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyInput, fc.integer({ min: -1e10, max: 1e10 })), { maxLength: 40 }), (taps) => {
      let session = beginUrge(night);
      let typed = "";
      for (const [input, clockMs] of taps) {
        const open = session.step !== "close";
        if (input.is === "wrote" && open) typed = input.text;
        const stepped = stepUrge(session, input, { ms: night.ms + clockMs, offset: night.offset });
        expect(stepped.facts.slice(0, session.facts.length)).toEqual(session.facts);
        expect(stepped.text).toBe(typed);
        session = stepped;
      }
      const closed = after([{ is: "chose", outcome: "left" }], session);
      expect(closed.step).toBe("close");
      const parked = closed.facts.flatMap(({ fact }) => (fact.kind === "parked" ? [fact.text] : []));
      expect(parked.join("")).toBe(typed.trim() === "" ? "" : typed);
      expect(isUrgeSession(JSON.parse(JSON.stringify(closed)))).toBe(true);
    }),
  );
});
