/** What the command line says, checked: a wrong word is one clear line, never a guess. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";

export const helpText = `Keel: npm start -- [options]

  --port N      where to listen (default 4173)
  --host NAME   address to listen on (default 127.0.0.1; 0.0.0.0 lets other devices in)
  --data DIR    folder for what the server keeps (default ./data)
  --help        this text

This version's server keeps nothing about anyone: it hands out the app, and everything a person writes stays sealed in
their own browser. The data folder is made and checked now so that sync has a home later.
Phones need https to install the app or use it offline; put the server behind a proxy that has a certificate.`;

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly data: string;
}

export type ReadConfig =
  | { readonly is: "config"; readonly config: Config }
  | { readonly is: "help" }
  | { readonly is: "wrong"; readonly line: string };

const wrong = (line: string): ReadConfig => ({ is: "wrong", line });

export function readConfig(args: readonly string[]): ReadConfig {
  let values: { port?: string; host?: string; data?: string; help?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string" },
        host: { type: "string" },
        data: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    }));
  } catch (error) {
    return wrong(
      `${error instanceof Error ? (error.message.split(/[.\n]/)[0] ?? "") : "Unknown option"}. See npm start -- --help.`,
    );
  }
  if (values.help === true) return { is: "help" };
  const port = Number(values.port ?? 4173);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return wrong(`--port takes a number from 0 to 65535, not "${values.port ?? ""}".`);
  }
  return { is: "config", config: { port, host: values.host ?? "127.0.0.1", data: resolve(values.data ?? "data") } };
}

/** Parents first, one by one: Node's own recursive mkdir never returns where the system refuses with "not found" (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Makes the data folder and tries to write in it. Null when that works, else the line to print. */
export function checkDataFolder(folder: string): string | null {
  try {
    makeFolder(folder);
    const probe = join(folder, `.writable-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
    return null;
  } catch {
    return `Keel cannot write in ${folder}. Make that folder writable, or name another with --data.`;
  }
}
