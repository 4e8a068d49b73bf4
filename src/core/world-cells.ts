import type { Bounds } from "./geometry.ts";
import type { Script } from "./names.ts";

/** Width and height of a cell. */
export const CELL_DEGREES = 20;
/** Positions are whole numbers of this many to the degree: a hundred metres. */
export const UNITS_PER_DEGREE = 1000;

/** Places up to this rank are in the cell's own file, all others in one for those who look closely. */
export const FAR_RANK = 7;
/** What that file has after the cell's name. */
export const NEAR = "-near";

type NamesByScript = Readonly<Record<Script, string>>;
/** Longitude and latitude in turn, the first pair from 0 and each other from the one before. */
type Course = readonly number[];

/**
 * What the world's map has within one cell besides land and borders. It is written by `tools/world.ts` into the files
 * of `world`, each named by {@link nameCell}.
 */
export interface WorldCell {
  /** Longitude, latitude, the zoom from which it is named, the Latin name, those in other scripts. */
  readonly places: readonly (readonly [number, number, number, string, NamesByScript?])[];
  /** Importance (1 or 2), name, course. */
  readonly rivers: readonly (readonly [number, string, Course])[];
  /** A number of its own, under which it is in every cell that it touches, and its rings. */
  readonly lakes: readonly (readonly [number, ...Course[]])[];
  /** Borders between provinces and the like. */
  readonly provinces: readonly Course[];
}

/** The name of the cell in which a position lies: its south-western corner. */
export function nameCell(lng: number, lat: number): string {
  const wrapped = ((((lng + 180) % 360) + 360) % 360) - 180;
  const corner = [wrapped, lat].map((degrees) => Math.floor(degrees / CELL_DEGREES) * CELL_DEGREES);
  return corner.join("_");
}

/** The cells that a box touches, each with how far east it has to be moved for a box that goes on beyond 180 degrees. */
export function listCells([west, south, east, north]: Bounds): { name: string; shift: number }[] {
  const found: { name: string; shift: number }[] = [];
  const first = Math.floor(west / CELL_DEGREES) * CELL_DEGREES;
  for (let lng = first; lng <= Math.min(east, first + 360 - CELL_DEGREES); lng += CELL_DEGREES) {
    for (let lat = Math.floor(south / CELL_DEGREES) * CELL_DEGREES; lat <= north; lat += CELL_DEGREES) {
      const name = nameCell(lng, lat);
      found.push({ name, shift: lng - Number(name.split("_")[0]) });
    }
  }
  return found;
}
