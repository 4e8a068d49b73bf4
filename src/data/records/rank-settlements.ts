import type { Importance } from "../../core/records.ts";
import { findBounds, type Position } from "../../core/geometry.ts";

/** A settlement of whose importance its file says nothing. */
export interface Unranked {
  readonly position: Position;
  readonly population: number | undefined;
}

/** How far apart settlements of the first and of the second importance lie, as shares of the diagonal of all. */
const SPACING = { 1: 1 / 9, 2: 1 / 26 } as const;

/**
 * The importance of settlements of a file that tells none, so that some are named at every zoom: the most populous that lie
 * well apart are of the first importance, the most populous of the others that lie a third as far apart of the second. Those
 * without a population come after those with one, in their given order: where none has one the spacing alone decides.
 */
export function rankSettlements(settlements: readonly Unranked[]): Importance[] {
  const ranks = settlements.map((): Importance => 3);
  if (settlements.length === 0) return ranks;
  const [west, south, east, north] = findBounds(settlements.map(({ position }) => [...position]));
  // Degrees of longitude count less the farther they lie from the equator.
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const diagonal = Math.hypot((east - west) * narrowing, north - south);
  const order = [...settlements.keys()].toSorted((a, b) => populationOf(b) - populationOf(a));
  const place = (index: number): Position => {
    const [lng = 0, lat = 0] = settlements[index]?.position ?? [];
    return [lng * narrowing, lat];
  };
  function populationOf(index: number): number {
    return settlements[index]?.population ?? -1;
  }
  for (const importance of [1, 2] as const) {
    const isFree = keepApart(diagonal * SPACING[importance]);
    // What is named at every zoom keeps the others away, too.
    for (const index of order) if (ranks[index] === 1) isFree(place(index));
    for (const index of order) if (ranks[index] === 3 && isFree(place(index))) ranks[index] = importance;
  }
  return ranks;
}

/** Takes a place and tells whether it was free: no place taken before lies nearer than `distance`. */
function keepApart(distance: number): (place: Position) => boolean {
  const cells = new Map<string, Position[]>();
  const cellOf = (value: number) => (distance > 0 ? Math.floor(value / distance) : 0);
  return ([x, y]) => {
    const [column, row] = [cellOf(x), cellOf(y)];
    for (let nearColumn = column - 1; nearColumn <= column + 1; nearColumn++) {
      for (let nearRow = row - 1; nearRow <= row + 1; nearRow++) {
        const taken = cells.get(`${nearColumn} ${nearRow}`) ?? [];
        if (taken.some(([otherX, otherY]) => Math.hypot(otherX - x, otherY - y) < distance)) return false;
      }
    }
    const cell = `${column} ${row}`;
    cells.set(cell, [...(cells.get(cell) ?? []), [x, y]]);
    return true;
  };
}
