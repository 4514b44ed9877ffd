/** What a first visit costs, compressed with brotli, against the budget. */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { distFolder } from "./build.ts";

const kilobyte = 1_000;
const documentBytesMax = 14 * kilobyte;
const firstLoadBytesMax = 50 * kilobyte;
const lazyBytesMax = 12 * kilobyte;

const sizeOf = (file: string): number => statSync(join(distFolder, `${file}.br`)).size;
const assets = readdirSync(join(distFolder, "assets")).filter((name) => /\.(js|css)$/.test(name));
const page = readFileSync(join(distFolder, "index.html"), "utf8");
const entry = /"app":"\/assets\/([^"]+)"/.exec(page)?.[1];
const style = /"css":"\/assets\/([^"]+)"/.exec(page)?.[1];
if (entry === undefined || style === undefined) throw new Error("the document names no app");

/** The entry and all it imports before it can run. */
const first = new Set<string>([entry]);
for (const name of first) {
  const code = readFileSync(join(distFolder, "assets", name), "utf8");
  for (const [, imported] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) if (imported) first.add(imported);
}

const documentBytes = sizeOf("index.html");
const firstLoadBytes =
  documentBytes + sizeOf(`assets/${style}`) + [...first].reduce((sum, name) => sum + sizeOf(`assets/${name}`), 0);
const lazy = assets
  .filter((name) => name.endsWith(".js") && !first.has(name))
  .map((name) => [name, sizeOf(`assets/${name}`)] as const);
const largest = Math.max(...lazy.map(([, bytes]) => bytes));

const rows = [
  ["document", documentBytes, documentBytesMax],
  ["first load", firstLoadBytes, firstLoadBytesMax],
  ["largest lazy file", largest, lazyBytesMax],
] as const;
for (const [name, bytes, most] of rows) console.log(`${name.padEnd(18)} ${String(bytes).padStart(6)} of ${most} bytes`);
console.log(`${assets.length} files`);
if (rows.some(([, bytes, most]) => bytes > most) || lazy.length === 0) process.exit(1);
