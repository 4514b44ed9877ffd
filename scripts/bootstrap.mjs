// Runs one of the scripts beside this file under the pinned Node, after installing what is missing. Plain JavaScript that
// any Node 20 or newer understands: it is the only file that runs before the install.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name, ...rest] = process.argv.slice(2);

const stop = (line) => {
  console.error(line);
  process.exit(1);
};

if (Number(process.versions.node.split(".")[0]) < 20) {
  stop(`Keel needs Node 20 or newer to start; this is ${process.version}. Get a newer one at https://nodejs.org.`);
}

const lock = join(root, "package-lock.json");
const stamp = join(root, "node_modules", ".keel-installed");
const wanted = createHash("sha256").update(readFileSync(lock)).digest("hex");
const installed = existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;

if (!installed) {
  const npm = process.env.npm_execpath;
  const command = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : ["npm", []];
  const options = { cwd: root, encoding: "utf8", shell: process.platform === "win32" && command[0] === "npm" };
  const version = spawnSync(command[0], [...command[1], "--version"], options).stdout?.trim() ?? "";
  if (!(Number(version.split(".")[0]) >= 10)) {
    stop(
      version === ""
        ? "Keel could not run npm. Install Node with npm from https://nodejs.org, then try again."
        : `Keel needs npm 10 or newer; this is ${version}. Run "npm install -g npm@11", then try again.`,
    );
  }
  console.log("Installing what is missing (once) …");
  const result = spawnSync(command[0], [...command[1], "ci", "--no-audit", "--no-fund"], {
    ...options,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (result.status !== 0)
    stop("npm could not install. Is there a network? Try again when there is; nothing else is needed.");
  writeFileSync(stamp, wanted);
}

const node = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
const child = spawnSync(node, ["--disable-warning=ExperimentalWarning", join(root, "scripts", `${name}.ts`), ...rest], {
  stdio: "inherit",
  cwd: root,
  env: {
    ...process.env,
    PATH: `${join(root, "node_modules", ".bin")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}`,
  },
  shell: process.platform === "win32",
});
process.exit(child.status ?? 1);
