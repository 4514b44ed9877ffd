/**
 * Ten years of use in a real browser: 36,000 events come in as a backup file, as a person would bring them. Then the time from
 * the app's first line to a drawn Today, from the checkpoint and from the log alone, and from a tap to its paint.
 */
import type { Browser, Page } from "@playwright/test";
import { seeded, tenYears } from "#domain/people.fixture.ts";
import { sealBackup } from "#vault/backup.ts";
import { around, opened } from "#vault/fixed.fixture.ts";
import { createVault, randomBytes } from "#vault/vault.ts";
import { type Row, median, milliseconds, ratio } from "./row.ts";

const rounds = 7;
const manyEvents = 36_000;
const fewEvents = 100;

async function backupOf(count: number): Promise<{ readonly words: string; readonly file: Buffer }> {
  const { vault } = opened(await createVault(around({ random: randomBytes })));
  const encoder = new TextEncoder();
  await vault.append(tenYears(seeded(1), count).events.map((event) => encoder.encode(JSON.stringify(event))));
  const rows = await vault.log.rowsAfter(new Map());
  const file = await sealBackup(vault.keys.secret, vault.keys.vaultId, rows, randomBytes);
  return { words: (await vault.words()).join(" "), file: Buffer.from(file) };
}

/** A browser whose vault is this backup's. */
async function personWith(browser: Browser, address: string, count: number): Promise<Page> {
  const { words, file } = await backupOf(count);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  await context.addInitScript(() => localStorage.setItem("keel-known", "1"));
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole("button", { name: "Restore from a backup file" }).click();
  await page.locator("input[type=file]").setInputFiles({ name: "a.keel", mimeType: "", buffer: file });
  await page.getByLabel("Twelve words").fill(words);
  await page.locator("form").getByRole("button", { name: "Restore" }).click();
  await page.getByRole("button", { name: "Open Keel" }).click({ timeout: 120_000 });
  await page.getByText("How is it right now?").waitFor({ timeout: 120_000 });
  return page;
}

async function openingMs(page: Page): Promise<number> {
  await page.reload();
  await page.getByText("How is it right now?").waitFor();
  return page.evaluate(() => {
    const [from] = performance.getEntriesByName("keel:opening");
    const [to] = performance.getEntriesByName("keel:drawn");
    return (to?.startTime ?? Number.NaN) - (from?.startTime ?? Number.NaN);
  });
}

const checkpointRows = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open("keel");
        request.addEventListener("success", () => {
          const count = request.result.transaction("checkpoint").objectStore("checkpoint").count();
          count.addEventListener("success", () => {
            request.result.close();
            resolve(count.result);
          });
        });
      }),
  );

const dropCheckpoint = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open("keel");
        request.addEventListener("success", () => {
          const change = request.result.transaction("checkpoint", "readwrite");
          change.objectStore("checkpoint").clear();
          change.addEventListener("complete", () => {
            request.result.close();
            resolve();
          });
        });
      }),
  );

/** Milliseconds from a tap on this button to the frame in which `seen` is on screen. */
const tapMs = (page: Page, name: string, seen: string): Promise<number> =>
  page.evaluate(
    ([label, wanted]) =>
      new Promise<number>((resolve) => {
        const button = [...document.querySelectorAll("button")].find(
          (candidate) => candidate.textContent === label && candidate.getClientRects().length > 0,
        );
        const from = performance.now();
        button?.click();
        const look = (): void => {
          if (document.querySelector(wanted) === null) {
            requestAnimationFrame(look);
            return;
          }
          const channel = new MessageChannel();
          channel.port1.addEventListener("message", () => resolve(performance.now() - from));
          channel.port1.start();
          channel.port2.postMessage(null);
        };
        requestAnimationFrame(look);
      }),
    [name, seen] as const,
  );

async function tapsMs(page: Page): Promise<{ readonly paint: number; readonly saved: number }> {
  const paint: number[] = [];
  const saved: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    paint.push(await tapMs(page, "Low", ".mood-2[aria-pressed=true]"));
    saved.push(await tapMs(page, "Save", ".notice[data-shown=true]"));
    await page.getByRole("button", { name: "Close" }).click();
    await page.locator(".notice[data-shown=false]").waitFor({ state: "attached" });
  }
  return { paint: median(paint), saved: median(saved) };
}

export async function benchHistory(browser: Browser, address: string): Promise<readonly Row[]> {
  const few = await personWith(browser, address, fewEvents);
  const many = await personWith(browser, address, manyEvents);
  const fromLog: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await dropCheckpoint(many);
    fromLog.push(await openingMs(many));
  }
  // Sealed when the app has been idle for a moment.
  for (let tries = 0; (await checkpointRows(many)) === 0 && tries < 100; tries += 1) await many.waitForTimeout(200);
  const fromCheckpoint: number[] = [];
  for (let round = 0; round < rounds; round += 1) fromCheckpoint.push(await openingMs(many));
  const fewTaps = await tapsMs(few);
  const manyTaps = await tapsMs(many);
  await few.context().close();
  await many.context().close();
  const row = (what: string, ms: number, budgetMs: number): Row => ({
    what,
    measured: milliseconds(ms),
    budget: milliseconds(budgetMs),
    within: ms <= budgetMs,
  });
  const grown = manyTaps.paint / fewTaps.paint;
  return [
    row("open 36,000 events with the checkpoint, to a drawn Today", median(fromCheckpoint), 300),
    row("open 36,000 events from the log alone, to a drawn Today", median(fromLog), 1_500),
    row("a tap at 36,000 events, to its paint", manyTaps.paint, 50),
    {
      what: "the same tap, against 100 events",
      measured: `${ratio(grown)} of ${milliseconds(fewTaps.paint)}`,
      budget: "1.5x",
      within: grown <= 1.5,
    },
    row("a check-in at 36,000 events, from Save to “Noted.”: sealed, on disk, counted, painted", manyTaps.saved, 50),
    {
      what: "the same save, against 100 events",
      measured: `${ratio(manyTaps.saved / fewTaps.saved)} of ${milliseconds(fewTaps.saved)}`,
      budget: "1.5x",
      within: manyTaps.saved / fewTaps.saved <= 1.5,
    },
  ];
}
