/** What the urge screen may show of the journal: own words, own people, own numbers. */
import { gate } from "#domain/gate.ts";
import { type State, inOrder } from "#domain/state.ts";
import { type UrgeRecord, urgeRecord } from "#domain/urge-record.ts";
import { record as words } from "#words/today.ts";
import type { UrgeContext } from "./shell/handover.ts";

function recordLines(record: UrgeRecord): readonly string[] {
  const { lately, minutes, sent, waited } = record;
  const lines: string[] = [];
  if (lately.eased > 0) lines.push(words.eased(lately.eased, lately.of, lately.withinMinutes));
  if (minutes !== null) lines.push(words.median(minutes.median, minutes.fastest, minutes.slowest));
  if (waited.glad > 0) lines.push(words.glad(waited.glad, waited.times));
  if (sent.times > 0) lines.push(words.sent(sent.times, sent.regretted));
  return lines;
}

export function urgeContext(state: State): UrgeContext {
  const { theirNo, danger } = gate(state);
  const record = urgeRecord(state);
  return {
    reasons: inOrder(state, "reason").map((event) => event.text),
    ownSteps: inOrder(state, "own-step").map((event) => event.text),
    people: inOrder(state, "person").map(({ name, phone }) => ({ name, phone })),
    record: record === null ? [] : recordLines(record),
    theirNo,
    danger,
  };
}
