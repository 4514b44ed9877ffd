/**
 * How long until the urge button answers, against an empty page with one button, in the same browser, in turns. A frame loop
 * in the page taps the button as soon as it is there; the time ends with the frame after the answer is on screen.
 *
 * The empty page is measured twice: with the document's own security headers, which is what the budget is held against, and
 * bare. Cross-Origin-Opener-Policy makes the browser start a fresh process; docs/decisions/0007 says why it is worth that.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { everywhere } from "#server/headers.ts";
import { type Row, median, milliseconds, ratio } from "./row.ts";

const rounds = 7;
/** Slow 4G as Chrome's own tools apply it. */
const slow4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const emptyPage = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Empty</title>
<button id="first-urge">Go</button><p id="urge" hidden>There</p>
<script>document.getElementById("first-urge").onclick = () => { document.getElementById("urge").hidden = false; };</script>`;

interface Timed {
  answeredMs?: number;
}

function tapWhenThere(): void {
  const timed = globalThis as unknown as Timed;
  const look = (): void => {
    const button = document.getElementById("first-urge");
    const answer = document.getElementById("urge");
    if (button !== null && answer !== null && button.getClientRects().length > 0) {
      button.click();
      if (!answer.hidden) {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.addEventListener("message", () => (timed.answeredMs = performance.now()));
          channel.port1.start();
          channel.port2.postMessage(null);
        });
        return;
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function timeOnce(page: Page, address: string, cpu: number, network: typeof slow4G | null): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  if (network !== null) await session.send("Network.emulateNetworkConditions", network);
  await page.addInitScript(tapWhenThere);
  await page.goto(address, { waitUntil: "commit" });
  const handle = await page.waitForFunction(() => (globalThis as unknown as Timed).answeredMs, null, { polling: 100 });
  const took = (await handle.jsonValue()) as number;
  await session.detach();
  return took;
}

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 } as const;

async function fresh(
  browser: Browser,
  address: string,
  cpu: number,
  serviceWorkers: "allow" | "block",
): Promise<number> {
  const context = await browser.newContext({ ...phone, serviceWorkers });
  try {
    return await timeOnce(await context.newPage(), address, cpu, slow4G);
  } finally {
    await context.close();
  }
}

async function warm(context: BrowserContext, address: string, cpu: number): Promise<number> {
  const page = await context.newPage();
  try {
    return await timeOnce(page, address, cpu, null);
  } finally {
    await page.close();
  }
}

function against(
  what: string,
  budget: number,
  keelMs: readonly number[],
  guardedMs: readonly number[],
  bareMs: readonly number[],
): Row {
  const [keel, guarded, bare] = [median(keelMs), median(guardedMs), median(bareMs)];
  return {
    what,
    measured:
      `${milliseconds(keel)}, ${ratio(keel / guarded)} of an empty page with the same headers (${milliseconds(guarded)}), ` +
      `${ratio(keel / bare)} of a bare one (${milliseconds(bare)})`,
    budget: ratio(budget),
    within: keel / guarded <= budget,
  };
}

export async function benchFirstLoad(browser: Browser, address: string): Promise<readonly Row[]> {
  const server = createServer((request, response) => {
    if (request.url === "/guarded")
      for (const [name, value] of Object.entries(everywhere)) response.setHeader(name, value);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(emptyPage);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bare = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const guarded = `${bare}guarded`;
  const rows: Row[] = [];
  for (const cpu of [4, 8]) {
    const keelMs: number[] = [];
    const guardedMs: number[] = [];
    const bareMs: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bareMs.push(await fresh(browser, bare, cpu, "block"));
      guardedMs.push(await fresh(browser, guarded, cpu, "block"));
      keelMs.push(await fresh(browser, address, cpu, "allow"));
    }
    rows.push(
      against(
        `first visit, slow 4G, ${cpu}x slower processor: the urge button answers`,
        1.15,
        keelMs,
        guardedMs,
        bareMs,
      ),
    );
  }
  const kept = await browser.newContext({ ...phone });
  const first = await kept.newPage();
  await first.goto(address);
  await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await first.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await first.close();
  await kept.setOffline(true);
  const plain = await browser.newContext({ ...phone });
  const keelMs: number[] = [];
  const guardedMs: number[] = [];
  const bareMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bareMs.push(await warm(plain, bare, 4));
    guardedMs.push(await warm(plain, guarded, 4));
    keelMs.push(await warm(kept, address, 4));
  }
  server.close();
  await kept.close();
  await plain.close();
  rows.push(
    against("known device, no network, 4x slower processor: the urge button answers", 1.3, keelMs, guardedMs, bareMs),
  );
  return rows;
}
