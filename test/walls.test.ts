/** The walls between rooms are the compiler's and the linter's. Each is planted with a break here, and must refuse it. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
let copy = "";

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "keel-walls-"));
  for (const name of ["src", "package.json", "tsconfig.base.json", ".oxlintrc.json"]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const run = (tool: string, ...args: string[]): { status: number | null; text: string } => {
  const done = spawnSync(process.execPath, [join(root, "node_modules", tool), ...args], {
    cwd: copy,
    encoding: "utf8",
  });
  return { status: done.status, text: `${done.stdout}${done.stderr}` };
};
const build = (room: string) => run("typescript/bin/tsc", "-b", `src/${room}`);

test("without a break, every room builds", () => {
  for (const room of ["domain", "library", "vault", "app/shell", "server"]) {
    expect(build(room), room).toMatchObject({ status: 0 });
  }
});

test.each([
  ["domain", 'import "#vault/bytes.ts";'],
  ["domain", 'import type { Vault } from "../vault/vault.ts";\nexport type Planted = Vault;'],
  ["domain", "export const planted = document.title;"],
  ["domain", 'export const planted = () => fetch("/");'],
  ["library", 'import "#vault/bytes.ts";'],
  ["vault", 'import "#domain/event.ts";'],
  ["server", 'import type { Fact } from "#domain/event.ts";\nexport type Planted = Fact;'],
  ["app/shell", 'import "#vault/bytes.ts";'],
])("a break planted in %s is refused: %s", (room, line) => {
  const planted = join(copy, "src", room, "planted.ts");
  writeFileSync(planted, `${line}\n`);
  try {
    const { status, text } = build(room);
    expect(status).not.toBe(0);
    expect(text).toContain("planted.ts");
  } finally {
    rmSync(planted);
  }
});

test("a clock or chance read in a pure room is refused by the linter", () => {
  const planted = join(copy, "src", "domain", "planted.ts");
  for (const line of ["export const planted = Date.now();", "export const planted = Math.random();"]) {
    writeFileSync(planted, `${line}\n`);
    expect(run("oxlint/bin/oxlint", "-c", ".oxlintrc.json", "src/domain"), line).not.toMatchObject({ status: 0 });
  }
  rmSync(planted);
  expect(run("oxlint/bin/oxlint", "-c", ".oxlintrc.json", "src/domain")).toMatchObject({ status: 0 });
});
