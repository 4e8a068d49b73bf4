import { type AreaTrace, traceAreas } from "../../core/history/area-trace.ts";
import { openArchive } from "../../core/archive/control-archive.ts";
import type { Dataset } from "../../core/dataset.ts";
import type { Day } from "../../core/day.ts";
import { isRealDay, WRITTEN_MEMBERS, WRITTEN_RECORDS, type WrittenRecords } from "./content.ts";
import { findOddReference } from "./references.ts";
import { decodeArchive, encodeArchive } from "./archive-bytes.ts";
import { ContainerError, openContainer, packParts, type Parts } from "./container.ts";
import type { Source } from "../../core/records.ts";
import type { LoadedDataset } from "../load-dataset.ts";
import { toOneLine } from "../problem.ts";
import { WEB_ADDRESS } from "../web-address.ts";
import { isStorySpan } from "../story-span.ts";

/** Raised whenever a program of the version before could not read what this one writes, or this one needs more than it wrote. */
const COMPILED_FORMAT = "frontline-atlas-compiled/4";
export const COMPILED_ENDING = ".frontline";

/** Every member of a data set but its ground: a new one does not compile until it stands here. */
const MEMBERS: Readonly<Record<keyof Omit<Dataset, "control">, true>> = {
  title: true,
  description: true,
  firstDay: true,
  lastDay: true,
  defaultDay: true,
  bounds: true,
  viewBounds: true,
  sides: true,
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
};

/** A data set read back, with what its areas tell of its settlements, so that nobody needs to work it out again. */
export interface CompiledDataset extends LoadedDataset {
  readonly dataset: Dataset;
  readonly trace: AreaTrace;
  /** The same for the same content; empty where it could not be made. */
  readonly hash: string;
}

/**
 * A data set in one file: records and problems as they were read, and the ground of all days with every vertex and
 * link stored once. See `docs/compiled-form.md`.
 */
export async function writeCompiled(
  loaded: LoadedDataset & { readonly dataset: Dataset },
): Promise<Uint8Array<ArrayBuffer>> {
  const { dataset, ...report } = loaded;
  const { control, ...records } = dataset;
  const { remainder } = control;
  const trace = packTrace(traceAreas(control, dataset.settlements), dataset);
  return packParts(
    COMPILED_FORMAT,
    new Map([
      ["records", toBytes({ members: Object.keys(MEMBERS), records, report, remainder })],
      ["control", encodeArchive(control.tables)],
      ["trace", toBytes(trace)],
    ]),
  );
}

/**
 * Reads what {@link writeCompiled} wrote. Anybody can make a file up, so its content is trusted no more than that of a folder:
 * whatever is wrong with it, it is refused as a whole.
 *
 * @throws ContainerError, with a sentence for people, if it is no compiled data set, one of another version, or damaged.
 */
export async function readCompiled(bytes: Uint8Array<ArrayBuffer>): Promise<CompiledDataset> {
  const container = openContainer(bytes);
  if (container.format !== COMPILED_FORMAT) {
    throw new ContainerError(
      `The data set was compiled as ${container.format}; this program reads ${COMPILED_FORMAT}: compile it again`,
    );
  }
  const parts = await container.read();
  try {
    return { ...decodeParts(parts), hash: container.hash };
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
function decodeParts(parts: Parts): Omit<CompiledDataset, "hash"> {
  const [records, control, trace] = ["records", "control", "trace"].map((name) => parts.get(name));
  if (!records || !control || !trace) throw new ContainerError("The compiled data set is incomplete");
  const written = checkRecords(fromBytes(records));
  const tables = decodeArchive(control);
  const odd = findOddReference(written, tables.layers);
  if (odd !== undefined) throw refuse(odd);
  const dataset: Dataset = {
    ...written.records,
    sources: written.records.sources.map(dropOddLink),
    control: openArchive(tables, written.remainder),
  };
  return { ...written.report, dataset, trace: unpackTrace(checkTrace(fromBytes(trace), dataset), dataset) };
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

/** Changes as rows of numbers: place, side before and after by their place in `sides`, and the days. */
interface PackedTrace {
  /** `null`: outside all areas. */
  readonly sides: readonly (string | null)[];
  readonly initialSides: readonly number[];
  readonly changes: readonly (readonly [day: Day, firstDay: Day, place: number, from: number, to: number])[];
}

function packTrace({ initialSides, changes }: AreaTrace, { settlements }: Dataset): PackedTrace {
  const sides = [...new Set([...initialSides.values(), ...changes.map(({ to }) => to)])];
  const placeOf = new Map(settlements.map(({ id }, place) => [id, place]));
  const number = (side: string | undefined) => sides.indexOf(side);
  return {
    sides: sides.map((side) => side ?? null),
    initialSides: settlements.map(({ id }) => number(initialSides.get(id))),
    changes: changes.map(({ day, firstDay, settlement, from, to }) => [
      day,
      firstDay,
      placeOf.get(settlement) ?? -1,
      number(from),
      number(to),
    ]),
  };
}

/** @throws RangeError if it does not fit the data set. */
function checkTrace(value: unknown, { sides, settlements }: Dataset): PackedTrace {
  const {
    sides: named,
    initialSides,
    changes,
  } = (value ?? {}) as Partial<Record<keyof PackedTrace, unknown>>;
  const sideIds = new Set<unknown>([null, ...sides.map(({ id }) => id)]);
  const isList = Array.isArray(named) && named.every((side) => sideIds.has(side));
  if (!isList) throw new RangeError("trace.sides");
  const isSide = (number: unknown) => isIndex(number, named.length);
  if (
    !Array.isArray(initialSides) ||
    initialSides.length !== settlements.length ||
    !initialSides.every((number) => number === -1 || isSide(number))
  )
    throw new RangeError("trace.initialSides");
  if (!Array.isArray(changes)) throw new RangeError("trace.changes");
  let before = "";
  for (const [index, change] of changes.entries()) {
    const [day, firstDay, place, from, to] = (Array.isArray(change) ? change : []) as readonly unknown[];
    const isSound =
      isRealDay(day) &&
      isRealDay(firstDay) &&
      String(firstDay) <= String(day) &&
      before <= String(day) &&
      isIndex(place, settlements.length) &&
      isSide(from) &&
      isSide(to);
    if (!isSound) throw new RangeError(`trace.changes.${index}`);
    before = String(day);
  }
  return value as PackedTrace;
}

function isIndex(value: unknown, length: number): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < length;
}

function unpackTrace({ sides, initialSides, changes }: PackedTrace, { settlements }: Dataset): AreaTrace {
  const sideOf = (number: number) => sides[number] ?? undefined;
  return {
    initialSides: new Map(settlements.map(({ id }, place) => [id, sideOf(initialSides[place] ?? -1)])),
    changes: changes.map(([day, firstDay, place, from, to]) => ({
      day,
      firstDay,
      settlement: settlements[place]?.id ?? "",
      from: sideOf(from),
      to: sideOf(to),
    })),
  };
}

function toBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}

function fromBytes(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
