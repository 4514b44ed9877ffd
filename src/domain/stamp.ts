/**
 * Hybrid logical clock. A stamp orders events across devices without trusting any clock: it never goes back on one
 * device, and it is always later than every stamp that device has seen. A wrong clock (1970, 2040) can therefore shift
 * an event's place in the order, but never make one overwrite what came after it, and never drop one.
 *
 * Written as 12 hex digits of milliseconds, 4 of count, 16 of device, so that comparing two stamps as text compares them
 * in time. The stamp of an event is also its id.
 */

export interface Stamp {
  readonly ms: number;
  readonly count: number;
  /** 16 lower-case hex digits. Two devices with the same id would make two events with one id: 8 random bytes keep
   * that below one in ten billion for any number of devices a person will own. */
  readonly device: string;
}

/** The end of the year 9999. A stamp beyond it was forged or damaged, and would leave no room for the next. */
const msMax = 253_402_300_799_999;
const countMax = 0xffff;
const pattern = /^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{16}$/;

export function writeStamp(stamp: Stamp): string {
  const ms = stamp.ms.toString(16).padStart(12, "0");
  const count = stamp.count.toString(16).padStart(4, "0");
  return `${ms}-${count}-${stamp.device}`;
}

export function isStamp(text: unknown): text is string {
  return typeof text === "string" && pattern.test(text) && Number.parseInt(text.slice(0, 12), 16) <= msMax;
}

/** Throws on text that is not a stamp: check with `isStamp` first where the text came from outside. */
export function readStamp(text: string): Stamp {
  if (!pattern.test(text)) throw new Error(`not a stamp: ${text.slice(0, 40)}`);
  return {
    ms: Number.parseInt(text.slice(0, 12), 16),
    count: Number.parseInt(text.slice(13, 17), 16),
    device: text.slice(18),
  };
}

/** The next stamp for `device`: later than `last` (the latest stamp this device has made or seen) whatever `nowMs` says. */
export function nextStamp(last: Stamp | null, nowMs: number, device: string): Stamp {
  const now = Math.min(Math.max(0, Math.floor(Number.isFinite(nowMs) ? nowMs : 0)), msMax);
  if (last === null || now > last.ms) return { ms: now, count: 0, device };
  if (last.count < countMax) return { ms: last.ms, count: last.count + 1, device };
  return { ms: last.ms + 1, count: 0, device };
}
