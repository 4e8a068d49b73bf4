import Papa from "papaparse";
import { type Day, day } from "../../src/core/day.ts";
import { type Bounds, isInBounds, type Position } from "../../src/core/geometry.ts";
import { distanceKm } from "./plane.ts";

/**
 * Ground of which a document says that unnamed villages on it went over to a side on a day ("around 20 settlements east
 * and north of Saraqib"). The box is drawn by us, wide enough for what the sentence names; only villages that do
 * change sides in the story and lie near no named place are dated by it.
 */
export interface Advance {
  readonly id: string;
  readonly day: Day;
  readonly side: string;
  readonly bounds: Bounds;
  /** Id of the figure that says so. */
  readonly record: string;
}

/** Reads `reconstruction/advances.csv`. @throws RangeError for a day that is none. */
export function readAdvances(csv: string): Advance[] {
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  return data.map((row) => ({
    id: row["id"] ?? "",
    day: day(row["day"] ?? ""),
    side: row["side"] ?? "",
    bounds: [Number(row["west"]), Number(row["south"]), Number(row["east"]), Number(row["north"])],
    record: row["record"] ?? "",
  }));
}

/** The advance that dates a village going over to `side`; of several the first. */
export function findAdvance(
  advances: readonly Advance[],
  position: Position,
  side: string,
): Advance | undefined {
  return advances.find((advance) => advance.side === side && isInBounds(position, advance.bounds));
}

/** Kilometres from a position to the nearest edge of the box; 0 inside it. */
export function measureKmToAdvance([lng, lat]: Position, { bounds }: Advance): number {
  const [west, south, east, north] = bounds;
  return distanceKm([lng, lat], [Math.min(east, Math.max(west, lng)), Math.min(north, Math.max(south, lat))]);
}
