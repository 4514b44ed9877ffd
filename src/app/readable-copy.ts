/** A copy a person can read without Keel: everything as JSON, or the log as text. Nothing in it is sealed. */
import type { DayGuess, Event, Outcome, Verdict } from "#domain/event.ts";
import { type State, inOrder } from "#domain/state.ts";
import { common } from "#words/common.ts";
import { contactWords, topicWords } from "#words/setup.ts";
import { log } from "#words/log.ts";
import { today } from "#words/today.ts";
import { placeWords, triggerWords } from "#words/urge.ts";
import { feelingWords } from "#words/feelings.ts";
import { dayAndYear, timeInWords } from "./dates.ts";

/** All events as they were logged, undone ones and corrections included, so that nothing is lost on the way back in. */
export function writeJson(events: readonly Event[], writtenAtMs: number): string {
  return `${JSON.stringify({ format: "keel-events", version: 1, writtenAt: new Date(writtenAtMs).toISOString(), events }, null, 1)}\n`;
}

/** Keeps what someone typed from becoming a heading, a list, code or HTML, and keeps its lines inside its entry. */
const quoted = (text: string): string =>
  text
    .split(/\r\n|[\r\n]/)
    .map((typed) =>
      typed
        .trim()
        .replace(/[\\`<*_]/g, "\\$&")
        .replace(/^[#>+=~|-]/, "\\$&")
        .replace(/^(\d+)([.)])/, "$1\\$2"),
    )
    .join("\n    ");
const said = (label: string, text: string): string => (text === "" ? "" : `\n  - ${label}: ${quoted(text)}`);
const listed = (words: readonly string[]): string => words.join(", ");

/** What belongs to each urge, gathered once: looking through the log for every urge would take minutes after ten years. */
function urgeStories(state: State): ReadonlyMap<string, readonly Event[]> {
  const stories = new Map<string, Event[]>();
  for (const kind of ["urge-rated", "urge-named", "urge-tried", "urge-ended", "verdict"] as const) {
    for (const event of inOrder(state, kind)) {
      const story = stories.get(event.urge) ?? [];
      story.push(event);
      stories.set(event.urge, story);
    }
  }
  return stories;
}

function urgeLine(story: readonly Event[]): string {
  const strengths: number[] = [];
  const about: string[] = [];
  const tried: string[] = [];
  let outcome: Outcome | null = null;
  let verdict: Verdict | null = null;
  for (const event of story) {
    if (event.kind === "urge-rated") strengths.push(event.strength);
    if (event.kind === "urge-named") {
      about.length = 0;
      if (event.trigger !== null) about.push(triggerWords[event.trigger]);
      if (event.place !== null) about.push(placeWords[event.place]);
    }
    if (event.kind === "urge-tried") tried.push(log.tools[event.tool]);
    if (event.kind === "urge-ended") ({ outcome } = event);
    if (event.kind === "verdict") ({ verdict } = event);
  }
  const judged = outcome === "sent" || outcome === "practical" ? today.verdict.sent : today.verdict.waited;
  return (
    log.kinds.urge +
    (strengths.length === 0 ? "" : ` ${strengths.join(" → ")}`) +
    (outcome === null ? "" : `: ${log.outcome[outcome]}`) +
    (about.length === 0 ? "" : ` (${listed(about)})`) +
    (tried.length === 0 ? "" : `\n  - ${log.copy.tried}: ${listed(tried)}`) +
    (verdict === null ? "" : `\n  - ${log.copy.verdict}: ${judged[verdict]}`)
  );
}

function dates(event: Event<"beginning">): string {
  const day = (guess: DayGuess | null): string =>
    guess === null ? log.copy.unknown : guess.approximate ? common.about(dayAndYear(guess.day)) : dayAndYear(guess.day);
  return `${log.kinds.beginning}: ${log.copy.lastContact} ${day(event.lastContact)}; ${log.copy.brokeUp} ${day(event.brokeUp)}`;
}

function line(event: Event, stories: ReadonlyMap<string, readonly Event[]>): string | null {
  // Settings, corrections and the steps inside an urge are no lines of their own: `default` is meant.
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check
  switch (event.kind) {
    case "beginning":
      return dates(event);
    case "slip":
      return (
        `${log.kinds.slip}: ${contactWords[event.contact]}${event.cause === null ? "" : ` (${triggerWords[event.cause]})`}` +
        said(log.entry.gave, event.gave) +
        said(log.entry.cost, event.cost) +
        said(log.entry.note, event.note)
      );
    case "necessary":
      return `${log.kinds.necessary}: ${topicWords[event.topic]}${said(log.entry.note, event.note)}`;
    case "check-in": {
      const mood = today.checkIn.moods[event.mood - 1] ?? String(event.mood);
      const felt = event.feelings.map((feeling) => feelingWords[feeling]);
      const set = event.triggers.map((trigger) => triggerWords[trigger]);
      return `${log.kinds["check-in"]}: ${listed([mood, ...felt, ...set])}${said(log.entry.note, event.note)}`;
    }
    case "urge":
      return urgeLine(stories.get(event.id) ?? []);
    case "parked":
      return `${log.kinds.parked}${said(log.entry.text, event.text)}`;
    case "plan":
      return `${log.kinds.plan}: ${log.entry.if} ${quoted(event.when)}, ${log.entry.then} ${quoted(event.then)}`;
    case "reason":
      return `${log.copy.reason}: ${quoted(event.text)}`;
    case "own-step":
      return `${log.copy.ownStep}: ${quoted(event.text)}`;
    case "person":
      return `${log.copy.person}: ${quoted(`${event.name}, ${event.phone}`)}`;
    default:
      return null;
  }
}

/** The log as Markdown, oldest first, a heading a day. What was taken back or erased is left out. */
export function writeMarkdown(state: State, dayOf: (event: Event) => number): string {
  const events = Object.values(state.live)
    .flatMap((shelf): Event[] => [...shelf.values()])
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const stories = urgeStories(state);
  const parts: string[] = ["# Keel"];
  let day: number | null = null;
  for (const event of events) {
    const text = line(event, stories);
    if (text === null) continue;
    const eventDay = dayOf(event);
    if (eventDay !== day) {
      day = eventDay;
      parts.push(`\n## ${dayAndYear(day)}\n`);
    }
    parts.push(`- ${timeInWords(event)} ${text}`);
  }
  return `${parts.join("\n")}\n`;
}
