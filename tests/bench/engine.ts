import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { gzipSync } from "node:zlib";
import { createArchiveBuilder } from "../../src/core/archive/builder.ts";
import { type AreaTrace, type Located, traceAreas } from "../../src/core/history/area-trace.ts";
import { openArchive } from "../../src/core/archive/control-archive.ts";
import type { ControlArea } from "../../src/core/records.ts";
import { addDays, type Day } from "../../src/core/day.ts";
import { decodeArchive, encodeArchive } from "../../src/data/compiled/archive-bytes.ts";
import { type AreaCollection, type ConflictOptions, generateConflict } from "./generate.ts";
import { collectGarbage, measureCpu, measureHeapMb, print } from "./measure.ts";

/** One settlement in so many is asked about by the naive loop, on every day: all of them would take minutes. */
const SAMPLE_STEP = 50;

interface DailyText {
  readonly day: Day;
  readonly text: string;
}

function generateTexts(options: ConflictOptions) {
  const conflict = generateConflict(options);
  const texts = [...conflict.listDailyAreas()].map(
    ({ day, areas }): DailyText => ({ day, text: JSON.stringify(areas) }),
  );
  return { texts, settlements: conflict.settlements };
}

interface DailyAreas {
  readonly day: Day;
  readonly areas: readonly Pick<ControlArea, "side" | "geometry">[];
}

function parseAll(texts: readonly DailyText[]): DailyAreas[] {
  return texts.map(({ day, text }) => {
    const { features } = JSON.parse(text) as AreaCollection;
    return { day, areas: features.map(({ properties, geometry }) => ({ side: properties.side, geometry })) };
  });
}

function buildArchive(parsed: readonly DailyAreas[]) {
  const builder = createArchiveBuilder();
  for (const { day, areas } of parsed) builder.addPhase({ from: day, to: addDays(day, 1) }, areas);
  return builder.build();
}

/** Ratios of change detection and of the compiled form on generated daily files. Gives whether every answer was right. */
export function reportEngine(options: ConflictOptions): boolean {
  const { texts, settlements } = generateTexts(options);
  const megabytes = texts.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
  print(
    "\nGenerated: %s daily files, %s MB of GeoJSON, %s settlements, fronts of %s vertices, %s side(s) drawn",
    [texts.length, megabytes.toFixed(1), settlements.length, options.vertices, options.sides],
  );
  const parse = measureCpu(3, () => parseAll(texts));
  const ours = measureCpu(3, () => traceAreas(buildArchive(parse.result), settlements));
  const sample = settlements.filter((_, index) => index % SAMPLE_STEP === 0);
  const naive = measureCpu(1, () => findHoldersNaively(parse.result, sample));
  const naiveMs = (naive.ms * settlements.length) / sample.length;
  const wrong = countDifferences(ours.result, parse.result, sample, naive.result);
  print("  JSON.parse of all files                       %s ms   baseline", [parse.ms.toFixed(0)]);
  print("  all changes of all days, from parsed areas    %s ms   %s x JSON.parse, %s changes", [
    ours.ms.toFixed(0),
    (ours.ms / parse.ms).toFixed(2),
    ours.result.changes.length,
  ]);
  print(
    "  naive Turf loop (1 settlement in %s measured)  %s ms   ours is %s x faster, %s of %s answers differ",
    [SAMPLE_STEP, naiveMs.toFixed(0), (naiveMs / ours.ms).toFixed(0), wrong, sample.length * texts.length],
  );
  reportCompiled(texts, parse.result);
  return wrong === 0;
}

/** The side of each place of the sample on each day, by Turf, area by area. */
function findHoldersNaively(
  parsed: readonly DailyAreas[],
  sample: readonly Located[],
): (string | undefined)[][] {
  return parsed.map(({ areas }) =>
    sample.map(
      ({ position }) =>
        areas.find(({ geometry }) => booleanPointInPolygon(position as [number, number], geometry))?.side,
    ),
  );
}

function countDifferences(
  { initialSides, changes }: AreaTrace,
  parsed: readonly DailyAreas[],
  sample: readonly Located[],
  naive: readonly (readonly (string | undefined)[])[],
): number {
  const holders = new Map(initialSides);
  let next = 0;
  let wrong = 0;
  for (const [index, { day }] of parsed.entries()) {
    for (let change = changes[next]; change && change.day <= day; change = changes[++next])
      holders.set(change.settlement, change.to);
    sample.forEach(({ id }, place) => {
      if (holders.get(id) !== naive[index]?.[place]) wrong += 1;
    });
  }
  return wrong;
}

function reportCompiled(texts: readonly DailyText[], parsed: readonly DailyAreas[]): void {
  const gzipped = texts.reduce((sum, { text }) => sum + gzipSync(text, { level: 9 }).length, 0);
  const archive = buildArchive(parsed);
  const bytes = encodeArchive(archive.tables);
  const compiled = gzipSync(bytes, { level: 9 }).length;
  print("  daily files, each gzipped                     %s KB", [(gzipped / 1000).toFixed(0)]);
  print("  compiled ground of all days, gzipped          %s KB   %s x smaller", [
    (compiled / 1000).toFixed(0),
    (gzipped / compiled).toFixed(0),
  ]);
  const open = measureCpu(5, () => openArchive(decodeArchive(bytes)));
  const middle = texts[Math.floor(texts.length / 2)]?.day;
  const day = measureCpu(5, () => middle && openArchive(archive.tables).listAreas(middle));
  print("  opening the compiled ground                   %s ms; one day out of it %s ms", [
    open.ms.toFixed(1),
    day.ms.toFixed(1),
  ]);
}

/** How time grows with ten times the days and with ten times the settlements, and what memory the work takes. */
export function reportGrowth(): void {
  const base = { days: 60, settlements: 2000, vertices: 3000, seed: 2, sides: "two" } as const;
  const timeOf = (options: ConflictOptions) => {
    const { texts, settlements } = generateTexts(options);
    const parsed = parseAll(texts);
    return measureCpu(5, () => traceAreas(buildArchive(parsed), settlements)).ms;
  };
  const one = timeOf(base);
  print("\nGrowth, from %s days and %s settlements (%s ms)", [base.days, base.settlements, one.toFixed(0)]);
  print("  10 x the days                                 %s x", [
    (timeOf({ ...base, days: 600 }) / one).toFixed(1),
  ]);
  print("  10 x the settlements                          %s x", [
    (timeOf({ ...base, settlements: 20_000 }) / one).toFixed(1),
  ]);
}

/** Memory held after parsing everything, and what finding all changes needs beside it. */
export function reportMemory(options: ConflictOptions): void {
  const { texts, settlements } = generateTexts(options);
  collectGarbage();
  const before = measureHeapMb();
  const parsed = parseAll(texts);
  collectGarbage();
  const input = measureHeapMb() - before;
  const archive = buildArchive(parsed);
  // Nothing is collected in between: what lies about is part of what the work takes.
  const built = measureHeapMb();
  const trace = traceAreas(archive, settlements);
  const peak = Math.max(built, measureHeapMb()) - before;
  print("\nMemory: parsed files %s MB; with archive and all %s changes %s MB, %s x", [
    input.toFixed(0),
    trace.changes.length,
    peak.toFixed(0),
    (peak / input).toFixed(2),
  ]);
  print("  %s daily areas were held throughout; opening a folder reads and forgets them one by one", [
    parsed.length,
  ]);
}
