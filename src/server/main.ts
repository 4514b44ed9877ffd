/** One server: config, files, listen, stop. */
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { checkDataFolder, helpText, readConfig } from "./config.ts";
import { createApp, readFiles } from "./http.ts";

const stopDelayMsMax = 5_000;

function leave(line: string): never {
  console.error(line);
  process.exit(1);
}

export function startServer(args: readonly string[], dist: string): void {
  const read = readConfig(args);
  if (read.is === "help") {
    console.log(helpText);
    return;
  }
  if (read.is === "wrong") leave(read.line);
  const { port, host, data } = read.config;
  const unwritable = checkDataFolder(data);
  if (unwritable !== null) leave(unwritable);
  const hashes = JSON.parse(readFileSync(join(dist, "headers.json"), "utf8")) as Parameters<typeof readFiles>[1];
  const app = createApp(readFiles(join(dist, "app"), hashes));

  const server = serve(
    {
      fetch: app.fetch,
      port,
      hostname: host,
      serverOptions: {
        maxHeaderSize: 8_192,
        headersTimeout: 10_000,
        requestTimeout: 30_000,
        keepAliveTimeout: 5_000,
        connectionsCheckingInterval: 2_000,
      },
    },
    (address) => console.log(`Keel is at http://${host.includes(":") ? `[${host}]` : host}:${address.port}`),
  ) as Server;
  server.maxHeadersCount = 64;
  server.maxRequestsPerSocket = 1_000;
  server.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE")
      leave(`Port ${port} is taken. Stop what uses it, or choose another: npm start -- --port ${port + 1}`);
    if (error.code === "EACCES")
      leave(`Port ${port} is not allowed for you. Choose one above 1023: npm start -- --port 4173`);
    leave(
      `Keel cannot listen on ${host}:${port} (${error.code ?? error.message}). Choose another with --host and --port.`,
    );
  });
  const stop = (): void => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), stopDelayMsMax).unref();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
