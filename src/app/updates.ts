/**
 * The service worker keeps the app for nights without signal. A new version waits until the person says so, or until
 * every tab is closed: nothing changes under someone who is writing.
 */
import { type ReadonlySignal, signal } from "@preact/signals";

const workerAddress = "/sw.js";

interface TrustedAddresses {
  createScriptURL(address: string): string;
}
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): TrustedAddresses;
}

/** The one script address this app may hand to the browser. */
function trusted(address: string): string {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  if (factory === undefined) return address;
  const policy = factory.createPolicy("keel", {
    createScriptURL(wanted) {
      if (wanted !== workerAddress) throw new Error("not a script of this app");
      return wanted;
    },
  });
  return policy.createScriptURL(address);
}

export interface Updates {
  readonly ready: ReadonlySignal<boolean>;
  /** Switches to the waiting version and loads the page again. Call it when drafts are safe. */
  use(): void;
}

export function watchUpdates(): Updates {
  const ready = signal(false);
  let waiting: ServiceWorker | null = null;
  let wanted = false;
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  if (serviceWorker !== undefined) {
    serviceWorker.addEventListener("controllerchange", () => {
      if (wanted) location.reload();
    });
    void serviceWorker
      .register(trusted(workerAddress), { updateViaCache: "none" })
      .then((registration) => {
        const see = (): void => {
          if (registration.waiting === null || serviceWorker.controller === null) return;
          waiting = registration.waiting;
          ready.value = true;
        };
        see();
        registration.addEventListener("updatefound", () => {
          registration.installing?.addEventListener("statechange", see);
        });
      })
      // A private window or an old browser: the app works, only not without a network.
      .catch(() => {});
  }
  return {
    ready,
    use() {
      wanted = true;
      waiting?.postMessage("use");
    },
  };
}
