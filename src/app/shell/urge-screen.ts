/**
 * Draws an urge session. It decides nothing: every tap becomes an input for `stepUrge`, and the screen follows the
 * session. One main thing per step, reachable with one thumb, and no typing unless the person opens the box.
 */
import { breathAt, sighsInBody } from "#domain/breath.ts";
import { places, triggers } from "#domain/event.ts";
import {
  type UrgeInput,
  type UrgePanel,
  type UrgeSession,
  type UrgeStep,
  waitLeftMs,
  waitMinutes,
  waitPart,
} from "#domain/urge-session.ts";
import { placeWords, triggerWords, urge as words } from "#words/urge.ts";
import { el } from "./element.ts";
import type { UrgeContext } from "./handover.ts";
import { drawSea } from "./wave.ts";

export interface UrgeScreen {
  draw(session: UrgeSession, context: UrgeContext): void;
  stop(): void;
}

export interface UrgeDoors {
  readonly input: (input: UrgeInput) => void;
  readonly done: () => void;
  readonly back: () => void;
  readonly help: () => void;
  readonly nowMs: () => number;
}

const nothing: UrgeContext = { reasons: [], ownSteps: [], people: [], record: [], theirNo: false, danger: false };
export const emptyContext = nothing;

const lettersWorthASentence = 100_000;

/** Focus needs a layout: the first answer is painted without waiting for it. */
function focusAfterPaint(target: HTMLElement | null): void {
  requestAnimationFrame(() => setTimeout(() => target?.focus({ preventScroll: true })));
}

export function openUrgeScreen(root: HTMLElement, doors: UrgeDoors, helpWord: string): UrgeScreen {
  const canvas = el("canvas", { class: "sea", "aria-hidden": "true" });
  const body = el("div", { class: "urge-body" });
  const bar = el(
    "div",
    { class: "bar" },
    el("button", { class: "quiet", type: "button", on: { click: doors.back } }, words.back),
    el("button", { class: "quiet help", type: "button", on: { click: doors.help } }, helpWord),
  );
  root.replaceChildren(canvas, bar, body);

  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let session: UrgeSession | null = null;
  let context = nothing;
  let drawn = "";
  let shownBefore = false;
  let frame = 0;
  let second = 0;
  /** Updates what changes with time alone: the cue, the count, the minutes. */
  let tick: (nowMs: number) => void = () => {};

  const button = (text: string, input: UrgeInput | (() => void), look = ""): HTMLButtonElement =>
    el(
      "button",
      {
        type: "button",
        class: look,
        on: { click: () => (typeof input === "function" ? input() : doors.input(input)) },
      },
      text,
    );
  const heading = (text: string): HTMLElement => el("h1", { tabindex: "-1" }, text);
  const lead = (text: string): HTMLElement => el("p", { class: "lead" }, text);
  const actions = (...children: (HTMLElement | null)[]): HTMLElement => el("div", { class: "actions" }, ...children);
  const notNow = (): HTMLElement => button(words.notNow, { is: "chose", outcome: "not-sent" }, "second");

  function breathing(now: UrgeSession): readonly HTMLElement[] {
    const cue = el("p", { class: "cue", "aria-hidden": "true" });
    tick = (nowMs) => {
      cue.textContent = calm.matches
        ? words.breathe.still
        : words.breathe.cue[breathAt("wave", nowMs - now.stepAt).part];
    };
    return [
      heading(words.breathe.title),
      el("p", { class: "sr" }, words.breathe.still),
      cue,
      actions(button(words.goOn, { is: "next" }, "main"), notNow()),
    ];
  }

  function scale(): HTMLElement {
    const marks = Array.from({ length: 11 }, (_, strength) =>
      el(
        "button",
        {
          type: "button",
          class: `mark m${strength}`,
          "aria-label": words.rate.name(strength),
          on: { click: () => doors.input({ is: "rated", strength }) },
        },
        el("span", { class: "rise", "aria-hidden": "true" }),
        el("span", { "aria-hidden": "true" }, String(strength)),
      ),
    );
    return el("div", { class: "scale", role: "group", "aria-label": words.rate.title }, ...marks);
  }

  function bodyStep(now: UrgeSession): readonly HTMLElement[] {
    const cue = el("p", { class: "cue", "aria-hidden": "true" });
    const count = el("p", { class: "count" });
    let gone = false;
    tick = (nowMs) => {
      const breath = breathAt("sigh", nowMs - now.stepAt);
      cue.textContent = calm.matches ? "" : words.breathe.cue[breath.part];
      count.textContent = words.body.count(Math.min(breath.done + 1, sighsInBody), sighsInBody);
      if (breath.done >= sighsInBody && !gone) {
        gone = true;
        doors.input({ is: "next" });
      }
    };
    return [
      heading(words.body.title),
      lead(words.body.lead),
      cue,
      count,
      actions(button(words.body.next, { is: "next" }, "main"), notNow()),
    ];
  }

  function panelsFor(): readonly UrgePanel[] {
    return [
      "write",
      "own-step",
      ...(context.reasons.length > 0 ? (["reasons"] as const) : []),
      ...(context.record.length > 0 ? (["record"] as const) : []),
      ...(context.people.length > 0 ? (["person"] as const) : []),
      "name",
    ];
  }

  function hold(now: UrgeSession): readonly HTMLElement[] {
    const left = el("p", { class: "timer", role: "timer" });
    const title = heading(words.hold.title);
    const note = lead(words.hold.lead);
    tick = (nowMs) => {
      const leftMs = waitLeftMs(now, nowMs);
      const seconds = Math.ceil(leftMs / 1000);
      const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
      const over = leftMs === 0;
      title.textContent = over ? words.hold.over : words.hold.title;
      note.textContent = over ? words.hold.overLead : words.hold.lead;
      left.textContent = over ? "" : words.hold.left(time);
    };
    const chosen = now.waitFrom === null || now.waitUntil === null ? 0 : (now.waitUntil - now.waitFrom) / 60_000;
    const waits = el(
      "div",
      { class: "chips", role: "group", "aria-label": words.hold.how },
      ...waitMinutes.map((minutes) =>
        el(
          "button",
          {
            type: "button",
            class: "chip",
            "aria-pressed": String(chosen === minutes),
            on: { click: () => doors.input({ is: "wait", minutes }) },
          },
          words.hold.minutes(minutes),
        ),
      ),
      el(
        "button",
        { type: "button", class: "chip", on: { click: () => doors.input({ is: "chose", outcome: "later" }) } },
        words.hold.morning,
      ),
    );
    const ways = el(
      "div",
      { class: "ways", role: "group", "aria-label": words.hold.meanwhile },
      ...panelsFor().map((panel) => button(words.panel[panel], { is: "open", panel }, "way")),
    );
    return [title, left, note, waits, ways, actions(button(words.hold.askAgain, { is: "next" }, "main"), notNow())];
  }

  function writing(now: UrgeSession): readonly HTMLElement[] {
    const bubble = el("textarea", {
      class: "bubble",
      "aria-label": words.write.box,
      placeholder: words.write.place,
      rows: "5",
      autocomplete: "off",
    });
    bubble.value = now.text;
    const long = el("p", { class: "note", role: "status" });
    bubble.addEventListener("input", () => {
      doors.input({ is: "wrote", text: bubble.value });
      long.textContent = bubble.value.length > lettersWorthASentence ? words.write.long : "";
    });
    return [
      heading(words.write.title),
      lead(words.write.lead),
      bubble,
      long,
      el("p", { class: "note" }, words.write.note),
    ];
  }

  function steps(): readonly HTMLElement[] {
    const list = context.ownSteps.length > 0 ? context.ownSteps : words.steps.usual;
    return [
      heading(words.steps.title),
      lead(words.steps.lead),
      el(
        "div",
        { class: "ways" },
        ...list.map((step) =>
          button(
            step,
            () => {
              doors.input({ is: "tried", tool: "own-step" });
              doors.input({ is: "shut" });
            },
            "way",
          ),
        ),
      ),
    ];
  }

  function chips<T extends string>(
    label: string,
    all: readonly T[],
    name: Readonly<Record<T, string>>,
    chosen: T | null,
    pick: (value: T | null) => void,
  ): HTMLElement {
    return el(
      "div",
      { class: "chips", role: "group", "aria-label": label },
      ...all.map((value) =>
        el(
          "button",
          {
            type: "button",
            class: "chip",
            "aria-pressed": String(value === chosen),
            on: { click: () => pick(value === chosen ? null : value) },
          },
          name[value],
        ),
      ),
    );
  }

  function naming(now: UrgeSession): readonly HTMLElement[] {
    return [
      heading(words.name.title),
      chips(words.name.title, triggers, triggerWords, now.trigger, (trigger) =>
        doors.input({ is: "named", trigger, place: now.place }),
      ),
      el("h2", {}, words.name.where),
      chips(words.name.where, places, placeWords, now.place, (place) =>
        doors.input({ is: "named", trigger: now.trigger, place }),
      ),
    ];
  }

  function panel(now: UrgeSession, which: UrgePanel): readonly HTMLElement[] {
    const shut = actions(button(words.back, { is: "shut" }, "main"));
    switch (which) {
      case "write":
        return [...writing(now), shut];
      case "own-step":
        return [...steps(), shut];
      case "reasons":
        return [heading(words.reasons.title), ...context.reasons.map((reason) => el("blockquote", {}, reason)), shut];
      case "record":
        return [heading(words.record.title), ...context.record.map((line) => el("p", { class: "own" }, line)), shut];
      case "person":
        return [
          heading(words.person.title),
          el(
            "div",
            { class: "ways" },
            ...context.people.map((person) =>
              el(
                "a",
                {
                  class: "way",
                  href: `tel:${person.phone.replace(/[^+\d*#]/g, "")}`,
                  on: { click: () => doors.input({ is: "tried", tool: "person" }) },
                },
                words.person.call(person.name),
              ),
            ),
          ),
          shut,
        ];
      case "name":
        return [...naming(now), shut];
    }
  }

  function choose(now: UrgeSession): readonly HTMLElement[] {
    const first = now.strengths[0];
    const last = now.strengths.at(-1);
    const change =
      first === undefined || last === undefined || now.strengths.length < 2
        ? null
        : last < first
          ? words.choose.fell(first, last)
          : last > first
            ? words.choose.rose(first, last)
            : words.choose.same(first);
    return [
      heading(words.choose.title),
      ...(change === null ? [] : [lead(change)]),
      actions(
        button(words.choose.notSent, { is: "chose", outcome: "not-sent" }, "main"),
        button(words.choose.later, { is: "chose", outcome: "later" }, "second"),
        button(words.choose.moreTime, { is: "chose", outcome: "more-time" }, "second"),
        context.theirNo ? null : button(words.choose.practical, { is: "chose", outcome: "practical" }, "quiet"),
        button(words.choose.aboutToSend, { is: "about-to-send" }, "quiet"),
        button(words.choose.sent, { is: "chose", outcome: "sent" }, "quiet"),
      ),
      ...(context.danger ? [el("p", { class: "note" }, words.danger)] : []),
    ];
  }

  function close(now: UrgeSession): readonly HTMLElement[] {
    const outcome = now.outcome ?? "left";
    const parked = now.facts.some((noted) => noted.fact.kind === "parked");
    const gone = parked && now.text === "";
    return [
      heading(words.close.title[outcome]),
      lead(words.close.lead[outcome]),
      ...(parked ? [el("p", { class: "note", role: "status" }, gone ? words.close.gone : words.close.kept)] : []),
      actions(
        button(words.close.done, doors.done, "main"),
        parked && !gone ? button(words.close.letGo, { is: "let-go" }, "quiet") : null,
      ),
    ];
  }

  function parts(now: UrgeSession): readonly HTMLElement[] {
    if (now.panel !== null) return panel(now, now.panel);
    const byStep: Readonly<Record<UrgeStep, () => readonly HTMLElement[]>> = {
      breathe: () => breathing(now),
      rate: () => [
        heading(words.rate.title),
        lead(words.rate.lead),
        scale(),
        actions(button(words.skip, { is: "next" }, "second"), notNow()),
      ],
      body: () => bodyStep(now),
      hold: () => hold(now),
      rerate: () => [
        heading(words.rerate.title),
        lead(words.rerate.lead),
        scale(),
        actions(button(words.skip, { is: "next" }, "second")),
      ],
      choose: () => choose(now),
      tape: () => [
        heading(words.tape.title),
        lead(context.theirNo ? words.tape.theirNo : words.tape.lead),
        actions(
          button(words.tape.notSent, { is: "chose", outcome: "not-sent" }, "main"),
          button(words.tape.moreTime, { is: "chose", outcome: "more-time" }, "second"),
          button(words.tape.sent, { is: "chose", outcome: "sent" }, "quiet"),
        ),
      ],
      close: () => close(now),
    };
    return byStep[now.step]();
  }

  function paint(timeMs: number): void {
    if (session === null) return;
    const nowMs = doors.nowMs();
    const breath = breathAt(session.step === "body" ? "sigh" : "wave", nowMs - session.stepAt);
    const breathes = session.step === "breathe" || session.step === "body" || session.step === "hold";
    drawSea(
      canvas,
      {
        level: calm.matches ? 0.4 : breathes ? breath.level : 0.25,
        strength: session.step === "close" ? 1 : (session.strengths.at(-1) ?? 5),
        lamp: session.step === "close" ? 1 : waitPart(session, nowMs),
      },
      calm.matches ? 0 : timeMs,
    );
    const whole = Math.floor(nowMs / 250);
    if (whole !== second) {
      second = whole;
      tick(nowMs);
    }
  }

  function run(timeMs: number): void {
    paint(timeMs);
    frame = requestAnimationFrame(run);
  }
  let slow = 0;
  function start(): void {
    stop();
    if (calm.matches) slow = setInterval(() => paint(0), 250);
    // The words first, the sea one frame later: on a slow phone the sea costs as much as all the rest.
    else frame = requestAnimationFrame(() => (frame = requestAnimationFrame(run)));
  }
  function stop(): void {
    cancelAnimationFrame(frame);
    clearInterval(slow);
  }
  calm.addEventListener("change", () => session !== null && start());

  return {
    draw(next, nextContext) {
      // Letters in the box must not rebuild the box under the person's fingers.
      const key = JSON.stringify([
        next.step,
        next.panel,
        next.stepAt,
        next.waitUntil,
        next.trigger,
        next.place,
        next.panel === "write" ? "" : next.text.length,
        next.panel === null || next.panel === "write" ? "" : nextContext,
        panelsFor(),
        nextContext.theirNo,
        nextContext.danger,
      ]);
      const moved = session?.step !== next.step || session.panel !== next.panel;
      session = next;
      context = nextContext;
      const wanted = `${key}${panelsFor().join()}`;
      if (wanted === drawn) return;
      drawn = wanted;
      const focused = document.activeElement?.textContent ?? "";
      tick = () => {};
      // The first answer is there at once; what follows it may rise.
      body.className = `urge-body at-${next.panel ?? next.step}${shownBefore ? " moved" : ""}`;
      body.replaceChildren(...parts(next));
      tick(doors.nowMs());
      if (moved) {
        window.scrollTo(0, 0);
        const target = body.querySelector<HTMLElement>(next.panel === "write" ? "textarea" : "h1");
        if (shownBefore) target?.focus({ preventScroll: true });
        else focusAfterPaint(target);
      } else {
        // The same step drawn again (a chip was picked): the keyboard stays where it was.
        [...body.querySelectorAll("button")].find((candidate) => candidate.textContent === focused)?.focus();
      }
      shownBefore = true;
      start();
    },
    stop() {
      stop();
      session = null;
      drawn = "";
    },
  };
}
