/** Nothing typed is lost, whatever happens to the page. */
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { createApp, readFiles } from "#server/http.ts";
import { expect, heading, isKeptOffline, setUp, tap, test } from "./person.ts";

/** A second: the longest that typed words may be on the screen only. */
const aSecondMs = 1_000;
const note = "A line about it";

test("a check-in half filled in is there after a reload", async ({ page }) => {
  await setUp(page);
  await tap(page, "Low");
  await tap(page, "Lonely");
  await page.getByLabel(note).fill("I saw their car");
  await page.waitForTimeout(aSecondMs);
  await page.reload();
  await expect(page.getByLabel(note)).toHaveValue("I saw their car");
  await expect(page.getByRole("button", { name: "Low", exact: true })).toHaveAttribute("aria-pressed", "true");
  await tap(page, "Save");
  await expect(page.getByText("Noted.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Today so far: low.")).toBeVisible();
  await expect(page.getByLabel(note)).toBeHidden();
});

test("a reload in the middle of a debrief comes back to the same question", async ({ page }) => {
  await setUp(page);
  await tap(page, "There was contact");
  await tap(page, "Calling");
  await tap(page, "Just now");
  await tap(page, "Lonely");
  await page.getByLabel("It gave me").fill("their voice");
  await page.waitForTimeout(aSecondMs);
  await page.reload();
  await expect(page.getByLabel("It gave me")).toHaveValue("their voice");
  await tap(page, "Today");
  await tap(page, "There was contact");
  await expect(heading(page, "There was contact")).toBeVisible();
  await tap(page, "Log");
  await page.getByRole("button", { name: /Contact.*Calling/ }).click();
  await expect(page.getByLabel("It gave me")).toHaveValue("their voice");
});

test("a reason and a correction not saved yet are there after a reload", async ({ page }) => {
  await setUp(page);
  await tap(page, "Low");
  await page.getByLabel(note).fill("first words");
  await tap(page, "Save");
  await tap(page, "Settings");
  await tap(page, "My reasons");
  await page.getByLabel("A reason").fill("I slept better");
  await tap(page, "Log");
  await page.getByRole("button", { name: /Low/ }).click();
  await page.getByLabel("Note").fill("better words");
  await page.waitForTimeout(aSecondMs);
  await page.reload();
  await tap(page, "Settings");
  await tap(page, "My reasons");
  await expect(page.getByLabel("A reason")).toHaveValue("I slept better");
  await tap(page, "Log");
  await page.getByRole("button", { name: /Low/ }).click();
  await expect(page.getByLabel("Note")).toHaveValue("better words");
});

test("a new version waits to be wanted, and brings what was being written along", async ({ browser }) => {
  const dist = join(import.meta.dirname, "../../dist");
  const hashes = JSON.parse(readFileSync(join(dist, "headers.json"), "utf8")) as Parameters<typeof readFiles>[1];
  const files = new Map(readFiles(join(dist, "app"), hashes));
  const server = serve({ fetch: createApp(files).fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise((resolve) => server.once("listening", resolve));
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  try {
    const page = await context.newPage();
    await setUp(page);
    await isKeptOffline(page);
    const worker = files.get("/sw.js");
    if (worker === undefined) throw new Error("no worker");
    const script = new TextDecoder().decode(worker.plain).replace(/keel-app-/, "keel-app-next-");
    files.set("/sw.js", {
      ...worker,
      plain: new TextEncoder().encode(script),
      brotli: null,
      gzip: null,
      tag: '"next"',
    });
    await tap(page, "Low");
    await page.getByLabel(note).fill("in the middle of a");
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect(page.getByText("A new version is ready.")).toBeVisible();
    await expect(page.getByLabel(note)).toHaveValue("in the middle of a");
    const loaded = page.waitForEvent("load");
    await tap(page, "Use it");
    await loaded;
    await expect(page.getByLabel(note)).toHaveValue("in the middle of a");
    expect(await page.evaluate(() => caches.keys())).toContainEqual(expect.stringContaining("keel-app-next-"));
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByLabel(note)).toHaveValue("in the middle of a");
  } finally {
    await context.close();
    server.close();
  }
});
