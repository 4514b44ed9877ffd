import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { common } from "#words/common.ts";
import { goBack, goTo } from "../place.ts";

/** The frame of every screen: a way back, Help now in the same corner, and a heading that screen readers land on. */
export function Screen(props: {
  readonly title: string;
  readonly lead?: string;
  readonly back?: boolean | (() => void);
  readonly quietTitle?: boolean;
  /** Where there is no app around the screen to go to. */
  readonly onHelp?: (() => void) | undefined;
  readonly children: ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [props.title]);
  const back = props.back ?? true;
  return (
    <main class="screen">
      <div class="bar">
        {back === false ? (
          <span class="name">{"Keel"}</span>
        ) : (
          <button type="button" class="quiet" onClick={typeof back === "function" ? back : goBack}>
            {common.back}
          </button>
        )}
        <button type="button" class="quiet help" onClick={props.onHelp ?? (() => goTo("help"))}>
          {common.help}
        </button>
      </div>
      <h1 ref={heading} tabIndex={-1} class={props.quietTitle === true ? "sr" : undefined}>
        {props.title}
      </h1>
      {props.lead !== undefined && <p class="lead">{props.lead}</p>}
      {props.children}
    </main>
  );
}
