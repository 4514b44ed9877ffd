import { describe, expect, test } from "vitest";
import type { SafetyQuestion } from "./event.ts";
import { gate, safetyAnswers } from "./gate.ts";
import { emptyState } from "./state.ts";
import { foldAll, juneMs, openDiary, phone } from "./people.fixture.ts";

const answering = (...answers: readonly (readonly [SafetyQuestion, boolean])[]) => {
  const diary = openDiary(phone, 0);
  for (const [question, yes] of answers) diary.log(juneMs, { kind: "safety", question, yes });
  return foldAll(diary.events);
};

describe("the safety answers", () => {
  test("change nothing while none was given", () => {
    expect(gate(emptyState())).toEqual({
      danger: false,
      theirNo: false,
      minor: false,
      showRun: true,
      showMilestones: true,
      permanent: false,
    });
  });

  test("hide every count from someone who is afraid of them (G1)", () => {
    expect(gate(answering(["afraid", true]))).toMatchObject({ danger: true, showRun: false, showMilestones: false });
  });

  test("leave no end date for someone who was asked to stop (G2)", () => {
    expect(gate(answering(["told-to-stop", true]))).toMatchObject({ theirNo: true, permanent: true, showRun: true });
  });

  test("show no milestones to someone under 18, and keep the urge screen's count (G5)", () => {
    expect(gate(answering(["under-18", true]))).toMatchObject({ minor: true, showMilestones: false, showRun: true });
  });

  test("can all be true at once, and the later answer to a question holds", () => {
    const state = answering(["afraid", true], ["told-to-stop", true], ["under-18", true], ["afraid", false]);
    expect(safetyAnswers(state)).toEqual({ afraid: false, "told-to-stop": true, "under-18": true });
    expect(gate(state)).toMatchObject({ danger: false, theirNo: true, minor: true });
  });
});
