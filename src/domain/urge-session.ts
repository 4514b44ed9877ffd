/**
 * One urge from the first tap to goodbye, as a state machine. The shell draws it before anything else has loaded, and
 * goes on drawing it when the app is there: the steps stand here once.
 *
 *   breathe -> rate -> body (7 and up) -> hold <-> rerate -> choose -> close
 *                                          ^                   |  \-> tape -> close
 *                                          +---- more time ----+
 *
 * The first screen has no question on it: a pause with an easy way out did more than any message (E8.1). Leaving early is
 * allowed at every step and is an outcome. Nothing here blocks sending: after one look at tomorrow it is respected.
 *
 * A session also collects `facts`, in order: what the journal will record of it, whenever there is a journal.
 */
import { type Fact, type Outcome, type Place, type Tool, type Trigger, textLettersMax } from "./event.ts";

export type UrgeStep = "breathe" | "rate" | "body" | "hold" | "rerate" | "choose" | "tape" | "close";
export type UrgePanel = "write" | "own-step" | "reasons" | "record" | "person" | "name";

type UrgeKind = "urge-rated" | "urge-named" | "urge-tried" | "urge-ended" | "parked" | "urge";
type WithoutUrge<F> = F extends unknown ? Omit<F, "urge"> : never;
/** A fact of the session, still without the urge's id. */
export interface UrgeFact {
  readonly at: number;
  readonly offset: number;
  readonly fact: WithoutUrge<Fact<UrgeKind>>;
}

export const waitMinutes = [2, 10, 20] as const;
export const waitMinutesDefault = 10;

export interface UrgeSession {
  readonly startedAt: number;
  readonly step: UrgeStep;
  readonly panel: UrgePanel | null;
  /** When the present step began: the breath is drawn from here. */
  readonly stepAt: number;
  readonly strengths: readonly number[];
  readonly trigger: Trigger | null;
  readonly place: Place | null;
  readonly tried: readonly Tool[];
  readonly waitFrom: number | null;
  readonly waitUntil: number | null;
  /** What is in the box that sends nothing. */
  readonly text: string;
  readonly outcome: Outcome | null;
  readonly facts: readonly UrgeFact[];
}

export type UrgeInput =
  | { readonly is: "next" }
  | { readonly is: "rated"; readonly strength: number }
  | { readonly is: "wait"; readonly minutes: number }
  | { readonly is: "open"; readonly panel: UrgePanel }
  | { readonly is: "shut" }
  | { readonly is: "tried"; readonly tool: Tool }
  | { readonly is: "named"; readonly trigger: Trigger | null; readonly place: Place | null }
  | { readonly is: "wrote"; readonly text: string }
  | { readonly is: "about-to-send" }
  | { readonly is: "chose"; readonly outcome: Outcome }
  | { readonly is: "let-go" };

export interface Moment {
  readonly ms: number;
  /** Minutes east of UTC. */
  readonly offset: number;
}

export function beginUrge(now: Moment): UrgeSession {
  return {
    startedAt: now.ms,
    step: "breathe",
    panel: null,
    stepAt: now.ms,
    strengths: [],
    trigger: null,
    place: null,
    tried: [],
    waitFrom: null,
    waitUntil: null,
    text: "",
    outcome: null,
    facts: [{ at: now.ms, offset: now.offset, fact: { kind: "urge", strength: null } }],
  };
}

const strongFrom = 7;

function noting(session: UrgeSession, now: Moment, fact: UrgeFact["fact"]): UrgeSession {
  return { ...session, facts: [...session.facts, { at: now.ms, offset: now.offset, fact }] };
}

function going(session: UrgeSession, now: Moment, step: UrgeStep): UrgeSession {
  return { ...session, step, panel: null, stepAt: now.ms };
}

function trying(session: UrgeSession, now: Moment, tool: Tool): UrgeSession {
  if (session.tried.includes(tool)) return session;
  return noting({ ...session, tried: [...session.tried, tool] }, now, { kind: "urge-tried", tool });
}

function waiting(session: UrgeSession, now: Moment, minutes: number): UrgeSession {
  const begun = trying(session, now, "waiting");
  return { ...going(begun, now, "hold"), waitFrom: now.ms, waitUntil: now.ms + minutes * 60_000 };
}

function ending(session: UrgeSession, now: Moment, outcome: Outcome): UrgeSession {
  // Words typed into the box are kept, whatever the choice: they come back in the morning and only the person lets them go.
  // A text longer than one entry may be is kept in several, a millisecond apart: a fact is known by its kind and moment.
  let kept = session;
  if (session.text.trim() !== "") {
    for (let from = 0, piece = 0; from < session.text.length; from += textLettersMax, piece += 1) {
      const text = session.text.slice(from, from + textLettersMax);
      kept = noting(kept, { ...now, ms: now.ms + piece }, { kind: "parked", text });
    }
  }
  return { ...going(noting(kept, now, { kind: "urge-ended", outcome }), now, "close"), outcome };
}

function rated(session: UrgeSession, now: Moment, strength: number): UrgeSession {
  const whole = Math.min(10, Math.max(0, Math.round(strength)));
  const next = noting({ ...session, strengths: [...session.strengths, whole] }, now, {
    kind: "urge-rated",
    strength: whole,
  });
  if (session.step === "rerate") return going(next, now, "choose");
  return whole >= strongFrom ? going(next, now, "body") : waiting(next, now, waitMinutesDefault);
}

function next(session: UrgeSession, now: Moment): UrgeSession {
  switch (session.step) {
    case "breathe":
      return going(trying(session, now, "breathing"), now, "rate");
    case "rate":
      return waiting(session, now, waitMinutesDefault);
    case "body":
      return waiting(trying(session, now, "breathing"), now, waitMinutesDefault);
    case "hold":
      return going(session, now, "rerate");
    case "rerate":
      return going(session, now, "choose");
    case "choose":
    case "tape":
    case "close":
      return session;
  }
}

/** The session after one input. An input that means nothing at this step changes nothing. */
export function stepUrge(session: UrgeSession, input: UrgeInput, now: Moment): UrgeSession {
  if (session.step === "close") return input.is === "let-go" ? { ...session, text: "" } : session;
  switch (input.is) {
    case "next":
      return next(session, now);
    case "rated":
      return session.step === "rate" || session.step === "rerate" ? rated(session, now, input.strength) : session;
    case "wait":
      return waiting(session, now, input.minutes);
    case "open":
      return { ...session, panel: input.panel };
    case "shut":
      return { ...session, panel: null };
    case "tried":
      return trying(session, now, input.tool);
    case "named":
      return noting({ ...session, trigger: input.trigger, place: input.place }, now, {
        kind: "urge-named",
        trigger: input.trigger,
        place: input.place,
      });
    case "wrote":
      return trying({ ...session, text: input.text }, now, "writing");
    case "about-to-send":
      return going(session, now, "tape");
    case "chose":
      return input.outcome === "more-time"
        ? waiting(session, now, waitMinutesDefault)
        : ending(session, now, input.outcome);
    case "let-go":
      return session;
  }
}

/** 0 at the start of the wait, 1 at its end. A clock that jumped back counts as the start. */
export function waitPart(session: UrgeSession, nowMs: number): number {
  if (session.waitFrom === null || session.waitUntil === null) return 0;
  const lasts = Math.max(1, session.waitUntil - session.waitFrom);
  return Math.min(1, Math.max(0, (nowMs - session.waitFrom) / lasts));
}

/** Minutes and seconds still to wait, 0 when it is over. Never more than the wait itself, even if the clock jumped back. */
export function waitLeftMs(session: UrgeSession, nowMs: number): number {
  if (session.waitFrom === null || session.waitUntil === null) return 0;
  return Math.min(session.waitUntil - session.waitFrom, Math.max(0, session.waitUntil - nowMs));
}

/** Whether a value from storage can go on as a session. Drafts may come from an older or newer version. */
export function isUrgeSession(value: unknown): value is UrgeSession {
  if (typeof value !== "object" || value === null) return false;
  const it = value as Partial<Record<keyof UrgeSession, unknown>>;
  const steps: readonly unknown[] = ["breathe", "rate", "body", "hold", "rerate", "choose", "tape", "close"];
  return (
    typeof it.startedAt === "number" &&
    typeof it.stepAt === "number" &&
    steps.includes(it.step) &&
    typeof it.text === "string" &&
    Array.isArray(it.strengths) &&
    Array.isArray(it.tried) &&
    Array.isArray(it.facts) &&
    it.facts.length > 0
  );
}
