/** npm run bench: the speeds Keel holds itself to, as medians and ratios of one run. Ends with 1 when one is over its budget. */
import { cpus } from "node:os";
import { benchFirstLoad } from "../bench/first-load.ts";
import { benchHistory } from "../bench/history.ts";
import { openBrowser } from "./find-chromium.ts";
import { startForBrowser } from "./start-for-browser.ts";

const server = await startForBrowser();
const browser = await openBrowser();
const rows = [...(await benchFirstLoad(browser, server.address)), ...(await benchHistory(browser, server.address))];
const version = browser.version();
await browser.close();
server.stop();

console.log(`
Medians of 7, Chromium ${version}, Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? "unknown processor"}.
Throttling by the browser's own tools: slow 4G is 180 kB/s and 562 ms for each request. Keel and the empty page take turns.

| what | measured | budget | |
| --- | --- | --- | --- |`);
for (const row of rows) {
  console.log(`| ${row.what} | ${row.measured} | ${row.budget} | ${row.within ? "within" : "over"} |`);
}
const over = rows.filter((row) => !row.within).length;
console.log(`\n${rows.length} measured, ${over} over budget.`);
process.exit(over === 0 ? 0 : 1);
