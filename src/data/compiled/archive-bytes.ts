import {
  type ArchiveLayer,
  type ArchiveTables,
  type LinkTable,
  type Phase,
} from "../../core/archive/tables.ts";
import { LINE_BASES, type LineBasis } from "../../core/records.ts";
import { addDays, countDaysBetween } from "../../core/day.ts";
import { checkLinks } from "./check-links.ts";
import { checkRange, readCoordinates, writeCoordinates } from "./coordinates.ts";
import { ORIGIN } from "./origin.ts";
import {
  createByteReader,
  createByteWriter,
  type ByteReader,
  type ByteWriter,
} from "../../core/byte-columns.ts";

/**
 * The tables of an archive as bytes, column by column, each value as its step from what is likely: a vertex from the
 * one before, a link from where the link before it ended, its end from its start. Runs of zeros are what is left of
 * everything that stayed, and gzip has them for next to nothing. Lossless.
 */
export function encodeArchive(tables: ArchiveTables): Uint8Array<ArrayBuffer> {
  const writer = createByteWriter();
  writePhases(writer, tables.phases);
  writer.writeText(JSON.stringify(tables.layers));
  writeCoordinates(writer, tables.vertices);
  writeLinks(writer, tables);
  return writer.toBytes();
}

/** @throws RangeError or SyntaxError if the bytes are not those of an archive. */
export function decodeArchive(bytes: Uint8Array): ArchiveTables {
  const reader = createByteReader(bytes);
  const phases = readPhases(reader);
  const layers = parseLayers(reader.readText());
  const vertices = readCoordinates(reader);
  const links = readLinks(reader, {
    layers: layers.length,
    phases: phases.length,
    vertices: vertices.lngs.length,
  });
  const tables = { phases, layers, vertices, links };
  checkLinks(tables);
  return tables;
}

function writePhases(writer: ByteWriter, phases: readonly Phase[]): void {
  writer.writeCount(phases.length);
  let before = ORIGIN;
  for (const { from, to } of phases) {
    writer.writeStep(countDaysBetween(before, from));
    writer.writeCount(countDaysBetween(from, to));
    before = to;
  }
}

function readPhases(reader: ByteReader): Phase[] {
  let before = ORIGIN;
  return Array.from({ length: reader.readLength() }, (_, index) => {
    const step = reader.readStep();
    const from = addDays(before, index === 0 ? step : checkRange(step, 0, Infinity));
    const to = addDays(from, checkRange(reader.readCount(), 1, Infinity));
    before = to;
    return { from, to };
  });
}

/** Layer by layer; within a layer by phase of birth. What a column says of a link is near to what it said of the last. */
function writeLinks(writer: ByteWriter, { links, layers, phases }: ArchiveTables): void {
  const { from, to, layer, born, died } = links;
  for (let number = 0, link = 0; number < layers.length; number++) {
    const births = new Map<number, number>();
    for (; layer[link] === number; link++) {
      const phase = born[link] ?? 0;
      births.set(phase, (births.get(phase) ?? 0) + 1);
    }
    writer.writeCount(births.size);
    let before = 0;
    for (const [phase, count] of births) {
      writer.writeCount(phase - before);
      writer.writeCount(count);
      before = phase;
    }
  }
  writeColumn(writer, from, (link) => to[link - 1] ?? 0);
  writeColumn(writer, to, (link) => (from[link] ?? 0) + 1);
  writeColumn(writer, died, (link) => died[link - 1] ?? phases.length);
}

function writeColumn(writer: ByteWriter, column: Int32Array, expect: (link: number) => number): void {
  for (const [link, value] of column.entries()) writer.writeStep(value - expect(link));
}

interface Counts {
  readonly layers: number;
  readonly phases: number;
  readonly vertices: number;
}

function readLinks(reader: ByteReader, counts: Counts): LinkTable {
  const births: { readonly layer: number; readonly phase: number; readonly count: number }[] = [];
  for (let layer = 0; layer < counts.layers; layer++) {
    let phase = 0;
    for (let left = reader.readLength(); left > 0; left--) {
      phase += reader.readCount();
      births.push({ layer, phase: checkRange(phase, 0, counts.phases - 1), count: reader.readLength() });
    }
  }
  const length = births.reduce((sum, { count }) => sum + count, 0);
  const table = {
    from: new Int32Array(length),
    to: new Int32Array(length),
    layer: new Uint16Array(length),
    born: new Int32Array(length),
    died: new Int32Array(length),
  };
  let start = 0;
  for (const { layer, phase, count } of births) {
    table.layer.fill(layer, start, start + count);
    table.born.fill(phase, start, start + count);
    start += count;
  }
  const vertex = (value: number) => checkRange(value, 0, counts.vertices - 1);
  const starts = Float64Array.from({ length }, () => reader.readStep());
  let before = 0;
  for (let link = 0; link < length; link++) {
    const from = vertex((starts[link] ?? 0) + before);
    before = vertex(reader.readStep() + from + 1);
    table.from[link] = from;
    table.to[link] = before;
  }
  let end = counts.phases;
  for (let link = 0; link < length; link++) {
    end = checkRange(end + reader.readStep(), (table.born[link] ?? 0) + 1, counts.phases);
    table.died[link] = end;
  }
  return table;
}

function parseLayers(text: string): ArchiveLayer[] {
  const value: unknown = JSON.parse(text);
  // More could not be numbered in the table of links.
  if (Array.isArray(value) && value.length <= 2 ** 16 && value.every(isLayer)) return value;
  throw new RangeError("The layers are none");
}

function isLayer(value: unknown): value is ArchiveLayer {
  if (typeof value !== "object" || value === null) return false;
  const { kind, side, basis, between } = value as Record<string, unknown>;
  if (kind === "area") return typeof side === "string";
  const isPair =
    Array.isArray(between) && between.length === 2 && between.every((item) => typeof item === "string");
  return kind === "line" && LINE_BASES.includes(basis as LineBasis) && isPair;
}
