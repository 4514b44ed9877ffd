/**
 * Contact happened. It is in the log after the first tap; the rest fills it in, and stopping anywhere is fine. Nothing
 * here is red and nothing is taken away (E8.14): what counts is the next day.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { type ContactKind, type Event, contactKinds, topics, triggers } from "#domain/event.ts";
import { dayStartMs, today } from "#domain/day.ts";
import { run } from "#domain/run.ts";
import { contactRule, dayStartHour } from "#domain/settings.ts";
import { common } from "#words/common.ts";
import { contact as words } from "#words/contact.ts";
import { contactWords, topicWords } from "#words/setup.ts";
import { triggerWords } from "#words/urge.ts";
import { dayToInput, inputToDay } from "../dates.ts";
import { useDraft } from "../use-draft.ts";
import { save, useKeel, useView, wasSaved } from "../keel.ts";
import { DateField, TextField } from "../parts/field.tsx";
import { Screen } from "../parts/screen.tsx";
import { replaceWith } from "../place.ts";
import type { When } from "../journal.ts";

interface Told {
  readonly [field: string]: unknown;
  readonly step: Step;
  readonly kind: ContactKind;
  readonly slip: string | null;
  readonly gave: string;
  readonly cost: string;
  readonly planWhen: string;
  readonly planThen: string;
  readonly note: string;
}
const untold: Told = {
  step: "kind",
  kind: "texting",
  slip: null,
  gave: "",
  cost: "",
  planWhen: words.plan.ifs[0] ?? "",
  planThen: words.plan.thens[0] ?? "",
  note: "",
};
type Step = "kind" | "needed" | "when" | "cause" | "gave" | "cost" | "plan" | "done";

/** The middle of a waking day, for contact whose hour is not asked. */
const noonAfterStartMs = 9 * 3_600_000;

function usePicked(): (day: number) => When {
  const keel = useKeel();
  const startHour = useView(dayStartHour);
  return (day) => {
    const { offset } = keel.now.value;
    return { at: dayStartMs(day, startHour, offset) + noonAfterStartMs, offset };
  };
}

export function Contact() {
  const keel = useKeel();
  const { form, set, clear } = useDraft("contact", untold);
  const { step, kind, slip, gave, cost, planWhen, planThen, note } = form;
  const [picking, setPicking] = useState(false);
  const [dayText, setDayText] = useState("");
  const setStep = (next: Step): void => (next === "kind" || next === "done" ? clearTo(next) : set({ step: next }));
  const day = useView((state, now) => today(now, dayStartHour(state)));
  const count = useView(run);
  const nothingYet = count.totalFree === 0;
  const rule = useView(contactRule);
  const picked = usePicked();

  /** At the ends of the flow there is nothing left to draft; where the person is, is on the screen. */
  function clearTo(next: Step): void {
    set({ step: next });
    keel.drafts.write("contact", null);
  }

  /** Leaving early, by whatever way, keeps what stands in the boxes, and the next contact starts anew. */
  const leaving = useRef(() => {});
  leaving.current = () => {
    if (step === "needed" && note !== "") return;
    keel.drafts.write("contact", null);
    const event = slip === null ? undefined : keel.journal.state.live.slip.get(slip);
    if (event === undefined || step === "done") return;
    const typed = { gave: gave.trim(), cost: cost.trim() };
    if (typed.gave !== event.gave || typed.cost !== event.cost) void fill(typed);
  };
  useEffect(() => () => leaving.current(), []);

  async function noteSlip(when?: When): Promise<void> {
    const id = await save(keel, { kind: "slip", contact: kind, cause: null, gave: "", cost: "", note: "" }, when);
    if (id === null) return;
    set({ slip: id, step: "cause" });
  }

  async function fill(fields: Readonly<Record<string, unknown>>, next: Step | null = null): Promise<void> {
    const event: Event<"slip"> | undefined = slip === null ? undefined : keel.journal.state.live.slip.get(slip);
    const saved =
      event === undefined ||
      Object.keys(fields).length === 0 ||
      wasSaved(keel, await keel.journal.correct(event, fields));
    if (saved && next !== null) setStep(next);
  }

  const ways = (list: readonly { name: string; go: () => void }[]) => (
    <div class="ways">
      {list.map(({ name, go }) => (
        <button key={name} type="button" class="way" onClick={go}>
          {name}
        </button>
      ))}
    </div>
  );
  const skipTo = (next: Step) => (
    <button type="button" class="quiet" onClick={() => setStep(next)}>
      {common.skip}
    </button>
  );

  switch (step) {
    case "kind":
      return (
        <Screen key={step} title={words.title} lead={words.lead}>
          <h2>{words.kind}</h2>
          {ways([
            ...contactKinds.map((value) => ({
              name: contactWords[value],
              go: () => set({ kind: value, step: "when" }),
            })),
            { name: words.needed, go: () => setStep("needed") },
          ])}
        </Screen>
      );
    case "needed":
      return (
        <Screen key={step} title={words.needs.title} lead={words.needs.lead} back={() => setStep("kind")}>
          <TextField label={words.needs.note} rows={2} value={note} onInput={(typed) => set({ note: typed })} />
          {ways(
            topics.map((topic) => ({
              name: topicWords[topic],
              go: () =>
                void save(keel, { kind: "necessary", topic, note: note.trim() }).then((id) => {
                  if (id === null) return;
                  clear();
                  keel.notice.value = { text: words.needs.done, undo: () => void keel.journal.undo(id) };
                  replaceWith("today");
                }),
            })),
          )}
        </Screen>
      );
    case "when": {
      const chosen = inputToDay(dayText);
      return (
        <Screen key={step} title={words.when.title} back={() => setStep("kind")}>
          {picking ? (
            <>
              <DateField label={words.when.pick} value={dayText} max={dayToInput(day)} onInput={setDayText} />
              <button
                type="button"
                class="main"
                disabled={chosen === null || chosen > day}
                onClick={() => chosen !== null && void noteSlip(picked(chosen))}
              >
                {common.next}
              </button>
            </>
          ) : (
            ways([
              { name: words.when.now, go: () => void noteSlip() },
              { name: words.when.earlier, go: () => void noteSlip(earlierToday()) },
              { name: words.when.yesterday, go: () => void noteSlip(picked(day - 1)) },
              { name: words.when.pick, go: () => setPicking(true) },
            ])
          )}
        </Screen>
      );
    }
    case "cause":
      return (
        <Screen key={step} title={words.cause.title} lead={words.cause.lead} back={() => replaceWith("today")}>
          <div class="chips">
            {triggers.map((trigger) => (
              <button key={trigger} type="button" class="chip" onClick={() => void fill({ cause: trigger }, "gave")}>
                {triggerWords[trigger]}
              </button>
            ))}
          </div>
          {skipTo("gave")}
        </Screen>
      );
    case "gave":
      return (
        <Screen key={step} title={words.gave.title} lead={words.gave.lead} back={() => setStep("cause")}>
          <TextField label={words.gave.label} rows={3} value={gave} onInput={(typed) => set({ gave: typed })} />
          <button type="button" class="main" onClick={() => void fill({ gave: gave.trim() }, "cost")}>
            {common.next}
          </button>
          {skipTo("cost")}
        </Screen>
      );
    case "cost":
      return (
        <Screen key={step} title={words.cost.title} lead={words.cost.lead} back={() => setStep("gave")}>
          <TextField label={words.cost.label} rows={3} value={cost} onInput={(typed) => set({ cost: typed })} />
          <button type="button" class="main" onClick={() => void fill({ cost: cost.trim() }, "plan")}>
            {common.next}
          </button>
          {skipTo("plan")}
        </Screen>
      );
    case "plan":
      return (
        <Screen key={step} title={words.plan.title} lead={words.plan.lead} back={() => setStep("cost")}>
          <TextField label={words.plan.if} value={planWhen} onInput={(typed) => set({ planWhen: typed })} />
          <div class="chips">
            {words.plan.ifs.map((text) => (
              <button
                key={text}
                type="button"
                class="chip"
                aria-pressed={text === planWhen}
                onClick={() => set({ planWhen: text })}
              >
                {text}
              </button>
            ))}
          </div>
          <TextField label={words.plan.then} value={planThen} onInput={(typed) => set({ planThen: typed })} />
          <div class="chips">
            {words.plan.thens.map((text) => (
              <button
                key={text}
                type="button"
                class="chip"
                aria-pressed={text === planThen}
                onClick={() => set({ planThen: text })}
              >
                {text}
              </button>
            ))}
          </div>
          <button
            type="button"
            class="main"
            onClick={() =>
              void save(keel, { kind: "plan", when: planWhen.trim(), then: planThen.trim(), slip }).then(
                (id) => id !== null && setStep("done"),
              )
            }
          >
            {common.save}
          </button>
          {skipTo("done")}
        </Screen>
      );
    case "done":
      return (
        <Screen
          key={step}
          title={nothingYet ? words.done.firstTitle : words.done.title(count.last30.free, count.last30.of)}
          lead={rule[kind] ? (nothingYet ? words.done.firstLead : words.done.lead) : words.done.notCounted}
          back={() => replaceWith("today")}
        >
          {!nothingYet && (
            <>
              <p>{words.done.total(count.totalFree)}</p>
              <p>{words.done.longest(count.longestDays)}</p>
            </>
          )}
          <div class="actions low">
            <button type="button" class="main" onClick={() => replaceWith("today")}>
              {words.done.finish}
            </button>
            {slip !== null && (
              <button
                type="button"
                class="quiet"
                onClick={() =>
                  void keel.journal.undo(slip).then((done) => {
                    if (!wasSaved(keel, done)) return;
                    keel.notice.value = { text: common.undone };
                    replaceWith("today");
                  })
                }
              >
                {words.done.undo}
              </button>
            )}
          </div>
        </Screen>
      );
  }

  /** Halfway between the start of the day and now, so that it stays today whatever the hour. */
  function earlierToday(): When {
    const { ms, offset } = keel.now.value;
    const start = dayStartMs(day, dayStartHour(keel.journal.state), offset);
    return { at: Math.round((start + ms) / 2), offset };
  }
}
