/** npm start: build what changed, then serve. */
import { join } from "node:path";
import { readConfig } from "#server/config.ts";
import { startServer } from "#server/main.ts";
import { buildIfChanged, root } from "./build.ts";

const args = process.argv.slice(2);
// A wrong option is told at once, not after a build.
if (readConfig(args).is === "config" && (await buildIfChanged())) console.log("Built the app.");
startServer(args, join(root, "dist"));
