/** A person's phone: every page fails its test on a script error, a broken policy, a cookie or a request to another site. */
import { AxeBuilder } from "@axe-core/playwright";
import { type Page, test as base, expect } from "@playwright/test";

export const test = base.extend<{ watched: void }>({
  watched: [
    async ({ context, baseURL }, use) => {
      const faults: string[] = [];
      const origin = new URL(baseURL ?? "").origin;
      context.on("page", (page) => {
        page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
        page.on("console", (message) => {
          // A dropped network is what several tests are about.
          if (message.type() === "error" && !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(message.text())) {
            faults.push(`console: ${message.text()}`);
          }
        });
      });
      context.on("request", (request) => {
        const { origin: asked, protocol } = new URL(request.url());
        if (asked !== origin && !["blob:", "data:"].includes(protocol)) faults.push(`asked ${request.url()}`);
      });
      context.on("response", (response) => {
        void response.headerValue("set-cookie").then(
          (cookie) => cookie && faults.push(`cookie: ${cookie}`),
          () => {},
        );
      });
      await use();
      expect(faults).toEqual([]);
      expect(await context.cookies()).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export const tap = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole("button", { name, exact: typeof name === "string" })
    .first()
    .click();

export const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });

/** Waits until the service worker has the whole app. */
export async function isKeptOffline(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

export async function setUp(page: Page, lastContact = "A few days ago"): Promise<void> {
  await page.goto("/");
  await tap(page, "Start here");
  await tap(page, "I understand");
  await tap(page, lastContact);
  await tap(page, "About a month ago");
  await tap(page, "None of these");
  await expect(page.getByText("How is it right now?")).toBeVisible();
}

export async function hasNoBarriers(page: Page): Promise<void> {
  // Screens fade in; half-way their text has half its contrast.
  await page.waitForTimeout(700);
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(passes.length).toBeGreaterThan(5);
  expect(
    violations.map(
      (violation) =>
        `${violation.id}: ${violation.nodes
          .map((node) => node.html)
          .join(" ")
          .slice(0, 300)}`,
    ),
  ).toEqual([]);
}
