/** The steps of `check` and `test`, run one after another; the first that is not green ends the run with one clear line. */
import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./build.ts";

export interface Step {
  readonly name: string;
  readonly run: () => number;
}

const tool = (file: string): string => join(root, "node_modules", file);

function runNode(file: string, args: readonly string[]): void {
  const done = spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: "inherit" });
  if (done.status !== 0) throw new Error(`ended with ${done.status ?? done.signal}`);
}

/** Files a tool was given: a gate that looked at nothing is not a gate. */
function countFiles(...patterns: readonly string[]): number {
  return globSync([...patterns], { cwd: root, exclude: (name) => name === "node_modules" || name === "dist" }).length;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

function vitest(args: readonly string[]): number {
  const report = join(root, ".cache", "unit.json");
  rmSync(report, { force: true });
  runNode(tool("vitest/vitest.mjs"), [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${report}`,
    ...args,
  ]);
  const counts = JSON.parse(readFileSync(report, "utf8")) as VitestReport;
  if (counts.numPendingTests > 0) throw new Error(`${counts.numPendingTests} tests did not run`);
  return counts.numPassedTests;
}

export const types: Step = {
  name: "types and walls",
  run() {
    runNode(tool("typescript/bin/tsc"), ["-b"]);
    console.log(`${countFiles("src/**/*.{ts,tsx}", "test/**/*.ts", "scripts/*.ts")} files`);
    return 0;
  },
};
export const lint: Step = {
  name: "lint",
  run() {
    runNode(tool("oxlint/bin/oxlint"), ["--type-aware", "--deny-warnings"]);
    return 0;
  },
};
export const format: Step = {
  name: "format",
  run() {
    runNode(tool("oxfmt/bin/oxfmt"), ["--check", "src", "test", "scripts", "bench"]);
    return 0;
  },
};
export const deadCode: Step = {
  name: "dead code",
  run() {
    runNode(tool("knip/bin/knip.js"), []);
    return 0;
  },
};
export const unit: Step = { name: "unit and property tests", run: () => vitest([]) };
export const unitWithCoverage: Step = {
  name: "unit and property tests, every branch of the vault",
  run: () => vitest(["--coverage"]),
};
export const build: Step = {
  name: "build",
  run() {
    runNode(join(root, "scripts", "build.ts"), []);
    return 0;
  },
};
export const size: Step = {
  name: "size",
  run() {
    runNode(join(root, "scripts", "size.ts"), []);
    return 0;
  },
};
export const browser: Step = {
  name: "in a real Chromium",
  run() {
    const report = join(root, ".cache", "e2e.json");
    rmSync(report, { force: true });
    runNode(tool("@playwright/test/cli.js"), ["test"]);
    if (!existsSync(report)) throw new Error("no report");
    const { stats } = JSON.parse(readFileSync(report, "utf8")) as { stats: { expected: number; skipped: number } };
    if (stats.skipped > 0) throw new Error(`${stats.skipped} tests did not run`);
    return stats.expected;
  },
};

export function runSteps(steps: readonly Step[]): void {
  let passed = 0;
  for (const step of steps) {
    const startedMs = performance.now();
    console.log(`\n── ${step.name}`);
    try {
      passed += step.run();
    } catch (error) {
      console.error(`\n${step.name}: not green (${error instanceof Error ? error.message : String(error)}).`);
      console.log(`${passed} passed, 1 failed`);
      process.exit(1);
    }
    console.log(`${step.name}: ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  }
  if (passed === 0) {
    console.error("No test ran.");
    process.exit(1);
  }
  console.log(`\n${passed} passed, 0 failed`);
}
