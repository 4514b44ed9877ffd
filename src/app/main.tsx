/** Start here: open the vault, make the journal, hand the urge over from the shell, draw. */
import "./app.css";
import { effect, signal } from "@preact/signals";
import { render } from "preact";
import type { Moment, UrgeSession } from "#domain/urge-session.ts";
import { gate } from "#domain/gate.ts";
import { region, theme } from "#domain/settings.ts";
import { emptyState } from "#domain/state.ts";
import { today as todayWords } from "#words/today.ts";
import { type OpenedVault, type Surroundings, type Vault, createVault, openVault } from "#vault/vault.ts";
import { App } from "./app.tsx";
import { openDrafts } from "./drafts.ts";
import { type Journal, erasuresToFinish, openJournal } from "./journal.ts";
import { type Keel, type Notice, wasSaved } from "./keel.ts";
import { type UrgeKeeper, createUrgeKeeper } from "./keeping-urge.ts";
import { followHistory, goTo, place } from "./place.ts";
import type { TroubleKind } from "./screens/trouble.tsx";
import type { Shell } from "./shell/handover.ts";
import { askToStay } from "./staying.ts";
import { findSurroundings } from "./surroundings.ts";
import { watchUpdates } from "./updates.ts";
import { urgeContext } from "./urge-context.ts";

const compactDelayMs = 3_000;
const minuteMs = 60_000;

const readNow = (): Moment => ({ ms: Date.now(), offset: -new Date().getTimezoneOffset() });

function findShell(): Shell {
  const { keelShell } = globalThis;
  if (keelShell === undefined) throw new Error("the document came without its shell");
  return keelShell;
}

const shell = findShell();
const root = document.getElementById("app") as HTMLElement;
const now = signal(readNow());
const notice = signal<Notice | null>(null);
const urgeUnderWay = signal(false);
const updates = watchUpdates();

interface Open {
  readonly keel: Keel;
  readonly keeper: UrgeKeeper;
}
let open: Promise<Open | null> | null = null;
let current: Open | null = null;
/** Urges that ended while there was no vault: no room for one, or the old one gone and not yet restored. */
const homeless: UrgeSession[] = [];

/** Everything an opened vault needs around it. */
async function settleIn(vault: Vault, opened: Extract<OpenedVault, { is: "open" }>): Promise<Open> {
  const drafts = await openDrafts(vault);
  const journal: Journal = openJournal(vault, opened.entries, opened.damaged.length, readNow);
  const keel: Keel = {
    journal,
    vault,
    now,
    notice,
    drafts,
    urgeUnderWay,
    startUrge: () => {
      if (shell.session === null) shell.begin();
      else shell.show();
    },
  };
  const keeper = createUrgeKeeper(vault, journal, (why) => wasSaved(keel, { ok: false, why }));
  const unfinished = erasuresToFinish(journal);
  if (unfinished.length > 0) void journal.erase(unfinished);
  effect(() => {
    void journal.version.value;
    // What was noted a second ago must not lie in the future of a clock that moves by the minute.
    now.value = readNow();
    shell.setContext(urgeContext(journal.state));
    const chosen = theme(journal.state);
    if (chosen !== "auto") document.documentElement.dataset["theme"] = chosen;
  });
  setTimeout(() => void vault.compact(), compactDelayMs);
  document.documentElement.dataset["known"] = "";
  for (const session of homeless.splice(0)) keeper.close(session);
  current = { keel, keeper };
  return current;
}

async function makeVault(around: Surroundings): Promise<Open | null> {
  const made = await createVault(around);
  if (made.is !== "open") return null;
  return settleIn(made.vault, made);
}

/** The vault, made now if there is none. A phone that refused once is asked again: space may have been freed since. */
async function vaultFor(around: Surroundings): Promise<Open | null> {
  open ??= makeVault(around);
  const ready = await open;
  if (ready !== null) return ready;
  open = makeVault(around);
  return open;
}

async function drawOrSayWhy(around: Surroundings): Promise<void> {
  if ((await vaultFor(around)) === null) await showTrouble("noRoom", around);
  else draw();
}

/** Nothing typed is only on the screen any more. */
async function settled(): Promise<void> {
  await Promise.all([current?.keeper.settled(), current?.keel.drafts.settled()]);
}

function draw(): void {
  if (current === null) return;
  render(<App keel={current.keel} updates={updates} settled={settled} />, root);
  shell.hideFirst();
}

async function sessionClosed(session: UrgeSession, around: Surroundings): Promise<void> {
  urgeUnderWay.value = false;
  const ready = await vaultFor(around);
  if (ready === null) homeless.push(session);
  else {
    ready.keeper.close(session);
    await ready.keeper.settled();
    askToStay();
  }
  await drawOrSayWhy(around);
  if (ready !== null && session.outcome === "sent") goTo("contact");
}

function attach(around: Surroundings, begin: () => void): void {
  shell.attach({
    sessionChanged: (session) => {
      urgeUnderWay.value = true;
      open ??= makeVault(around);
      void open.then((ready) => ready?.keeper.keep(session));
    },
    sessionClosed: (session) => void sessionClosed(session, around),
    leftWithBack: () => void drawOrSayWhy(around),
    start: begin,
    help: () => void showHelp(),
  });
}

/** There is no vault to write to, and none may be made unasked: an urge can be ridden out all the same. */
function attachWithout(show: () => void): void {
  shell.attach({
    sessionChanged: () => {},
    sessionClosed: (session) => {
      homeless.push(session);
      show();
    },
    leftWithBack: show,
    start: show,
    help: () => void showHelp(),
  });
}

/** Help now must open in every state, also before there is a vault. */
async function showHelp(): Promise<void> {
  const [{ HelpCard }, { guessedRegion }] = await Promise.all([
    import("./screens/help.tsx"),
    import("./guessed-region.ts"),
  ]);
  const urge = document.getElementById("urge") as HTMLElement;
  const dialog = document.createElement("dialog");
  dialog.className = "help-dialog";
  document.body.append(dialog);
  const state = current?.keel.journal.state ?? emptyState();
  const chosen = signal(region(state) ?? guessedRegion);
  const { danger, minor } = gate(state);
  effect(() => {
    render(
      <HelpCard
        region={chosen.value}
        danger={danger}
        minor={minor}
        back={() => dialog.close()}
        onRegion={(code) => (chosen.value = code)}
      />,
      dialog,
    );
  });
  dialog.addEventListener("close", () => {
    render(null, dialog);
    dialog.remove();
    urge.querySelector("h1")?.focus();
  });
  dialog.showModal();
}

async function showTrouble(kind: TroubleKind, around: Surroundings | null): Promise<void> {
  const [{ Trouble }, { Restore }, { restoreWith }] = await Promise.all([
    import("./screens/trouble.tsx"),
    import("./screens/restore.tsx"),
    import("./restoring.ts"),
  ]);
  const show = (restoring: boolean): void => {
    render(
      restoring && around !== null ? (
        <Restore
          back={() => show(false)}
          onRestore={(words, bytes) => restoreWith(around, words, bytes)}
          onOpen={() =>
            void openVault(around).then((opened) => (opened.is === "open" ? enter(around, opened) : location.reload()))
          }
          onHelp={() => void showHelp()}
        />
      ) : (
        <Trouble
          kind={kind}
          urgeWord={todayWords.urge}
          onUrge={() => shell.begin()}
          onHelp={() => void showHelp()}
          onAgain={() => (kind === "noRoom" && around !== null ? void drawOrSayWhy(around) : location.reload())}
          onRestore={around === null ? null : () => show(true)}
          onFresh={() => {
            if (around === null) return;
            attach(around, draw);
            place.value = { name: "setup" };
            void drawOrSayWhy(around);
          }}
        />
      ),
      root,
    );
  };
  shell.hideFirst();
  show(false);
}

/** Draws an opened vault, where the person left it. */
async function enter(around: Surroundings, opened: Extract<OpenedVault, { is: "open" }>): Promise<void> {
  const ready = await settleIn(opened.vault, opened);
  open = Promise.resolve(ready);
  attach(around, draw);
  const stored = await ready.keeper.stored();
  if (ready.keel.drafts.read("contact") !== null) place.value = { name: "contact" };
  draw();
  performance.mark("keel:drawn");
  if (stored !== null) {
    urgeUnderWay.value = true;
    shell.resume(stored);
  }
}

async function main(): Promise<void> {
  performance.mark("keel:opening");
  followHistory();
  const found = await findSurroundings(() => location.reload());
  if (found.is === "newer") return cannotOpen("newerStore", null);
  if (found.is === "unavailable") {
    if (found.wasHere) return cannotOpen("unreadable", null);
    return attachWithout(() => void showTrouble("noStorage", null));
  }
  const { around } = found;
  const opened = await openVault(around);
  switch (opened.is) {
    case "open":
      return enter(around, opened);
    case "empty":
      return attach(around, () => {
        place.value = { name: "setup" };
        void drawOrSayWhy(around);
      });
    case "evicted":
    case "locked":
    case "unreadable":
      return cannotOpen(opened.is, around);
  }
}

async function cannotOpen(kind: TroubleKind, around: Surroundings | null): Promise<void> {
  attachWithout(() => void showTrouble(kind, around));
  await showTrouble(kind, around);
}

setInterval(() => (now.value = readNow()), minuteMs);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") {
    now.value = readNow();
    void current?.keel.vault.catchUp();
  } else void settled();
});

void main();
