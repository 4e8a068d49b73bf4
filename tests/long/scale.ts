/**
 * Where the engine breaks: one generated conflict of any size through every step, with what each costs.
 * `node tools/run.mjs --expose-gc tests/long/scale.ts <days> <settlements> <vertices>` prints a line of JSON; the
 * tables of docs/scaling.md are made of such lines. Days are generated one by one and no files are written.
 *
 * Times are of the processor (all threads), so that other work on the machine does not count.
 */
import { gzipSync } from "node:zlib";
import { createArchiveBuilder } from "../../src/core/archive/builder.ts";
import { traceAreas } from "../../src/core/history/area-trace.ts";
import { buildAtlas, listAreasOn, listFrontLinesOn } from "../../src/core/atlas.ts";
import type { ControlArchive } from "../../src/core/archive/control-archive.ts";
import type { Dataset } from "../../src/core/dataset.ts";
import type { Settlement, Side } from "../../src/core/records.ts";
import { addDays, type Day } from "../../src/core/day.ts";
import { readCompiled, writeCompiled } from "../../src/data/compiled/compiled.ts";
import { type AreaCollection, generateConflict, type GeneratedConflict } from "../bench/generate.ts";
import { createRandom } from "../bench/random.ts";

const [days = 0, settlements = 0, vertices = 0] = process.argv.slice(2).map(Number);
const EMPTY_SETTLEMENT = {
  spellings: [],
  governorate: "",
  district: "",
  note: "",
  positionSource: "generated",
  positionRef: "",
  precisionKm: 0,
  isContext: false,
};
const collect = globalThis.gc ?? (() => {});
const spent = new Map<string, number>();
const conflict = generateConflict({ days, settlements, vertices, seed: 1, sides: "two" });

collect();
const usedBefore = usedMegabytes();
const builder = createArchiveBuilder();
let textBytes = 0;
let sampledBytes = 0;
let sampledSent = 0;
for (const { day, areas } of conflict.listDailyAreas()) {
  const text = JSON.stringify(areas);
  textBytes += text.length;
  // Compressing every day takes longer than all the rest; they hardly differ.
  if (sampledBytes < 20e6) {
    sampledBytes += text.length;
    sampledSent += gzipSync(text, { level: 9 }).length;
  }
  const parsed = count("parse", (): AreaCollection => JSON.parse(text));
  const shapes = parsed.features.map(({ properties: { side }, geometry }) => ({ side, geometry }));
  count("archive", () => builder.addPhase({ from: day, to: addDays(day, 1) }, shapes));
}
const control = count("archive", () => builder.build());
collect();
const archiveMb = usedMegabytes() - usedBefore;
const trace = count("trace", () => traceAreas(control, conflict.settlements));
const dataset = declare(conflict, control);
const loaded = { dataset, problems: [], notes: [], controlPath: undefined };
const bytes = await countAsync("compile", () => writeCompiled(loaded));
const opened = await countAsync("open", () => readCompiled(bytes));
const atlas = count("atlas", () => buildAtlas(opened.dataset, opened.trace));
collect();
const random = createRandom(1);
const asked = Array.from({ length: 40 }, (): Day => addDays(conflict.firstDay, Math.floor(random() * days)));
count("days", () => {
  for (const day of asked) {
    listAreasOn(atlas, day);
    listFrontLinesOn(atlas, day);
  }
});
const { links, vertices: kept, phases } = control.tables;

const seconds = Object.fromEntries([...spent].map(([step, ms]) => [step, round(ms / 1000)]));
const report = {
  days,
  settlements,
  vertices,
  seconds,
  randomDayMs: round((spent.get("days") ?? 0) / asked.length),
  phases: phases.length,
  links: links.from.length,
  keptVertices: kept.lngs.length,
  changes: trace.changes.length,
  dailyMb: round(textBytes / 1e6),
  dailySentMb: round((sampledSent / sampledBytes) * (textBytes / 1e6)),
  compiledMb: round(bytes.length / 1e6),
  archiveMb: round(archiveMb),
  peakMb: round(process.resourceUsage().maxRSS / 1024),
};
process.stdout.write(`${JSON.stringify(report)}\n`);

function count<Result>(step: string, task: () => Result): Result {
  const before = process.cpuUsage();
  const result = task();
  note(step, before);
  return result;
}

async function countAsync<Result>(step: string, task: () => Promise<Result>): Promise<Result> {
  const before = process.cpuUsage();
  const result = await task();
  note(step, before);
  return result;
}

function note(step: string, before: NodeJS.CpuUsage): void {
  const { user, system } = process.cpuUsage(before);
  spent.set(step, (spent.get(step) ?? 0) + (user + system) / 1000);
}

/** Typed arrays lie outside the heap proper. */
function usedMegabytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function declare(
  { firstDay, lastDay, bounds, settlements }: GeneratedConflict,
  control: ControlArchive,
): Dataset {
  const none = { en: "", ar: "" };
  const side = (id: string, opponent: string, colour: Side["colour"]): Side => {
    const name = { en: id, ar: id };
    return { id, name, shortName: name, holdsGround: true, opponents: [opponent], colour };
  };
  return {
    title: none,
    description: none,
    lineNote: none,
    textLanguage: "en",
    licence: "",
    credits: [],
    firstDay,
    lastDay,
    defaultDay: lastDay,
    bounds,
    viewBounds: bounds,
    sides: [side("west", "east", "green"), side("east", "west", "vermilion")],
    scripts: ["latin"],
    settlements: settlements.map(
      (settlement): Settlement => ({ ...EMPTY_SETTLEMENT, ...settlement, names: { en: settlement.name } }),
    ),
    control,
    claims: [],
    highways: [],
    corridors: [],
    posts: [],
    sources: [],
    events: [],
    figures: [],
    regions: [],
    concerned: {},
    chiefRegion: undefined,
  };
}
