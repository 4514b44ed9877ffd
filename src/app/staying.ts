/**
 * Asks the browser not to clear what is stored. Some browsers ask the person in turn, so it is done where something was just
 * finished and there is something to lose: after set-up, after an urge, after a backup. Never in the middle of one.
 */
export function askToStay(): void {
  void navigator.storage?.persist?.().catch(() => false);
}
