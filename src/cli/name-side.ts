import type { Atlas } from "../core/atlas.ts";
import { nameSideShortly } from "../core/sides.ts";
import { toOneLine } from "../data/problem.ts";

/** The short English name of a side, for tables and lines of text. */
export function nameSide(atlas: Atlas, id: string | null | undefined): string {
  if (id === null || id === undefined) return "unknown";
  return toOneLine(nameSideShortly(atlas.dataset, id, "en"));
}
