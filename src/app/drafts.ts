/**
 * What stands in forms and is not saved yet, sealed, at most half a second old: a dead battery, a reload or an update costs
 * no sentence. One sealed draft holds all forms.
 */
import type { Vault } from "#vault/vault.ts";

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
