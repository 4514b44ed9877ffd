/** The vault could not be opened. Nothing is deleted and nothing empty is put in its place without being asked. */
import { trouble } from "#words/common.ts";
import { Screen } from "../parts/screen.tsx";

export type TroubleKind = "evicted" | "locked" | "newerStore" | "unreadable" | "noStorage";

export function Trouble(props: {
  readonly kind: TroubleKind;
  readonly onRestore: () => void;
  readonly onFresh: () => void;
  readonly onUrge: () => void;
  readonly urgeWord: string;
}) {
  const said = trouble[props.kind];
  return (
    <Screen title={said.title} lead={said.lead} back={false}>
      <div class="actions low">
        {"restore" in said && (
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
          <button type="button" class="second" onClick={() => location.reload()}>
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
