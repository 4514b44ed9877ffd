/** Our own rules, as a test that also shows it can bite. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emergency, first } from "#words/first.ts";

const root = join(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const files = (...patterns: string[]): string[] => globSync(patterns, { cwd: root });

const badName = (file: string): boolean =>
  /(^|\/)(utils?|helpers?|types|index|misc|common\/.*|manager|service)\.tsx?$/.test(file);
const badWords = /\b(zero-knowledge|anonymous|guaranteed|therapy|clinical|streak|relapse)\b|!["'`]/i;

describe("the house", () => {
  test("no file is named for nothing", () => {
    const all = files("src/**/*.{ts,tsx}", "test/**/*.ts", "scripts/*.ts");
    expect(all.length).toBeGreaterThan(80);
    expect(all.filter(badName)).toEqual([]);
    expect(badName("src/app/utils.ts")).toBe(true);
  });

  test("every room is in the build", () => {
    const rooms = files("src/**/tsconfig.json").map((file) => file.replace("/tsconfig.json", ""));
    const built = read("tsconfig.json");
    for (const room of rooms) expect(built).toContain(`"${room}"`);
  });

  test("every dependency has its line", () => {
    const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
      string,
      Record<string, string>
    >;
    const told = read("docs/dependencies.md");
    const names = Object.keys({ ...dependencies, ...devDependencies });
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(told).toContain(`\`${name}\``);
    for (const version of Object.values({ ...dependencies, ...devDependencies })) expect(version).toMatch(/^\d/);
  });

  test("every promise has a test with its number, and every number is a promise", () => {
    const promised = new Set([...read("docs/architecture.md").matchAll(/\*\*(P\d+)\*\*/g)].map(([, number]) => number));
    const tests = files("src/**/*.test.ts", "test/**/*.{test,spec}.ts").map(read).join("\n");
    const tested = new Set([...tests.matchAll(/test\(\s*["`](P\d+) /g)].map(([, number]) => number));
    expect(promised.size).toBeGreaterThan(5);
    expect(tested).toEqual(promised);
  });

  test("every picture in the README is there", () => {
    const pictures = [...read("README.md").matchAll(/\]\((docs\/pictures\/[^)]+)\)/g)].map(([, file]) => file ?? "");
    expect(pictures.length).toBeGreaterThan(2);
    for (const picture of pictures) expect(existsSync(join(root, picture)), picture).toBe(true);
  });
});

describe("the words", () => {
  const wordFiles = files("src/app/words/en/*.ts");

  test("of the first screen are the same in the document and in the catalogue", () => {
    const page = read("src/app/index.html");
    for (const words of [first.title, first.lead, first.urge, first.start, first.private, emergency.open]) {
      expect(page).toContain(`>${words}<`);
    }
  });

  test("promise nothing, blame nobody, and do not shout", () => {
    expect(wordFiles.length).toBeGreaterThan(8);
    for (const file of wordFiles) expect(read(file).match(badWords)?.[0], file).toBe(undefined);
    expect(badWords.test('"Keep your streak!"')).toBe(true);
  });

  test("are read aloud in one breath: no sentence over 25 words", () => {
    let sentences = 0;
    for (const file of wordFiles) {
      for (const [, text] of read(file).matchAll(/"([^"\n]{12,})"/g)) {
        for (const sentence of (text ?? "").split(/[.?:]\s/)) {
          sentences += 1;
          expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(25);
        }
      }
    }
    expect(sentences).toBeGreaterThan(150);
  });
});
