/**
 * One page that opens a backup file with its twelve words, from a disk, without Keel's server or any network: so that what
 * a person wrote outlives this project. It shows the events and can save them as JSON; it stores nothing.
 */
import "./opener.css";
import { readBackup } from "#vault/backup.ts";
import { readWords } from "#vault/secret.ts";
import { opener as words } from "#words/opener.ts";
import { settings } from "#words/settings.ts";
import { el } from "../shell/element.ts";

const place = document.getElementById("opener") as HTMLElement;
const file = el("input", { type: "file", required: true });
const typed = el("textarea", { rows: 3, required: true, autocomplete: "off", spellcheck: "false" });
const status = el("p", { role: "status" });
const result = el("section", { "aria-label": words.result });

async function open(): Promise<void> {
  result.replaceChildren();
  const read = await readWords(typed.value);
  if (!read.ok) {
    status.textContent =
      read.why === "count"
        ? settings.restore.wordCount(read.count)
        : read.why === "not-a-word"
          ? settings.restore.notAWord(read.index + 1, typed.value.trim().split(/\s+/)[read.index] ?? "")
          : settings.restore.mismatch;
    return;
  }
  const [chosen] = file.files ?? [];
  if (chosen === undefined) return;
  const backup = await readBackup(read.secret, new Uint8Array(await chosen.arrayBuffer()));
  if (!backup.ok) {
    status.textContent = settings.restore.why[backup.why];
    return;
  }
  const decoder = new TextDecoder();
  const events = backup.entries.map((entry): unknown => JSON.parse(decoder.decode(entry.bytes)));
  const text = JSON.stringify({ format: "keel-events", version: 1, events }, null, 1);
  status.textContent = words.count(events.length);
  const save = el("a", { download: "keel-events.json" }, words.save);
  save.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  result.append(el("p", {}, save), el("pre", {}, text));
}

const form = el(
  "form",
  {
    on: {
      submit: (happening) => {
        happening.preventDefault();
        void open();
      },
    },
  },
  el("label", {}, settings.restore.file, file),
  el("label", {}, settings.restore.words, typed),
  el("button", { type: "submit" }, words.open),
);
place.append(el("h1", {}, words.title), el("p", {}, words.lead), form, status, result);
