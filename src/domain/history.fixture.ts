/** Any history: two devices, wild clocks, corrections, undos and erasures of anything that came before. */
import fc from "fast-check";
import { type Event, type Fact, contactKinds, outcomes, tools, topics, verdicts } from "./event.ts";
import { type Diary, dayMs, juneDay, juneMs, openDiary, phone, tablet } from "./people.fixture.ts";

const yearsMs = 70 * 365 * dayMs;
/** A clock that is right, late, early, in 1970, in 2040, or anywhere within 70 years. */
export const anyClock = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: juneMs - 60 * dayMs, max: juneMs + 60 * dayMs }) },
  { weight: 1, arbitrary: fc.integer({ min: juneMs - yearsMs, max: juneMs + yearsMs }) },
  { weight: 1, arbitrary: fc.constantFrom(0, Date.UTC(2040, 0, 1)) },
);
export const anyOffset = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15);

const somewhere = fc.nat({ max: 1_000 });
const facts: fc.Arbitrary<(events: readonly Event[], pick: number, word: string) => Fact> = fc.oneof(
  fc.constantFrom(...contactKinds).map((contact) => (_: readonly Event[], __: number, word: string): Fact => ({
    kind: "slip",
    contact,
    cause: null,
    gave: "",
    cost: "",
    note: word,
  })),
  fc.integer({ min: 1, max: 5 }).map((mood) => (_: readonly Event[], __: number, word: string): Fact => ({
    kind: "check-in",
    mood,
    feelings: [],
    triggers: [],
    note: word,
  })),
  fc.constantFrom(...topics).map((topic) => (_: readonly Event[], __: number, note: string): Fact => ({
    kind: "necessary",
    topic,
    note,
  })),
  fc.integer({ min: -400, max: 400 }).map((ago) => (): Fact => ({
    kind: "beginning",
    brokeUp: ago % 3 === 0 ? null : { day: juneDay + ago - 4, approximate: true },
    lastContact: ago % 2 === 0 ? null : { day: juneDay + ago, approximate: ago > 0 },
  })),
  fc
    .record({ contact: fc.constantFrom(...contactKinds), counts: fc.boolean() })
    .map((rule) => (): Fact => ({ kind: "rule", ...rule })),
  fc.integer({ min: 0, max: 12 }).map((value) => (): Fact => ({ kind: "setting", name: "dayStartHour", value })),
  fc.constant((): Fact => ({ kind: "urge", strength: null })),
  fc
    .record({
      strength: fc.integer({ min: 0, max: 10 }),
      outcome: fc.constantFrom(...outcomes),
      tool: fc.constantFrom(...tools),
      verdict: fc.constantFrom(...verdicts),
      which: fc.nat({ max: 4 }),
    })
    .map(
      ({ strength, outcome, tool, verdict, which }) =>
        (events: readonly Event[], pick: number, word: string): Fact => {
          const urges = events.filter((event) => event.kind === "urge");
          const urge = urges[pick % Math.max(1, urges.length)]?.id;
          if (urge === undefined) return { kind: "parked", urge: null, text: word };
          const after: readonly Fact[] = [
            { kind: "urge-rated", urge, strength },
            { kind: "urge-tried", urge, tool },
            { kind: "urge-ended", urge, outcome },
            { kind: "parked", urge, text: word },
            { kind: "verdict", urge, verdict },
          ];
          return after[which] as Fact;
        },
    ),
  fc.constant((_: readonly Event[], __: number, word: string): Fact => ({
    kind: "plan",
    when: word,
    then: `${word} then`,
    slip: null,
  })),
);

type Aim = "corrected" | "moved" | "undone" | "erased";
interface Step {
  readonly device: 0 | 1;
  readonly clockMs: number;
  readonly offset: number;
  readonly pick: number;
  readonly sees: boolean;
  readonly fact: (events: readonly Event[], pick: number, word: string) => Fact;
  readonly aim: Aim | null;
}

const anyStep = (aims: readonly (Aim | null)[], clock: fc.Arbitrary<number>): fc.Arbitrary<Step> =>
  fc.record({
    device: fc.constantFrom<0 | 1>(0, 1),
    clockMs: clock,
    offset: anyOffset,
    pick: somewhere,
    sees: fc.boolean(),
    fact: facts,
    aim: fc.constantFrom(...aims),
  });

/** What an aim at `target` is, as an event's fact. A correction may carry a field that the target does not have. */
export function aimAt(target: Event, aim: Aim, word: string, newAt: number): Fact {
  if (aim === "undone") return { kind: "undone", target: target.id };
  if (aim === "erased") return { kind: "erased", targets: [target.id] };
  if (aim === "moved") return { kind: "corrected", target: target.id, fields: {}, newAt };
  return { kind: "corrected", target: target.id, fields: { note: word, mood: 1 + (word.length % 5) }, newAt: null };
}

function write(steps: readonly Step[]): readonly Event[] {
  const events: Event[] = [];
  const diaries: readonly [Diary, Diary] = [openDiary(phone, 0), openDiary(tablet, 0)];
  for (const [index, step] of steps.entries()) {
    const diary = diaries[step.device];
    if (step.sees) diary.see(diaries[step.device === 0 ? 1 : 0].last);
    const word = `word-${index}`;
    const target = events[step.pick % Math.max(1, events.length)];
    const fact =
      step.aim === null || target === undefined
        ? step.fact(events, step.pick, word)
        : aimAt(target, step.aim, word, step.clockMs);
    diary.log(step.clockMs, fact);
    const written = diary.events.at(-1);
    if (written !== undefined) events.push({ ...written, offset: step.offset });
  }
  return events;
}

export const anyHistory: fc.Arbitrary<readonly Event[]> = fc
  .array(anyStep([null, null, null, null, "corrected", "moved", "undone", "undone", "erased"], anyClock), {
    maxLength: 24,
  })
  .map(write);

/** The same without undos and erasures: every word in it was typed and never taken back. */
export const anyKeptHistory: fc.Arbitrary<readonly Event[]> = fc
  .array(anyStep([null, null, null, "moved"], anyClock), { maxLength: 30 })
  .map(write);
