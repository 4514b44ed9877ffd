import { useState } from "preact/hooks";
import { settings } from "#words/settings.ts";
import { installOffer, isApplePhone } from "../installing.ts";
import { Screen } from "../parts/screen.tsx";

const words = settings.install;

export function Install() {
  const offer = installOffer();
  const [done, setDone] = useState(false);
  return (
    <Screen title={words.title} lead={words.lead}>
      <p>{words.name}</p>
      {done && <p role="status">{words.done}</p>}
      {!done && offer === null && <p>{isApplePhone() ? words.iphone : words.menu}</p>}
      {!done && offer !== null && (
        <button
          type="button"
          class="main"
          onClick={() => {
            void offer.prompt();
            void offer.userChoice.then(({ outcome }) => setDone(outcome === "accepted"));
          }}
        >
          {words.now}
        </button>
      )}
    </Screen>
  );
}
