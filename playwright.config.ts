import { defineConfig } from "@playwright/test";
import { chromiumFlags, findChromium } from "./scripts/find-chromium.ts";

const port = 4273;

export default defineConfig({
  testDir: "test/e2e",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: ".cache/e2e.json" }]],
  outputDir: ".cache/e2e",
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: "en-GB",
    timezoneId: "Europe/London",
    launchOptions: { executablePath: findChromium(), args: [...chromiumFlags] },
  },
  webServer: {
    command: `${process.execPath} scripts/start.ts --port ${port} --data .cache/data`,
    port,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
