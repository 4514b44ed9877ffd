import { common } from "#words/common.ts";
import { type PlaceName, goTo, place } from "../place.ts";

const tabs = ["today", "log", "settings"] as const satisfies readonly PlaceName[];

export function Tabs() {
  return (
    <nav class="tabs" aria-label={common.tabs.label}>
      {tabs.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={place.value.name === name ? "page" : undefined}
          onClick={() => place.value.name !== name && goTo(name)}
        >
          <span class="tab-mark" aria-hidden="true" />
          {common.tabs[name]}
        </button>
      ))}
    </nav>
  );
}
