import { UNITS_PER_DEGREE } from "../../core/archive/tables.ts";
import { createByteReader, createByteWriter } from "./byte-columns.ts";
import { readCoordinates, writeCoordinates } from "./coordinates.ts";

interface Placed {
  readonly position: readonly number[];
}

/** Positions as bytes; `undefined` if one of them is finer than the units of the archive, or has more than two numbers. */
export function encodePositions(placed: readonly Placed[]): Uint8Array<ArrayBuffer> | undefined {
  const isExact = placed.every(
    ({ position }) =>
      position.length === 2 &&
      position.every((degrees) => Object.is(toDegrees(Math.round(degrees * UNITS_PER_DEGREE)), degrees)),
  );
  if (!isExact) return undefined;
  const column = (axis: 0 | 1) =>
    Int32Array.from(placed, ({ position }) => Math.round((position[axis] ?? 0) * UNITS_PER_DEGREE));
  const writer = createByteWriter();
  writeCoordinates(writer, { lngs: column(0), lats: column(1) });
  return writer.toBytes();
}

/** @throws RangeError if the bytes are not those of positions. */
export function decodePositions(bytes: Uint8Array): (readonly [lng: number, lat: number])[] {
  const { lngs, lats } = readCoordinates(createByteReader(bytes));
  return Array.from(lngs, (lng, index) => [toDegrees(lng), toDegrees(lats[index] ?? 0)] as const);
}

/** The quotient of two whole numbers is the number next to it: the same that a decimal of seven places is read as. */
function toDegrees(units: number): number {
  return units / UNITS_PER_DEGREE;
}
