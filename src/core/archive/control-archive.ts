import type { ArchiveTables, Phase, Remainder } from "./tables.ts";
import { assembleArea, assembleLine } from "./assembly.ts";
import { createBorderFinder } from "./borders.ts";
import { findSideAt } from "./areas.ts";
import type { ControlArea, FrontLine } from "../records.ts";
import type { Day } from "../day.ts";
import { countVertices, isInside, type Position } from "../geometry.ts";
import { createShelf } from "./shelf.ts";

/** The ground of every known day. */
export interface ControlArchive {
  readonly tables: ArchiveTables;
  readonly remainder: Remainder | undefined;
  readonly phases: readonly Phase[];
  /** Index of the phase that `day` is part of; -1 if the day is missing or outside all phases. */
  readonly findPhase: (day: Day) => number;
  /**
   * One area a side, in the order in which the sides first appear; none on a missing day. Its `from` and `to` are the
   * known days around `day` between which the side's ground does not change, and it is the same object on all of them
   * unless much else was asked for in between.
   */
  readonly listAreas: (day: Day) => readonly ControlArea[];
  /** As {@link listAreas}. Where the data draw no lines, they are the borders that areas of two sides share. */
  readonly listLines: (day: Day) => readonly FrontLine[];
  /** The side that holds `position` on `day`; an edge counts as inside. `undefined` outside, and on a missing day. */
  readonly findSide: (position: Position, day: Day) => string | undefined;
}

/** How many vertices of assembled shapes are kept: some thirty megabytes. */
const KEPT_VERTICES = 300_000;

/** Opens an archive for reading. Shapes are put together when asked for, and the latest are kept. */
export function openArchive(tables: ArchiveTables, remainder?: Remainder): ControlArchive {
  const { phases, layers } = tables;
  const changes = layers.map((_, layer) => listChangePhases(tables, layer));
  const areas = createShelf<ControlArea>(KEPT_VERTICES, ({ geometry }) =>
    countVertices(geometry.coordinates),
  );
  const lines = createShelf<readonly FrontLine[]>(KEPT_VERTICES, (kept) =>
    kept.reduce((sum, { geometry }) => sum + countVertices(geometry.coordinates), 0),
  );
  const hasLines = layers.some(({ kind }) => kind === "line");
  let findBorders: ReturnType<typeof createBorderFinder> | undefined;

  /** The days around a phase on which nothing of a layer changes, and a name for them. */
  function findStay(layer: number, phase: number) {
    const [first, end] = findChangesAround(changes[layer] ?? [], phase, phases.length);
    const [from, to] = [phases[first]?.from, phases[end - 1]?.to];
    return from === undefined || to === undefined ? undefined : { name: `${layer} ${first}`, from, to };
  }

  function listAreas(day: Day): ControlArea[] {
    const phase = findPhaseIndex(phases, day);
    return layers.flatMap((layer, index) => {
      const stay = layer.kind === "area" ? findStay(index, phase) : undefined;
      if (layer.kind !== "area" || !stay) return [];
      const area = areas(stay.name, () => {
        const geometry = assembleArea(tables, index, phase);
        return geometry && { side: layer.side, from: stay.from, to: stay.to, geometry };
      });
      return area ? [area] : [];
    });
  }

  function listLines(day: Day): readonly FrontLine[] {
    const phase = findPhaseIndex(phases, day);
    const span = phases[phase];
    if (!span) return [];
    if (!hasLines) {
      findBorders ??= createBorderFinder(tables, remainder);
      const find = findBorders;
      return lines(`borders ${phase}`, () => find(phase, span)) ?? [];
    }
    return layers.flatMap((layer, index) => {
      const stay = layer.kind === "line" ? findStay(index, phase) : undefined;
      if (layer.kind !== "line" || !stay) return [];
      const { basis, between } = layer;
      const drawn = lines(stay.name, () => {
        const geometry = assembleLine(tables, index, phase);
        return geometry && [{ basis, between, from: stay.from, to: stay.to, geometry }];
      });
      return drawn ?? [];
    });
  }

  function findSide(position: Position, day: Day): string | undefined {
    if (findPhaseIndex(phases, day) < 0) return undefined;
    const side = findSideAt(position, listAreas(day));
    if (side !== undefined || !remainder) return side;
    return isInside(position, remainder.theatre) ? remainder.side : undefined;
  }

  return {
    tables,
    remainder,
    phases,
    findPhase: (day) => findPhaseIndex(phases, day),
    listAreas,
    listLines,
    findSide,
  };
}

function findPhaseIndex(phases: readonly Phase[], day: Day): number {
  let low = 0;
  let high = phases.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const phase = phases[middle];
    if (!phase || day < phase.from) high = middle - 1;
    else if (day >= phase.to) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** The phases, ascending, at which anything of a layer changes, or before which days are missing. */
function listChangePhases({ phases, links }: ArchiveTables, layer: number): number[] {
  const changes = new Set<number>([0]);
  for (const [index, phase] of phases.entries()) {
    if (phases[index - 1]?.to !== phase.from) changes.add(index);
  }
  for (let link = 0; link < links.layer.length; link++) {
    if (links.layer[link] !== layer) continue;
    changes.add(links.born[link] ?? 0);
    changes.add(links.died[link] ?? 0);
  }
  changes.delete(phases.length);
  return [...changes].toSorted((a, b) => a - b);
}

/** The last change at or before a phase and the next after it. Empty for phase -1. */
function findChangesAround(
  changes: readonly number[],
  phase: number,
  end: number,
): readonly [number, number] {
  if (phase < 0) return [0, 0];
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] ?? 0) <= phase) low = middle + 1;
    else high = middle;
  }
  return [changes[low - 1] ?? 0, changes[low] ?? end];
}
