/** Draws the PNG icons from public/icon.svg with the real browser. Run it when the drawing changes; the PNGs are committed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "./find-chromium.ts";
import { root } from "./build.ts";

const drawing = readFileSync(join(root, "public", "icon.svg"), "utf8");
const browser = await openBrowser();
for (const [name, size, square] of [
  ["icon-192.png", 192, false],
  ["icon-512.png", 512, false],
  ["icon-maskable-512.png", 512, true],
] as const) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  // A maskable icon is cut by the phone: it must fill the square.
  const svg = square
    ? drawing
        .replace('rx="112"', "")
        .replaceAll("v122a112 112 0 0 1-112 112H112A112 112 0 0 1 0 400z", "v234H0z")
        .replaceAll("v60a112 112 0 0 1-112 112H112A112 112 0 0 1 0 400z", "v172H0z")
    : drawing;
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw}</style>${svg}`);
  await page.screenshot({ path: join(root, "public", name), omitBackground: true });
  await page.close();
}
await browser.close();
console.log("Drew 3 icons.");
