/**
 * Hands out the app. Every file is read into memory at the start and looked up by its exact path, so no path of a request
 * ever reaches the disk. No cookies, no addresses kept, no log of requests.
 */
import { globSync, readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { extname, join } from "node:path";
import { Hono } from "hono";
import { type PageHashes, everywhere, policyFor, policyForFiles } from "./headers.ts";

interface ServedFile {
  readonly kind: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly brotli: Uint8Array<ArrayBuffer> | null;
  readonly gzip: Uint8Array<ArrayBuffer> | null;
  readonly tag: string;
  readonly policy: string;
  readonly caching: string;
}

const kinds: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

interface Hashes {
  readonly document: PageHashes;
  readonly opener: PageHashes;
}

/** The app's files by path. Throws when the folder holds no document: then there is nothing to serve. */
export function readFiles(folder: string, hashes: Hashes): ReadonlyMap<string, ServedFile> {
  const files = new Map<string, ServedFile>();
  const names = globSync("**/*", { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
  const all = new Set(names);
  const read = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(folder, name)));
  for (const name of names) {
    const kind = kinds[extname(name)];
    if (kind === undefined) continue;
    const plain = read(name);
    const path = name === "/index.html" ? "/" : name;
    const pageHashes = name === "/index.html" ? hashes.document : name === "/open-backup.html" ? hashes.opener : null;
    files.set(path, {
      kind,
      plain,
      brotli: all.has(`${name}.br`) ? read(`${name}.br`) : null,
      gzip: all.has(`${name}.gz`) ? read(`${name}.gz`) : null,
      tag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
      policy: pageHashes === null ? policyForFiles : policyFor(pageHashes),
      caching: name.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    });
  }
  if (!files.has("/")) throw new Error(`no index.html in ${folder}`);
  return files;
}

/** A worker takes its policy from its own answer: it may fetch the app's files, and nothing else. */
const workerPolicy = "default-src 'none'; connect-src 'self'; script-src 'self'";

export function createApp(files: ReadonlyMap<string, ServedFile>): Hono {
  const app = new Hono();

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(everywhere)) context.res.headers.set(name, value);
    if (!context.res.headers.has("Content-Security-Policy")) {
      context.res.headers.set("Content-Security-Policy", policyForFiles);
    }
  });

  app.get("/healthz", (context) => context.text("ok", 200, { "Cache-Control": "no-store" }));

  // Asked for after a wipe. Only an answer from the network can clear what the browser keeps around a page.
  app.post("/wipe", (context) => {
    const from = context.req.header("Sec-Fetch-Site");
    if (from !== undefined && from !== "same-origin") return context.text("Refused.", 403);
    return context.body(null, 204, { "Clear-Site-Data": '"cache", "storage"', "Cache-Control": "no-store" });
  });

  app.get("*", (context) => {
    const { pathname } = new URL(context.req.url);
    const file = files.get(pathname);
    if (file === undefined) return context.text("There is nothing here.", 404, { "Cache-Control": "no-store" });
    const accepted = context.req.header("Accept-Encoding") ?? "";
    const [body, encoding] =
      file.brotli !== null && /\bbr\b/.test(accepted)
        ? [file.brotli, "br"]
        : file.gzip !== null && /\bgzip\b/.test(accepted)
          ? [file.gzip, "gzip"]
          : [file.plain, null];
    const headers: Record<string, string> = {
      "Content-Type": file.kind,
      "Content-Security-Policy": pathname === "/sw.js" ? workerPolicy : file.policy,
      "Cache-Control": file.caching,
      ETag: file.tag,
      Vary: "Accept-Encoding",
    };
    if (context.req.header("If-None-Match") === file.tag) return context.body(null, 304, headers);
    return context.body(body, 200, encoding === null ? headers : { ...headers, "Content-Encoding": encoding });
  });

  app.notFound((context) => context.text("There is nothing here.", 404));
  app.onError((_error, context) => context.text("Something went wrong here. Try again.", 500));
  return app;
}
