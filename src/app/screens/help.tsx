/** Help now: the emergency number first, then lines for this country. Works offline; it needs nothing but the data. */
import { gate } from "#domain/gate.ts";
import { region } from "#domain/settings.ts";
import { checkedOn, countries, dialOf, directory, helpFor, source } from "#library/crisis-lines.ts";
import { help as words } from "#words/help.ts";
import { settings } from "#words/settings.ts";
import { dayAndYear, inputToDay } from "../dates.ts";
import { guessedRegion } from "../guessed-region.ts";
import { save, useKeel, useView } from "../keel.ts";
import { SelectField } from "../parts/field.tsx";
import { Screen } from "../parts/screen.tsx";
import { countryNames } from "../country-names.ts";

export function HelpCard(props: {
  readonly region: string | null;
  readonly danger: boolean;
  readonly minor: boolean;
  readonly back?: () => void;
  readonly onRegion: (code: string) => void;
}) {
  const view = helpFor(props.region, props);
  const names = countryNames(countries);
  return (
    <Screen title={words.title} lead={words.lead} back={props.back ?? true}>
      <section class="card urgent" aria-labelledby="danger">
        <h2 id="danger">{words.danger}</h2>
        <div class="ways">
          {view.emergency.map((number, index) => (
            <a key={number} class={index === 0 ? "way main" : "way"} href={`tel:${number}`}>
              {words.call(number)}
            </a>
          ))}
        </div>
      </section>
      {view.lines.map((line) => (
        <section key={`${line.name}${line.number}`} class="line">
          <h2>{line.name}</h2>
          {line.certainty === "unconfirmed" && <p class="note">{words.unconfirmed}</p>}
          <div class="ways">
            {line.number !== "" && (
              <a class="way" href={`tel:${dialOf(line.number)}`}>
                {words.call(line.number)}
              </a>
            )}
            {line.text !== undefined && (
              <a class="way" href={`sms:${line.text.to}${line.text.word === null ? "" : `?body=${line.text.word}`}`}>
                {line.text.word === null ? words.textTo(line.text.to) : words.text(line.text.word, line.text.to)}
              </a>
            )}
          </div>
        </section>
      ))}
      <p>
        {words.directory}:{" "}
        <a href={directory} rel="noreferrer">
          {words.directoryWeb}
        </a>
      </p>
      <SelectField
        label={words.country}
        value={view.country ?? ""}
        all={[...(view.country === null ? [{ value: "", name: settings.dates.unknown }] : []), ...names]}
        onPick={(code) => code !== "" && props.onRegion(code)}
      />
      <p class="note">{words.program}</p>
      <p class="note">{words.checked(dayAndYear(inputToDay(checkedOn) ?? 0), source)}</p>
    </Screen>
  );
}

export function Help() {
  const keel = useKeel();
  const chosen = useView(region);
  const { danger, minor } = useView(gate);
  return (
    <HelpCard
      region={chosen ?? guessedRegion}
      danger={danger}
      minor={minor}
      onRegion={(value) => void save(keel, { kind: "setting", name: "region", value })}
    />
  );
}

export function Region() {
  const keel = useKeel();
  const chosen = useView(region) ?? guessedRegion ?? "";
  return (
    <Screen title={settings.region.title} lead={settings.region.lead}>
      <SelectField
        label={settings.region.label}
        value={chosen}
        all={[...(chosen === "" ? [{ value: "", name: settings.dates.unknown }] : []), ...countryNames(countries)]}
        onPick={(value) => value !== "" && void save(keel, { kind: "setting", name: "region", value })}
      />
    </Screen>
  );
}
