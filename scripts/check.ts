/** npm run check: the inner loop. */
import { deadCode, format, lint, runSteps, types, unit } from "./steps.ts";

runSteps([types, lint, format, deadCode, unit]);
