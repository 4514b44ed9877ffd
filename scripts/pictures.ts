/** npm run pictures: walks the real app through four weeks in a real Chromium and keeps the pictures for the README. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { root } from "./build.ts";
import { openBrowser } from "./find-chromium.ts";
import { startForBrowser } from "./start-for-browser.ts";

const folder = join(root, "docs", "pictures");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const tap = (page: Page, name: string): Promise<void> =>
  page
    .locator("button:visible")
    .and(page.getByRole("button", { name, exact: true }))
    .first()
    .click({ timeout: 5_000 });

async function reopen(page: Page): Promise<void> {
  await page.reload();
  await page.getByText("How is it right now?").waitFor();
}

/** One urge on one night: strength before and after, and how it ended. */
async function rideOut(
  page: Page,
  at: string,
  minutes: number,
  before: number,
  after: number,
  ending: string,
): Promise<void> {
  await page.clock.setSystemTime(new Date(at));
  await tap(page, "I'm about to text them");
  await tap(page, "Go on");
  await tap(page, `${before} of 10`);
  if (before >= 7) await tap(page, "That's enough");
  await page.clock.setSystemTime(new Date(Date.parse(at) + minutes * 60_000));
  await tap(page, "Ask me again");
  await tap(page, `${after} of 10`);
  await tap(page, ending);
  await tap(page, "Goodbye for now");
  await page.getByText("How is it right now?").waitFor();
}

const server = await startForBrowser();
const browser = await openBrowser();
const wanted = ["first", "today", "wave", "wait", "record", "log", "today-light", "log-light"];
const kept: string[] = [];
for (const [scheme, suffix] of [
  ["dark", ""],
  ["light", "-light"],
] as const) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    colorScheme: scheme,
    locale: "en-GB",
    timezoneId: "Europe/London",
    hasTouch: true,
  });
  const page = await context.newPage();
  const keep = async (name: string): Promise<void> => {
    if (!wanted.includes(`${name}${suffix}`)) return;
    await page.waitForTimeout(900);
    await page.screenshot({ path: join(folder, `${name}${suffix}.png`) });
    kept.push(name);
  };
  await page.clock.install({ time: new Date("2026-10-23T12:00:00Z") });
  await page.goto(server.address);
  await page.clock.resume();
  await keep("first");
  await tap(page, "Start here");
  await tap(page, "I understand");
  await tap(page, "Yesterday");
  await tap(page, "A few days ago");
  await tap(page, "None of these");
  for (const [day, minutes, before, after] of [
    ["24", 14, 9, 5],
    ["25", 21, 8, 8],
    ["27", 11, 8, 4],
    ["30", 9, 6, 3],
  ] as const) {
    await rideOut(page, `2026-10-${day}T22:${day}:00Z`, minutes, before, after, "Not send it");
  }
  await page.clock.setSystemTime(new Date("2026-11-04T21:00:00Z"));
  await tap(page, "There was contact");
  await tap(page, "Looking at their profile");
  await tap(page, "Just now");
  await page.getByText("What came just before?").waitFor();
  await tap(page, "Today");
  for (const [day, minutes, before, after] of [
    ["08", 12, 7, 4],
    ["15", 6, 5, 2],
  ] as const) {
    await rideOut(page, `2026-11-${day}T22:10:00Z`, minutes, before, after, "Leave it till morning");
  }
  await page.clock.setSystemTime(new Date("2026-11-19T12:30:00Z"));
  await reopen(page);
  await page.evaluate(() => document.fonts.ready);
  await keep("today");
  await tap(page, "I'm about to text them");
  await keep("wave");
  await tap(page, "Go on");
  await tap(page, "6 of 10");
  await keep("wait");
  await tap(page, "Look at my record");
  await keep("record");
  await page.locator("#urge .actions .main").click();
  await tap(page, "I won't send it now");
  await tap(page, "Goodbye for now");
  await tap(page, "Log");
  await keep("log");
  await page.locator(".heat").scrollIntoViewIfNeeded();
  if (suffix === "") await page.locator(".hard").screenshot({ path: join(folder, "hours.png") });
  await tap(page, "Help now");
  await context.close();
}
await browser.close();
server.stop();
console.log(`Kept ${kept.length} pictures in docs/pictures.`);
process.exit(0);
