/**
 * What stands in forms and is not saved yet, sealed, at most half a second old: a dead battery, a reload or an update costs
 * no sentence. One sealed draft holds all forms.
 */
import { useState } from "preact/hooks";
import type { Vault } from "#vault/vault.ts";
import { useKeel } from "./keel.ts";

const draftName = "forms";
const draftDelayMs = 400;

export type Form = Readonly<Record<string, unknown>>;

export interface Drafts {
  read(name: string): Form | null;
  write(name: string, form: Form | null): void;
  /** Everything that is still on its way to storage. */
  settled(): Promise<void>;
}

async function readForms(vault: Vault): Promise<Map<string, Form>> {
  const bytes = await vault.readDraft(draftName);
  if (bytes === null) return new Map();
  try {
    return new Map(Object.entries(JSON.parse(new TextDecoder().decode(bytes)) as Record<string, Form>));
  } catch {
    return new Map();
  }
}

export async function openDrafts(vault: Vault): Promise<Drafts> {
  const forms = await readForms(vault);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const bytes = forms.size === 0 ? null : new TextEncoder().encode(JSON.stringify(Object.fromEntries(forms)));
    queue = queue.then(() => vault.writeDraft(draftName, bytes)).catch(() => {});
  }

  return {
    read: (name) => forms.get(name) ?? null,
    write(name, form) {
      if (form === null ? !forms.delete(name) : forms.get(name) === form) return;
      if (form === null) {
        // At once: what was saved must not come back as unsaved.
        flush();
        return;
      }
      forms.set(name, form);
      timer ??= setTimeout(flush, draftDelayMs);
    },
    async settled() {
      if (timer !== undefined) flush();
      await queue;
    },
  };
}

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
