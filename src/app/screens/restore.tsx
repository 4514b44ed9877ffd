import { useState } from "preact/hooks";
import { readWords } from "#vault/secret.ts";
import { settings as words } from "#words/settings.ts";
import { TextField } from "../parts/field.tsx";
import { Screen } from "../parts/screen.tsx";

export type Restored =
  | { readonly ok: true; readonly count: number; readonly replaced: boolean }
  | { readonly ok: false; readonly why: keyof typeof words.restore.why };

/** Reads a backup file with its words. Works with and without a vault on this device: `onRestore` knows which. */
export function Restore(props: {
  readonly back?: () => void;
  readonly onRestore: (words: readonly string[], bytes: Uint8Array) => Promise<Restored>;
  readonly onOpen: () => void;
  readonly onHelp?: () => void;
}) {
  const [file, setFile] = useState<File | null>(null);
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [restored, setRestored] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);

  async function restore(): Promise<void> {
    const list = typed
      .trim()
      .split(/\s+/)
      .filter((word) => word !== "");
    const read = await readWords(list.join(" "));
    if (!read.ok) {
      setProblem(
        read.why === "count"
          ? words.restore.wordCount(list.length)
          : read.why === "not-a-word"
            ? words.restore.notAWord(read.index + 1, list[read.index] ?? "")
            : words.restore.mismatch,
      );
      return;
    }
    if (file === null) return;
    setBusy(true);
    const done = await props.onRestore(read.words, new Uint8Array(await file.arrayBuffer()));
    setBusy(false);
    if (done.ok) setRestored(done.count);
    else setProblem(words.restore.why[done.why]);
  }

  if (restored !== null) {
    return (
      <Screen
        title={words.restore.title}
        lead={words.restore.done(restored)}
        back={props.back ?? true}
        onHelp={props.onHelp}
      >
        <div class="actions low">
          <button type="button" class="main" onClick={props.onOpen}>
            {words.restore.open}
          </button>
        </div>
      </Screen>
    );
  }
  return (
    <Screen title={words.restore.title} lead={words.restore.lead} back={props.back ?? true} onHelp={props.onHelp}>
      <form
        onSubmit={(happening) => {
          happening.preventDefault();
          setProblem(null);
          void restore();
        }}
      >
        <div class="field">
          <label for="backup-file">{words.restore.file}</label>
          <input
            id="backup-file"
            type="file"
            required
            onChange={(happening) => setFile(happening.currentTarget.files?.[0] ?? null)}
          />
        </div>
        <TextField
          label={words.restore.words}
          place={words.restore.wordsPlace}
          rows={3}
          value={typed}
          onInput={setTyped}
          problem={problem}
        />
        <button type="submit" class="main" disabled={busy || file === null}>
          {words.restore.go}
        </button>
      </form>
    </Screen>
  );
}
