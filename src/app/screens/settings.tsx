import { themes } from "#domain/event.ts";
import { theme } from "#domain/settings.ts";
import { settings as words } from "#words/settings.ts";
import { Chips } from "../parts/chips.tsx";
import { Screen } from "../parts/screen.tsx";
import { type PlaceName, goTo } from "../place.ts";
import { save, useKeel, useView } from "../keel.ts";

const groups: readonly { readonly title: string; readonly rows: readonly PlaceName[] }[] = [
  { title: words.own, rows: ["reasons", "steps", "people", "region"] },
  { title: words.about, rows: ["dates", "rule", "day", "safety"] },
  { title: words.yours, rows: ["backup", "restore", "export", "wipe", "about"] },
];

export function Settings() {
  const keel = useKeel();
  const chosen = useView(theme);
  return (
    <Screen title={words.title} back={false}>
      {groups.map((group) => (
        <section key={group.title} class="rows" aria-label={group.title}>
          <h2>{group.title}</h2>
          {group.rows.map((row) => (
            <button key={row} type="button" class="row" onClick={() => goTo(row)}>
              {words.rows[row as keyof typeof words.rows]}
            </button>
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
