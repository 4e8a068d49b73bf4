import { open, stat } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { addDays, countDaysBetween } from "../core/day.ts";
import { shortenHash } from "../core/data-mark.ts";
import type { Dataset } from "../core/dataset.ts";
import { pickName } from "../core/names.ts";
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
import { isSingleFile, packSingleFile } from "./single-file.ts";
import { type SiteCards, writeSite } from "./site.ts";
import { drawSiteCards } from "./site-cards.ts";
import { tileSettlements } from "../tiles/tile-settlements.ts";
import { describeSystemError, findReplaced, isFolder, isSystemError, writeWholeFile } from "./write-file.ts";

type BuildCall = Extract<Call, { command: "build" }>;

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
  const { size } = await stat(target);
  const file = relative(io.cwd, target);
  const record = describe(opened, { file, fileBytes: size, bytes: bytes.length, source });
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
  const { site, singleFile, url, origins } = call;
  try {
    if (singleFile !== undefined) {
      const naming = { folder, hash, ending: ".html", isOurs: isSingleFile };
      const target = await chooseTarget(singleFile, naming, io);
      const title = pickName(dataset.title, "en");
      const tiles = tileSettlements(dataset);
      const dashboard = io.findDashboard();
      await writeWholeFile(target, await packSingleFile({ dashboard, title, bytes, tiles, url }));
      return target;
    }
    if (site !== undefined) {
      const name = nameByContent(folder, hash, COMPILED_ENDING);
      const tiles = tileSettlements(dataset);
      const { bytes: chief, files: parts } = putBeside(bytes);
      const dashboard = io.findDashboard();
      const { title, description } = dataset;
      await writeSite(resolve(io.cwd, site), {
        dashboard,
        name,
        bytes: chief,
        parts,
        tiles,
        title,
        description,
        url,
        origins,
        cards,
      });
      return resolve(io.cwd, site, name);
    }
    const naming = { folder, hash, ending: COMPILED_ENDING, isOurs: isCompiled };
    const target = await chooseTarget(call.out, naming, io);
    await writeWholeFile(target, bytes);
    return target;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const place = site ?? singleFile ?? call.out ?? "this folder";
    throw new UsageError(`nothing can be written to ${place}: ${describeSystemError(error)}`, {
      cause: error,
    });
  }
}

function nameByContent(folder: string, hash: string, ending: string): string {
  return `${basename(folder)}-${shortenHash(hash)}${ending}`;
}

interface Naming {
  /** Of the data set, and the hash of its content. */
  readonly folder: string;
  readonly hash: string;
  readonly ending: string;
  /** Whether a file that begins so may be replaced. */
  readonly isOurs: (start: string) => boolean;
}

/**
 * The named file; in a folder, or where nothing is named, one named by the data set's folder and its content.
 *
 * @throws UsageError if a file is there that is not ours to replace.
 */
async function chooseTarget(out: string | undefined, naming: Naming, io: CliIo): Promise<string> {
  const { folder, hash, ending, isOurs } = naming;
  const path = resolve(io.cwd, out ?? ".");
  const isInFolder = await isFolder(path);
  if (!isInFolder && out?.endsWith("/")) throw new UsageError(`there is no folder ${out}`);
  const target = isInFolder ? join(path, nameByContent(folder, hash, ending)) : path;
  const replaced = await findReplaced(target);
  const start = replaced === undefined ? "" : await readStart(replaced);
  // A file that has nothing in it has nothing to lose.
  if (start !== "" && !isOurs(start))
    throw new UsageError(`${target} is a file that build did not write; delete it first or name another`);
  return target;
}

const START_BYTES = 4096;

/** The first bytes of a file, a character each. */
async function readStart(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
    return buffer.toString("latin1", 0, bytesRead);
  } finally {
    await file.close();
  }
}

function isCompiled(start: string): boolean {
  return start.startsWith(MAGIC);
}

interface Written {
  readonly file: string;
  readonly fileBytes: number;
  readonly bytes: number;
  readonly source: SourceSize;
}

type BuildRecord = ReturnType<typeof describe>;

/** What was built, as the command line prints it. The fields are promised in docs/command-line.md. */
function describe({ dataset, problems, hash }: OpenedDataset, { file, fileBytes, bytes, source }: Written) {
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
    file_bytes: fileBytes,
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
    ["File", `${record.file}, ${count(record.file_bytes)} bytes`],
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
