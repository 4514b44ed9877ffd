/** The country this phone is probably in, until the person picks one. Comes with the help card: the lines are many. */
import { guessRegion } from "#library/crisis-lines.ts";

export const guessedRegion = guessRegion(Intl.DateTimeFormat().resolvedOptions().timeZone, navigator.languages);
