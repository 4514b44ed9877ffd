import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Event } from "#domain/event.ts";
import { dayOf } from "#domain/day.ts";
import {
  checkInFact,
  foldAll,
  juneAt,
  juneDay,
  juneOffset,
  logUrge,
  minuteMs,
  monthWithOneSlip,
  openDiary,
  phone,
  seeded,
  slipFact,
  tenYears,
} from "#domain/people.fixture.ts";
import { writeJson, writeMarkdown } from "./readable-copy.ts";

beforeAll(() => {
  vi.stubGlobal("navigator", { languages: ["en-GB"] });
});

const markdown = (events: readonly Event[]): string => writeMarkdown(foldAll(events), (event) => dayOf(event, 4));

describe("a copy to read", () => {
  test("has every kind of entry in words, under its day, oldest first", () => {
    const diary = openDiary(phone, juneOffset);
    diary.log(juneAt(1, 9), {
      kind: "beginning",
      brokeUp: { day: juneDay - 9, approximate: true },
      lastContact: { day: juneDay - 3, approximate: false },
    });
    diary.log(juneAt(1, 10), { kind: "reason", text: "I want my evenings back" });
    diary.log(juneAt(1, 10, 1), { kind: "person", name: "Ada", phone: "+44 20 7946 0000" });
    diary.log(juneAt(1, 10, 2), { kind: "own-step", text: "walk the dog" });
    diary.log(juneAt(2, 8), checkInFact(2, "slept badly"));
    const urge = logUrge(diary, juneAt(2, 23), {
      tried: [{ afterMs: minuteMs, tool: "breathing" }],
      ratings: [
        { afterMs: minuteMs, strength: 8 },
        { afterMs: 12 * minuteMs, strength: 3 },
      ],
      outcome: "not-sent",
      text: "are you awake?",
    });
    diary.log(juneAt(2, 23, 5), { kind: "urge-named", urge, trigger: "lonely", place: "bed" });
    diary.log(juneAt(3, 9), { kind: "verdict", urge, verdict: "glad" });
    const slip = diary.log(juneAt(4, 12), { ...slipFact("texting", "a note"), gave: "an answer", cost: "the night" });
    diary.log(juneAt(4, 13), { kind: "plan", when: "it is late", then: "the phone goes away", slip });
    diary.log(juneAt(5, 12), { kind: "necessary", topic: "children", note: "pick-up at four" });
    const text = markdown(diary.events);
    expect(text.match(/^## .*/gm)).toEqual(["## 1 June 2026", "## 2 June 2026", "## 4 June 2026", "## 5 June 2026"]);
    for (const words of [
      "last in touch 29 May 2026; it ended about 23 May 2026",
      "Reason: I want my evenings back",
      "Person to call: Ada, +44 20 7946 0000",
      "Own thing to do: walk the dog",
      "slept badly",
      "Urge 8 → 3: Not sent (Lonely, In bed)",
      "What I tried: Breathing",
      "By morning: Glad I waited",
      "are you awake?",
      "Contact: Texting",
      "It gave me: an answer",
      "It cost me: the night",
      "If it is late, then the phone goes away",
      "pick-up at four",
    ]) {
      expect(text).toContain(words);
    }
  });

  test("has nothing that was taken back or erased", () => {
    const diary = openDiary(phone, juneOffset);
    const back = diary.log(juneAt(2, 8), checkInFact(2, "taken back"));
    const gone = diary.log(juneAt(2, 9), checkInFact(2, "erased"));
    diary.log(juneAt(2, 10), { kind: "undone", target: back });
    diary.log(juneAt(2, 11), { kind: "erased", targets: [gone] });
    const text = markdown(diary.events);
    expect(text).not.toContain("taken back");
    expect(text).not.toContain("erased");
  });

  test("keeps typed text from becoming headings, lists, code or HTML", () => {
    const diary = openDiary(phone, juneOffset);
    diary.log(juneAt(2, 8), {
      kind: "reason",
      text: "# not a heading\n- not a list\r\n1. nor this\n> `x` <img src=a>\n---",
    });
    const typed = markdown(diary.events).split("\n").slice(4);
    expect(typed).toEqual([
      "- 8:00 Reason: \\# not a heading",
      "    \\- not a list",
      "    1\\. nor this",
      "    \\> \\`x\\` \\<img src=a>",
      "    \\---",
      "",
    ]);
  });

  test("of ten years is written in one go", () => {
    const { events } = tenYears(seeded(3), 12_000);
    const text = markdown(events);
    const urges = events.filter((event) => event.kind === "urge");
    expect(text.match(/^- \d+:\d\d Urge/gm)?.length).toBe(urges.length);
  });
});

test("a copy for programs has every event as it was logged", () => {
  const { events } = monthWithOneSlip();
  const copy = JSON.parse(writeJson(events, Date.UTC(2026, 5, 30))) as { writtenAt: string; events: Event[] };
  expect(copy.writtenAt).toBe("2026-06-30T00:00:00.000Z");
  expect(copy.events).toEqual(events);
});
