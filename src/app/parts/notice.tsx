import { useEffect } from "preact/hooks";
import { common } from "#words/common.ts";
import { useKeel } from "../keel.ts";

/** Long enough to read twice and to reach the button. */
const noticeMs = 12_000;

/** One sentence at the foot of the screen, with undo where there is something to undo. */
export function NoticeLine() {
  const { notice } = useKeel();
  const { value } = notice;
  useEffect(() => {
    if (value === null) return undefined;
    const timer = setTimeout(() => {
      if (notice.value === value) notice.value = null;
    }, noticeMs);
    return () => clearTimeout(timer);
  }, [value]);
  return (
    <div class="notice" role="status" data-shown={value !== null}>
      {value !== null && (
        <>
          <span>{value.text}</span>
          {value.undo !== undefined && (
            <button
              type="button"
              onClick={() => {
                value.undo?.();
                notice.value = { text: common.undone };
              }}
            >
              {common.undo}
            </button>
          )}
          <button type="button" onClick={() => (notice.value = null)}>
            {common.close}
          </button>
        </>
      )}
    </div>
  );
}
