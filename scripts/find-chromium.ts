/**
 * Finds a real Chromium, or gets one: KEEL_CHROMIUM, a browser of this system, Debian's package (as root), Playwright's own
 * download. What cannot be had is an error that says what to do, never a test that is left out.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "@playwright/test";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];

const isRoot = process.getuid?.() === 0;

/** Root has no sandbox to offer; the rest keeps the browser from calling home during tests. */
export const chromiumFlags: readonly string[] = [
  ...(isRoot ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

function onPath(): string | null {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    for (const name of names) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not there: look on.
      }
    }
  }
  return usualPlaces.find((file) => existsSync(file)) ?? null;
}

export function findChromium(): string {
  const named = process.env["KEEL_CHROMIUM"];
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new Error(`KEEL_CHROMIUM names ${named}, and there is no such file.`);
  }
  const found = onPath();
  if (found !== null) return found;
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    console.log("No Chromium here: installing Debian's …");
    spawnSync("apt-get", ["update"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "chromium"], {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    const installed = onPath();
    if (installed !== null) return installed;
  }
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  console.log("No Chromium here: downloading Playwright's …");
  spawnSync(
    process.execPath,
    [join(import.meta.dirname, "../node_modules/@playwright/test/cli.js"), "install", "chromium"],
    { stdio: "inherit" },
  );
  if (existsSync(own)) return own;
  throw new Error(
    "These tests need a Chromium. Install Chromium or Chrome, or set KEEL_CHROMIUM to one, and run them again.",
  );
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
}
