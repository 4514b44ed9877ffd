/** The screen that opens: how long, how it is, what is due, and one button for the hard minute. */
import { useState } from "preact/hooks";
import { type Feeling, type Trigger, feelings, triggers, verdicts } from "#domain/event.ts";
import { backOnPlan } from "#domain/back-on-plan.ts";
import { beginning } from "#domain/beginning.ts";
import { dayOf, today as todayOf } from "#domain/day.ts";
import { gate } from "#domain/gate.ts";
import { milestone } from "#domain/milestone.ts";
import { parkedDue } from "#domain/parked-due.ts";
import { phase } from "#domain/phase.ts";
import { run } from "#domain/run.ts";
import { dayStartHour } from "#domain/settings.ts";
import { inOrder, latestOf } from "#domain/state.ts";
import { verdictDue } from "#domain/verdict-due.ts";
import { waterline } from "#domain/waterline.ts";
import { common, trouble } from "#words/common.ts";
import { feelingWords } from "#words/feelings.ts";
import { today as words } from "#words/today.ts";
import { triggerWords } from "#words/urge.ts";
import { useDraft } from "../use-draft.ts";
import { save, useKeel, useView, wasSaved } from "../keel.ts";
import { Chips, toggled } from "../parts/chips.tsx";
import { TextField } from "../parts/field.tsx";
import { Screen } from "../parts/screen.tsx";
import { WaterlinePicture } from "../parts/waterline-picture.tsx";
import { goTo } from "../place.ts";

function Run() {
  const count = useView(run);
  const gates = useView(gate);
  const undated = useView(beginning) === null;
  const passed = useView((state, now) => milestone(run(state, now)).reachedToday);
  if (!gates.showRun) return <p class="headline">{words.run.noCount}</p>;
  const start = undated && (
    <div class="card">
      <h2>{words.start.title}</h2>
      <p class="note">{words.start.lead}</p>
      <button type="button" class="second" onClick={() => goTo("dates")}>
        {words.start.go}
      </button>
    </div>
  );
  if (count.since === null) return <>{start}</>;
  const { free, of } = count.last30;
  const afterContact = count.currentDays === 0 && free > 0;
  return (
    <>
      {afterContact ? (
        <p class="headline">
          <span class="number">{words.run.ofDays(free, of)}</span> <span class="caption">{words.run.ofCaption}</span>
        </p>
      ) : (
        <p class="headline">
          {count.approximate && <span class="caption">{words.run.about} </span>}
          {count.currentDays > 0 && <span class="number">{count.currentDays} </span>}
          <span class="caption">
            {count.currentDays === 0 ? words.run.first : words.run.caption(count.currentDays)}
          </span>
        </p>
      )}
      {start}
      <dl class="companions" hidden={of === 0}>
        {afterContact ? (
          <div>
            <dt>{words.run.longest}</dt>
            <dd>{common.days(count.longestDays)}</dd>
          </div>
        ) : (
          <div>
            <dt>{words.run.last30}</dt>
            <dd>{words.run.ofDays(free, of)}</dd>
          </div>
        )}
        <div>
          <dt>{words.run.total}</dt>
          <dd>{common.days(count.totalFree)}</dd>
        </div>
      </dl>
      {gates.permanent && <p class="note">{words.run.permanent}</p>}
      {gates.showMilestones && passed !== null && <p class="mark-line">{words.milestone.reached(passed)}</p>}
    </>
  );
}

const pictureDays = 30;

function Picture() {
  const days = useView((state, now) => waterline(state, now, pictureDays));
  const { last30 } = useView(run);
  const gates = useView(gate);
  if (!gates.showRun) return null;
  const urges = days.filter((day) => day.strength !== null).length;
  return (
    <figure class="picture">
      <WaterlinePicture days={days} sentence={words.picture.sentence(last30.free, last30.of, urges)} />
      <figcaption class="note">{words.picture.key}</figcaption>
    </figure>
  );
}

function VerdictCard() {
  const keel = useKeel();
  const due = useView(verdictDue);
  if (due === null) return null;
  const answers = due.outcome === "sent" || due.outcome === "practical" ? words.verdict.sent : words.verdict.waited;
  return (
    <section class="card" aria-labelledby="verdict-ask">
      <h2 id="verdict-ask">{words.verdict.ask[due.outcome]}</h2>
      <div class="chips">
        {verdicts.map((verdict) => (
          <button
            key={verdict}
            type="button"
            class="chip"
            onClick={() =>
              void save(keel, { kind: "verdict", urge: due.urge, verdict }).then((id) => {
                if (id !== null)
                  keel.notice.value = { text: words.verdict.thanks, undo: () => void keel.journal.undo(id) };
              })
            }
          >
            {answers[verdict]}
          </button>
        ))}
      </div>
    </section>
  );
}

function ParkedCard() {
  const keel = useKeel();
  const due = useView(parkedDue)[0];
  const [sure, setSure] = useState<string | null>(null);
  if (due === undefined) return null;
  return (
    <section class="card" aria-labelledby="parked-title">
      <h2 id="parked-title">{words.parked.title}</h2>
      <p class="bubble-still">{due.text}</p>
      <div class="chips">
        <button
          type="button"
          class="chip"
          onClick={() =>
            void save(keel, { kind: "kept", parked: due.id }).then((id) => {
              if (id !== null) keel.notice.value = { text: words.parked.kept };
            })
          }
        >
          {words.parked.keep}
        </button>
        <button
          type="button"
          class="chip"
          onClick={() => {
            if (sure !== due.id) {
              setSure(due.id);
              return;
            }
            void keel.journal.erase([due.id]).then((done) => {
              if (wasSaved(keel, done)) keel.notice.value = { text: words.parked.gone };
            });
          }}
        >
          {sure === due.id ? words.parked.sure : words.parked.letGo}
        </button>
      </div>
    </section>
  );
}

interface Felt {
  readonly [field: string]: unknown;
  readonly mood: number | null;
  readonly feelings: readonly Feeling[];
  readonly triggers: readonly Trigger[];
  readonly note: string;
}
const nothingFelt: Felt = { mood: null, feelings: [], triggers: [], note: "" };

function CheckIn() {
  const keel = useKeel();
  const { form, set, clear } = useDraft("check-in", nothingFelt);
  const { mood, note } = form;
  const earlier = useView((state, now) => {
    const startHour = dayStartHour(state);
    const day = todayOf(now, startHour);
    const latest = latestOf(state, "check-in");
    return latest !== null && dayOf(latest, startHour) === day ? latest.mood : null;
  });

  async function keep(): Promise<void> {
    if (mood === null) return;
    const id = await save(keel, { ...form, kind: "check-in", mood, note: note.trim() });
    if (id === null) return;
    clear();
    keel.notice.value = { text: words.checkIn.done, undo: () => void keel.journal.undo(id) };
  }

  return (
    <section class="card" aria-labelledby="check-in-title">
      <h2 id="check-in-title">{words.checkIn.title}</h2>
      {earlier !== null && mood === null && (
        <p class="note">{words.checkIn.last(words.checkIn.moods[earlier - 1] ?? "")}</p>
      )}
      <div class="moods" role="group" aria-labelledby="check-in-title">
        {words.checkIn.moods.map((word, index) => (
          <button
            key={word}
            type="button"
            class={`mood mood-${index + 1}`}
            aria-pressed={mood === index + 1}
            onClick={() => set({ mood: mood === index + 1 ? null : index + 1 })}
          >
            <span class="tide" aria-hidden="true" />
            <span class="mood-word">{word}</span>
          </button>
        ))}
      </div>
      {mood !== null && (
        <>
          <h3>{words.checkIn.feelings}</h3>
          <Chips
            label={words.checkIn.feelings}
            all={feelings}
            words={feelingWords}
            chosen={form.feelings}
            onPick={(value) => set({ feelings: toggled(form.feelings, value) })}
          />
          <h3>{words.checkIn.triggers}</h3>
          <Chips
            label={words.checkIn.triggers}
            all={triggers}
            words={triggerWords}
            chosen={form.triggers}
            onPick={(value) => set({ triggers: toggled(form.triggers, value) })}
          />
          <TextField label={words.checkIn.note} rows={2} value={note} onInput={(typed) => set({ note: typed })} />
          <button type="button" class="main" onClick={() => void keep()}>
            {common.save}
          </button>
        </>
      )}
    </section>
  );
}

function PlanCard() {
  const view = useView((state, now) => {
    const back = backOnPlan(state, now);
    if (back === null) return null;
    const plan = inOrder(state, "plan").findLast((candidate) => candidate.at >= back.lastSlipAt) ?? null;
    return { back, plan };
  });
  if (view === null || !view.back.within24h) return null;
  return (
    <section class="card" aria-labelledby="plan-title">
      <h2 id="plan-title">{words.plan.title}</h2>
      {view.plan === null ? (
        <p class="note">{words.plan.lead}</p>
      ) : (
        <p>
          {words.plan.if} {view.plan.when}, {words.plan.then} {view.plan.then}.
        </p>
      )}
    </section>
  );
}

function Phase() {
  const view = useView(phase);
  const gates = useView(gate);
  if (view === null || gates.danger) return null;
  return (
    <section class="card still" aria-labelledby="phase-title">
      <p class="note">{words.phase.day[view.since](view.day)}</p>
      <h2 id="phase-title">{words.phase.names[view.phase]}</h2>
      <p>{words.phase.usual[view.phase]}</p>
      <h3>{words.phase.helpsTitle}</h3>
      <p>{words.phase.helps[view.phase]}</p>
      <p class="note">{words.phase.grade[view.phase]}</p>
    </section>
  );
}

export function Today() {
  const keel = useKeel();
  const count = useView(run);
  const unknown = useView((state) => state.unknown.size > 0);
  return (
    <Screen title={words.title} back={false} quietTitle>
      {count.clock === "behind" && <p class="card warn">{trouble.clock}</p>}
      {keel.journal.damaged > 0 && <p class="card warn">{trouble.damaged(keel.journal.damaged)}</p>}
      {unknown && <p class="card warn">{trouble.newer}</p>}
      <Run />
      <Picture />
      <VerdictCard />
      <ParkedCard />
      <PlanCard />
      <CheckIn />
      <Phase />
      <div class="actions">
        <button type="button" class="quiet" onClick={() => goTo("contact")}>
          {words.contact}
        </button>
      </div>
      <div class="urge-bar">
        <button type="button" class="main" onClick={keel.startUrge}>
          {keel.urgeUnderWay.value ? words.backToUrge : words.urge}
        </button>
      </div>
    </Screen>
  );
}
