import { type AreaTrace, traceAreas } from "../../core/history/area-trace.ts";
import { openArchive } from "../../core/archive/control-archive.ts";
import type { Dataset } from "../../core/dataset.ts";
import { WRITTEN_MEMBERS, WRITTEN_RECORDS, type WrittenRecords } from "./content.ts";
import { findOddReference } from "./references.ts";
import { decodeArchive, encodeArchive } from "./archive-bytes.ts";
import {
  ContainerError,
  openContainer,
  type Pack,
  packParts,
  type Parts,
  type ReadBeside,
} from "./container.ts";
import type { Source } from "../../core/records.ts";
import { putPositions, takePositions } from "./placed-records.ts";
import { fromTables, toTables } from "./record-columns.ts";
import { decodeTrace, encodeTrace } from "./trace-bytes.ts";
import { type LaterParts, NO_LATER_PARTS } from "../later-parts.ts";
import type { LoadedDataset } from "../load-dataset.ts";
import { toOneLine } from "../problem.ts";
import { WEB_ADDRESS } from "../web-address.ts";
import { isStorySpan } from "../story-span.ts";

/** Raised whenever a program of the version before could not read what this one writes, or this one needs more than it wrote. */
const COMPILED_FORMAT = "frontline-atlas-compiled/7";
export const COMPILED_ENDING = ".frontline";

/**
 * Every member of a data set but its ground, what only the page adds, and the gazetteer, which files of before lack rightly: a new
 * one does not compile until it stands here.
 */
const MEMBERS: Readonly<Record<keyof Omit<Dataset, "control" | "ownCredits" | "gazetteer">, true>> = {
  title: true,
  description: true,
  firstDay: true,
  lastDay: true,
  defaultDay: true,
  bounds: true,
  viewBounds: true,
  sides: true,
  textLanguage: true,
  licence: true,
  credits: true,
  lineNote: true,
  settlements: true,
  scripts: true,
  claims: true,
  highways: true,
  corridors: true,
  posts: true,
  sources: true,
  events: true,
  figures: true,
  regions: true,
  concerned: true,
  chiefRegion: true,
  narrative: true,
};

/** A data set read back, with what its areas tell of its settlements, so that nobody needs to work it out again. */
export interface CompiledDataset extends LoadedDataset {
  readonly dataset: Dataset;
  readonly trace: AreaTrace;
  readonly later: LaterParts;
  /** The same for the same content; empty where it could not be made. */
  readonly hash: string;
}

/**
 * A data set in one file: records and problems as they were read, and the ground of all days with every vertex and
 * link stored once, and at the end what is read only when it is asked for. See `docs/compiled-form.md`. Where nobody says how to
 * `pack` it, browsers and Node do as well as they do in a hurry.
 */
export async function writeCompiled(
  loaded: LoadedDataset & { readonly dataset: Dataset },
  pack?: Pack,
): Promise<Uint8Array<ArrayBuffer>> {
  const { dataset, later = NO_LATER_PARTS, ...report } = loaded;
  const { control, ...records } = dataset;
  const { remainder } = control;
  const placed = takePositions(dataset);
  const { members, lists } = toTables({ ...records, ...placed?.members });
  return packParts(
    COMPILED_FORMAT,
    new Map([
      ["records", toBytes({ members: Object.keys(MEMBERS), records: members, lists, report, remainder })],
      ["positions", placed?.bytes ?? new Uint8Array()],
      ["control", encodeArchive(control.tables)],
      ["trace", encodeTrace(traceAreas(control, dataset.settlements), dataset)],
    ]),
    { later: await loadAll(later), pack },
  );
}

async function loadAll({ names, load }: LaterParts): Promise<Parts> {
  return new Map(await Promise.all(names.map(async (name) => [name, await load(name)] as const)));
}

/**
 * Reads what {@link writeCompiled} wrote, but for the parts that come later: these are read when somebody asks for them,
 * by `readBeside` if they lie in files of their own. Anybody can make a file up, so its content is trusted no more than that of a folder:
 * whatever is wrong with it, it is refused as a whole.
 *
 * @throws ContainerError, with a sentence for people, if it is no compiled data set, one of another version, or damaged.
 */
export async function readCompiled(
  bytes: Uint8Array<ArrayBuffer>,
  readBeside?: ReadBeside,
): Promise<CompiledDataset> {
  const container = openContainer(bytes, readBeside);
  if (container.format !== COMPILED_FORMAT) {
    throw new ContainerError(
      `The data set was compiled as ${container.format}; this program reads ${COMPILED_FORMAT}: compile it again`,
    );
  }
  const parts = await container.read();
  try {
    return { ...decodeParts(parts), hash: container.hash, later: container.later };
  } catch (error) {
    if (error instanceof ContainerError) throw error;
    throw refuse(error instanceof RangeError ? error.message : "a part that is no JSON", error);
  }
}

function refuse(what: string, cause?: unknown): ContainerError {
  const sentence = `The compiled data set is damaged, or no program of ours wrote it: ${toOneLine(what)}`;
  return new ContainerError(sentence, { cause });
}

/** @throws ContainerError, or what the decoders throw, if the parts are not what was written. */
function decodeParts(parts: Parts): Omit<CompiledDataset, "hash" | "later"> {
  const names = ["records", "positions", "control", "trace"];
  const [records, positions, control, trace] = names.map((name) => parts.get(name));
  if (!records || !positions || !control || !trace)
    throw new ContainerError("The compiled data set is incomplete");
  const written = checkRecords(joinRecords(fromBytes(records), positions));
  const tables = decodeArchive(control);
  const odd = findOddReference(written, tables.layers);
  if (odd !== undefined) throw refuse(odd);
  const dataset: Dataset = {
    ...written.records,
    sources: written.records.sources.map(dropOddLink),
    control: openArchive(tables, written.remainder),
  };
  return { ...written.report, dataset, trace: readTrace(trace, dataset) };
}

/** The records as they were before they were written. */
function joinRecords(value: unknown, positions: Uint8Array): unknown {
  const { records, lists, ...rest } = (value ?? {}) as {
    readonly records?: unknown;
    readonly lists?: unknown;
  };
  if (typeof records !== "object" || records === null) return value;
  const members = fromTables(records as Readonly<Record<string, unknown>>, Array.isArray(lists) ? lists : []);
  // The records have just been made, and nobody has them yet.
  if (positions.length > 0) putPositions(members, positions);
  return { ...rest, records: members };
}

/** @throws ContainerError if it does not fit the data set. */
function readTrace(bytes: Uint8Array, dataset: Dataset): AreaTrace {
  try {
    return decodeTrace(bytes, dataset);
  } catch (error) {
    throw refuse("trace", error);
  }
}

function checkRecords(value: unknown): WrittenRecords {
  if (WRITTEN_MEMBERS(value) !== undefined) throw refuse("members");
  const written = value as WrittenRecords;
  const missing = Object.keys(MEMBERS).filter((member) => !written.members.includes(member));
  if (missing.length > 0)
    throw new ContainerError(`The data set was compiled without ${missing.join(", ")}: compile it again`);
  const fault = WRITTEN_RECORDS(value);
  if (fault !== undefined) throw refuse(fault);
  const { firstDay, lastDay } = written.records;
  // What works day by day would take minutes, or end in the middle.
  if (!isStorySpan(firstDay, lastDay))
    throw new ContainerError(`The compiled data set cannot run from ${firstDay} to ${lastDay}`);
  return written;
}

/** A made-up file must not make the page run anything. */
function dropOddLink(source: Source): Source {
  return WEB_ADDRESS.test(source.url) ? source : { ...source, url: "" };
}

function toBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}

function fromBytes(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
