/** Everything that leaves or comes back as a file, and the way to delete it all. */
import { useEffect, useState } from "preact/hooks";
import { dayOf, today } from "#domain/day.ts";
import { dayStartHour, lastBackup } from "#domain/settings.ts";
import { common } from "#words/common.ts";
import { settings as words } from "#words/settings.ts";
import { writeBackup } from "#vault/backup.ts";
import { randomBytes } from "#vault/vault.ts";
import { dayToInput } from "../dates.ts";
import { save, useKeel, useView } from "../keel.ts";
import { TextField } from "../parts/field.tsx";
import { Screen } from "../parts/screen.tsx";
import { writeJson, writeMarkdown } from "../readable-copy.ts";
import { saveFile } from "../saved-file.ts";
import { goTo } from "../place.ts";
import { askToStay } from "../staying.ts";
import { wipeEverything } from "../wipe.ts";

type BackupStep = "why" | "again" | "words" | "check" | "file" | "saved";

/** Three places out of twelve, different each time, in order. */
function pickThree(): readonly number[] {
  const picked = new Set<number>();
  while (picked.size < 3) picked.add((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 12);
  return [...picked].sort((a, b) => a - b);
}

export function Backup() {
  const keel = useKeel();
  // Words that were asked back once are not asked again: the same twelve open every file.
  const before = useView(lastBackup);
  const [step, setStep] = useState<BackupStep>(before === null ? "why" : "again");
  const [secretWords, setSecretWords] = useState<readonly string[]>([]);
  const [asked] = useState(pickThree);
  const [typed, setTyped] = useState<readonly string[]>(["", "", ""]);
  const [wrong, setWrong] = useState<number | null>(null);
  const date = dayToInput(useView((state, now) => today(now, dayStartHour(state))));

  const show = (): void => {
    void keel.vault.words().then((list) => {
      setSecretWords(list);
      setStep("words");
    });
  };

  switch (step) {
    case "why":
      return (
        <Screen key={step} title={words.backup.title} lead={words.backup.lead}>
          <p>{words.backup.why}</p>
          <div class="actions low">
            <p class="note">{words.backup.alone}</p>
            <button type="button" class="main" onClick={show}>
              {words.backup.show}
            </button>
          </div>
        </Screen>
      );
    case "words":
      return (
        <Screen key={step} title={words.backup.title} lead={words.backup.write} back={() => setStep("why")}>
          <ol class="secret-words">
            {secretWords.map((word, index) => (
              <li key={index}>{word}</li>
            ))}
          </ol>
          <div class="actions low">
            <button type="button" class="main" onClick={() => setStep("check")}>
              {words.backup.written}
            </button>
          </div>
        </Screen>
      );
    case "check":
      return (
        <Screen key={step} title={words.backup.check} back={() => setStep("words")}>
          <form
            onSubmit={(happening) => {
              happening.preventDefault();
              const missed = asked.findIndex(
                (place, index) => typed[index]?.trim().toLowerCase() !== secretWords[place],
              );
              setWrong(missed === -1 ? null : missed);
              if (missed === -1) setStep("file");
            }}
          >
            {asked.map((place, index) => (
              <TextField
                key={place}
                label={words.backup.word(place + 1)}
                value={typed[index] ?? ""}
                problem={wrong === index ? words.backup.wrong(place + 1) : null}
                onInput={(value) => setTyped(typed.map((old, other) => (other === index ? value : old)))}
              />
            ))}
            <button type="submit" class="main">
              {common.next}
            </button>
          </form>
        </Screen>
      );
    case "again":
    case "file":
    case "saved":
      return (
        <Screen key="file" title={words.backup.title} lead={words.backup.file[step]}>
          <div class="actions low">
            <button
              type="button"
              class="main"
              onClick={() =>
                void writeBackup(keel.vault, randomBytes).then((bytes) => {
                  saveFile(words.backup.name(date), bytes, "application/octet-stream");
                  setStep("saved");
                  askToStay();
                  void save(keel, { kind: "setting", name: "backedUp", value: true });
                })
              }
            >
              {words.backup.saveFile}
            </button>
            {step === "again" && (
              <button type="button" class="quiet" onClick={show}>
                {words.backup.showAgain}
              </button>
            )}
          </div>
        </Screen>
      );
  }
}

export function Export() {
  const keel = useKeel();
  const [agreed, setAgreed] = useState(false);
  const [saved, setSaved] = useState(false);
  const date = dayToInput(useView((state, now) => today(now, dayStartHour(state))));
  const startHour = useView(dayStartHour);
  return (
    <Screen title={words.export.title} lead={words.export.warning}>
      {agreed ? (
        <div class="actions">
          <button
            type="button"
            class="second"
            onClick={() => {
              saveFile(
                `keel-${date}.json`,
                writeJson(keel.journal.everything(), keel.now.value.ms),
                "application/json",
              );
              setSaved(true);
            }}
          >
            {words.export.json}
          </button>
          <button
            type="button"
            class="second"
            onClick={() => {
              const text = writeMarkdown(keel.journal.state, (event) => dayOf(event, startHour));
              saveFile(`keel-${date}.md`, text, "text/markdown");
              setSaved(true);
            }}
          >
            {words.export.markdown}
          </button>
          <p class="note" role="status">
            {saved ? words.export.saved : ""}
          </p>
        </div>
      ) : (
        <div class="actions low">
          <button type="button" class="main" onClick={() => setAgreed(true)}>
            {words.export.agree}
          </button>
        </div>
      )}
    </Screen>
  );
}

export function Wipe() {
  const keel = useKeel();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setProblem(null), [typed]);
  return (
    <Screen title={words.wipe.title} lead={words.wipe.lead}>
      <p class="note">{words.wipe.left}</p>
      <button type="button" class="second" onClick={() => goTo("backup")}>
        {words.wipe.first}
      </button>
      <form
        onSubmit={(happening) => {
          happening.preventDefault();
          if (typed.trim().toUpperCase() !== words.wipe.word) {
            setProblem(words.wipe.sure);
            return;
          }
          void wipeEverything(keel.vault).then((gone) => {
            if (!gone) setProblem(words.wipe.partly);
          });
        }}
      >
        <TextField label={words.wipe.sure} value={typed} onInput={setTyped} problem={problem} />
        <button type="submit" class="main care">
          {words.wipe.go}
        </button>
      </form>
    </Screen>
  );
}

export function About() {
  return (
    <Screen title={words.aboutKeel.title}>
      {words.aboutKeel.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p class="note">{words.aboutKeel.source}</p>
    </Screen>
  );
}
