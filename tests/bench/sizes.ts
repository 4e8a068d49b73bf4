import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type AskedFile, listAskedFiles, sortFile, sumFirstKib } from "../browser/first-load.ts";
import { launchBrowser } from "../browser/chromium.ts";
import { print } from "./measure.ts";
import { runQuietly } from "./run-quietly.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Builds the page, and tells what a first visit to the story asks for before the first picture stands, and what after. */
export async function reportSizes(): Promise<void> {
  const { build, preview } = await import("vite");
  await build({ logLevel: "error" });
  const server = await preview({ logLevel: "silent", preview: { port: 0, host: "127.0.0.1" } });
  const browser = await launchBrowser();
  try {
    const address = server.httpServer.address();
    if (address === null || typeof address === "string") throw new Error("The preview server has no port");
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    const files = await listAskedFiles(page, `http://127.0.0.1:${address.port}/`);
    print("\nFirst visit to the story, in Chromium (gzip -9): %s KiB before the first picture,", [
      sumFirstKib(files).toFixed(0),
    ]);
    print("  at most 566; beside them the map's worker and the fonts of the scripts on the page", []);
    for (const [part, group] of groupFiles(files)) printGroup(part, group);
    const embed = await (await browser.newContext({ viewport: { width: 640, height: 480 } })).newPage();
    const embedded = await listAskedFiles(embed, `http://127.0.0.1:${address.port}/?embed`);
    print("\nThe same within another page (?embed): %s KiB before the first picture, %s x the whole page", [
      sumFirstKib(embedded).toFixed(0),
      (sumFirstKib(embedded) / sumFirstKib(files)).toFixed(2),
    ]);
  } finally {
    await browser.close();
    await server.close();
  }
  await reportSingleFile();
}

/** The story as one file beside what that is made of: files as they lie in the build, and as a host would send them. */
async function reportSingleFile(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "frontline-bench-"));
  try {
    const [file, data] = [join(folder, "story.html"), join(folder, "story.frontline")];
    await runQuietly(["build", join(ROOT, "geodata"), "--single-file", file]);
    await runQuietly(["build", join(ROOT, "geodata"), "--out", data]);
    const page = await readFile(file, "utf8");
    const names = [...page.matchAll(/data-part="(assets\/[^"]+)"/g)].map(([, name = ""]) => name);
    const others = (await readdir(join(ROOT, "dist/assets"))).filter((name) => /\.(css|woff2)$/.test(name));
    const parts = await Promise.all(
      [
        ...[...names, ...others.map((name) => `assets/${name}`), "index.html", "THIRD-PARTY.txt"].map(
          (name) => join(ROOT, "dist", name),
        ),
        data,
      ].map((path) => readFile(path)),
    );
    const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
    const { size } = await stat(file);
    const plain = sum(parts.map(({ length }) => length));
    const written = sum(
      parts.map((part) => Math.min(part.length, gzipSync(part, { level: 9 }).toString("base64").length)),
    );
    print("\nThe story as a single file: %s MB, of %s parts; %s x these as they lie,", [
      (size / 1e6).toFixed(2),
      parts.length,
      (size / plain).toFixed(2),
    ]);
    print("  %s x these gzipped one by one and in base64, at most 1.1", [(size / written).toFixed(2)]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function groupFiles(files: readonly AskedFile[]): ReadonlyMap<string, readonly AskedFile[]> {
  const groups = new Map<string, AskedFile[]>();
  for (const file of files) {
    const sort = sortFile(file);
    const part = sort === "page" ? (file.isFirst ? "first" : "later") : sort;
    groups.set(part, [...(groups.get(part) ?? []), file]);
  }
  return groups;
}

function printGroup(part: string, files: readonly AskedFile[]): void {
  const kib = (bytes: number) => (bytes / 1024).toFixed(1).padStart(7);
  print("  %s %s KiB", [part.padEnd(34), kib(files.reduce((sum, { bytes }) => sum + bytes, 0))]);
  for (const { name, bytes } of files) print("    %s %s", [name.padEnd(38), kib(bytes)]);
}
