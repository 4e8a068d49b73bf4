import type { LineBasis } from "../records.ts";
import type { Day } from "../day.ts";
import type { AreaGeometry } from "../geometry.ts";

/** Consecutive days, half-open `[from, to)`, on which the areas are known and the same. */
export interface Phase {
  readonly from: Day;
  readonly to: Day;
}

/** What a link bounds or draws: the ground of a side, or a piece of front line of one basis between two sides. */
export type ArchiveLayer =
  | { readonly kind: "area"; readonly side: string }
  | { readonly kind: "line"; readonly basis: LineBasis; readonly between: readonly [string, string] };

/** Degrees are kept as whole numbers of this many to the degree: 1e-7 degree is about a centimetre. */
export const UNITS_PER_DEGREE = 1e7;

/**
 * All areas and lines of all days as space-time topology: each vertex once, and directed links from vertex to vertex
 * with the phases in which they are there. What does not move is stored once, however many days it stays.
 *
 * Area links run counter-clockwise around ground and clockwise around holes. A vertex that a layer passes twice in
 * one phase is there twice, so no vertex has more than one link of a layer leaving it in a phase, and following the
 * links gives back every ring as it was.
 */
export interface ArchiveTables {
  /** Ascending and apart; days between two phases are missing: nobody knows what was then. */
  readonly phases: readonly Phase[];
  readonly layers: readonly ArchiveLayer[];
  readonly vertices: { readonly lngs: Int32Array; readonly lats: Int32Array };
  /** In order of layer, then of `born`. */
  readonly links: LinkTable;
}

export interface LinkTable {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly layer: Uint16Array;
  /** Index of the first phase that has the link. */
  readonly born: Int32Array;
  /** Index of the first phase that has it no longer; the number of phases if it stays to the end. */
  readonly died: Int32Array;
}

/** Whatever lies in the theatre and outside all areas belongs to this side: for data that draw one side only. */
export interface Remainder {
  readonly side: string;
  readonly theatre: AreaGeometry;
  /** The data set draws the theatre; if not, it is a box around everything, which is no ground to colour or measure. */
  readonly hasOutline: boolean;
  /**
   * Land beyond which there is nobody to hold the remainder, where the data set draws no theatre: an edge of the areas
   * with other land or sea on its other side is no front line. It tells nothing of who holds what.
   */
  readonly land?: AreaGeometry | undefined;
}
