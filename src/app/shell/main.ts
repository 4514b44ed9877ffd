/**
 * The first thing that runs, inlined into the document: the urge screen, working before the app, the storage or the
 * network is there, and when any of them never comes. When the page is idle it fetches the app and hands over.
 */
import { type Moment, type UrgeInput, type UrgeSession, beginUrge, stepUrge } from "#domain/urge-session.ts";
import { emergency, first } from "#words/first.ts";
import { el } from "./element.ts";
import type { AppDoors, InstallOffer, Shell, UrgeContext } from "./handover.ts";
import { emptyContext, openUrgeScreen } from "./urge-screen.ts";

const place = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the document has no #${id}`);
  return found;
};

const firstScreen = place("first");
const urgeScreen = place("urge");
const appScreen = place("app");
const status = place("first-status");

const now = (): Moment => ({ ms: Date.now(), offset: -new Date().getTimezoneOffset() });

let session: UrgeSession | null = null;
let context: UrgeContext = emptyContext;
let app: AppDoors | null = null;
let startWanted = false;
let helpWanted = false;

const screen = openUrgeScreen(
  urgeScreen,
  {
    input: (input) => step(input),
    done: () => finish(),
    back: () => goBack(),
    help: () => help(),
    nowMs: () => Date.now(),
  },
  emergency.open,
);

function step(input: UrgeInput): void {
  if (session === null) return;
  session = stepUrge(session, input, now());
  show();
  app?.sessionChanged(session);
}

function show(): void {
  if (session === null) return;
  const wasShown = !urgeScreen.hidden;
  urgeScreen.hidden = false;
  firstScreen.hidden = true;
  appScreen.hidden = true;
  document.documentElement.dataset["at"] = "urge";
  // One address for everything; this entry only gives the back gesture something to go back from.
  if (!wasShown) history.pushState({ at: "urge" }, "");
  screen.draw(session, context);
}

function hide(): void {
  screen.stop();
  urgeScreen.hidden = true;
  delete document.documentElement.dataset["at"];
  if (app === null) firstScreen.hidden = false;
  else appScreen.hidden = false;
}

function finish(): void {
  const ended = session;
  session = null;
  hide();
  if (history.state?.at === "urge") history.back();
  if (ended !== null) app?.sessionClosed(ended);
}

/** Back from a panel goes to the wait; back from the wait goes to the app, and the session goes on. */
function goBack(): void {
  if (session?.panel != null) step({ is: "shut" });
  else if (history.state?.at === "urge") history.back();
  else leave();
}

function leave(): void {
  if (session?.step === "close") {
    finish();
    return;
  }
  hide();
  app?.leftWithBack();
}

addEventListener("popstate", () => {
  if (urgeScreen.hidden) return;
  if (session?.panel != null) {
    history.pushState({ at: "urge" }, "");
    step({ is: "shut" });
  } else leave();
});

function help(): void {
  if (app !== null) {
    app.help();
    return;
  }
  helpWanted = true;
  const dialog = el(
    "dialog",
    { class: "emergency", "aria-labelledby": "emergency-title" },
    el("h1", { id: "emergency-title" }, emergency.title),
    el("p", {}, emergency.lead),
    el("p", {}, emergency.more),
    el("p", {}, el("a", { href: "https://findahelpline.com", rel: "noreferrer" }, emergency.directory)),
    el("button", { class: "main", type: "button", on: { click: () => dialog.close() } }, emergency.shut),
  );
  dialog.addEventListener("close", () => {
    helpWanted = false;
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}

let offer: InstallOffer | null = null;
addEventListener("beforeinstallprompt", (happening) => {
  happening.preventDefault();
  offer = happening as unknown as InstallOffer;
});

const shell: Shell = {
  get installOffer() {
    return offer;
  },
  get session() {
    return session;
  },
  begin() {
    if (session === null || session.step === "close") {
      session = beginUrge(now());
      app?.sessionChanged(session);
    }
    show();
  },
  resume(stored) {
    if (session !== null) return;
    session = stored;
    show();
  },
  setContext(next) {
    context = next;
    if (session !== null && !urgeScreen.hidden) screen.draw(session, context);
  },
  attach(doors) {
    app = doors;
    status.textContent = "";
    if (session !== null) doors.sessionChanged(session);
    if (startWanted) doors.start();
    if (helpWanted) {
      document.querySelector("dialog")?.close();
      doors.help();
    }
  },
  hideFirst() {
    firstScreen.hidden = true;
    if (urgeScreen.hidden) appScreen.hidden = false;
  },
  show,
};
globalThis.keelShell = shell;

place("first-urge").addEventListener("click", () => shell.begin());
place("first-help").addEventListener("click", help);
place("first-start").addEventListener("click", () => {
  if (app !== null) {
    app.start();
    return;
  }
  startWanted = true;
  status.textContent = first.opening;
  void load();
});

// Bright screens hurt at night: until the person has chosen otherwise, the hours from nine to seven are dark.
const hour = new Date().getHours();
if (hour >= 21 || hour < 7) document.documentElement.dataset["theme"] = "dark";

interface Assets {
  readonly app: string;
  readonly css: string;
}

let loading: Promise<unknown> | null = null;
/** Fetches the app. Safe to call again: a try that found no signal is forgotten. */
async function load(): Promise<void> {
  const assets = JSON.parse(place("assets").textContent) as Assets;
  loading ??= Promise.all([
    new Promise((resolve, reject) => {
      const link = el("link", { rel: "stylesheet", href: assets.css });
      link.addEventListener("load", resolve);
      link.addEventListener("error", reject);
      document.head.append(link);
    }),
    import(/* @vite-ignore */ assets.app),
  ]);
  try {
    await loading;
  } catch {
    loading = null;
    if (startWanted || document.documentElement.dataset["known"] !== undefined) {
      status.replaceChildren(
        first.offline,
        " ",
        el("button", { class: "quiet", type: "button", on: { click: () => void load() } }, first.tryAgain),
      );
    }
  }
}

addEventListener("online", () => app === null && void load());
const whenIdle: (run: () => void) => void =
  "requestIdleCallback" in globalThis
    ? (run) => requestIdleCallback(run, { timeout: 1_500 })
    : (run) => setTimeout(run, 200);
// Not before the first screen is painted: from the cache the app comes at once, and reading it would hold the paint up.
requestAnimationFrame(() => setTimeout(() => whenIdle(() => void load())));
