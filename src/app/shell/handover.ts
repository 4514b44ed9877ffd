/** What the shell offers the app once the app has loaded. The shell needs nothing of the app to ride out an urge. */
import type { UrgeSession } from "#domain/urge-session.ts";

/** What only an opened journal knows, for the urge screen. All of it may be empty. */
export interface UrgeContext {
  readonly reasons: readonly string[];
  readonly ownSteps: readonly string[];
  readonly people: readonly { readonly name: string; readonly phone: string }[];
  /** Whole sentences, made from the person's own numbers only. */
  readonly record: readonly string[];
  /** They were asked to stop (evidence 11.1 G2). */
  readonly theirNo: boolean;
  /** They are afraid of the other person (evidence 11.1 G1). */
  readonly danger: boolean;
}

/** Chromium's offer to install the app. It comes once, early, before the app may be there to hear it. */
export interface InstallOffer {
  prompt(): Promise<unknown>;
  readonly userChoice: Promise<{ readonly outcome: "accepted" | "dismissed" }>;
}

export interface Shell {
  readonly installOffer: InstallOffer | null;
  /** The urge under way or just ended, until `finish`. */
  readonly session: UrgeSession | null;
  begin(): void;
  /** Goes on with a session from storage, unless one is already under way. */
  resume(session: UrgeSession): void;
  setContext(context: UrgeContext): void;
  /** The app is there: it hears of every change, of the goodbye, and of the other two buttons. */
  attach(app: AppDoors): void;
  /** Takes the first screen away for good: the app has one of its own. */
  hideFirst(): void;
  /** Shows the urge screen again, if a session is under way and the person went back to the app. */
  show(): void;
}

export interface AppDoors {
  readonly sessionChanged: (session: UrgeSession) => void;
  readonly sessionClosed: (session: UrgeSession) => void;
  readonly leftWithBack: () => void;
  readonly start: () => void;
  readonly help: () => void;
}

declare global {
  // oxlint-disable-next-line no-var -- only `var` declares a property of globalThis
  var keelShell: Shell | undefined;
}
