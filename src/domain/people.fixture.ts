/**
 * People to test and measure with: what each of them logged, oldest first, and the moment they look at the app. Nothing
 * here reads a clock; `tenYears` takes its chance from outside.
 */
import {
  type Event,
  type Fact,
  type Outcome,
  type Tool,
  contactKinds,
  feelings,
  places,
  tools,
  topics,
  triggers,
  verdicts,
} from "./event.ts";
import { type Now, dayOf } from "./day.ts";
import { type Stamp, nextStamp, writeStamp } from "./stamp.ts";
import { type State, emptyState, fold } from "./state.ts";

export interface Person {
  readonly events: readonly Event[];
  readonly now: Now;
}

export const phone = "00000000000000aa";
export const tablet = "00000000000000bb";

export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;

/** Monday 1 June 2026, 00:00 in a place two hours east of UTC. */
export const juneOffset = 120;
export const juneMs = Date.UTC(2026, 5, 1) - juneOffset * minuteMs;
export const juneDay = dayOf({ at: juneMs + 12 * hourMs, offset: juneOffset }, 4);

/** A moment in June 2026: `juneAt(1, 2, 10)` is ten past two in the night of the first. */
export const juneAt = (date: number, hour: number, minute = 0): number =>
  juneMs + (date - 1) * dayMs + hour * hourMs + minute * minuteMs;

export const juneNow = (date: number, hour: number, minute = 0): Now => ({
  ms: juneAt(date, hour, minute),
  offset: juneOffset,
});

export interface Diary {
  readonly events: Event[];
  /** Logs a fact as happening at `at`; the stamp ticks by `clockMs`, which is `at` unless it is back-dated. */
  log(at: number, fact: Fact, clockMs?: number): string;
  /** The device has seen everything up to this stamp. */
  see(stamp: Stamp | null): void;
  readonly last: Stamp | null;
}

export function openDiary(device: string, offset: number): Diary {
  const events: Event[] = [];
  let last: Stamp | null = null;
  return {
    events,
    get last() {
      return last;
    },
    log(at, fact, clockMs = at) {
      last = nextStamp(last, clockMs, device);
      const id = writeStamp(last);
      events.push({ id, at, offset, ...fact });
      return id;
    },
    see(stamp) {
      if (stamp === null) return;
      if (last === null || writeStamp(stamp) > writeStamp(last)) last = stamp;
    },
  };
}

export function foldAll(events: Iterable<Event>): State {
  const state = emptyState();
  for (const event of events) fold(state, event);
  return state;
}

export const slipFact = (contact: (typeof contactKinds)[number] = "texting", note = ""): Fact<"slip"> => ({
  kind: "slip",
  contact,
  cause: null,
  gave: "",
  cost: "",
  note,
});

export const checkInFact = (mood: number, note = ""): Fact<"check-in"> => ({
  kind: "check-in",
  mood,
  feelings: [],
  triggers: [],
  note,
});

export const lastContactFact = (day: number, approximate = false): Fact<"beginning"> => ({
  kind: "beginning",
  brokeUp: null,
  lastContact: { day, approximate },
});

export interface Session {
  readonly ratings: readonly { readonly afterMs: number; readonly strength: number }[];
  readonly tried?: readonly { readonly afterMs: number; readonly tool: Tool }[];
  readonly outcome: Outcome | null;
  readonly text?: string;
}

/** One urge, as the urge screen records it. Returns the urge's id. */
export function logUrge(diary: Diary, at: number, session: Session): string {
  const urge = diary.log(at, { kind: "urge", strength: null });
  const rest: { readonly afterMs: number; readonly fact: Fact }[] = [
    ...(session.tried ?? []).map(({ afterMs, tool }) => ({
      afterMs,
      fact: { kind: "urge-tried", urge, tool } as const,
    })),
    ...session.ratings.map(({ afterMs, strength }) => ({
      afterMs,
      fact: { kind: "urge-rated", urge, strength } as const,
    })),
  ].sort((a, b) => a.afterMs - b.afterMs);
  for (const { afterMs, fact } of rest) diary.log(at + afterMs, fact);
  const endMs = at + Math.max(0, ...rest.map(({ afterMs }) => afterMs)) + minuteMs;
  if (session.text !== undefined) diary.log(endMs, { kind: "parked", urge, text: session.text });
  if (session.outcome !== null) diary.log(endMs, { kind: "urge-ended", urge, outcome: session.outcome });
  return urge;
}

/** Ten past two, never opened before: one urge, a text that was not sent, and the next morning. */
export function firstNight(): Person {
  const diary = openDiary(phone, juneOffset);
  logUrge(diary, juneAt(2, 2, 10), {
    tried: [{ afterMs: minuteMs, tool: "breathing" }],
    ratings: [
      { afterMs: 2 * minuteMs, strength: 9 },
      { afterMs: 14 * minuteMs, strength: 5 },
    ],
    text: "I can't sleep. Are you awake?",
    outcome: "not-sent",
  });
  return { events: diary.events, now: juneNow(2, 9, 30) };
}

/** Four weeks on from the last contact, with one evening of texting on the 18th: 27 of 28. */
export function monthWithOneSlip(): Person {
  const diary = openDiary(phone, juneOffset);
  diary.log(juneAt(1, 20), {
    kind: "beginning",
    brokeUp: { day: juneDay - 3, approximate: false },
    lastContact: { day: juneDay, approximate: false },
  });
  for (let date = 2; date <= 29; date += 1)
    diary.log(juneAt(date, 9), checkInFact(1 + (date % 4), `Morning of the ${date}.`));
  const slip = diary.log(juneAt(18, 23, 15), slipFact("texting", "I asked how the dog was."));
  diary.log(juneAt(18, 23, 20), { kind: "corrected", target: slip, fields: { cause: "lonely" }, newAt: null });
  diary.log(juneAt(18, 23, 25), {
    kind: "plan",
    when: "it is after eleven",
    then: "the phone goes in the kitchen",
    slip,
  });
  return { events: diary.events, now: juneNow(29, 10) };
}

/** Children, so contact that has to be; looking at profiles is off in their own rule. */
export function coParent(): Person {
  const diary = openDiary(phone, juneOffset);
  diary.log(juneAt(1, 20), lastContactFact(juneDay - 30, true));
  diary.log(juneAt(1, 20, 1), { kind: "rule", contact: "looking", counts: false });
  for (const date of [3, 5, 10, 12, 17, 19]) {
    diary.log(juneAt(date, 17), { kind: "necessary", topic: "children", note: `Handover on the ${date}.` });
  }
  diary.log(juneAt(14, 22), slipFact("looking"));
  return { events: diary.events, now: juneNow(20, 10) };
}

/** The same person on two devices that did not see each other for a night. */
export function twoDevices(): Person & { readonly phone: readonly Event[]; readonly tablet: readonly Event[] } {
  const first = openDiary(phone, juneOffset);
  first.log(juneAt(1, 20), lastContactFact(juneDay - 5));
  const slip = first.log(juneAt(4, 22), slipFact("calling"));
  const second = openDiary(tablet, juneOffset);
  second.see(first.last);
  second.log(juneAt(4, 22, 30), { kind: "corrected", target: slip, fields: { note: "from the tablet" }, newAt: null });
  first.log(juneAt(4, 22, 31), { kind: "corrected", target: slip, fields: { note: "from the phone" }, newAt: null });
  second.log(juneAt(5, 8), checkInFact(2, "on the tablet"));
  first.log(juneAt(5, 9), checkInFact(3, "on the phone"));
  return {
    events: [...first.events, ...second.events],
    phone: first.events,
    tablet: second.events,
    now: juneNow(5, 12),
  };
}

/** Chance that can be had again: the same seed gives the same numbers, 0 up to but not including 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const sounds = [
  "still",
  "thinking",
  "about",
  "the",
  "flat",
  "and",
  "what",
  "I",
  "would",
  "say",
  "slept",
  "badly",
  "walked",
];

/** Ten years of use, `count` events: nearly half check-ins, most of the rest urges with what follows them. */
export function tenYears(random: () => number, count = 36_000): Person {
  const diary = openDiary(phone, juneOffset);
  const lastsMs = 3_650 * dayMs;
  const startMs = juneMs - lastsMs;
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const whole = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const note = (): string => {
    let text = "";
    while (text.length < 55) text += `${pick(sounds)} `;
    return text.trim();
  };
  const startDay = dayOf({ at: startMs, offset: juneOffset }, 4);
  diary.log(startMs, {
    kind: "beginning",
    brokeUp: { day: startDay - 6, approximate: false },
    lastContact: { day: startDay, approximate: false },
  });
  let unjudged: { readonly urge: string; readonly fromMs: number } | null = null;
  while (diary.events.length < count) {
    const left = count - diary.events.length;
    const at = Math.round(startMs + (lastsMs * diary.events.length) / count);
    if (unjudged !== null && at >= unjudged.fromMs) {
      diary.log(at, { kind: "verdict", urge: unjudged.urge, verdict: pick(verdicts) });
      unjudged = null;
      continue;
    }
    const chance = random();
    if (chance < 0.12 && left > 10) {
      const strong = whole(5, 10);
      const urge = logUrge(diary, at, {
        tried: [{ afterMs: minuteMs, tool: pick(tools) }],
        ratings: Array.from({ length: whole(2, 4) }, (_, index) => ({
          afterMs: (2 + index * whole(3, 9)) * minuteMs,
          strength: Math.max(0, strong - index * whole(0, 3)),
        })),
        outcome: pick(["not-sent", "not-sent", "not-sent", "later", "sent", "left"] as const),
        ...(random() < 0.3 ? { text: note() } : {}),
      });
      diary.log(at + 30 * minuteMs, { kind: "urge-named", urge, trigger: pick(triggers), place: pick(places) });
      if (random() < 0.6) unjudged = { urge, fromMs: at + 8 * hourMs };
    } else if (chance < 0.134) diary.log(at, slipFact(pick(contactKinds), note()));
    else if (chance < 0.17) diary.log(at, { kind: "necessary", topic: pick(topics), note: note() });
    else if (chance < 0.19) diary.log(at, { kind: "plan", when: note(), then: note(), slip: null });
    else if (chance < 0.21) {
      diary.log(at, { kind: "corrected", target: pick(diary.events).id, fields: { note: note() }, newAt: null });
    } else if (chance < 0.22) diary.log(at, { kind: "parked", urge: null, text: note() });
    else {
      diary.log(at, {
        kind: "check-in",
        mood: whole(1, 5),
        feelings: [pick(feelings)],
        triggers: [pick(triggers)],
        note: random() < 0.6 ? note() : "",
      });
    }
  }
  return { events: diary.events, now: { ms: juneMs + 9 * hourMs, offset: juneOffset } };
}
