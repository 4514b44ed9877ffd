/** One or several choices as buttons that stay pressed. */
export function Chips<T extends string>(props: {
  readonly label: string;
  readonly all: readonly T[];
  readonly words: Readonly<Record<T, string>>;
  readonly chosen: readonly T[];
  readonly onPick: (value: T) => void;
}) {
  return (
    <div class="chips" role="group" aria-label={props.label}>
      {props.all.map((value) => (
        <button
          key={value}
          type="button"
          class="chip"
          aria-pressed={props.chosen.includes(value)}
          onClick={() => props.onPick(value)}
        >
          {props.words[value]}
        </button>
      ))}
    </div>
  );
}

/** The chosen ones after a tap on `value`. */
export function toggled<T>(chosen: readonly T[], value: T): readonly T[] {
  return chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
}
