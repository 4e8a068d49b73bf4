import { createPacer } from "../data/pacer.ts";
import { countProblems, type Problem, reportOn, toOneLine } from "../data/problem.ts";
import { TooLargeError, unpack } from "../data/unpack.ts";
import { readZipDirectory } from "../data/zip/zip-directory.ts";
import { readZip } from "../data/zip/zip-folder.ts";
import { type FileKind, findKind } from "./find-format.ts";
import { tidyPath } from "./tidy-path.ts";
import type { Reader, Reading, WorkbookReader } from "./reading.ts";
import type { Sheet } from "./sheet.ts";
import { IMPORT_LIMITS, type ReadingNote, type ReadSheetsOptions, type SourceFile } from "./source.ts";

/** All that was read of some files. */
export interface SheetsRead {
  readonly sheets: readonly Sheet[];
  readonly notes: readonly ReadingNote[];
  readonly problems: readonly Problem[];
}

/**
 * Reads files of any kind that is known: text tables, GeoJSON, ArcGIS JSON, TopoJSON, KML and KMZ, shapefiles, GeoPackages,
 * workbooks, and archives of these. What a file is, is told by its content first and by its name second. Everything sound comes
 * through, whatever else is wrong; files that belong together (`.shp`, `.dbf`, `.prj`, `.cpg`) are found by their names.
 *
 * Never rejects because of a file; with the signal's reason if it is aborted.
 */
export async function readSheets(
  files: readonly SourceFile[],
  options: ReadSheetsOptions = {},
): Promise<SheetsRead> {
  const problems: Problem[] = [];
  const notes: ReadingNote[] = [];
  const limits = { ...IMPORT_LIMITS, ...options.limits };
  const pacer = createPacer(options, () => countProblems(problems));
  const job: Job = {
    problems,
    notes,
    limits,
    options,
    pacer,
    archives: 0,
    left: { bytes: limits.unpackedBytes },
  };
  const sheets = await readAll(files, job, "");
  return { sheets, notes, problems };
}

type Job = Pick<Reading, "problems" | "notes" | "limits" | "options" | "pacer"> & {
  /** How many archives lie around the files. */
  readonly archives: number;
  /** How much may still be unpacked. */
  readonly left: { bytes: number };
};

/** The share of {@link ImportLimits.nesting} that archives within archives may take. */
const ARCHIVES = 20;

/** Reads files that lie side by side, in the order of their paths. `around`: the path of the archive that they are in. */
async function readAll(files: readonly SourceFile[], job: Job, around: string): Promise<readonly Sheet[]> {
  const { limits, notes, pacer, problems } = job;
  if (files.length > limits.files) {
    const remedy = "drop only the files that have data";
    reportOn(problems, around).error(
      "archive-too-large",
      `${files.length} files`,
      `at most ${limits.files}`,
      remedy,
    );
    return [];
  }
  const sorted = files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const byName = new Map(sorted.map((file) => [file.path.toLowerCase(), file]));
  const isAlone = sorted.length === 1;
  const passedOver: string[] = [];
  const sheets: Sheet[] = [];
  for (const [index, file] of sorted.entries()) {
    await pacer.pace("reading", index, sorted.length);
    const path = around === "" ? file.path : `${around}/${file.path}`;
    const bytes = await readBytes(file, path, job);
    if (!bytes) continue;
    const kind = findKind(file.path, bytes, isAlone);
    if (kind === "passed-over" || (kind === "beside" && !isAlone) || isPartner(file, kind, byName)) {
      if (!isPartner(file, kind, byName)) passedOver.push(path);
      continue;
    }
    const readBeside = async (ending: string) => {
      const partner = byName.get(file.path.replace(/\.[^./]*$/, ending).toLowerCase());
      return partner && readBytes(partner, path, job);
    };
    const parent = file.path.slice(0, file.path.lastIndexOf("/") + 1);
    const isBeside = (other: string) => byName.has(tidyPath(parent + other).toLowerCase());
    const reading = { ...job, file: toOneLine(path, 1000), bytes, readBeside, isBeside };
    sheets.push(...(await readOne(kind, reading)));
  }
  if (passedOver.length > 0) notes.push({ kind: "files-passed-over", file: around, paths: passedOver });
  return sheets;
}

/** Whether a file is read with a shapefile: its table, and all that is beside it. */
function isPartner({ path }: SourceFile, kind: FileKind, byName: ReadonlyMap<string, unknown>): boolean {
  const shapefile = path.replace(/\.[^./]*$/, ".shp").toLowerCase();
  return (kind === "beside" || kind === "dbf") && path.toLowerCase() !== shapefile && byName.has(shapefile);
}

async function readBytes(
  file: SourceFile,
  path: string,
  { archives, left, limits, problems }: Job,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reporter = reportOn(problems, toOneLine(path, 1000));
  if (file.size > limits.fileBytes) {
    const found = `a file of ${toMegabytes(file.size)} MB`;
    const remedy = "split it, or take out what is not needed";
    reporter.error("file-too-large", found, `at most ${toMegabytes(limits.fileBytes)} MB`, remedy);
    return undefined;
  }
  if (archives > 0) {
    const isFirstTooMany = left.bytes >= 0;
    left.bytes -= file.size;
    if (left.bytes < 0) {
      const found = `archives that unpack to more than ${toMegabytes(limits.unpackedBytes)} MB`;
      const remedy = "unpack them, and drop only what is needed; what comes after is not read";
      if (isFirstTooMany) reporter.error("archive-too-large", found, "less", remedy);
      return undefined;
    }
  }
  try {
    const bytes = await file.read();
    if (bytes.length > 0) return bytes;
    reporter.error("empty-file", "an empty file", "data", "take it from where it was first saved");
  } catch (error) {
    const reason = describeError(error);
    const isProtected = reason.includes("password");
    const remedy = isProtected
      ? "unpack it with the password, and drop the files"
      : "take it from where it was first saved";
    reporter.error(
      isProtected ? "protected-file" : "damaged-file",
      `a file that cannot be read (${reason})`,
      "a sound file",
      remedy,
    );
  }
  return undefined;
}

/** One after the other, each fetched when it is first needed. */
const READERS: Readonly<
  Record<"table" | "json" | "xml" | "dbf" | "shapefile" | "sqlite", () => Promise<Reader>>
> = {
  table: async () => (await import("./readers/csv.ts")).readCsv,
  json: async () => (await import("./readers/json.ts")).readJson,
  xml: async () => (await import("./readers/kml.ts")).readKml,
  shapefile: async () => (await import("./readers/shapefile.ts")).readShapefile,
  dbf: async () => (await import("./readers/shapefile.ts")).readDbfTable,
  sqlite: async () => (await import("./readers/geopackage.ts")).readGeopackage,
};

async function readOne(kind: FileKind, reading: Reading & Job): Promise<readonly Sheet[]> {
  const { file, problems } = reading;
  const reporter = reportOn(problems, file);
  if (typeof kind === "object") {
    const { unreadable, remedy, isProtected } = kind;
    reporter.error(isProtected ? "protected-file" : "unknown-file-kind", unreadable, EXPECTED, remedy);
    return [];
  }
  const told = countTold(reading);
  try {
    if (kind === "gzip") return await readPacked(reading);
    if (kind === "zip") return await readArchive(reading);
    if (kind === "passed-over") return [];
    if (kind === "beside") {
      const remedy = "drop it together with its .shp and .dbf";
      reporter.error("unknown-file-kind", "a part of a shapefile without the shapefile", EXPECTED, remedy);
      return [];
    }
    const read = await READERS[kind]();
    return tellIfEmpty(await read(reading), reading, told);
  } catch (error) {
    reading.options.signal?.throwIfAborted();
    // A reader that meets what nobody thought of: the file is left out, the others are read.
    reporter.error(
      "damaged-file",
      `a file that cannot be read (${describeError(error)})`,
      "a sound file",
      "export the data again",
    );
    return [];
  }
}

function countTold({ problems, notes }: Pick<Reading, "problems" | "notes">): number {
  return countProblems(problems) + notes.length;
}

/** A file of which nothing comes is told of, if it was not told why: an empty sheet, a document without placemarks. */
function tellIfEmpty(sheets: readonly Sheet[], reading: Reading, told: number): readonly Sheet[] {
  const { file, problems } = reading;
  if (sheets.length === 0 && countTold(reading) === told) {
    const remedy = "save the data again, or leave the file out";
    reportOn(problems, file).warn("empty-file", "a file without any row or shape", "data", remedy);
  }
  return sheets;
}

const EXPECTED = "a table, a workbook, GeoJSON, KML, a shapefile, a GeoPackage, or an archive of these";

async function readPacked(reading: Reading & Job): Promise<readonly Sheet[]> {
  const { bytes, file, limits, problems } = reading;
  const reporter = reportOn(problems, file);
  try {
    const content = await unpack(bytes, "gzip", limits.fileBytes);
    const inner = file.replace(/\.gz$/i, "");
    const path = inner.slice(inner.lastIndexOf("/") + 1);
    return await readAll(
      [{ path, size: content.length, read: async () => content }],
      { ...reading, archives: reading.archives + 1 },
      file,
    );
  } catch (error) {
    reading.options.signal?.throwIfAborted();
    if (error instanceof TooLargeError)
      reporter.error(
        "archive-too-large",
        `a packed file of ${error.message}`,
        `at most ${limits.fileBytes} bytes`,
        "unpack and split it",
      );
    else
      reporter.error(
        "damaged-file",
        "a packed file that cannot be unpacked",
        "a file packed by gzip",
        "take it from where it was first saved",
      );
    return [];
  }
}

/** The files of a zip archive, which may be a workbook or a KMZ as well. */
async function readArchive(reading: Reading & Job): Promise<readonly Sheet[]> {
  const { archives, bytes, file, limits, problems } = reading;
  if (archives * ARCHIVES >= limits.nesting) {
    const remedy = "unpack it, and drop the files";
    reportOn(problems, file).error("nested-too-deeply", "archives within archives", "a few at most", remedy);
    return [];
  }
  const folder = readZip(bytes, file, problems, {
    files: limits.files,
    fileBytes: limits.fileBytes,
    totalBytes: limits.unpackedBytes,
  });
  if (!folder) return [];
  const paths = await folder.list();
  const workbook = findWorkbook(paths);
  if (workbook) {
    const told = countTold(reading);
    const read = await workbook();
    return tellIfEmpty(await read({ ...reading, folder }), reading, told);
  }
  const sizes = new Map(readZipDirectory(bytes)?.map(({ path, size }) => [path, size]));
  const files = paths.map((path) => ({
    path,
    size: sizes.get(path) ?? 0,
    read: async () => new Uint8Array(await folder.read(path)),
  }));
  return readAll(files, { ...reading, archives: archives + 1 }, file);
}

/** How an archive is read that is a workbook by what is in it. */
function findWorkbook(paths: readonly string[]): (() => Promise<WorkbookReader>) | undefined {
  const has = (path: string) => paths.includes(path);
  if (has("[Content_Types].xml")) return async () => (await import("./readers/xlsx.ts")).readXlsx;
  if (has("content.xml") && has("META-INF/manifest.xml"))
    return async () => (await import("./readers/ods.ts")).readOds;
  return undefined;
}

function toMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}

function describeError(error: unknown): string {
  return toOneLine(error instanceof Error ? error.message : String(error), 200);
}
