/** One entry: read it, put it right, take it back, or erase it for good. */
import { useState } from "preact/hooks";
import { type Event, contactKinds, feelings, outcomes, topics, triggers } from "#domain/event.ts";
import { dayOf, today } from "#domain/day.ts";
import { dayStartHour } from "#domain/settings.ts";
import { type State, inOrder } from "#domain/state.ts";
import { common } from "#words/common.ts";
import { log as words } from "#words/log.ts";
import { contactWords, topicWords } from "#words/setup.ts";
import { today as todayWords } from "#words/today.ts";
import { feelingWords } from "#words/feelings.ts";
import { placeWords, triggerWords } from "#words/urge.ts";
import { dayToInput, inputToDay, timeInWords } from "../dates.ts";
import { useDraft } from "../use-draft.ts";
import { useKeel, useView, wasSaved } from "../keel.ts";
import { Chips, toggled } from "../parts/chips.tsx";
import { DateField, TextField } from "../parts/field.tsx";
import { Screen } from "../parts/screen.tsx";
import { goBack } from "../place.ts";

type Shown = Event<"slip" | "necessary" | "check-in" | "urge" | "plan" | "beginning" | "parked">;

function findShown(state: State, id: string): Shown | null {
  const { live } = state;
  return (
    live.slip.get(id) ??
    live.necessary.get(id) ??
    live["check-in"].get(id) ??
    live.urge.get(id) ??
    live.plan.get(id) ??
    live.beginning.get(id) ??
    live.parked.get(id) ??
    null
  );
}

/** The text fields of each kind that a person may rewrite. */
const texts = {
  slip: ["gave", "cost", "note"],
  necessary: ["note"],
  "check-in": ["note"],
  urge: [],
  plan: ["when", "then"],
  beginning: [],
  parked: ["text"],
} as const satisfies Record<Shown["kind"], readonly string[]>;

const labels: Readonly<Record<string, string>> = {
  gave: words.entry.gave,
  cost: words.entry.cost,
  note: words.entry.note,
  when: words.entry.if,
  then: words.entry.then,
  text: words.entry.text,
};

const moods = ["1", "2", "3", "4", "5"] as const;
const moodWords = Object.fromEntries(
  moods.map((mood, place) => [mood, todayWords.checkIn.moods[place] ?? mood]),
) as Record<(typeof moods)[number], string>;
/** More time is a new wait and never how an urge ended. */
const endings = outcomes.filter((outcome) => outcome !== "more-time");

function UrgeStory(props: { readonly id: string }) {
  const keel = useKeel();
  const story = useView((state) => {
    const mine = <E extends { readonly urge: string | null }>(events: readonly E[]): E[] =>
      events.filter((event) => event.urge === props.id);
    return {
      rated: mine(inOrder(state, "urge-rated")),
      named: mine(inOrder(state, "urge-named")).at(-1),
      ended: mine(inOrder(state, "urge-ended")).at(-1),
      parked: mine(inOrder(state, "parked")),
      verdict: mine(inOrder(state, "verdict")).at(-1),
    };
  });
  const { ended } = story;
  return (
    <>
      <dl class="story">
        {story.rated.map((rated) => (
          <div key={rated.id}>
            <dt>{timeInWords(rated)}</dt>
            <dd>{words.strength(rated.strength, rated.strength)}</dd>
          </div>
        ))}
        {story.named !== undefined && (
          <div>
            <dt>{timeInWords(story.named)}</dt>
            <dd>
              {[
                story.named.trigger === null ? "" : triggerWords[story.named.trigger],
                story.named.place === null ? "" : placeWords[story.named.place],
              ]
                .filter((part) => part !== "")
                .join(" · ")}
            </dd>
          </div>
        )}
        {story.verdict !== undefined && ended !== undefined && (
          <div>
            <dt>{timeInWords(story.verdict)}</dt>
            <dd>{todayWords.verdict[ended.outcome === "sent" ? "sent" : "waited"][story.verdict.verdict]}</dd>
          </div>
        )}
        {story.parked.map((parked) => (
          <div key={parked.id}>
            <dt>{words.entry.text}</dt>
            <dd class="bubble-still">{parked.text}</dd>
          </div>
        ))}
      </dl>
      {ended !== undefined && (
        <>
          <h2>{words.entry.ended}</h2>
          <Chips
            label={words.entry.ended}
            all={endings}
            words={words.outcome}
            chosen={[ended.outcome]}
            onPick={(outcome) => void keel.journal.correct(ended, { outcome }).then((done) => wasSaved(keel, done))}
          />
        </>
      )}
    </>
  );
}

function Form(props: { readonly event: Shown }) {
  const keel = useKeel();
  const { event } = props;
  const startHour = useView(dayStartHour);
  const draft = useDraft<Readonly<Record<string, string>>>(`entry/${event.id}`, {
    ...Object.fromEntries(texts[event.kind].map((field) => [field, String(event[field as keyof Shown])])),
    day: dayToInput(dayOf(event, startHour)),
  });
  const { day = "", ...values } = draft.form;
  const [sure, setSure] = useState(false);
  const max = dayToInput(useView((state, now) => today(now, dayStartHour(state))));

  async function saveChanges(): Promise<void> {
    const fields = Object.fromEntries(
      Object.entries(values).filter(([field, value]) => event[field as keyof Shown] !== value),
    );
    const picked = inputToDay(day);
    const moved = picked !== null && picked !== dayOf(event, startHour);
    const newAt = moved ? event.at + (picked - dayOf(event, startHour)) * 86_400_000 : undefined;
    const changes = Object.keys(fields).length > 0 || newAt !== undefined;
    if (changes && !wasSaved(keel, await keel.journal.correct(event, fields, newAt))) return;
    draft.clear();
    if (!changes) return goBack();
    keel.notice.value = { text: words.entry.saved };
    goBack();
  }

  async function takeBack(): Promise<void> {
    const done = await keel.journal.undo(event.id);
    if (!wasSaved(keel, done)) return;
    draft.clear();
    const [undoing] = done.ids;
    keel.notice.value = {
      text: common.undone,
      undo: () => {
        if (undoing !== undefined) void keel.journal.undo(undoing);
      },
    };
    goBack();
  }

  async function erase(): Promise<void> {
    if (!sure) {
      setSure(true);
      return;
    }
    const parked = event.kind === "urge" ? [...keel.journal.state.live.parked.values()] : [];
    const ids = [event.id, ...parked.filter((other) => other.urge === event.id).map((other) => other.id)];
    if (!wasSaved(keel, await keel.journal.erase(ids))) return;
    draft.clear();
    keel.notice.value = { text: words.entry.erased };
    goBack();
  }

  const choose = (fields: Readonly<Record<string, unknown>>) =>
    void keel.journal.correct(event, fields).then((done) => wasSaved(keel, done));

  return (
    <>
      <form
        onSubmit={(happening) => {
          happening.preventDefault();
          void saveChanges();
        }}
      >
        {event.kind === "slip" && (
          <Chips
            label={words.kinds.slip}
            all={contactKinds}
            words={contactWords}
            chosen={[event.contact]}
            onPick={(contact) => choose({ contact })}
          />
        )}
        {event.kind === "necessary" && (
          <Chips
            label={words.kinds.necessary}
            all={topics}
            words={topicWords}
            chosen={[event.topic]}
            onPick={(topic) => choose({ topic })}
          />
        )}
        {event.kind === "check-in" && (
          <>
            <Chips
              label={todayWords.checkIn.title}
              all={moods}
              words={moodWords}
              chosen={[String(event.mood)]}
              onPick={(mood) => choose({ mood: Number(mood) })}
            />
            <Chips
              label={todayWords.checkIn.feelings}
              all={feelings}
              words={feelingWords}
              chosen={event.feelings}
              onPick={(feeling) => choose({ feelings: toggled(event.feelings, feeling) })}
            />
            <Chips
              label={todayWords.checkIn.triggers}
              all={triggers}
              words={triggerWords}
              chosen={event.triggers}
              onPick={(trigger) => choose({ triggers: toggled(event.triggers, trigger) })}
            />
          </>
        )}
        {event.kind === "urge" && <UrgeStory id={event.id} />}
        <DateField label={words.entry.when} value={day} max={max} onInput={(picked) => draft.set({ day: picked })} />
        {texts[event.kind].map((field) => (
          <TextField
            key={field}
            label={labels[field] ?? field}
            rows={field === "text" ? 6 : 3}
            value={values[field] ?? ""}
            onInput={(value) => draft.set({ [field]: value })}
          />
        ))}
        <button type="submit" class="main">
          {common.save}
        </button>
      </form>
      <div class="actions">
        <button type="button" class="second" onClick={() => void takeBack()}>
          {words.entry.undo}
        </button>
        <p class="note">{words.entry.undoNote}</p>
        <button type="button" class="quiet care-text" onClick={() => void erase()}>
          {sure ? words.entry.eraseSure : words.entry.erase}
        </button>
        <p class="note">{words.entry.eraseNote}</p>
      </div>
    </>
  );
}

export function Entry(props: { readonly id: string }) {
  const event = useView((state) => findShown(state, props.id));
  if (event === null) {
    return (
      <Screen title={words.entry.title}>
        <p>{words.entry.gone}</p>
      </Screen>
    );
  }
  return (
    <Screen title={words.kinds[event.kind]} lead={timeInWords(event)}>
      <Form key={event.id} event={event} />
    </Screen>
  );
}
