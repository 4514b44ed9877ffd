import { useState } from "preact/hooks";
import type { Form } from "./drafts.ts";
import { useKeel } from "./keel.ts";

/** Whether a draft, perhaps of another version, has the shape of this form. */
function fits<F extends Form>(initial: F, draft: Form): draft is F {
  return Object.entries(initial).every(
    ([field, value]) =>
      field in draft &&
      (value === null || draft[field] === null || typeof draft[field] === typeof value) &&
      Array.isArray(draft[field]) === Array.isArray(value),
  );
}

export interface Draft<F extends Form> {
  readonly form: F;
  readonly set: (change: Partial<F>) => void;
  /** Saved, or let go: the form is as new. */
  readonly clear: () => void;
}

/** A form's state that outlives the screen. `name` is one form's, and ends with an id where there are several. */
export function useDraft<F extends Form>(name: string, initial: F): Draft<F> {
  const { drafts } = useKeel();
  const [form, setForm] = useState<F>(() => {
    const draft = drafts.read(name);
    return draft !== null && fits(initial, draft) ? draft : initial;
  });
  return {
    form,
    set(change) {
      // From the newest draft, not from what was drawn: two changes may come from one tap.
      const before = drafts.read(name);
      const next = { ...initial, ...form, ...before, ...change };
      drafts.write(name, next);
      setForm(next);
    },
    clear() {
      drafts.write(name, null);
      setForm(initial);
    },
  };
}
