import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { trouble } from "#words/common.ts";
import { type Keel, KeelProvider } from "./keel.ts";
import { NoticeLine } from "./parts/notice.tsx";
import { Tabs } from "./parts/tabs.tsx";
import { type PlaceName, place } from "./place.ts";
import { Today } from "./screens/today.tsx";
import type { Updates } from "./updates.ts";

type ScreenOf = ComponentType<{ readonly id: string }>;
type Load = () => Promise<ScreenOf>;

/** Each screen but Today comes when it is opened. The service worker has them all for nights without signal. */
const lazy: Readonly<Record<Exclude<PlaceName, "today">, Load>> = {
  log: () => import("./screens/log.tsx").then((file) => file.Log),
  entry: () => import("./screens/entry.tsx").then((file) => file.Entry),
  settings: () => import("./screens/settings.tsx").then((file) => file.Settings),
  help: () => import("./screens/help.tsx").then((file) => file.Help),
  region: () => import("./screens/help.tsx").then((file) => file.Region),
  setup: () => import("./screens/setup.tsx").then((file) => file.Setup),
  contact: () => import("./screens/contact.tsx").then((file) => file.Contact),
  rule: () => import("./screens/own-rule.tsx").then((file) => file.Rule),
  dates: () => import("./screens/own-rule.tsx").then((file) => file.Dates),
  day: () => import("./screens/own-rule.tsx").then((file) => file.DayStart),
  safety: () => import("./screens/own-rule.tsx").then((file) => file.SafetyAnswers),
  people: () => import("./screens/own-words.tsx").then((file) => file.People),
  reasons: () => import("./screens/own-words.tsx").then((file) => file.Reasons),
  steps: () => import("./screens/own-words.tsx").then((file) => file.OwnSteps),
  backup: () => import("./screens/copies.tsx").then((file) => file.Backup),
  restore: () => import("./screens/restore-here.tsx").then((file) => file.RestoreHere),
  export: () => import("./screens/copies.tsx").then((file) => file.Export),
  wipe: () => import("./screens/copies.tsx").then((file) => file.Wipe),
  install: () => import("./screens/install.tsx").then((file) => file.Install),
  about: () => import("./screens/copies.tsx").then((file) => file.About),
};

const loaded = new Map<PlaceName, ScreenOf>([["today", Today]]);

function Placed() {
  const { name, id } = place.value;
  const [, redraw] = useState(0);
  const [missing, setMissing] = useState(false);
  const ScreenHere = loaded.get(name);
  useEffect(() => {
    if (name === "today" || loaded.has(name)) return;
    setMissing(false);
    lazy[name]().then(
      (screen) => {
        loaded.set(name, screen);
        redraw((count) => count + 1);
      },
      () => setMissing(true),
    );
  }, [name]);
  if (ScreenHere !== undefined) return <ScreenHere key={`${name} ${id ?? ""}`} id={id ?? ""} />;
  return missing ? (
    <main class="screen">
      <p role="alert">{trouble.noSignal}</p>
      <button type="button" class="second" onClick={() => location.reload()}>
        {trouble.again}
      </button>
    </main>
  ) : null;
}

export function App(props: { readonly keel: Keel; readonly updates: Updates; readonly settled: () => Promise<void> }) {
  const { ready } = props.updates;
  return (
    <KeelProvider value={props.keel}>
      <Placed />
      {ready.value && (
        <div class="update">
          <span>{trouble.update}</span>
          <button type="button" onClick={() => void props.settled().then(() => props.updates.use())}>
            {trouble.updateNow}
          </button>
        </div>
      )}
      <NoticeLine />
      {place.value.name !== "setup" && <Tabs />}
    </KeelProvider>
  );
}
