/**
 * The engine by itself, for notebooks and other programs: see docs/library.md. What stands here is kept from version to version;
 * the records are those of the command line's JSON, field by field.
 */
import { type Atlas, buildAtlas } from "../core/atlas.ts";
import { type Day, parseDay } from "../core/day.ts";
import { measureDay } from "../core/measure/measures.ts";
import type { Names } from "../core/names.ts";
import type { Settlement } from "../core/records.ts";
import { findPlace, searchPlaces } from "../core/search.ts";
import { readCompiled } from "../data/compiled/compiled.ts";
import { refuseExcess } from "../data/compiled/extent.ts";
import type { Folder, OpeningOptions } from "../data/folder.ts";
import { loadDataset } from "../data/load-dataset.ts";
import type { Problem } from "../data/problem.ts";
import { DATA_FORMATS, type DataFormat, type DataKind } from "../export/data/kinds.ts";
import { makeData } from "../export/data/make-data.ts";
import { buildHistoryReport, type HistoryReport } from "../export/history-report.ts";
import { type MeasureRecord, toMeasureRecord } from "../export/measure-records.ts";
import {
  type ChangeRecord,
  type EventRecord,
  type FigureRecord,
  toChangeRecord,
  toEventRecord,
  toFigureRecord,
} from "../export/records.ts";
import { listInSpan } from "../export/span.ts";
import { type StatusRecord, toStatusRecord } from "../export/status-record.ts";

export type {
  ChangeRecord,
  DataFormat,
  DataKind,
  EventRecord,
  FigureRecord,
  Folder,
  HistoryReport,
  MeasureRecord,
  Problem,
  StatusRecord,
};

/** A data set that was opened. The other functions ask it; what it is made of is nobody's business. */
export interface OpenedDataset {
  /** By language. */
  readonly title: Names;
  /** Days are written `YYYY-MM-DD`; the state of a day is that at its end. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Those that records name by their id, with their names by language. */
  readonly sides: readonly { readonly id: string; readonly name: Names }[];
  /** All that is wrong with the data, errors and warnings; what an error concerns was left out. */
  readonly problems: readonly Problem[];
  /** SHA-256 of the content; `undefined` for a folder, which has none until it is compiled. */
  readonly hash: string | undefined;
}

/** Days, both included: those of the data set where one is left out. */
export interface Span {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface OpenOptions {
  /** Once aborted, the promise rejects with its reason. */
  readonly signal?: AbortSignal;
  /** The text of `world-atlas/countries-10m.json`, where a data set that draws one side only may need the outline of countries. */
  readonly readWorld?: () => Promise<string>;
  /** The text of a cell of the base map, whose places stand in where a data set has areas and no settlements. */
  readonly readWorldCell?: NonNullable<OpeningOptions["readWorldCell"]>;
  /** For folders of imported files, which are read by readers of many kinds; {@link ./node.ts} brings it. */
  readonly readImports?: NonNullable<OpeningOptions["readImports"]>;
}

const atlases = new WeakMap<OpenedDataset, Atlas>();

/**
 * Opens a data set: the bytes of a compiled file, or a folder of plain files, wherever these lie.
 *
 * Rejects with an Error whose `problems` tell all that is wrong if nothing can be shown of it. Records that are wrong keep no
 * data set from being opened: look at `problems`.
 */
export async function openDataset(
  source: Uint8Array<ArrayBuffer> | Folder,
  options: OpenOptions = {},
): Promise<OpenedDataset> {
  if (source instanceof Uint8Array) await refuseExcess(source);
  const compiled = source instanceof Uint8Array ? await readCompiled(source) : undefined;
  const { dataset, problems } = compiled ?? (await loadDataset(source as Folder, options));
  if (!dataset) throw Object.assign(new Error("The data set cannot be opened"), { problems });
  const { title, firstDay, lastDay, sides } = dataset;
  const opened: OpenedDataset = {
    title,
    firstDay,
    lastDay,
    sides: sides.map(({ id, name }) => ({ id, name })),
    problems,
    hash: compiled?.hash || undefined,
  };
  atlases.set(opened, buildAtlas(dataset, compiled?.trace));
  return opened;
}

/** The settlements that changed hands, in order of day. @throws RangeError at a day that is none. */
export function listChanges(dataset: OpenedDataset, span: Span = {}): ChangeRecord[] {
  const atlas = find(dataset);
  const { from, to } = readSpan(span);
  return atlas.changes
    .filter(({ day }) => (!from || day >= from) && (!to || day <= to))
    .map((change) => toChangeRecord(atlas, change));
}

/** The events that have any of the days among theirs, in order of day. @throws RangeError at a day that is none. */
export function listEvents(dataset: OpenedDataset, span: Span = {}): EventRecord[] {
  const atlas = find(dataset);
  return listInSpan(atlas.dataset.events, readSpan(span)).map((event) => toEventRecord(atlas, event));
}

/** The numbers that documents give for any of the days. They are never added up. @throws RangeError at a day that is none. */
export function listFigures(dataset: OpenedDataset, span: Span = {}): FigureRecord[] {
  const atlas = find(dataset);
  return listInSpan(atlas.dataset.figures, readSpan(span)).map((figure) => toFigureRecord(atlas, figure));
}

/**
 * The ids and names of the settlements that a text may mean, in any script: one if it is an id, or the name or spelling of one
 * alone; else those of that name, or those that sound like it, the likeliest first.
 */
export function findPlaces(dataset: OpenedDataset, text: string): { id: string; name: string }[] {
  const { settlements } = find(dataset).dataset;
  const found = findPlace(settlements, text);
  const list = !found
    ? searchPlaces(settlements, text, 10)
    : "ambiguous" in found
      ? found.ambiguous
      : [found];
  return list.map(({ id, name }) => ({ id, name }));
}

/** Who held a settlement, by its id, at the end of a day. @throws RangeError if there is no such settlement or day. */
export function findControl(dataset: OpenedDataset, settlement: string, day: string): StatusRecord {
  const atlas = find(dataset);
  return toStatusRecord(atlas, findSettlement(atlas, settlement), readDay(day, atlas));
}

/** A settlement, by its id, with all its changes and every claim about it. @throws RangeError if there is no such settlement. */
export function findHistory(dataset: OpenedDataset, settlement: string): HistoryReport {
  const atlas = find(dataset);
  return buildHistoryReport(atlas, findSettlement(atlas, settlement));
}

/**
 * What can be measured at the end of a day: square kilometres on a sphere of 6,371.0088 km, kilometres of highways, settlements
 * and posts by side. @throws RangeError at a day outside of the data set.
 */
export function measureGround(dataset: OpenedDataset, day: string): MeasureRecord {
  const atlas = find(dataset);
  return toMeasureRecord(atlas, measureDay(atlas, readDay(day, atlas)));
}

/**
 * A file to take away, as `frontline export` writes it: GeoJSON of areas and front lines, tables of changes, KML. Rejects with a
 * RangeError for a format that the kind does not have; GeoPackages are for the command line.
 */
export async function writeData(
  dataset: OpenedDataset,
  {
    kind,
    format,
    ...span
  }: { readonly kind: Exclude<DataKind, "history">; readonly format: DataFormat } & Span,
): Promise<Uint8Array<ArrayBuffer>> {
  const atlas = find(dataset);
  const formats: readonly DataFormat[] = DATA_FORMATS[kind];
  if (format === "gpkg" || !formats.includes(format))
    throw new RangeError(`${kind} cannot be written as ${format}, but as ${formats.join(", ")}`);
  const { from, to } = readSpan(span);
  const days = { from: from ?? atlas.dataset.firstDay, to: to ?? atlas.dataset.lastDay };
  const { bytes } = await makeData(atlas, { kind, format, ...days }, () =>
    Promise.reject(new RangeError("GeoPackages are for the command line")),
  );
  return bytes;
}

function find(dataset: OpenedDataset): Atlas {
  const atlas = atlases.get(dataset);
  if (!atlas) throw new TypeError("A data set is what openDataset gives");
  return atlas;
}

function findSettlement({ settlementById }: Atlas, id: string): Settlement {
  const settlement = settlementById.get(id);
  if (!settlement)
    throw new RangeError(`No settlement has the id ${JSON.stringify(id)}: findPlaces finds ids`);
  return settlement;
}

function readSpan({ from, to }: Span): { readonly from: Day | undefined; readonly to: Day | undefined } {
  const read = (day: string | undefined) => (day === undefined ? undefined : readDay(day));
  return { from: read(from), to: read(to) };
}

function readDay(text: string, atlas?: Atlas): Day {
  const day = parseDay(text);
  if (day === undefined) throw new RangeError(`${JSON.stringify(text)} is no day: YYYY-MM-DD is expected`);
  const { firstDay = day, lastDay = day } = atlas?.dataset ?? {};
  if (day < firstDay || day > lastDay) throw new RangeError(`${day} is not from ${firstDay} to ${lastDay}`);
  return day;
}
