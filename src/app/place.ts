/**
 * Where the person is. There is one address for everything, so that no screen's name stays in the browser's history; the
 * back gesture works because each step leaves an entry without one.
 */
import { signal } from "@preact/signals";

export type PlaceName =
  | "today"
  | "log"
  | "settings"
  | "help"
  | "setup"
  | "contact"
  | "entry"
  | "rule"
  | "dates"
  | "day"
  | "people"
  | "reasons"
  | "steps"
  | "region"
  | "safety"
  | "backup"
  | "restore"
  | "export"
  | "wipe"
  | "install"
  | "about";

export interface Place {
  readonly name: PlaceName;
  /** The event that the screen is about, for `entry` and `contact`. */
  readonly id?: string;
}

export const place = signal<Place>({ name: "today" });

const isPlace = (value: unknown): value is Place =>
  typeof value === "object" && value !== null && typeof (value as Place).name === "string";

export function goTo(name: PlaceName, id?: string): void {
  const next: Place = id === undefined ? { name } : { name, id };
  history.pushState({ place: next }, "");
  place.value = next;
  globalThis.scrollTo(0, 0);
}

/** Goes to a screen that takes the present one's place: after saving, back must not open the form again. */
export function replaceWith(name: PlaceName, id?: string): void {
  const next: Place = id === undefined ? { name } : { name, id };
  history.replaceState({ place: next }, "");
  place.value = next;
  globalThis.scrollTo(0, 0);
}

export function goBack(): void {
  if (isPlace(history.state?.place)) history.back();
  else replaceWith("today");
}

export function followHistory(): void {
  history.replaceState({ ...history.state, place: place.value }, "");
  addEventListener("popstate", (happening: PopStateEvent) => {
    const before: unknown = happening.state?.place;
    if (isPlace(before)) {
      place.value = before;
      globalThis.scrollTo(0, 0);
    }
  });
}
