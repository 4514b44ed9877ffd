import { themes } from "#domain/event.ts";
import { dayOf } from "#domain/day.ts";
import { lastBackup, theme } from "#domain/settings.ts";
import { settings as words } from "#words/settings.ts";
import { dayAndYear } from "../dates.ts";
import { isInstalled } from "../installing.ts";
import { Chips } from "../parts/chips.tsx";
import { Screen } from "../parts/screen.tsx";
import { type PlaceName, goTo } from "../place.ts";
import { save, useKeel, useView } from "../keel.ts";

const groups: readonly { readonly title: string; readonly rows: readonly PlaceName[] }[] = [
  { title: words.own, rows: ["reasons", "steps", "people", "region"] },
  { title: words.about, rows: ["dates", "rule", "day", "safety"] },
  { title: words.yours, rows: ["backup", "restore", "export", "install", "wipe", "about"] },
];

export function Settings() {
  const keel = useKeel();
  const chosen = useView(theme);
  const backup = useView(lastBackup);
  return (
    <Screen title={words.title} back={false}>
      {groups.map((group) => (
        <section key={group.title} class="rows" aria-label={group.title}>
          <h2>{group.title}</h2>
          {group.rows
            .filter((row) => row !== "install" || !isInstalled())
            .map((row) => (
              <div key={row} class="row-group">
                <button
                  type="button"
                  class="row"
                  aria-describedby={row === "backup" ? "backup-note" : undefined}
                  onClick={() => goTo(row)}
                >
                  {words.rows[row as keyof typeof words.rows]}
                </button>
                {row === "backup" && (
                  <p id="backup-note" class="note">
                    {backup === null ? words.notBackedUp : words.backedUp(dayAndYear(dayOf(backup, 0)))}
                  </p>
                )}
              </div>
            ))}
        </section>
      ))}
      <section class="rows" aria-label={words.rows.theme}>
        <h2>{words.rows.theme}</h2>
        <Chips
          label={words.rows.theme}
          all={themes}
          words={words.themes}
          chosen={[chosen]}
          onPick={(value) => void save(keel, { kind: "setting", name: "theme", value })}
        />
      </section>
    </Screen>
  );
}
