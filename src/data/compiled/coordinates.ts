import { UNITS_PER_DEGREE } from "../../core/archive/tables.ts";
import type { ByteReader, ByteWriter } from "../../core/byte-columns.ts";

/** Longitudes and latitudes in units of the archive. */
export interface Coordinates {
  readonly lngs: Int32Array;
  readonly lats: Int32Array;
}

/**
 * Each as its step from the one before. Coordinates of five decimals are multiples of a hundred units: only the multiples
 * are written.
 */
export function writeCoordinates(writer: ByteWriter, { lngs, lats }: Coordinates): void {
  const grain = findGrain(lngs, lats);
  writer.writeCount(lngs.length);
  writer.writeCount(grain);
  for (const values of [lngs, lats]) {
    writer.writePlanes(
      Float64Array.from(values, (value, index) => (value - (values[index - 1] ?? 0)) / grain),
    );
  }
}

/** @throws RangeError if one is off the globe, or the bytes end before. */
export function readCoordinates(reader: ByteReader): Coordinates {
  const length = reader.readLength();
  const grain = reader.readCount();
  const read = (limit: number) => {
    const most = limit * UNITS_PER_DEGREE;
    let before = 0;
    return Int32Array.from(reader.readPlanes(length), (step) => {
      before = checkRange(before + step * grain, -most, most);
      return before;
    });
  };
  return { lngs: read(180), lats: read(90) };
}

function findGrain(...columns: readonly Int32Array[]): number {
  const grains = [1_000_000, 100_000, 10_000, 1000, 100, 10];
  return grains.find((grain) => columns.every((column) => column.every((value) => value % grain === 0))) ?? 1;
}

/** @throws RangeError if a number is not from `least` to `most`. */
export function checkRange(value: number, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  throw new RangeError(`${value} is not from ${least} to ${most}`);
}
