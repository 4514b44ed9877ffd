/** npm start, as somebody who has never seen it would meet it. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const script = join(root, "scripts", "bootstrap.mjs");
const folder = mkdtempSync(join(tmpdir(), "keel-start-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (...args: string[]) => {
  const done = spawnSync(process.execPath, [script, "start", ...args], {
    cwd: root,
    encoding: "utf8",
    timeout: 60_000,
  });
  return { status: done.status, said: `${done.stdout}${done.stderr}`.trim() };
};

describe("a wrong start is one clear line", () => {
  test("--help tells the options and what is kept", () => {
    const { status, said } = start("--help");
    expect(status).toBe(0);
    expect(said).toContain("--port N");
    expect(said).toContain("keeps nothing about anyone");
  });

  test.each([
    [["--nope"], /Unknown option '--nope'/],
    [["--port", "lots"], /--port takes a number/],
  ])("%s", (args, line) => {
    const { status, said } = start(...args);
    expect(status).toBe(1);
    expect(said).toMatch(line);
    expect(said.split("\n").length).toBe(1);
  });

  test("a data folder that cannot be written", () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    const { status, said } = start("--port", "0", "--data", join(file, "data"));
    expect(status).toBe(1);
    expect(said).toContain("Keel cannot write in");
  });

  test("a port that is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as { port: number };
    const { status, said } = start("--port", String(port), "--data", join(folder, "data"));
    other.close();
    expect(status).toBe(1);
    expect(said).toContain(`Port ${port} is taken`);
  });
});

describe("a running server", () => {
  let child: ChildProcess;
  let port = 0;

  beforeAll(async () => {
    child = spawn(
      join(root, "node_modules/.bin/node"),
      [join(root, "scripts/start.ts"), "--port", "0", "--data", join(folder, "data")],
      { cwd: root },
    );
    port = await new Promise<number>((resolve, reject) => {
      child.stdout?.on("data", (chunk: Buffer) => {
        const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(chunk.toString())?.[1];
        if (found !== undefined) resolve(Number(found));
      });
      child.once("exit", (code) => reject(new Error(`ended with ${code}`)));
    });
  });
  afterAll(() => void child.kill("SIGKILL"));

  const ask = (path: string, method = "GET", headers: Record<string, string> = {}) =>
    new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: string }>(
      (resolve, reject) => {
        request({ port, host: "127.0.0.1", path, method, headers }, (answer) => {
          let body = "";
          answer.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
          answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
        })
          .on("error", reject)
          .end();
      },
    );

  test("P11 the page lets nothing foreign in, sets no cookie, and may not be framed", async () => {
    const { status, headers, body } = await ask("/");
    expect(status).toBe(200);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers["set-cookie"]).toBe(undefined);
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(body).toContain("I'm about to text them");
    expect(body).not.toMatch(/(src|href)="https?:/);
  });

  test.each([
    "/../package.json",
    "/%2e%2e/package.json",
    "/..%2fpackage.json",
    "//etc/passwd",
    "/assets/..%5c..%5cx",
    "/index.html",
    "/headers.json",
    "/letters/42",
  ])("nothing but the app's own files is served: %s", async (path) => expect((await ask(path)).status).toBe(404));

  test("a wipe is answered for this site alone", async () => {
    const own = await ask("/wipe", "POST", { "Sec-Fetch-Site": "same-origin" });
    expect(own).toMatchObject({ status: 204, headers: { "clear-site-data": '"cache", "storage"' } });
    expect((await ask("/wipe", "POST", { "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
    expect((await ask("/wipe")).status).toBe(404);
  });

  test("files come compressed, and once only", async () => {
    const packed = await ask("/", "GET", { "Accept-Encoding": "br" });
    expect(packed.headers["content-encoding"]).toBe("br");
    const again = await ask("/", "GET", { "If-None-Match": String(packed.headers["etag"]) });
    expect(again.status).toBe(304);
    expect((await ask("/healthz")).body).toBe("ok");
  });

  test("it stops when asked", async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});
