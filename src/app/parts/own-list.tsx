import { common } from "#words/common.ts";
import { useDraft } from "../use-draft.ts";
import { TextField } from "./field.tsx";

/** A short list in the person's own words, with a box to add one more. */
export function OwnList(props: {
  /** The name of its draft. */
  readonly name: string;
  readonly label: string;
  readonly place: string;
  readonly empty: string;
  readonly items: readonly { readonly id: string; readonly text: string }[];
  /** Resolves to whether it was saved: the box keeps the words if not. */
  readonly onAdd: (text: string) => Promise<boolean>;
  readonly onRemove: (id: string) => void;
}) {
  const { form, set, clear } = useDraft(props.name, { text: "" });
  return (
    <>
      {props.items.length === 0 && <p class="note">{props.empty}</p>}
      <ul class="own-list">
        {props.items.map((item) => (
          <li key={item.id}>
            <span>{item.text}</span>
            <button
              type="button"
              class="quiet"
              aria-label={`${common.remove}: ${item.text}`}
              onClick={() => props.onRemove(item.id)}
            >
              {common.remove}
            </button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(happening) => {
          happening.preventDefault();
          const trimmed = form.text.trim();
          if (trimmed === "") return;
          void props.onAdd(trimmed).then((saved) => saved && clear());
        }}
      >
        <TextField
          label={props.label}
          place={props.place}
          rows={3}
          value={form.text}
          onInput={(text) => set({ text })}
        />
        <button type="submit" class="main">
          {common.add}
        </button>
      </form>
    </>
  );
}
