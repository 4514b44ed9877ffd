/** Makes one element. Text goes in as text: no markup is ever parsed, so nothing typed can become code. */

type Child = Node | string | null | false;
type On = { readonly [K in keyof HTMLElementEventMap]?: (happening: HTMLElementEventMap[K]) => void };

export interface Attributes {
  readonly class?: string;
  readonly id?: string;
  readonly on?: On;
  readonly [attribute: string]: string | number | boolean | On | undefined;
}

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name === "on") {
      for (const [kind, listen] of Object.entries(value as On)) {
        element.addEventListener(kind, listen as EventListener);
      }
    } else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return element;
}
