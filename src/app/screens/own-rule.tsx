/** What the counts are made of: the rule of what counts, the two dates, the hour a day begins, the safety answers. */
import type { DayGuess } from "#domain/event.ts";
import { contactKinds, safetyQuestions } from "#domain/event.ts";
import { beginning } from "#domain/beginning.ts";
import { today } from "#domain/day.ts";
import { safetyAnswers } from "#domain/gate.ts";
import { contactRule, dayStartHour } from "#domain/settings.ts";
import { contactWords, safetyWords } from "#words/setup.ts";
import { settings as words } from "#words/settings.ts";
import { dayToInput, hourInWords, inputToDay } from "../dates.ts";
import { save, useKeel, useView } from "../keel.ts";
import { DateField, SelectField } from "../parts/field.tsx";
import { Screen } from "../parts/screen.tsx";
import { Switch } from "../parts/switch.tsx";

export function Rule() {
  const keel = useKeel();
  const rule = useView(contactRule);
  return (
    <Screen title={words.rule.title} lead={words.rule.lead}>
      <div class="rows">
        {contactKinds.map((contact) => (
          <Switch
            key={contact}
            label={contactWords[contact]}
            note={contact === "looking" ? words.rule.looking : undefined}
            on={rule[contact]}
            onChange={(counts) => void save(keel, { kind: "rule", contact, counts })}
          />
        ))}
      </div>
      <p class="note">{words.rule.needed}</p>
    </Screen>
  );
}

function DateGuess(props: {
  readonly label: string;
  readonly guess: DayGuess | null;
  readonly max: string;
  readonly onChange: (guess: DayGuess | null) => void;
}) {
  const { guess } = props;
  return (
    <fieldset class="guess">
      <legend>{props.label}</legend>
      <DateField
        label={props.label}
        value={guess === null ? "" : dayToInput(guess.day)}
        max={props.max}
        onInput={(text) => {
          const day = inputToDay(text);
          props.onChange(day === null ? null : { day, approximate: guess?.approximate ?? false });
        }}
      />
      {guess !== null && (
        <Switch
          label={words.dates.roughly}
          on={guess.approximate}
          onChange={(approximate) => props.onChange({ ...guess, approximate })}
        />
      )}
    </fieldset>
  );
}

export function Dates() {
  const keel = useKeel();
  const now = useView(beginning) ?? { brokeUp: null, lastContact: null };
  const max = dayToInput(useView((state, moment) => today(moment, dayStartHour(state))));
  const change = (fields: Partial<{ brokeUp: DayGuess | null; lastContact: DayGuess | null }>): void => {
    void save(keel, { kind: "beginning", brokeUp: now.brokeUp, lastContact: now.lastContact, ...fields });
  };
  return (
    <Screen title={words.dates.title}>
      <DateGuess
        label={words.dates.lastContact}
        guess={now.lastContact}
        max={max}
        onChange={(lastContact) => change({ lastContact })}
      />
      <DateGuess
        label={words.dates.brokeUp}
        guess={now.brokeUp}
        max={max}
        onChange={(brokeUp) => change({ brokeUp })}
      />
    </Screen>
  );
}

export function DayStart() {
  const keel = useKeel();
  const hour = useView(dayStartHour);
  return (
    <Screen title={words.day.title} lead={words.day.lead}>
      <SelectField
        label={words.day.label}
        value={String(hour)}
        all={Array.from({ length: 13 }, (_, value) => ({ value: String(value), name: hourInWords(value) }))}
        onPick={(value) => void save(keel, { kind: "setting", name: "dayStartHour", value: Number(value) })}
      />
    </Screen>
  );
}

export function SafetyAnswers() {
  const keel = useKeel();
  const answers = useView(safetyAnswers);
  return (
    <Screen title={words.safety.title} lead={words.safety.lead}>
      <div class="rows">
        {safetyQuestions.map((question) => (
          <Switch
            key={question}
            label={safetyWords[question].ask}
            note={answers[question] === true ? safetyWords[question].then : undefined}
            on={answers[question] === true}
            onChange={(yes) => void save(keel, { kind: "safety", question, yes })}
          />
        ))}
      </div>
    </Screen>
  );
}
