import { describe, expect, test } from "vitest";
import { parkedDue } from "./parked-due.ts";
import { firstNight, foldAll, juneAt, juneNow, juneOffset, openDiary, phone } from "./people.fixture.ts";

describe("words parked till the morning", () => {
  test("are back in the morning, and not in the same night", () => {
    const { events, now } = firstNight();
    expect(parkedDue(foldAll(events), now).map(({ text }) => text)).toEqual(["I can't sleep. Are you awake?"]);
    expect(parkedDue(foldAll(events), juneNow(2, 3, 30))).toEqual([]);
    expect(parkedDue(foldAll(events), juneNow(2, 4, 1))).toEqual([]);
  });

  test("come oldest first, and stay until each is kept, let go or erased", () => {
    const diary = openDiary(phone, juneOffset);
    const texts = ["one", "two", "three", "four"];
    const ids = texts.map((text, index) => diary.log(juneAt(2, 20, index), { kind: "parked", urge: null, text }));
    const due = () => parkedDue(foldAll(diary.events), juneNow(90, 9)).map(({ text }) => text);
    expect(due()).toEqual(texts);
    diary.log(juneAt(3, 9), { kind: "kept", parked: ids[0] as string });
    diary.log(juneAt(3, 9), { kind: "undone", target: ids[1] as string });
    diary.log(juneAt(3, 9), { kind: "erased", targets: [ids[2] as string] });
    expect(due()).toEqual(["four"]);
    expect(foldAll(diary.events).live.parked.get(ids[0] as string)?.text).toBe("one");
  });

  test("wait, and are not lost, while the clock stands before them", () => {
    const { events } = firstNight();
    expect(parkedDue(foldAll(events), { ms: 0, offset: 0 })).toEqual([]);
    expect(foldAll(events).live.parked.size).toBe(1);
  });
});
