import type { ControlArea } from "../records.ts";
import { isInside, type Position } from "../geometry.ts";

/**
 * The side whose area holds `position`, or `undefined` where no area lies.
 *
 * An edge belongs to the area, so a point exactly on a border lies in both; the first in the given order wins.
 */
export function findSideAt(position: Position, areasInForce: readonly ControlArea[]): string | undefined {
  return areasInForce.find((area) => isInside(position, area.geometry))?.side;
}
