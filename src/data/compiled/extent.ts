import { type ByteReader, createByteReader } from "../../core/byte-columns.ts";
import { findJsonExcess } from "../json-size.ts";
import { DATA_LIMITS, type DataLimits } from "../limits.ts";
import { ContainerError, openContainer, type Parts, takeApart } from "./container.ts";

export interface CompiledLimits extends DataLimits {
  /** Four are needed at once, and one more for each language. */
  readonly parts: number;
  /** Values of all records: a table may name one list of values for any number of its columns. */
  readonly values: number;
  /** Settlements changing hands. */
  readonly changes: number;
}

export const COMPILED_LIMITS: CompiledLimits = {
  ...DATA_LIMITS,
  parts: 1000,
  values: 100_000_000,
  changes: 10_000_000,
};

/**
 * Refuses a compiled file with more in it than is read: anybody can make up one of a few kilobytes that would take all memory
 * there is. A file from outside is looked at with this first. Whether it is sound is for its reader to say.
 *
 * @throws ContainerError, with a sentence for people.
 */
export async function refuseExcess(
  bytes: Uint8Array<ArrayBuffer>,
  limits: CompiledLimits = COMPILED_LIMITS,
): Promise<void> {
  refuseMore("parts", takeApart(bytes).header.parts.length, limits.parts);
  const parts = await openContainer(bytes).read();
  try {
    measureAll(parts, limits);
  } catch (error) {
    // What is no number, text or JSON where one is to be.
    if (!(error instanceof RangeError || error instanceof SyntaxError)) throw error;
  }
}

function measureAll(parts: Parts, limits: CompiledLimits): void {
  const find = (name: string) => parts.get(name) ?? new Uint8Array();
  const settlements = measureRecords(find("records"), limits);
  const positions = createByteReader(find("positions"));
  if (find("positions").length > 0)
    for (const _ of [1, 2, 3]) passCoordinates(positions, "positions", limits);
  measureControl(createByteReader(find("control")), limits);
  const trace = createByteReader(find("trace"));
  trace.readText();
  for (let left = settlements; left > 0; left--) trace.readCount();
  refuseMore("changes of settlements", trace.readCount(), limits.changes);
}

/** Gives how many settlements there are. */
function measureRecords(bytes: Uint8Array, { rows, values: mostValues }: CompiledLimits): number {
  const excess = findJsonExcess(bytes);
  if (excess) throw new ContainerError(`The compiled data set cannot be read: ${excess.what}`);
  const { records } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly records?: unknown };
  let values = 0;
  for (const [name, listed] of listMembers(records)) {
    const count = countRows(listed);
    refuseMore(name, count, rows);
    values += count * countColumns(listed);
    refuseMore("values", values, mostValues);
  }
  return countRows(new Map(listMembers(records)).get("settlements"));
}

function countRows(listed: unknown): number {
  if (Array.isArray(listed)) return listed.length;
  const count = new Map(listMembers(listed)).get("count");
  return typeof count === "number" ? count : 0;
}

/** Of a table, those within columns included. */
function countColumns(table: unknown): number {
  const columns = new Map(listMembers(table)).get("columns");
  return listMembers(columns).reduce((sum, [, column]) => sum + 1 + countColumns(column), 0);
}

function listMembers(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function measureControl(reader: ByteReader, limits: CompiledLimits): void {
  const phases = reader.readCount();
  refuseMore("states of the ground", phases, limits.phases);
  for (let left = 2 * phases; left > 0; left--) reader.readCount();
  const layers: unknown = JSON.parse(reader.readText());
  passCoordinates(reader, "places on outlines", limits);
  let links = 0;
  for (let left = Array.isArray(layers) ? layers.length : 0; left > 0; left--) {
    for (let groups = reader.readLength(); groups > 0; groups--) {
      reader.readCount();
      links += reader.readCount();
      refuseMore("edges of outlines", links, limits.links);
    }
  }
}

function passCoordinates(reader: ByteReader, what: string, { vertices }: CompiledLimits): void {
  const count = reader.readCount();
  refuseMore(what, count, vertices);
  reader.readCount();
  for (const _ of ["longitudes", "latitudes"]) reader.readPlanes(count);
}

function refuseMore(what: string, count: number, most: number): void {
  if (count > most)
    throw new ContainerError(`The compiled data set has ${count} ${what}; at most ${most} are read`);
}
