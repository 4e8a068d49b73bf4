import { open } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { addDays, countDaysBetween } from "../core/day.ts";
import type { Dataset } from "../core/dataset.ts";
import { listGaps } from "../core/archive/gaps.ts";
import type { Phase } from "../core/archive/tables.ts";
import { buildAtlas } from "../core/atlas.ts";
import { putBeside } from "../data/compiled/beside.ts";
import { COMPILED_ENDING } from "../data/compiled/compiled.ts";
import { MAGIC } from "../data/compiled/container.ts";
import { countProblems, formatProblem, showMarks } from "../data/problem.ts";
import type { Call } from "./arguments.ts";
import type { SourceSize } from "./compile-folder.ts";
import { type CliIo, EXIT, UsageError } from "./io.ts";
import { formatJson } from "./format.ts";
import { type OpenedDataset, openCompilation } from "./open-dataset.ts";
import { type SiteCards, writeSite } from "./site.ts";
import { drawSiteCards } from "./site-cards.ts";
import { tileSettlements } from "../tiles/tile-settlements.ts";
import { describeSystemError, findReplaced, isFolder, isSystemError, writeWholeFile } from "./write-file.ts";

type BuildCall = Extract<Call, { command: "build" }>;

/** Enough that two builds of one data set never meet, and short enough to be read out. */
const HASH_DIGITS = 8;

/**
 * Compiles a folder into one file and says what it has. A file appears in full or not at all.
 *
 * @throws UsageError if the folder is a compiled file already, or the place to write to is none.
 */
export async function build(call: BuildCall, io: CliIo): Promise<number> {
  const folder = resolve(io.cwd, call.folder);
  const compilation = await io.compile(folder, { isMeasured: true });
  // Read back, so that no file is written that cannot be.
  const opened = await openCompilation(compilation, folder);
  const { bytes, source } = compilation;
  const errors = countProblems(opened.problems, "error");
  if (!bytes || !opened.dataset || (call.isStrict && errors > 0)) {
    for (const problem of opened.problems)
      if (problem.severity === "error") io.err(`${formatProblem(problem)}\n`);
    return EXIT.badData;
  }
  if (!source) throw new UsageError(`${call.folder} is compiled already`);
  const { dataset, hash, trace, later } = opened;
  // Before anything is written: what cannot be drawn leaves no half of a site.
  const cards = call.hasCards
    ? await drawSiteCards({ atlas: buildAtlas(dataset, trace), later, bytes, hash }, call, io)
    : undefined;
  if (cards && call.url === undefined)
    io.err("Links show their picture in few places without --url, the address where readers open the site\n");
  const target = await write(bytes, { call, folder, hash, dataset, cards, io });
  const record = describe(opened, { file: relative(io.cwd, target), bytes: bytes.length, source });
  io.out(call.format === "json" ? formatJson(record) : formatRecord(record));
  return EXIT.done;
}

interface Writing {
  readonly call: BuildCall;
  readonly folder: string;
  readonly hash: string;
  readonly dataset: Dataset;
  readonly cards: SiteCards | undefined;
  readonly io: CliIo;
}

/** Gives the absolute path of what was written. */
async function write(
  bytes: Uint8Array<ArrayBuffer>,
  { call, folder, hash, dataset, cards, io }: Writing,
): Promise<string> {
  const { site, url, origins } = call;
  try {
    if (site !== undefined) {
      const name = nameByContent(folder, hash);
      const tiles = tileSettlements(dataset);
      const { bytes: chief, files: parts } = putBeside(bytes);
      const dashboard = io.findDashboard();
      const content = { dashboard, name, bytes: chief, parts, tiles, url, origins, cards };
      await writeSite(resolve(io.cwd, site), content);
      return resolve(io.cwd, site, name);
    }
    const target = await chooseTarget(call, folder, hash, io);
    await writeWholeFile(target, bytes);
    return target;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const place = site ?? call.out ?? "this folder";
    throw new UsageError(`nothing can be written to ${place}: ${describeSystemError(error)}`, {
      cause: error,
    });
  }
}

function nameByContent(folder: string, hash: string): string {
  return `${basename(folder)}-${hash.slice(0, HASH_DIGITS)}${COMPILED_ENDING}`;
}

/**
 * The named file; in a folder, or where nothing is named, one named by the data set's folder and its content.
 *
 * @throws UsageError if a file is there that is not ours to replace.
 */
async function chooseTarget({ out }: BuildCall, folder: string, hash: string, io: CliIo): Promise<string> {
  const path = resolve(io.cwd, out ?? ".");
  const isInFolder = await isFolder(path);
  if (!isInFolder && out?.endsWith("/")) throw new UsageError(`there is no folder ${out}`);
  const target = isInFolder ? join(path, nameByContent(folder, hash)) : path;
  const replaced = await findReplaced(target);
  if (replaced !== undefined && !(await isOurs(replaced)))
    throw new UsageError(`${target} is a file that build did not write; delete it first or name another`);
  return target;
}

/** Whether a file is a compiled data set, or has nothing in it that could be lost. */
async function isOurs(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    return bytesRead === 0 || buffer.toString("latin1") === MAGIC;
  } finally {
    await file.close();
  }
}

interface Written {
  readonly file: string;
  readonly bytes: number;
  readonly source: SourceSize;
}

type BuildRecord = ReturnType<typeof describe>;

/** What was built, as the command line prints it. The fields are promised in docs/command-line.md. */
function describe({ dataset, problems, hash }: OpenedDataset, { file, bytes, source }: Written) {
  if (!dataset) throw new RangeError("Nothing was built"); // The caller has made sure.
  const { firstDay, lastDay, control, settlements, claims } = dataset;
  const missing = listGaps(control.phases, firstDay, lastDay);
  return {
    file,
    hash,
    first_day: firstDay,
    last_day: lastDay,
    days: countDaysBetween(firstDay, lastDay) + 1,
    phases: control.phases.length,
    missing_days: sumDays(missing),
    missing: missing.map(({ from, to }) => ({ first_day: from, last_day: addDays(to, -1) })),
    settlements: settlements.length,
    claims: claims.length,
    vertices: control.tables.vertices.lngs.length,
    links: control.tables.links.from.length,
    source_files: source.files,
    source_bytes: source.bytes,
    source_gzipped_bytes: source.gzippedBytes,
    compiled_bytes: bytes,
    ratio: source.gzippedBytes / bytes,
    errors: countProblems(problems, "error"),
    warnings: countProblems(problems, "warning"),
  };
}

function sumDays(spans: readonly Phase[]): number {
  return spans.reduce((sum, { from, to }) => sum + countDaysBetween(from, to), 0);
}

function formatRecord(record: BuildRecord): string {
  const { missing, errors, warnings } = record;
  const spans = missing.map((span) =>
    span.first_day === span.last_day ? span.first_day : `${span.first_day} to ${span.last_day}`,
  );
  const lines: readonly (readonly [string, string])[] = [
    ["File", record.file],
    ["Days", `${count(record.days)}, from ${record.first_day} to ${record.last_day}`],
    ["Phases", `${count(record.phases)} of known ground`],
    ["Missing days", spans.length === 0 ? "none" : `${count(record.missing_days)}: ${spans.join(", ")}`],
    ["Settlements", count(record.settlements)],
    ["Claims", count(record.claims)],
    ["Ground", `${count(record.vertices)} vertices, ${count(record.links)} links`],
    [
      "Folder",
      `${count(record.source_files)} files, ${count(record.source_bytes)} bytes, gzipped ${count(record.source_gzipped_bytes)}`,
    ],
    ["Compiled", `${count(record.compiled_bytes)} bytes`],
    ["Ratio", `${record.ratio.toFixed(1)} times smaller than the folder gzipped`],
    ["Hash", record.hash],
    ...(errors + warnings > 0
      ? [["Problems", `${count(errors)} errors, ${count(warnings)} warnings; run 'validate' to see`] as const]
      : []),
  ];
  return lines.map(([name, text]) => `${name.padEnd(14)}${showMarks(text)}\n`).join("");
}

function count(number: number): string {
  return number.toLocaleString("en");
}
