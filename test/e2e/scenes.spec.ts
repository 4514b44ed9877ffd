import { expect, hasNoBarriers, heading, isKeptOffline, setUp, tap, test } from "./person.ts";

test("scene 1: 02:10, no signal, never set up: an urge from the first tap to morning", async ({ page, context }) => {
  await page.clock.install({ time: new Date("2026-11-20T02:10:00Z") });
  await page.goto("/");
  await isKeptOffline(page);
  await context.setOffline(true);
  await page.reload();
  await tap(page, "I'm about to text them");
  await expect(heading(page, "You don't have to decide anything yet.")).toBeFocused();
  await tap(page, "Go on");
  await tap(page, "8 of 10");
  await expect(heading(page, "Let your body go first.")).toBeVisible();
  await tap(page, "That's enough");
  await expect(page.getByText(/9:5\d left|10:00 left/)).toBeVisible();
  await tap(page, "Write it here. It sends nothing.");
  await page.getByRole("textbox", { name: "Your message" }).fill("Are you awake? I miss you.");
  await page.locator("#urge").getByRole("button", { name: "Back" }).last().click();
  await page.clock.fastForward("10:01");
  await expect(heading(page, "You waited.")).toBeVisible();
  await tap(page, "Ask me again");
  await tap(page, "4 of 10");
  await expect(page.getByText("It was 8. Now it is 4.")).toBeVisible();
  await tap(page, "Leave it till morning");
  await expect(page.getByText("What you wrote is kept for the morning.")).toBeVisible();
  await tap(page, "Goodbye for now");
  await expect(page.getByText("How is it right now?")).toBeVisible();

  // Scene 2, the morning after, still without signal.
  await page.clock.setFixedTime(new Date("2026-11-20T09:30:00Z"));
  await page.reload();
  await expect(page.getByText("You left it till later. How does that look now?")).toBeVisible();
  await expect(page.getByText("Are you awake? I miss you.")).toBeVisible();
  await tap(page, "Glad I waited");
  await expect(page.getByText("How does that look now?")).toBeHidden();
  await tap(page, "Let it go");
  await tap(page, "Gone for good?");
  await expect(page.getByText("Are you awake? I miss you.")).toBeHidden();
  await page.reload();
  await expect(page.getByText("Tell Keel when you were last in touch")).toBeVisible();
  await expect(page.getByText("Are you awake? I miss you.")).toBeHidden();
});

test("an urge outlives a reload in the middle, with every letter typed a second ago", async ({ page }) => {
  await setUp(page);
  await tap(page, "I'm about to text them");
  await tap(page, "Go on");
  await tap(page, "5 of 10");
  await tap(page, "Write it here. It sends nothing.");
  await page.getByRole("textbox", { name: "Your message" }).fill("half a sentence");
  await page.waitForTimeout(1_000);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Your message" })).toHaveValue("half a sentence");
});

test("scene 3: a slip takes one day and nothing else, leaves a plan, and can be taken back", async ({ page }) => {
  await setUp(page, "About a month ago");
  await expect(page.getByText("30 of 30")).toBeVisible();
  await tap(page, "There was contact");
  await tap(page, "Texting");
  await tap(page, "Just now");
  await tap(page, "Lonely");
  await page.getByLabel("It gave me").fill("A minute of closeness");
  await tap(page, "Go on");
  await page.getByLabel("It cost me").fill("The night");
  await tap(page, "Go on");
  await tap(page, "they write back");
  await tap(page, "call someone");
  await tap(page, "Save");
  await expect(heading(page, "29 of 30 days")).toBeVisible();
  await expect(page.getByText("All together: 29 days without contact.")).toBeVisible();
  await tap(page, "Back to today");
  await expect(page.getByText("29 of 30", { exact: false }).first()).toBeVisible();
  await expect(page.getByText("If they write back, then call someone.")).toBeVisible();
  await tap(page, "Log");
  await page.getByRole("button", { name: /Contact.*Texting/ }).click();
  await expect(page.getByLabel("It cost me")).toHaveValue("The night");
  await tap(page, "Take it back");
  await tap(page, "Today");
  await expect(page.getByText("30 of 30")).toBeVisible();
});

test("a check-in is two taps, and is still there tomorrow", async ({ page }) => {
  await setUp(page);
  await tap(page, "Low");
  await tap(page, "Save");
  await expect(page.getByText("Noted.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Today so far: low.")).toBeVisible();
});

test("a wrong tap is put right in the log: how an urge ended, and a mood", async ({ page }) => {
  await setUp(page);
  await tap(page, "I'm about to text them");
  await tap(page, "I won't send it now");
  await tap(page, "Goodbye for now");
  await tap(page, "Good");
  await tap(page, "Save");
  await tap(page, "Log");
  await page.getByRole("button", { name: /Urge/ }).click();
  await tap(page, "Stepped away");
  await expect(page.getByRole("button", { name: "Stepped away" })).toHaveAttribute("aria-pressed", "true");
  await page.goBack();
  await expect(page.getByRole("button", { name: /Urge.*Stepped away/ })).toBeVisible();
  await page.getByRole("button", { name: /Good/ }).click();
  await tap(page, "Very low");
  await tap(page, "Save");
  await page.reload();
  await expect(page.getByText("Today so far: very low.")).toBeVisible();
});

test("two tabs show the same log at once", async ({ page, context }) => {
  await setUp(page);
  const other = await context.newPage();
  await other.goto("/");
  await expect(other.getByText("How is it right now?")).toBeVisible();
  await tap(page, "Good");
  await tap(page, "Save");
  await expect(other.getByText("Today so far: good.")).toBeVisible();
});

test("a cleared browser is told, and nothing empty takes its place", async ({ page, context }) => {
  await setUp(page);
  const session = await context.newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: new URL(page.url()).origin, storageTypes: "indexeddb" });
  await expect(heading(page, "Your entries are not here any more")).toBeVisible();
  await tap(page, "Restore from a backup file");
  await expect(page.getByLabel("Twelve words")).toBeVisible();
});

test("P8 a backup and its twelve words come back on a new phone, and the file opens without the server", async ({
  page,
  browser,
  baseURL,
}) => {
  await setUp(page);
  await tap(page, "There was contact");
  await tap(page, "It had to be: children, keys, work");
  await page.getByLabel("A line about it").fill("canary: the keys");
  await tap(page, "Things to hand over");
  await tap(page, "Settings");
  await tap(page, "Back up");
  await tap(page, "Show my twelve words");
  await expect(page.locator(".secret-words li")).toHaveCount(12);
  const words = await page.locator(".secret-words li").allTextContents();
  await tap(page, "I wrote them down");
  for (const field of await page.getByLabel(/^Word \d+$/).all()) {
    const label = (await field.evaluate((box: HTMLInputElement) => box.labels?.[0]?.textContent)) ?? "";
    await field.fill(words[Number(label.replace("Word ", "")) - 1] ?? "");
  }
  await tap(page, "Go on");
  const download = page.waitForEvent("download");
  await tap(page, "Save the backup file");
  const file = await (await download).path();

  const phone = await browser.newContext({ baseURL: baseURL ?? "" });
  const fresh = await phone.newPage();
  await fresh.goto("/");
  await tap(fresh, "Start here");
  await tap(fresh, "I have a backup file");
  await fresh.locator("input[type=file]").setInputFiles(file);
  await fresh.getByLabel("Twelve words").fill(words.join(" "));
  await fresh.locator("form").getByRole("button", { name: "Restore" }).click();
  await tap(fresh, "Open Keel");
  await tap(fresh, "Log");
  await expect(fresh.getByText("Things to hand over")).toBeVisible();
  await isKeptOffline(fresh);
  await phone.setOffline(true);
  await fresh.goto("/open-backup.html");
  await fresh.locator("input[type=file]").setInputFiles(file);
  await fresh.locator("textarea").fill(words.toReversed().join(" "));
  await tap(fresh, "Open it");
  await expect(fresh.getByRole("status")).not.toHaveText(/entries/);
  await fresh.locator("textarea").fill(words.join(" "));
  await tap(fresh, "Open it");
  await expect(fresh.locator("pre")).toContainText("canary: the keys");
  await phone.close();
});

test("P9 nothing typed can be read in the browser's storage, and nothing is asked of another site", async ({
  page,
}) => {
  await setUp(page);
  await tap(page, "Low");
  await page.getByLabel("A line about it").fill("canary-in-storage");
  await tap(page, "Save");
  const stored = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("keel");
      request.onsuccess = () => resolve(request.result);
    });
    const all: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const name of database.objectStoreNames) {
      const values = await new Promise<unknown[]>((resolve) => {
        const request = database.transaction(name).objectStore(name).getAll();
        request.onsuccess = () => resolve(request.result);
      });
      for (const value of values) {
        const bytes = value instanceof Uint8Array ? value : (value as { record?: Uint8Array }).record;
        all.push(bytes === undefined ? JSON.stringify(value) : new TextDecoder().decode(bytes));
      }
    }
    return all.join("\n");
  });
  expect(stored.length).toBeGreaterThan(500);
  expect(stored).not.toContain("canary-in-storage");
  expect(page.url().endsWith("/")).toBe(true);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`P10 every screen works for a screen reader and has enough contrast, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.clock.install({ time: new Date("2026-11-20T12:00:00Z") });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.clock.resume();
    await page.goto("/");
    await hasNoBarriers(page);
    await setUp(page);
    await hasNoBarriers(page);
    await tap(page, "Low");
    await hasNoBarriers(page);
    await tap(page, "Help now");
    await hasNoBarriers(page);
    await page.goBack();
    await tap(page, "Log");
    await hasNoBarriers(page);
    await tap(page, "Settings");
    await hasNoBarriers(page);
    for (const row of [
      "Dates",
      "What counts as contact",
      "Safety",
      "When a day begins",
      "My reasons",
      "My own things to do",
      "People to call",
      "Country for help lines",
      "Back up",
      "Restore",
      "Take a readable copy",
      "Put Keel on the home screen",
      "Delete everything",
      "What Keel is",
    ]) {
      await tap(page, row);
      await hasNoBarriers(page);
      await page.goBack();
    }
    await tap(page, "Today");
    await tap(page, "There was contact");
    for (const answer of ["Texting", "Just now", "Lonely", "Go on", "Go on", "Save"]) {
      await hasNoBarriers(page);
      await tap(page, answer);
    }
    await hasNoBarriers(page);
    await tap(page, "Log");
    await page.getByRole("button", { name: /Contact.*Texting/ }).click();
    await hasNoBarriers(page);
    await tap(page, "Today");
    await tap(page, "I'm about to text them");
    await hasNoBarriers(page);
    await tap(page, "Go on");
    await hasNoBarriers(page);
    await tap(page, "9 of 10");
    await hasNoBarriers(page);
    await tap(page, "That's enough");
    await hasNoBarriers(page);
    for (const panel of ["Write it here. It sends nothing.", "Do one of my things", "What set it off?"]) {
      await tap(page, panel);
      await hasNoBarriers(page);
      await page.locator("#urge .actions .main").click();
    }
    await tap(page, "Ask me again");
    await tap(page, "Skip");
    await hasNoBarriers(page);
    await tap(page, "I'm going to send it");
    await hasNoBarriers(page);
  });
}

test("the safety answers change the app: no count for someone who is afraid, violence lines first", async ({
  page,
}) => {
  await page.goto("/");
  await tap(page, "Start here");
  await tap(page, "I understand");
  await tap(page, "Today");
  await tap(page, "I'm not sure");
  await page.getByRole("switch", { name: "I'm afraid of them" }).check();
  await tap(page, "Go on");
  await expect(page.getByText("One day at a time.")).toBeVisible();
  await expect(page.getByText("Last 30 days")).toBeHidden();
  await tap(page, "Help now");
  await expect(page.getByRole("heading", { level: 2 }).nth(1)).toHaveText("Domestic Abuse Helpline");
  await expect(page.getByRole("link", { name: "Call 999" })).toBeVisible();
});

test("a wipe leaves nothing and starts as new", async ({ page }) => {
  await setUp(page);
  await tap(page, "Settings");
  await tap(page, "Delete everything");
  await page.getByLabel(/type DELETE/).fill("DELETE");
  await page.locator("form").getByRole("button", { name: "Delete everything" }).click();
  await expect(heading(page, "Steady, for the nights after.")).toBeVisible();
  // The app that starts as new may have made its empty database already.
  expect(
    await page.evaluate(async () => {
      let rows = localStorage.length + sessionStorage.length;
      for (const { name } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve) => {
          const request = indexedDB.open(name ?? "");
          request.addEventListener("success", () => resolve(request.result));
        });
        for (const store of database.objectStoreNames) {
          rows += await new Promise<number>((resolve) => {
            const request = database.transaction(store).objectStore(store).count();
            request.addEventListener("success", () => resolve(request.result));
          });
        }
        database.close();
      }
      return rows;
    }),
  ).toBe(0);
});
