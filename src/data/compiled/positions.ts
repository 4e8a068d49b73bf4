import { UNITS_PER_DEGREE } from "../../core/archive/tables.ts";
import type { Position } from "../../core/geometry.ts";
import { createByteReader, createByteWriter } from "../../core/byte-columns.ts";
import { readCoordinates, writeCoordinates } from "./coordinates.ts";

/**
 * Lists of positions as bytes, each with a grain of its own; `undefined` if one of them is finer than the units of the archive, or has
 * more than two numbers.
 */
export function encodePositions(
  lists: readonly (readonly Position[])[],
): Uint8Array<ArrayBuffer> | undefined {
  if (!lists.every((list) => list.every(isExact))) return undefined;
  const writer = createByteWriter();
  for (const list of lists) {
    const column = (axis: 0 | 1) =>
      Int32Array.from(list, (position) => Math.round(position[axis] * UNITS_PER_DEGREE));
    writeCoordinates(writer, { lngs: column(0), lats: column(1) });
  }
  return writer.toBytes();
}

function isExact(position: Position): boolean {
  return (
    position.length === 2 &&
    position.every((degrees) => Object.is(toDegrees(Math.round(degrees * UNITS_PER_DEGREE)), degrees))
  );
}

/** So many lists. @throws RangeError if the bytes are not those of positions. */
export function decodePositions(bytes: Uint8Array, count: number): Position[][] {
  const reader = createByteReader(bytes);
  return Array.from({ length: count }, () => {
    const { lngs, lats } = readCoordinates(reader);
    return Array.from(lngs, (lng, index): Position => [toDegrees(lng), toDegrees(lats[index] ?? 0)]);
  });
}

/** The quotient of two whole numbers is the number next to it: the same that a decimal of seven places is read as. */
function toDegrees(units: number): number {
  return units / UNITS_PER_DEGREE;
}
