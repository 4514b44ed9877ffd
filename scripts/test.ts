/** npm test: everything. */
import { browser, build, deadCode, format, lint, runSteps, size, types, unitWithCoverage } from "./steps.ts";

runSteps([types, lint, format, deadCode, unitWithCoverage, build, size, browser]);
