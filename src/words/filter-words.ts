import type { Facet } from "../core/filter.ts";

/** What leaves records out of lists, table and the events on the map. */
export interface FilterWords {
  readonly button: string;
  readonly facets: Readonly<Record<Facet | "text", string>>;
  /** "2 of 4" */
  readonly of: (shown: number, total: number) => string;
  /** "Side: 2 of 4" */
  readonly chip: (facet: string, chosen: number, total: number) => string;
  readonly textChip: (text: string) => string;
  readonly remove: (chip: string) => string;
  readonly clear: string;
  /** For a screen reader and a picture, which a list of chips follows. */
  readonly told: (chips: readonly string[]) => string;
  /** Under a heading of which nothing is left. */
  readonly allLeftOut: string;
}
