/**
 * `npm run bench`: speed and size claims, measured. Speeds are ratios against a named baseline in the same run, with
 * answers compared; sizes are of a fresh build, compressed as a server would (gzip level 9).
 */
import { readdir, readFile } from "node:fs/promises";
import process from "node:process";
import { gzipSync } from "node:zlib";
import { reportPage } from "./browser.ts";
import { reportEngine, reportGrowth, reportMemory } from "./engine.ts";
import { print } from "./measure.ts";
import { reportStory } from "./story.ts";

/** The sizes that issue 4 names; `one` side drawn, as many real daily files are, and both. */
const YEAR = { days: 365, settlements: 5000, vertices: 3000, seed: 1 } as const;

const isRight = [
  await reportStory(),
  reportEngine({ ...YEAR, sides: "two" }),
  reportEngine({ ...YEAR, sides: "one" }),
].every(Boolean);
reportGrowth();
reportMemory({ ...YEAR, sides: "two" });
if (!isRight) process.exitCode = 1;

await reportSizes();
await reportPage();

async function reportSizes(): Promise<void> {
  const { build } = await import("vite");
  await build({ logLevel: "error" });
  const dist = new URL("../../dist/", import.meta.url);
  const names = ["index.html", ...(await readdir(new URL("assets/", dist))).map((name) => `assets/${name}`)];
  const files = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(new URL(name, dist));
      // Fonts and pictures are compressed already; a server sends them as they are.
      const sent = /\.(woff2|png)$/.test(name) ? bytes.length : gzipSync(bytes, { level: 9 }).length;
      return { name, part: partOf(name), raw: bytes.length, sent };
    }),
  );
  const parts = [...new Set(files.map(({ part }) => part))].toSorted();
  print("\nFirst load by part (gzip -9; fonts are fetched by the scripts that a page shows)", []);
  for (const part of parts) {
    const group = files.filter((file) => file.part === part);
    const sum = (key: "raw" | "sent") => group.reduce((total, file) => total + file[key], 0) / 1024;
    print("  %s %s KiB  (%s KiB raw, %s files)", [
      part.padEnd(34),
      sum("sent").toFixed(0).padStart(6),
      sum("raw").toFixed(0).padStart(6),
      group.length,
    ]);
  }
}

function partOf(name: string): string {
  if (/maplibre-gl-worker/.test(name)) return "script: map worker, in parallel";
  if (name.endsWith(".js")) {
    if (/assets\/index-/.test(name)) return "script: page";
    return /snapshot/.test(name) ? "script: export, on demand" : "script: map, beside the data";
  }
  if (name.endsWith(".css")) return "style";
  if (name.endsWith(".woff2")) return "fonts, all scripts";
  if (name.endsWith(".frontline")) return "data: the story, compiled";
  if (/\.(geojson|json|csv)$/.test(name)) return "data: base map";
  return "page";
}
