/** A copy a person can read without Keel: everything as JSON, or the log as text. Nothing in it is sealed. */
import type { Event } from "#domain/event.ts";
import { type State, inOrder } from "#domain/state.ts";
import { contactWords, topicWords } from "#words/setup.ts";
import { log } from "#words/log.ts";
import { today } from "#words/today.ts";
import { triggerWords } from "#words/urge.ts";
import { feelingWords } from "#words/feelings.ts";
import { dayAndYear, timeInWords } from "./dates.ts";

/** All events as they were logged, undone ones and corrections included, so that nothing is lost on the way back in. */
export function writeJson(events: readonly Event[], writtenAtMs: number): string {
  return `${JSON.stringify({ format: "keel-events", version: 1, writtenAt: new Date(writtenAtMs).toISOString(), events }, null, 1)}\n`;
}

const said = (label: string, text: string): string => (text === "" ? "" : `\n  - ${label}: ${quoted(text)}`);
/** Keeps a line that someone typed from becoming a heading or a list. */
const quoted = (text: string): string => text.replace(/\r?\n/g, "\n    ").replace(/^([#>*+-])/gm, "\\$1");

function line(state: State, event: Event): string | null {
  // Settings, corrections and the steps inside an urge are no lines of their own: `default` is meant.
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check
  switch (event.kind) {
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
      return `${log.kinds["check-in"]}: ${[mood, ...felt, ...set].join(", ")}${said(log.entry.note, event.note)}`;
    }
    case "urge": {
      const rated = inOrder(state, "urge-rated").filter((other) => other.urge === event.id);
      const ended = [...state.live["urge-ended"].values()].find((other) => other.urge === event.id);
      const strengths = rated.map((other) => other.strength).join(" → ");
      return `${log.kinds.urge}${strengths === "" ? "" : ` ${strengths}`}${ended === undefined ? "" : `: ${log.outcome[ended.outcome]}`}`;
    }
    case "parked":
      return `${log.kinds.parked}${said(log.entry.text, event.text)}`;
    case "plan":
      return `${log.kinds.plan}: ${log.entry.if} ${quoted(event.when)}, ${log.entry.then} ${quoted(event.then)}`;
    case "reason":
      return `Reason: ${quoted(event.text)}`;
    case "own-step":
      return `Own thing to do: ${quoted(event.text)}`;
    case "person":
      return `Person to call: ${quoted(event.name)}, ${event.phone}`;
    default:
      return null;
  }
}

/** The log as Markdown, oldest first, a heading a day. What was taken back or erased is left out. */
export function writeMarkdown(state: State, dayOf: (event: Event) => number): string {
  const events = Object.values(state.live)
    .flatMap((shelf): Event[] => [...shelf.values()])
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const parts: string[] = ["# Keel"];
  let day: number | null = null;
  for (const event of events) {
    const text = line(state, event);
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
