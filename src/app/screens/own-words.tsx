/** Three short lists for hard moments: reasons, own things to do, people to call. */
import { useState } from "preact/hooks";
import { inOrder } from "#domain/state.ts";
import { common } from "#words/common.ts";
import { settings as words } from "#words/settings.ts";
import { useDraft } from "../use-draft.ts";
import { save, useKeel, useView, wasSaved } from "../keel.ts";
import { TextField } from "../parts/field.tsx";
import { OwnList } from "../parts/own-list.tsx";
import { Screen } from "../parts/screen.tsx";

function useRemove(): (id: string) => void {
  const keel = useKeel();
  return (id) =>
    void keel.journal.undo(id).then((done) => {
      if (!wasSaved(keel, done)) return;
      const [undoing] = done.ids;
      keel.notice.value = {
        text: common.undone,
        undo: () => {
          if (undoing !== undefined) void keel.journal.undo(undoing);
        },
      };
    });
}

export function Reasons() {
  const keel = useKeel();
  const items = useView((state) => inOrder(state, "reason"));
  const remove = useRemove();
  return (
    <Screen title={words.reasons.title} lead={words.reasons.lead}>
      <OwnList
        name="reason"
        label={words.reasons.label}
        place={words.reasons.place}
        empty={words.reasons.empty}
        items={items}
        onAdd={async (text) => (await save(keel, { kind: "reason", text })) !== null}
        onRemove={remove}
      />
    </Screen>
  );
}

export function OwnSteps() {
  const keel = useKeel();
  const items = useView((state) => inOrder(state, "own-step"));
  const remove = useRemove();
  return (
    <Screen title={words.steps.title} lead={words.steps.lead}>
      <OwnList
        name="own-step"
        label={words.steps.label}
        place={words.steps.place}
        empty={words.steps.empty}
        items={items}
        onAdd={async (text) => (await save(keel, { kind: "own-step", text })) !== null}
        onRemove={remove}
      />
    </Screen>
  );
}

const isPhone = (text: string): boolean => /^\+?[\d\s()/.-]{3,24}$/.test(text.trim());

export function People() {
  const keel = useKeel();
  const items = useView((state) => inOrder(state, "person"));
  const remove = useRemove();
  const { form, set, clear } = useDraft("person", { name: "", phone: "" });
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Screen title={words.people.title} lead={words.people.lead}>
      {items.length === 0 && <p class="note">{words.people.empty}</p>}
      <ul class="own-list">
        {items.map((person) => (
          <li key={person.id}>
            <span>
              {person.name}
              <br />
              <span class="note">{person.phone}</span>
            </span>
            <button
              type="button"
              class="quiet"
              aria-label={`${common.remove}: ${person.name}`}
              onClick={() => remove(person.id)}
            >
              {common.remove}
            </button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(happening) => {
          happening.preventDefault();
          if (form.name.trim() === "") return;
          if (!isPhone(form.phone)) {
            setProblem(words.people.noPhone);
            return;
          }
          setProblem(null);
          void save(keel, { kind: "person", name: form.name.trim(), phone: form.phone.trim() }).then(
            (id) => id !== null && clear(),
          );
        }}
      >
        <TextField label={words.people.name} value={form.name} onInput={(name) => set({ name })} />
        <TextField
          label={words.people.phone}
          kind="tel"
          value={form.phone}
          onInput={(phone) => set({ phone })}
          problem={problem}
        />
        <button type="submit" class="main">
          {common.add}
        </button>
      </form>
    </Screen>
  );
}
