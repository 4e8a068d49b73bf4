import { createArchiveBuilder } from "../../../src/core/archive/builder.ts";
import type { ControlArchive } from "../../../src/core/archive/control-archive.ts";
import type { Day } from "../../../src/core/day.ts";
import type { ControlArea, FrontLine } from "../../../src/core/records.ts";

/**
 * The archive of areas and lines that each carry their own days; between the first and last of those, days without any
 * of them are missing.
 */
export function createArchive(areas: readonly ControlArea[], lines: readonly FrontLine[]): ControlArchive {
  const builder = createArchiveBuilder();
  const edges = [...new Set([...areas, ...lines].flatMap(({ from, to }) => [from, to]))].toSorted();
  for (const [index, to] of edges.entries()) {
    const from = edges[index - 1];
    if (from === undefined) continue;
    const [ground, drawn] = [listInForce(areas, from), listInForce(lines, from)];
    if (ground.length + drawn.length > 0) builder.addPhase({ from, to }, ground, drawn);
  }
  return builder.build();
}

/** The records in force on `day`, in their given order. The day `to` itself is no longer part of a record. */
export function listInForce<Item extends { readonly from: Day; readonly to: Day }>(
  items: readonly Item[],
  day: Day,
): Item[] {
  return items.filter((item) => item.from <= day && day < item.to);
}
