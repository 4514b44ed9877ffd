import { expect, test } from "vitest";
import { beginning } from "./beginning.ts";
import { foldAll, juneMs, lastContactFact, openDiary, phone } from "./people.fixture.ts";
import { emptyState } from "./state.ts";

test("there is none until a date is set, the last one set stands, and taking it back brings the one before", () => {
  const diary = openDiary(phone, 0);
  expect(beginning(emptyState())).toBeNull();
  diary.log(juneMs, lastContactFact(10));
  const second = diary.log(juneMs + 1, {
    kind: "beginning",
    brokeUp: { day: 5, approximate: true },
    lastContact: null,
  });
  expect(beginning(foldAll(diary.events))).toMatchObject({ brokeUp: { day: 5, approximate: true }, lastContact: null });
  diary.log(juneMs + 2, { kind: "undone", target: second });
  expect(beginning(foldAll(diary.events))?.lastContact).toEqual({ day: 10, approximate: false });
});
