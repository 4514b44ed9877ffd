/** Whether and how this browser puts the app on the home screen. */
import type { InstallOffer } from "./shell/handover.ts";

export const isInstalled = (): boolean =>
  matchMedia("(display-mode: standalone)").matches || (navigator as { standalone?: boolean }).standalone === true;

export const installOffer = (): InstallOffer | null => globalThis.keelShell?.installOffer ?? null;

/** iPhones and iPads only know the way through the Share button. */
export const isApplePhone = (): boolean => (navigator as { standalone?: boolean }).standalone !== undefined;
