import type { ControlArchive } from "../archive/control-archive.ts";
import { followSides } from "../archive/followed-sides.ts";
import type { Day } from "../day.ts";
import type { Position } from "../geometry.ts";

/** A place whose side is asked for, day by day. */
export interface Located {
  readonly id: string;
  readonly position: Position;
}

/** A place lying in another side's area than before. `undefined`: outside all areas. */
export interface AreaChange {
  /** The first day on which the new side is known to hold the place. */
  readonly day: Day;
  /** The first day on which it can have changed: earlier than `day` if days right before it are missing. */
  readonly firstDay: Day;
  readonly settlement: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What the areas alone tell of each place. */
export interface AreaTrace {
  /** Id of the place to id of its side on the first known day; `undefined` outside all areas. */
  readonly initialSides: ReadonlyMap<string, string | undefined>;
  /** In order of day, then in the order of the places. */
  readonly changes: readonly AreaChange[];
}

/**
 * Who holds each place at first, and every change since, from nothing but the links that came or went: see
 * {@link followSides}. So the time grows with the changes, not with days times places times vertices.
 *
 * Nothing is told about missing days: a change across them carries the days within which it happened.
 */
export function traceAreas(archive: ControlArchive, places: readonly Located[]): AreaTrace {
  const sides = followSides(
    archive,
    places.map(({ position }) => position),
  );
  const holders: (string | undefined)[] = [];
  const changes: AreaChange[] = [];
  for (const [number, phase] of archive.phases.entries()) {
    const touched = sides.moveTo(number);
    const before = archive.phases[number - 1];
    if (!before) {
      for (const place of places.keys()) holders.push(sides.findSide(place));
      continue;
    }
    for (const place of [...touched].toSorted((a, b) => a - b)) {
      const [from, to] = [holders[place], sides.findSide(place)];
      const settlement = places[place]?.id;
      if (from === to || settlement === undefined) continue;
      holders[place] = to;
      changes.push({ day: phase.from, firstDay: before.to, settlement, from, to });
    }
  }
  return { initialSides: undoChanges(places, holders, changes), changes };
}

/** Who held each place before all changes. */
function undoChanges(
  places: readonly Located[],
  holders: readonly (string | undefined)[],
  changes: readonly AreaChange[],
): ReadonlyMap<string, string | undefined> {
  const initialSides = new Map(places.map(({ id }, place) => [id, holders[place]]));
  for (const { settlement, from } of changes.toReversed()) initialSides.set(settlement, from);
  return initialSides;
}
