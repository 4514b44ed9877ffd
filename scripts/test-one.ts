/** npm run test:one -- NAME: one test file by a part of its path, with what its runner takes; a name under test/e2e runs in the browser. */
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { root } from "./build.ts";

const args = process.argv.slice(2);
const [name] = args;
if (name === undefined) {
  console.error("Say which: npm run test:one -- run.test");
  process.exit(1);
}
const inBrowser = globSync("test/e2e/*.spec.ts", { cwd: root }).some((file) => file.includes(name));
const [file, options] = inBrowser
  ? ["@playwright/test/cli.js", ["test", ...args]]
  : ["vitest/vitest.mjs", ["run", ...args]];
const done = spawnSync(process.execPath, [join(root, "node_modules", file), ...options], {
  cwd: root,
  stdio: "inherit",
});
process.exit(done.status ?? 1);
