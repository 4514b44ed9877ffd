/** The vault could not be opened. Nothing is deleted and nothing empty is put in its place without being asked. */
import { trouble } from "#words/common.ts";
import { Screen } from "../parts/screen.tsx";

export type TroubleKind = "evicted" | "locked" | "newerStore" | "unreadable" | "noStorage" | "noRoom";

export function Trouble(props: {
  readonly kind: TroubleKind;
  /** Null where there is no storage to restore into. */
  readonly onRestore: (() => void) | null;
  readonly onFresh: () => void;
  readonly onUrge: () => void;
  readonly onAgain: () => void;
  readonly onHelp: () => void;
  readonly urgeWord: string;
}) {
  const said = trouble[props.kind];
  return (
    <Screen title={said.title} lead={said.lead} back={false} onHelp={props.onHelp}>
      <div class="actions low">
        {"restore" in said && props.onRestore !== null && (
          <button type="button" class="second" onClick={props.onRestore}>
            {said.restore}
          </button>
        )}
        {"fresh" in said && (
          <button type="button" class="second" onClick={props.onFresh}>
            {said.fresh}
          </button>
        )}
        {props.kind !== "evicted" && (
          <button type="button" class="second" onClick={props.onAgain}>
            {trouble.again}
          </button>
        )}
        <button type="button" class="main" onClick={props.onUrge}>
          {props.urgeWord}
        </button>
      </div>
    </Screen>
  );
}
