import { useId } from "preact/hooks";

/** A line that is on or off. */
export function Switch(props: {
  readonly label: string;
  readonly note?: string | undefined;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const id = useId();
  return (
    <div class="switch">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={props.on}
        aria-describedby={props.note === undefined ? undefined : `${id}-note`}
        onChange={(happening) => props.onChange(happening.currentTarget.checked)}
      />
      {props.note !== undefined && (
        <p id={`${id}-note`} class="note">
          {props.note}
        </p>
      )}
    </div>
  );
}
