/**
 * Everything a person can log, and nothing else. An event is a fact: it is never edited, only followed by another
 * (`corrected`, `undone`, `erased`). To add a kind, follow the recipe in CONTRIBUTING.md.
 */
import { isStamp } from "./stamp.ts";

export const contactKinds = ["texting", "calling", "meeting", "looking", "through-others"] as const;
export type ContactKind = (typeof contactKinds)[number];

export const triggers = [
  "lonely",
  "cant-sleep",
  "bored",
  "drinking",
  "saw-them",
  "a-memory",
  "they-wrote",
  "special-date",
  "angry",
  "good-news",
  "question",
  "habit",
] as const;
export type Trigger = (typeof triggers)[number];

export const places = ["home", "bed", "out", "work", "travel"] as const;
export type Place = (typeof places)[number];

export const outcomes = ["not-sent", "later", "sent", "practical", "more-time", "left"] as const;
/** `left` is the person closing the screen before choosing. It is an outcome like the others, not a lapse. */
export type Outcome = (typeof outcomes)[number];

export const verdicts = ["glad", "regret", "mixed", "open"] as const;
/** The morning's judgement of last night's choice, whatever the choice was: sending can be glad, waiting can be regret. */
export type Verdict = (typeof verdicts)[number];

export const topics = ["children", "home", "work", "money", "belongings", "legal", "other"] as const;
export type Topic = (typeof topics)[number];

export const feelings = [
  "sad",
  "lonely",
  "angry",
  "anxious",
  "numb",
  "guilty",
  "jealous",
  "ashamed",
  "tired",
  "calm",
  "relieved",
  "hopeful",
  "proud",
  "grateful",
] as const;
export type Feeling = (typeof feelings)[number];

export const tools = ["breathing", "waiting", "writing", "own-step", "reasons", "record", "person"] as const;
/** What was tried while an urge lasted. */
export type Tool = (typeof tools)[number];

export const safetyQuestions = ["afraid", "told-to-stop", "under-18"] as const;
export type SafetyQuestion = (typeof safetyQuestions)[number];

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** A calendar day, counted from 1 January 1970. `approximate` when the person only remembers roughly. */
export interface DayGuess {
  readonly day: number;
  readonly approximate: boolean;
}

export interface Facts {
  /** Either date may be unknown. The run counts from the last contact; the breakup only places the phases. */
  beginning: { brokeUp: DayGuess | null; lastContact: DayGuess | null };
  /** One line of the person's own rule of what counts as contact. */
  rule: { contact: ContactKind; counts: boolean };
  /** `dayStartHour` 0 to 12 (a late night belongs to the day before), `region` an ISO country code, `theme`. */
  setting:
    | { name: "dayStartHour"; value: number }
    | { name: "region"; value: string }
    | { name: "theme"; value: Theme }
    /** A backup file was saved; when, is when this was logged. */
    | { name: "backedUp"; value: true };
  safety: { question: SafetyQuestion; yes: boolean };
  slip: { contact: ContactKind; cause: Trigger | null; gave: string; cost: string; note: string };
  /** Contact that had to be: children, keys, work. Neutral in every number. */
  necessary: { topic: Topic; note: string };
  /** Mood 1 (very low) to 5 (good). */
  "check-in": { mood: number; feelings: readonly Feeling[]; triggers: readonly Trigger[]; note: string };
  /** The start of an urge. Strength 0 to 10, null when not asked yet. */
  urge: { strength: number | null };
  "urge-rated": { urge: string; strength: number };
  "urge-named": { urge: string; trigger: Trigger | null; place: Place | null };
  "urge-tried": { urge: string; tool: Tool };
  "urge-ended": { urge: string; outcome: Outcome };
  /** Text written in the box that sends nothing, kept for the morning. */
  parked: { urge: string | null; text: string };
  /** The morning after: the parked text stays, and is not asked about again. */
  kept: { parked: string };
  verdict: { urge: string; verdict: Verdict };
  reason: { text: string };
  person: { name: string; phone: string };
  /** One of the person's own things to do when an urge comes. */
  "own-step": { text: string };
  /** What the person will do if a moment comes; after a slip it covers the next 24 hours. */
  plan: { when: string; then: string; slip: string | null };
  /** Later corrections of one field win. `at` moves the event in time. */
  corrected: { target: string; fields: Readonly<Record<string, unknown>>; newAt: number | null };
  /** Takes the target back, as if it had never been logged. Undoing an `undone` brings it back. */
  undone: { target: string };
  /** The targets' contents are physically gone. Cannot be undone. */
  erased: { targets: readonly string[] };
}

export type Kind = keyof Facts;
export type Fact<K extends Kind = Kind> = { [P in K]: { readonly kind: P } & Readonly<Facts[P]> }[K];

export interface Happened {
  /** The event's stamp (stamp.ts): unique, and its place in the order. */
  readonly id: string;
  /** When it happened by the person's clock, ms since 1970. May be back-dated, may be wrong. */
  readonly at: number;
  /** Minutes east of UTC at that moment and place, so that a night keeps its calendar day after travel. */
  readonly offset: number;
}

export type Event<K extends Kind = Kind> = { [P in K]: Happened & Fact<P> }[K];

/** A letter count, not bytes: what one text field may hold. Longer text stays in its box, with a sentence. */
export const textLettersMax = 2_000_000;

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string" && value.length <= textLettersMax;
const isId: Check = (value) => isStamp(value);
const isWhole =
  (low: number, high: number): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= low && (value as number) <= high;
const oneOf =
  (words: readonly string[]): Check =>
  (value) =>
    typeof value === "string" && words.includes(value);
const listOf =
  (check: Check, lengthMax: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= lengthMax && value.every(check);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Days from the year 1 to 9999: enough for any life, and safe in `Date`. */
export const dayMin = -719_162;
export const dayMax = 2_932_896;
const isDay = isWhole(dayMin, dayMax);
const isDayGuess: Check = (value) =>
  isObject(value) && isDay(value["day"]) && typeof value["approximate"] === "boolean";
const isBoolean: Check = (value) => typeof value === "boolean";
const isAt = isWhole(dayMin * 86_400_000, dayMax * 86_400_000);

const checks: { readonly [K in Exclude<Kind, "setting">]: Readonly<Record<string, Check>> } = {
  beginning: { brokeUp: orNull(isDayGuess), lastContact: orNull(isDayGuess) },
  rule: { contact: oneOf(contactKinds), counts: isBoolean },
  safety: { question: oneOf(safetyQuestions), yes: isBoolean },
  slip: { contact: oneOf(contactKinds), cause: orNull(oneOf(triggers)), gave: isText, cost: isText, note: isText },
  necessary: { topic: oneOf(topics), note: isText },
  "check-in": {
    mood: isWhole(1, 5),
    feelings: listOf(oneOf(feelings), feelings.length),
    triggers: listOf(oneOf(triggers), triggers.length),
    note: isText,
  },
  urge: { strength: orNull(isWhole(0, 10)) },
  "urge-rated": { urge: isId, strength: isWhole(0, 10) },
  "urge-named": { urge: isId, trigger: orNull(oneOf(triggers)), place: orNull(oneOf(places)) },
  "urge-tried": { urge: isId, tool: oneOf(tools) },
  "urge-ended": { urge: isId, outcome: oneOf(outcomes) },
  parked: { urge: orNull(isId), text: isText },
  kept: { parked: isId },
  verdict: { urge: isId, verdict: oneOf(verdicts) },
  reason: { text: isText },
  person: { name: isText, phone: isText },
  "own-step": { text: isText },
  plan: { when: isText, then: isText, slip: orNull(isId) },
  corrected: { target: isId, fields: isObject, newAt: orNull(isAt) },
  undone: { target: isId },
  erased: { targets: listOf(isId, 10_000) },
};

const settingChecks: Readonly<Record<string, Check>> = {
  dayStartHour: isWhole(0, 12),
  region: (value) => typeof value === "string" && /^[A-Z]{2}$/.test(value),
  theme: oneOf(themes),
  backedUp: (value) => value === true,
};

function checksOf(value: Record<string, unknown>): Readonly<Record<string, Check>> | undefined {
  const kind = value["kind"];
  if (kind === "setting") {
    const name = value["name"];
    const check = typeof name === "string" && Object.hasOwn(settingChecks, name) ? settingChecks[name] : undefined;
    return check && { value: check };
  }
  return typeof kind === "string" && Object.hasOwn(checks, kind) ? checks[kind as keyof typeof checks] : undefined;
}

const wordLettersMax = 40;
const isWord: Check = (value) => typeof value === "string" && value.length < wordLettersMax;
const isWordOrWords: Check = (value) => isWord(value) || (Array.isArray(value) && value.every(isWord));

export type ReadEvent =
  | { readonly is: "known"; readonly event: Event }
  /** A kind or a word from a newer version: kept in the log, skipped by the fold. */
  | { readonly is: "unknown"; readonly kind: string }
  | { readonly is: "damaged"; readonly why: string };

/** Checks a value from storage, another device or a file. Extra fields are kept: a newer version may have put them there. */
export function readEvent(value: unknown): ReadEvent {
  if (!isObject(value) || typeof value["kind"] !== "string") return { is: "damaged", why: "not an event" };
  if (!isStamp(value["id"])) return { is: "damaged", why: "no stamp" };
  if (!isAt(value["at"])) return { is: "damaged", why: "no time" };
  if (!isWhole(-1_440, 1_440)(value["offset"])) return { is: "damaged", why: "no time zone" };
  const fields = checksOf(value);
  if (fields === undefined) return { is: "unknown", kind: value["kind"] };
  for (const [name, check] of Object.entries(fields)) {
    if (check(value[name])) continue;
    // A word this version does not know, in a field that takes words, is a newer version's event and not damage.
    return isWordOrWords(value[name])
      ? { is: "unknown", kind: value["kind"] }
      : { is: "damaged", why: `${value["kind"]}.${name}` };
  }
  return { is: "known", event: value as unknown as Event };
}

/** Whether `value` may stand in `field` of an event of this kind: what a correction is allowed to change. */
export function isFieldValue(event: Event, field: string, value: unknown): boolean {
  if (event.kind === "corrected" || event.kind === "undone" || event.kind === "erased") return false;
  const fields = checksOf(event as unknown as Record<string, unknown>);
  return fields !== undefined && Object.hasOwn(fields, field) && fields[field]?.(value) === true;
}
