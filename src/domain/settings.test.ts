import { expect, test } from "vitest";
import { contactRule, dayStartHour, region, theme } from "./settings.ts";
import { coParent, foldAll, juneAt, juneMs, juneOffset, openDiary, phone } from "./people.fixture.ts";
import { emptyState } from "./state.ts";

test("before anything is set, everything counts as contact and the day starts at four", () => {
  const state = emptyState();
  expect(dayStartHour(state)).toBe(4);
  expect(region(state)).toBeNull();
  expect(theme(state)).toBe("auto");
  expect(contactRule(state)).toEqual({
    texting: true,
    calling: true,
    meeting: true,
    looking: true,
    "through-others": true,
  });
});

test("a line of the rule can be turned off without touching the others, and on again", () => {
  const { events } = coParent();
  expect(contactRule(foldAll(events))).toMatchObject({ looking: false, texting: true });
  const diary = openDiary(phone, juneOffset);
  diary.see({ ms: juneAt(30, 0), count: 0, device: phone });
  diary.log(juneAt(30, 1), { kind: "rule", contact: "looking", counts: true });
  expect(contactRule(foldAll([...events, ...diary.events])).looking).toBe(true);
});

test("the setting made last holds, even on a clock that had gone back", () => {
  const diary = openDiary(phone, 0);
  diary.log(juneMs, { kind: "setting", name: "dayStartHour", value: 6 });
  diary.log(juneMs, { kind: "setting", name: "theme", value: "dark" });
  diary.log(juneMs, { kind: "setting", name: "region", value: "NZ" });
  diary.log(0, { kind: "setting", name: "dayStartHour", value: 0 });
  for (const arrival of [diary.events, diary.events.toReversed()]) {
    const state = foldAll(arrival);
    expect([dayStartHour(state), theme(state), region(state)]).toEqual([0, "dark", "NZ"]);
  }
});
