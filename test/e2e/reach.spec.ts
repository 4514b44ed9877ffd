/** Without a mouse, with large letters on a small phone, and without motion. */
import type { Page } from "@playwright/test";
import { expect, heading, setUp, tap, test } from "./person.ts";

const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    return focused?.getAttribute("aria-label") ?? focused?.textContent ?? "";
  });

/** Tabs to the control with this name and presses Enter, as somebody without a mouse would. */
async function press(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let tabs = 0; tabs < 40; tabs += 1) {
    await page.keyboard.press("Tab");
    const text = await focusedText(page);
    if (text === name) {
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
      expect(outline, `the focus on “${name}” can be seen`).not.toBe("none");
      await page.keyboard.press("Enter");
      return;
    }
    passed.push(text);
  }
  throw new Error(`no “${name}” among ${passed.join(" | ")}`);
}

test("a whole urge, set-up and a check-in with the keyboard alone", async ({ page }) => {
  await page.goto("/");
  await press(page, "I'm about to text them");
  await expect(heading(page, "You don't have to decide anything yet.")).toBeFocused();
  await press(page, "Go on");
  await press(page, "6 of 10");
  await press(page, "Write it here. It sends nothing.");
  await expect(page.getByRole("textbox", { name: "Your message" })).toBeFocused();
  await page.keyboard.type("are you there");
  await press(page, "Back");
  await press(page, "Ask me again");
  await press(page, "3 of 10");
  await press(page, "Not send it");
  await press(page, "Goodbye for now");
  await expect(page.getByText("How is it right now?")).toBeVisible();
  await press(page, "Low");
  await press(page, "Lonely");
  await press(page, "Save");
  await expect(page.getByText("Noted.")).toBeVisible();
  await press(page, "There was contact");
  await expect(heading(page, "There was contact")).toBeFocused();
  await press(page, "Back");
  await expect(page.getByText("How is it right now?")).toBeVisible();
  await page.waitForTimeout(300);
  await press(page, "Help now");
  await expect(heading(page, "Help now")).toBeFocused();
});

test("letters at 200 % on the smallest phone: nothing is cut off sideways", async ({ page }) => {
  test.setTimeout(90_000);
  const seen: string[] = [];
  const fits = async (name: string): Promise<void> => {
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, name).toBeLessThanOrEqual(0);
    seen.push(name);
  };
  await page.setViewportSize({ width: 320, height: 640 });
  await page.addInitScript(() => {
    document.addEventListener("DOMContentLoaded", () => {
      document.documentElement.style.fontSize = "200%";
    });
  });
  await page.goto("/");
  await fits("first");
  await setUp(page);
  await fits("Today");
  await tap(page, "Low");
  await fits("check-in");
  for (const name of ["Log", "Settings"]) {
    await tap(page, name);
    await expect(heading(page, name)).toBeVisible();
    await fits(name);
  }
  for (const name of ["What counts as contact", "People to call", "Back up", "Restore", "Delete everything"]) {
    await tap(page, name);
    await expect(heading(page, name)).toBeVisible();
    await fits(name);
    await page.goBack();
  }
  await tap(page, "Help now");
  await expect(heading(page, "Help now")).toBeVisible();
  await fits("Help now");
  await page.goBack();
  await tap(page, "Today");
  await tap(page, "I'm about to text them");
  for (const name of ["Go on", "8 of 10", "That's enough", "Ask me again", "5 of 10"]) {
    await fits(`before ${name}`);
    await tap(page, name);
  }
  await fits("choose");
  expect(seen.length).toBeGreaterThan(14);
});

test("with motion turned down the sea stands still, and the breath is told in words", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/");
  await tap(page, "I'm about to text them");
  const sea = (): Promise<string> =>
    page.locator("canvas.sea").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  await page.waitForTimeout(600);
  const before = await sea();
  await page.waitForTimeout(1_200);
  expect(await sea()).toBe(before);
  await expect(page.locator(".cue")).toHaveText("Breathe in for four. Out for six. Do it again.");
  const moving = await page.evaluate(
    () => document.getAnimations().filter((animation) => animation.playState === "running").length,
  );
  expect(moving).toBe(0);
});
