/**
 * Answers that change what the whole app does (evidence 11.1). Someone in danger sees no count, because a count rewards
 * silence where silence may not be safe (G1, E10.1); someone who was asked to stop has no end date and no help with a
 * message (G2, E10.6); someone under 18 gets no milestones, and lines for young people first (G5).
 */
import { type SafetyQuestion, safetyQuestions } from "./event.ts";
import { type State, latestOf } from "./state.ts";

export function safetyAnswers(state: State): Readonly<Record<SafetyQuestion, boolean>> {
  const yes = (question: SafetyQuestion): boolean =>
    latestOf(state, "safety", (event) => event.question === question)?.yes ?? false;
  return Object.fromEntries(safetyQuestions.map((question) => [question, yes(question)])) as Record<
    SafetyQuestion,
    boolean
  >;
}

export interface Gate {
  readonly danger: boolean;
  readonly theirNo: boolean;
  readonly minor: boolean;
  readonly showRun: boolean;
  readonly showMilestones: boolean;
  /** No contact has no end date. */
  readonly permanent: boolean;
}

export function gate(state: State): Gate {
  const answers = safetyAnswers(state);
  const danger = answers.afraid;
  const minor = answers["under-18"];
  const theirNo = answers["told-to-stop"];
  return { danger, theirNo, minor, showRun: !danger, showMilestones: !danger && !minor, permanent: theirNo };
}
