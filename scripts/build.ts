/**
 * Builds the app into dist/app: the shell inlined into the document, the app in hashed files, the service worker with the
 * list of them, the page that opens a backup without a server, and the hashes the server's headers need.
 */
import { createHash } from "node:crypto";
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { type InlineConfig, type Rollup, build as viteBuild } from "vite";

export const root = join(import.meta.dirname, "..");
export const distFolder = join(root, "dist", "app");
const stampFile = join(root, "dist", "inputs");
const target = ["es2022", "safari16", "chrome111", "firefox114"];

const inputs = [
  "src/app/**/*",
  "src/domain/**/*.ts",
  "src/library/**/*.ts",
  "src/vault/**/*.ts",
  "public/**/*",
  "scripts/build.ts",
  "package-lock.json",
];

const hash = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("base64");
const shortHash = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex").slice(0, 12);

function hashOfInputs(): string {
  const files = globSync(inputs, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const all = createHash("sha256");
  for (const file of files) all.update(file.slice(root.length)).update(readFileSync(file));
  return all.digest("hex");
}

// A build that a test asks for is the same build: without this, Vite would make one for development.
process.env["NODE_ENV"] = "production";

const shared: InlineConfig = {
  mode: "production",
  root,
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  define: { "process.env.NODE_ENV": '"production"' },
};

/** One entry as one self-contained script, with its styles. */
async function bundle(entry: string, define: Record<string, string> = {}): Promise<{ script: string; style: string }> {
  const outputs = (await viteBuild({
    ...shared,
    define: { ...shared.define, ...define },
    build: {
      write: false,
      target,
      assetsInlineLimit: 0,
      modulePreload: false,
      cssCodeSplit: false,
      // Vite wraps dynamic imports in a helper that names import.meta; inlined imports never run that part.
      rolldownOptions: {
        input: join(root, entry),
        output: { format: "iife", codeSplitting: false },
        checks: { emptyImportMeta: false },
      },
    },
  })) as Rollup.RollupOutput | Rollup.RollupOutput[];
  const output = (Array.isArray(outputs) ? outputs : [outputs]).flatMap((each) => each.output);
  const script = output.find((file) => file.type === "chunk")?.code ?? "";
  const styles = output.filter((file) => file.type === "asset" && file.fileName.endsWith(".css"));
  return {
    script: script.trim(),
    style: styles
      .map((file) => (file.type === "asset" ? String(file.source) : ""))
      .join("")
      .trim(),
  };
}

/** Puts scripts and styles into a page. `</script` inside a script would end it. */
function inline(page: string, marks: Readonly<Record<string, string>>): string {
  let result = page.replace(/>\s+</g, (gap) => (gap.includes("\n") ? ">\n<" : "> <"));
  for (const [mark, content] of Object.entries(marks)) {
    if (!result.includes(`<!-- ${mark} -->`)) throw new Error(`the page has no <!-- ${mark} -->`);
    result = result.replace(`<!-- ${mark} -->`, () => content);
  }
  return result;
}
const safe = (script: string): string => script.replaceAll("</script", "<\\/script");

async function buildApp(): Promise<{ app: string; css: string }> {
  const output = (await viteBuild({
    ...shared,
    build: {
      outDir: distFolder,
      emptyOutDir: false,
      target,
      assetsDir: "assets",
      modulePreload: { polyfill: false },
      manifest: true,
      rolldownOptions: {
        input: join(root, "src/app/main.tsx"),
        output: {
          entryFileNames: "assets/[name]-[hash].js",
          chunkFileNames: "assets/[name]-[hash].js",
          assetFileNames: "assets/[name]-[hash][extname]",
        },
      },
    },
    oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
  })) as Rollup.RollupOutput;
  const entry = output.output.find((file) => file.type === "chunk" && file.isEntry);
  const css = output.output.find((file) => file.fileName.endsWith(".css"));
  if (entry === undefined || css === undefined) throw new Error("the build made no entry or no styles");
  return { app: `/${entry.fileName}`, css: `/${css.fileName}` };
}

function compress(folder: string): void {
  for (const file of globSync("**/*.{html,js,css,svg,json,webmanifest}", { cwd: folder })) {
    const content = readFileSync(join(folder, file));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(content, { params }));
    writeFileSync(join(folder, `${file}.gz`), gzipSync(content, { level: 9 }));
  }
}

/** Builds if anything changed since the last build. Returns whether it built. */
export async function buildIfChanged(): Promise<boolean> {
  const now = hashOfInputs();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === now) return false;
  rmSync(join(root, "dist"), { recursive: true, force: true });
  mkdirSync(distFolder, { recursive: true });
  cpSync(join(root, "public"), distFolder, { recursive: true });

  const assets = await buildApp();
  const shell = await bundle("src/app/shell/main.ts");
  const style = (await bundle("src/app/shell/style.ts")).style;
  const script = safe(shell.script);
  const page = inline(readFileSync(join(root, "src/app/index.html"), "utf8"), {
    "keel:css": `<style>${style}</style>`,
    "keel:app": `<script type="application/json" id="assets">${JSON.stringify(assets)}</script>`,
    "keel:shell": `<script>${script}</script>`,
  });
  writeFileSync(join(distFolder, "index.html"), page);

  const opener = await bundle("src/app/opener/main.ts");
  const openerScript = safe(opener.script);
  const openerPage = inline(readFileSync(join(root, "src/app/opener/index.html"), "utf8"), {
    "keel:policy": `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${hash(openerScript)}'; style-src 'sha256-${hash(opener.style)}'" />`,
    "keel:css": `<style>${opener.style}</style>`,
    "keel:opener": `<script>${openerScript}</script>`,
  });
  writeFileSync(join(distFolder, "open-backup.html"), openerPage);

  rmSync(join(distFolder, ".vite"), { recursive: true, force: true });
  const files = globSync("**/*", { cwd: distFolder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(distFolder.length))
    .map((file) => (file === "/index.html" ? "/" : file))
    .sort();
  const version = shortHash(
    files
      .map((file) => readFileSync(join(distFolder, file === "/" ? "index.html" : file)))
      .reduce((all, one) => all + shortHash(one), ""),
  );
  const worker = await bundle("src/app/service-worker/main.ts", {
    keelVersion: JSON.stringify(version),
    keelFiles: JSON.stringify(files),
  });
  writeFileSync(join(distFolder, "sw.js"), worker.script);
  writeFileSync(
    join(root, "dist", "headers.json"),
    JSON.stringify({
      version,
      document: { script: hash(script), style: hash(style) },
      opener: { script: hash(openerScript), style: hash(opener.style) },
    }),
  );
  compress(distFolder);
  writeFileSync(stampFile, now);
  return true;
}

if (import.meta.main) {
  const built = await buildIfChanged();
  console.log(built ? "Built dist/app." : "dist/app is up to date.");
}
