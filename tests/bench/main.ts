/**
 * `npm run bench`: speed and size claims, measured. Speeds are ratios against a named baseline in the same run, with
 * answers compared; sizes are of a fresh build, compressed as a server would (gzip level 9).
 */
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { readdir, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { buildAtlas } from "../../src/core/atlas.ts";
import { type AreaChange, findAreaChanges } from "../../src/core/changes.ts";
import type { Dataset } from "../../src/core/dataset.ts";
import { addDays, type Day, listDays } from "../../src/core/day.ts";
import { loadBundled } from "../geodata/bundled.ts";

const { dataset } = await loadBundled();
const days = listDays(dataset.firstDay, dataset.lastDay);
print("Northwestern Syria: %d days, %d settlements, %d control areas\n", [
  days.length,
  dataset.settlements.length,
  dataset.controlAreas.length,
]);

const naive = measure(3, () => findChangesNaively(dataset, days));
const ours = measure(9, () => findAreaChanges(dataset.controlAreas, dataset.settlements, days));
const isEqual = JSON.stringify(naive.result) === JSON.stringify(ours.result);
print("All changes of the story, naive Turf double loop   %s ms   1 x", [naive.ms.toFixed(0)]);
print("All changes of the story, findAreaChanges          %s ms   %s x faster, %s, %d changes", [
  ours.ms.toFixed(0),
  (naive.ms / ours.ms).toFixed(1),
  isEqual ? "answers equal" : "ANSWERS DIFFER",
  ours.result.length,
]);
const atlas = measure(5, () => buildAtlas(dataset));
print("Whole atlas (histories, changes, agreement)        %s ms   %s x faster than the naive loop\n", [
  atlas.ms.toFixed(0),
  (naive.ms / atlas.ms).toFixed(1),
]);
if (!isEqual) process.exitCode = 1;

await reportSizes();

/** The judge of any faster way: every settlement, every day, every area, by Turf. */
function findChangesNaively({ controlAreas, settlements }: Dataset, asked: readonly Day[]): AreaChange[] {
  const findSides = (day: Day) =>
    settlements.map(({ position }) => {
      const area = controlAreas.find(
        ({ from, to, geometry }) =>
          from <= day && day < to && booleanPointInPolygon(position as [number, number], geometry),
      );
      return area?.side;
    });
  const [first] = asked;
  if (first === undefined) return [];
  let before = findSides(addDays(first, -1));
  return asked.flatMap((day) => {
    const after = findSides(day);
    const changes = settlements.flatMap(({ id }, index) =>
      before[index] === after[index] ? [] : [{ day, settlement: id, from: before[index], to: after[index] }],
    );
    before = after;
    return changes;
  });
}

/** The median of several runs, after one to warm up. */
function measure<Result>(runs: number, task: () => Result): { ms: number; result: Result } {
  let result = task();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    result = task();
    return performance.now() - start;
  });
  return { ms: times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0, result };
}

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
  print("First load by part (gzip -9; fonts are fetched by the scripts that a page shows)", []);
  for (const part of parts) {
    const group = files.filter((file) => file.part === part);
    const sum = (key: "raw" | "sent") => group.reduce((total, file) => total + file[key], 0) / 1024;
    print("  %s %s KiB  (%s KiB raw, %d files)", [
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
  if (/front-lines/.test(name)) return "data: front lines";
  if (/claims/.test(name)) return "data: claims";
  if (/\.(geojson|json|csv)$/.test(name)) return "data: everything else";
  return "page";
}

function print(format: string, values: readonly (string | number)[]): void {
  let next = 0;
  process.stdout.write(`${format.replaceAll(/%[sd]/g, () => String(values[next++]))}\n`);
}
