import { useId } from "preact/hooks";

/** A labelled text box that grows with what is in it. */
export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly place?: string;
  readonly rows?: number;
  readonly kind?: "text" | "tel";
  readonly problem?: string | null;
}) {
  const id = useId();
  const problemId = `${id}-problem`;
  const shared = {
    id,
    value: props.value,
    placeholder: props.place,
    autocomplete: "off",
    "aria-invalid": props.problem ? true : undefined,
    "aria-describedby": props.problem ? problemId : undefined,
  } as const;
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.rows === undefined ? (
        <input
          {...shared}
          type="text"
          inputMode={props.kind ?? "text"}
          onInput={(happening) => props.onInput(happening.currentTarget.value)}
        />
      ) : (
        <textarea {...shared} rows={props.rows} onInput={(happening) => props.onInput(happening.currentTarget.value)} />
      )}
      {props.problem && (
        <p id={problemId} class="problem" role="alert">
          {props.problem}
        </p>
      )}
    </div>
  );
}

/** A day, as the phone's own date picker. `YYYY-MM-DD` or empty. */
export function DateField(props: {
  readonly label: string;
  readonly value: string;
  readonly max?: string;
  readonly onInput: (value: string) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        type="date"
        value={props.value}
        max={props.max}
        onInput={(happening) => props.onInput(happening.currentTarget.value)}
      />
    </div>
  );
}

/** A choice from a long list: the phone's own picker. */
export function SelectField<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly all: readonly { readonly value: T; readonly name: string }[];
  readonly onPick: (value: T) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select id={id} value={props.value} onChange={(happening) => props.onPick(happening.currentTarget.value as T)}>
        {props.all.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
