/** Start here: who can read this, then three taps, each of which can be skipped. */
import { useState } from "preact/hooks";
import { type DayGuess, type SafetyQuestion, safetyQuestions } from "#domain/event.ts";
import { today } from "#domain/day.ts";
import { dayStartHour } from "#domain/settings.ts";
import { common } from "#words/common.ts";
import { safetyWords, setup as words } from "#words/setup.ts";
import { dayToInput, inputToDay } from "../dates.ts";
import { save, useKeel, useView, wasSaved } from "../keel.ts";
import { DateField } from "../parts/field.tsx";
import { Screen } from "../parts/screen.tsx";
import { Switch } from "../parts/switch.tsx";
import { goTo, replaceWith } from "../place.ts";
import { askToStay } from "../staying.ts";

type Step = "read" | "contact" | "ended" | "safety";

const guesses = [
  ["today", 0, false],
  ["yesterday", 1, false],
  ["days", 3, true],
  ["week", 7, true],
  ["month", 30, true],
  ["longer", 90, true],
] as const;

function When(props: { readonly onPick: (guess: DayGuess | null) => void }) {
  const [picking, setPicking] = useState(false);
  const [text, setText] = useState("");
  const day = useView((state, now) => today(now, dayStartHour(state)));
  if (picking) {
    const picked = inputToDay(text);
    return (
      <>
        <DateField label={words.date} value={text} max={dayToInput(day)} onInput={setText} />
        <div class="actions">
          <button
            type="button"
            class="main"
            disabled={picked === null}
            onClick={() => picked !== null && props.onPick({ day: picked, approximate: false })}
          >
            {common.next}
          </button>
        </div>
      </>
    );
  }
  return (
    <div class="ways">
      {guesses.map(([name, ago, approximate]) => (
        <button key={name} type="button" class="way" onClick={() => props.onPick({ day: day - ago, approximate })}>
          {words.guesses[name]}
        </button>
      ))}
      <button type="button" class="way" onClick={() => setPicking(true)}>
        {words.guesses.pick}
      </button>
      <button type="button" class="quiet" onClick={() => props.onPick(null)}>
        {words.guesses.unknown}
      </button>
    </div>
  );
}

export function Setup() {
  const keel = useKeel();
  const [step, setStep] = useState<Step>("read");
  const [lastContact, setLastContact] = useState<DayGuess | null>(null);
  const [answers, setAnswers] = useState<ReadonlySet<SafetyQuestion>>(new Set());

  switch (step) {
    case "read":
      return (
        <Screen title={words.read.title} back={() => replaceWith("today")}>
          <ul class="plain">
            {words.read.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <div class="actions low">
            <button type="button" class="main" onClick={() => setStep("contact")}>
              {words.read.next}
            </button>
            <button type="button" class="quiet" onClick={() => goTo("restore")}>
              {words.read.restore}
            </button>
          </div>
        </Screen>
      );
    case "contact":
      return (
        <Screen key="contact" title={words.contact.title} lead={words.contact.lead} back={() => setStep("read")}>
          <When
            onPick={(guess) => {
              setLastContact(guess);
              setStep("ended");
            }}
          />
        </Screen>
      );
    case "ended":
      return (
        <Screen key="ended" title={words.ended.title} lead={words.ended.lead} back={() => setStep("contact")}>
          <When
            key="ended"
            onPick={(brokeUp) => {
              if (lastContact === null && brokeUp === null) setStep("safety");
              else void save(keel, { kind: "beginning", lastContact, brokeUp }).then((id) => id && setStep("safety"));
            }}
          />
        </Screen>
      );
    case "safety":
      return (
        <Screen key="safety" title={words.safety.title} lead={words.safety.lead} back={() => setStep("ended")}>
          <div class="rows">
            {safetyQuestions.map((question) => (
              <Switch
                key={question}
                label={safetyWords[question].ask}
                note={answers.has(question) ? safetyWords[question].then : undefined}
                on={answers.has(question)}
                onChange={(yes) => {
                  const next = new Set(answers);
                  if (yes) next.add(question);
                  else next.delete(question);
                  setAnswers(next);
                }}
              />
            ))}
          </div>
          <div class="actions low">
            <button
              type="button"
              class="main"
              onClick={() => {
                askToStay();
                const facts = [...answers].map((question) => ({
                  fact: { kind: "safety", question, yes: true } as const,
                }));
                if (facts.length === 0) replaceWith("today");
                else void keel.journal.recordAll(facts).then((done) => wasSaved(keel, done) && replaceWith("today"));
              }}
            >
              {answers.size === 0 ? words.safety.none : words.safety.done}
            </button>
          </div>
        </Screen>
      );
  }
}
