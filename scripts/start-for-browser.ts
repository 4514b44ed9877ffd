/** The real server on a free port, for a script that drives the app. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./build.ts";

export function startForBrowser(): Promise<{ readonly address: string; readonly stop: () => void }> {
  const args = [join(root, "scripts/start.ts"), "--port", "0", "--data", ".cache/data"];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const address = /http:\S+/.exec(chunk.toString())?.[0];
      if (address !== undefined) resolve({ address, stop: () => child.kill("SIGTERM") });
    });
    child.once("exit", () => reject(new Error("the server ended before it had an address")));
  });
}
