/** What goes wrong on real phones. Each time: one clear sentence, and nothing that was saved is lost. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Locator, type Page, chromium } from "@playwright/test";
import { writeStamp } from "#domain/stamp.ts";
import { sealBackup } from "#vault/backup.ts";
import { openMemoryLog } from "#vault/log.memory.ts";
import { browserMarker } from "#vault/marker.ts";
import { type Vault, createVault, randomBytes } from "#vault/vault.ts";
import { chromiumFlags, findChromium } from "../../scripts/find-chromium.ts";
import { expect, heading, setUp, tap, test } from "./person.ts";

const note = "A line about it";

async function checkIn(page: Page, words: string): Promise<void> {
  await tap(page, "Low");
  await page.getByLabel(note).fill(words);
  await tap(page, "Save");
  await expect(page.getByText("Noted.")).toBeVisible();
}

/** Runs in the page: changes what lies in the database, as a failing disk would. */
const changeStore = (page: Page, change: { store: string; what: "spoil-last" | "cut-last" | "clear" }): Promise<void> =>
  page.evaluate(async ({ store, what }) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("keel");
      request.addEventListener("success", () => resolve(request.result));
    });
    const transaction = database.transaction(store, "readwrite");
    const rows = transaction.objectStore(store);
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener("complete", () => resolve());
      transaction.addEventListener("error", () => reject(transaction.error));
      if (what === "clear") {
        rows.clear();
        return;
      }
      const request = rows.openCursor(null, "prev");
      request.addEventListener("success", () => {
        const cursor = request.result;
        if (cursor === null) return;
        const { record } = cursor.value as { record: Uint8Array };
        if (what === "spoil-last") record[150] = (record[150] ?? 0) ^ 1;
        cursor.update({ is: "record", record: what === "cut-last" ? record.slice(0, 90) : record });
      });
    });
    database.close();
  }, change);

for (const what of ["spoil-last", "cut-last"] as const) {
  test(`a record is damaged (${what}): it is said, and all the rest is there`, async ({ page }) => {
    await setUp(page, "About a month ago");
    await checkIn(page, "before the fault");
    await expect(page.getByText("Today so far: low.")).toBeVisible();
    await changeStore(page, { store: "records", what });
    await page.reload();
    await expect(
      page.getByText("One entry could not be read. It is kept as it is, and all the rest is fine."),
    ).toBeVisible();
    await expect(page.getByText("30 of 30")).toBeVisible();
    await checkIn(page, "after the fault");
    await page.reload();
    await expect(page.getByText("Today so far: low.")).toBeVisible();
    await tap(page, "Log");
    await expect(page.getByText("after the fault")).toBeVisible();
  });
}

test("a lost checkpoint costs a moment and no entry", async ({ page }) => {
  await setUp(page, "About a month ago");
  await checkIn(page, "still here");
  await changeStore(page, { store: "checkpoint", what: "clear" });
  await page.reload();
  await expect(page.getByText("30 of 30")).toBeVisible();
  await tap(page, "Log");
  await expect(page.getByText("still here")).toBeVisible();
});

/** More than a phone with this much room can take, and less than one entry may hold. */
const roomBytes = 1_500_000;
const tooMuch = 1_900_000;

/** A real limit, set before the browser has looked how much room there is: it looks rarely. */
async function limitRoom(page: Page, baseURL: string | undefined): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const origin = new URL(baseURL ?? "").origin;
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: roomBytes });
  return async () => {
    await session.send("Storage.overrideQuotaForOrigin", { origin });
  };
}

const fillWith = (box: Locator, letters: number): Promise<void> =>
  box.evaluate((element: HTMLTextAreaElement, length) => {
    element.value = `${"x".repeat(length - 4)}end!`;
    element.dispatchEvent(new Event("input", { bubbles: true }));
  }, letters);

test("a full phone: nothing typed is lost, and it is saved once there is space", async ({ page, baseURL }) => {
  const makeRoom = await limitRoom(page, baseURL);
  await setUp(page);
  await tap(page, "Low");
  await fillWith(page.getByLabel(note), tooMuch);
  await tap(page, "Save");
  await expect(page.getByText("This phone is out of space, so that was not saved.")).toBeVisible();
  expect((await page.getByLabel(note).inputValue()).length).toBe(tooMuch);
  await makeRoom();
  await tap(page, "Save");
  await expect(page.getByText("Today so far: low.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Today so far: low.")).toBeVisible();
});

test("an urge on a full phone goes to its end, and its words are saved once there is space", async ({
  page,
  baseURL,
}) => {
  const makeRoom = await limitRoom(page, baseURL);
  await setUp(page);
  await tap(page, "I'm about to text them");
  await tap(page, "Go on");
  await tap(page, "5 of 10");
  await tap(page, "Write it here. It sends nothing.");
  await fillWith(page.getByRole("textbox", { name: "Your message" }), tooMuch);
  await page.locator("#urge .actions .main").click();
  await tap(page, "I won't send it now");
  await tap(page, "Goodbye for now");
  await expect(page.getByText("This phone is out of space, so that was not saved.")).toBeVisible();
  await makeRoom();
  await tap(page, "I'm about to text them");
  await tap(page, "I won't send it now");
  await tap(page, "Goodbye for now");
  await expect(page.getByText("How is it right now?")).toBeVisible();
  await page.reload();
  await tap(page, "Log");
  await page.getByRole("button", { name: /5 of 10/ }).click();
  await expect(page.locator("#app")).toContainText("xxxend!");
});

test("no room even for a first entry: the urge works, the screen says why, and the words wait for space", async ({
  page,
  context,
}) => {
  await page.goto("/");
  await page.waitForFunction(() => document.querySelector("link[rel=stylesheet]") !== null);
  const session = await context.newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await tap(page, "I'm about to text them");
  await tap(page, "Go on");
  await tap(page, "3 of 10");
  await tap(page, "I won't send it now");
  await tap(page, "Goodbye for now");
  await expect(heading(page, "This phone is out of space")).toBeVisible();
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await tap(page, "Try again");
  await expect(page.getByText("How is it right now?")).toBeVisible();
  await tap(page, "Log");
  await expect(page.getByText("3 of 10")).toBeVisible();
});

test("a text of a million letters is saved whole", async ({ page }) => {
  await setUp(page);
  const letters = 1_000_000;
  await tap(page, "Low");
  await fillWith(page.getByLabel(note), letters);
  await tap(page, "Save");
  await expect(page.getByText("Today so far: low.")).toBeVisible();
  await page.reload();
  await tap(page, "Log");
  await page.getByRole("button", { name: /Low/ }).click();
  const kept = await page.getByLabel("Note").inputValue();
  expect(kept.length).toBe(letters);
  expect(kept.endsWith("end!")).toBe(true);
});

test("a text that is too long to save says so and stays where it is", async ({ page }) => {
  await setUp(page);
  await tap(page, "Low");
  await fillWith(page.getByLabel(note), 2_000_001);
  await tap(page, "Save");
  await expect(page.getByText("That is too long to save in one piece.")).toBeVisible();
  expect((await page.getByLabel(note).inputValue()).length).toBe(2_000_001);
});

for (const [year, wrong] of [
  ["1970", "1970-01-02T03:00:00Z"],
  ["2040", "2040-05-05T03:00:00Z"],
] as const) {
  test(`a phone that believes it is ${year} loses nothing and counts nothing below zero`, async ({ page }) => {
    await page.clock.install({ time: new Date("2026-11-10T12:00:00Z") });
    await page.clock.resume();
    await setUp(page, "About a month ago");
    await checkIn(page, "a good day");
    await page.clock.setSystemTime(new Date(wrong));
    await page.reload();
    await expect(page.getByText("How is it right now?")).toBeVisible();
    await checkIn(page, "a wrong day");
    await expect(page.locator("#app")).not.toContainText(/-\d|NaN|Infinity/);
    if (year === "1970") await expect(page.getByText("This phone's clock looks wrong")).toBeVisible();
    await page.clock.setSystemTime(new Date("2026-11-11T12:00:00Z"));
    await page.reload();
    await expect(page.getByText("How is it right now?")).toBeVisible();
    await expect(page.locator("#app")).not.toContainText(/-\d|NaN|Infinity/);
    await tap(page, "Log");
    await expect(page.getByText("a good day")).toBeVisible();
    await expect(page.getByText("a wrong day")).toBeVisible();
  });
}

/** A backup made by hand, of a vault in memory. */
async function backupOf(events: readonly unknown[]): Promise<{ vault: Vault; words: string; file: Buffer }> {
  const made = await createVault({ log: openMemoryLog(), marker: browserMarker, random: randomBytes });
  if (made.is !== "open") throw new Error(made.is);
  const { vault } = made;
  await vault.append(events.map((event) => new TextEncoder().encode(JSON.stringify(event))));
  const rows = await vault.log.rowsAfter(new Map());
  const file = await sealBackup(vault.keys.secret, vault.keys.vaultId, rows, randomBytes);
  return { vault, words: (await vault.words()).join(" "), file: Buffer.from(file) };
}

const device = "00112233aabbccdd";
const at = Date.parse("2026-10-01T12:00:00Z");
const eventOf = (count: number, fact: object): object => ({
  id: writeStamp({ ms: at, count, device }),
  at,
  offset: 60,
  ...fact,
});

async function restore(page: Page, words: string, file: Buffer): Promise<void> {
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "a.keel", mimeType: "application/octet-stream", buffer: file });
  await page.getByLabel("Twelve words").fill(words);
  await page.locator("form").getByRole("button", { name: "Restore" }).click();
}

test("events of a newer version are kept, said, and do not spoil what this version knows", async ({
  page,
  context,
}) => {
  const { words, file } = await backupOf([
    eventOf(0, { kind: "reason", text: "my own reason" }),
    eventOf(1, { kind: "hologram", shape: "from 2031" }),
  ]);
  await setUp(page);
  const session = await context.newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: new URL(page.url()).origin, storageTypes: "indexeddb" });
  await tap(page, "Restore from a backup file");
  await restore(page, words, file);
  await expect(page.getByText("2 entries came back.")).toBeVisible();
  await tap(page, "Open Keel");
  await expect(page.getByText("Some entries were made by a newer Keel. They are kept safe.")).toBeVisible();
  await tap(page, "Settings");
  await tap(page, "My reasons");
  await expect(page.getByText("my own reason")).toBeVisible();
});

test("an urge ridden out where the storage was cleared is there after the restore", async ({ page, context }) => {
  const { words, file } = await backupOf([eventOf(0, { kind: "reason", text: "my own reason" })]);
  await setUp(page);
  const session = await context.newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: new URL(page.url()).origin, storageTypes: "indexeddb" });
  await expect(heading(page, "Your entries are not here any more")).toBeVisible();
  await tap(page, "I'm about to text them");
  await tap(page, "Go on");
  await tap(page, "4 of 10");
  await tap(page, "I won't send it now");
  await tap(page, "Goodbye for now");
  await expect(heading(page, "Your entries are not here any more")).toBeVisible();
  await tap(page, "Restore from a backup file");
  await restore(page, words, file);
  await tap(page, "Open Keel");
  await tap(page, "Log");
  await expect(page.getByText("4 of 10")).toBeVisible();
  await page.reload();
  await expect(page.getByText("How is it right now?")).toBeVisible();
  await tap(page, "I'm about to text them");
  await tap(page, "Go on");
  await tap(page, "4 of 10");
  await tap(page, "Read my reasons");
  await expect(page.getByText("my own reason")).toBeVisible();
});

test("a backup that is not one, cut, of another vault, or with wrong words: each is named, and nothing changes", async ({
  page,
}) => {
  const { words, file } = await backupOf([eventOf(0, { kind: "reason", text: "of somebody else" })]);
  const other = await backupOf([]);
  await setUp(page, "About a month ago");
  await tap(page, "Settings");
  await tap(page, "Restore");
  await restore(page, words, Buffer.from("PNG not a backup at all"));
  await expect(page.getByText("That file is not a Keel backup.")).toBeVisible();
  await restore(page, words, file.subarray(0, file.length - 9));
  await expect(page.getByText("The file is cut off")).toBeVisible();
  await restore(page, other.words, file);
  await expect(page.getByText("These words do not open this file.")).toBeVisible();
  await restore(page, words, file);
  await expect(page.getByText("This file belongs to another vault")).toBeVisible();
  await restore(page, words.split(" ").slice(1).join(" "), file);
  await expect(page.getByText("A backup has twelve words. There are 11 here.")).toBeVisible();
  await restore(page, words.replace(/^\S+/, "keelson"), file);
  await expect(page.getByText("Word 1, “keelson”, is not in the list.")).toBeVisible();
  await page.reload();
  await tap(page, "Today");
  await expect(page.getByText("30 of 30")).toBeVisible();
});

test("the browser is killed while she types: at most the last second is lost", async ({ baseURL }) => {
  const profile = mkdtempSync(join(tmpdir(), "keel-killed-"));
  /** Started by hand, so that it can be killed as a phone kills it: at once, asking nobody. */
  const start = async () => {
    const child = spawn(
      findChromium(),
      [...chromiumFlags, "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"],
      { detached: true, stdio: ["ignore", "ignore", "pipe"] },
    );
    const address = await new Promise<string>((resolve, reject) => {
      let said = "";
      child.stderr.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        const found = /ws:\/\/\S+/.exec(said)?.[0];
        if (found !== undefined) resolve(found);
      });
      child.once("exit", () => reject(new Error(said)));
    });
    const browser = await chromium.connectOverCDP(address);
    const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage();
    return { page, kill: () => process.kill(-(child.pid ?? 0), "SIGKILL") };
  };
  try {
    const first = await start();
    await first.page.goto(baseURL ?? "");
    await tap(first.page, "I'm about to text them");
    await tap(first.page, "Go on");
    await tap(first.page, "6 of 10");
    await tap(first.page, "Write it here. It sends nothing.");
    const box = first.page.getByRole("textbox", { name: "Your message" });
    await box.pressSequentially("you were right about the summer", { delay: 20 });
    await first.page.waitForTimeout(1_000);
    await box.pressSequentially(" and", { delay: 5 });
    first.kill();
    rmSync(join(profile, "SingletonLock"), { force: true });
    const second = await start();
    await second.page.goto(baseURL ?? "");
    await expect(second.page.getByRole("textbox", { name: "Your message" })).toHaveValue(
      /^you were right about the summer/,
      { timeout: 15_000 },
    );
    second.kill();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});
