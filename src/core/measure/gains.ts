import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { cutGround, findChangedGround, findInnerPoint, type Patches } from "../archive/changed-ground.ts";
import type { ControlArchive } from "../archive/control-archive.ts";
import { isTangled, listEdgesWithin } from "../archive/plane-edges.ts";
import type { Atlas } from "../atlas.ts";
import { addDays, type Day } from "../day.ts";
import {
  type AreaGeometry,
  findBounds,
  isInBounds,
  isInside,
  isTouching,
  listPolygons,
  listRings,
  type PolygonRings,
  toAreaGeometry,
} from "../geometry.ts";
import { rememberBetweenPhases } from "../remember.ts";

/** Ground that came under a side since an earlier day. */
export interface Gain {
  readonly side: string;
  readonly geometry: AreaGeometry;
}

/**
 * The ground each side holds at the end of `after` and did not hold at the end of `before`, in the order of the sides'
 * areas; sides without gain are left out. A side that held nothing gains all it has. What the other sides held and none
 * of them holds any more is the gain of the side that holds the remainder, if there is one, and comes last; whether
 * ground is drawn for it or left to it makes no difference.
 *
 * Both days must be known: an empty list means that nothing was gained, not that nothing is known. Slivers are not
 * removed: two days share the vertices of every stretch that did not move, so there are none to begin with.
 */
export function findGains(control: ControlArchive, before: Day, after: Day): Gain[] {
  const [then, now] = [control.findPhase(before), control.findPhase(after)];
  if (then < 0 || now < 0 || then === now) return [];
  const { remainder, tables } = control;
  const changed = tables.layers.flatMap((layer, number) =>
    layer.kind === "area" && layer.side !== remainder?.side
      ? [{ side: layer.side, ...findChangedGround(tables, [number], then, now) }]
      : [],
  );
  const gains = changed.flatMap(({ side, gained }) => toGain(side, gained));
  if (!remainder) return gains;
  const areas = control.listAreas(after);
  const left: PolygonRings[] = [];
  for (const { side, lost } of changed) {
    // What two have left at once counts once.
    const rest = leave(leave(lost, gains), toGain(side, left));
    const others = areas.filter((area) => area.side !== side && area.side !== remainder.side);
    const taking = others.filter(({ geometry }) => rest.some((patch) => isReachingInto(geometry, patch)));
    left.push(...leave(rest, taking));
  }
  return [...gains, ...toGain(remainder.side, left)];
}

/** The ground that somebody held at the end of `before` and nobody at the end of `after`; none where a side holds the remainder. */
export function findVacated(
  { tables, remainder, findPhase }: ControlArchive,
  before: Day,
  after: Day,
): Patches {
  const [then, now] = [findPhase(before), findPhase(after)];
  if (then < 0 || now < 0 || then === now || remainder) return [];
  const all = tables.layers.flatMap(({ kind }, number) => (kind === "area" ? [number] : []));
  return findChangedGround(tables, all, then, now).lost;
}

function toGain(side: string, patches: readonly PolygonRings[]): Gain[] {
  return patches.length === 0 ? [] : [{ side, geometry: toAreaGeometry(patches) }];
}

/** What of the patches none of the others takes. */
function leave(
  patches: readonly PolygonRings[],
  others: readonly { readonly geometry: AreaGeometry }[],
): readonly PolygonRings[] {
  if (others.length === 0 || patches.length === 0) return patches;
  const taken = toAreaGeometry(others.flatMap(({ geometry }) => listPolygons(geometry)));
  const left = cutGround(toAreaGeometry(patches), taken);
  return left ? listPolygons(left) : [];
}

/**
 * Whether an area may have ground in common with a patch, other than its edge. Rarely so: areas of two sides seldom lie
 * over each other, and asking is much cheaper than cutting.
 */
function isReachingInto(area: AreaGeometry, patch: PolygonRings): boolean {
  const whole = toAreaGeometry([patch]);
  const box = findBounds(whole);
  if (!isTouching(findBounds(area), box)) return false;
  if (isInside(findInnerPoint(patch), area)) return true;
  const isWithin = ([lng = 0, lat = 0]: readonly number[]) =>
    isInBounds([lng, lat], box) && booleanPointInPolygon([lng, lat], whole, { ignoreBoundary: true });
  return (
    listRings(area).some((ring) => ring.some(isWithin)) ||
    isTangled(listEdgesWithin([...listRings(area), ...patch], box))
  );
}

/** The ground gained between the day before and `day`; nothing if either is missing, for then nobody knows. */
export const listGainsOn = rememberBetweenPhases((atlas: Atlas, day: Day): readonly Gain[] =>
  findGains(atlas.dataset.control, addDays(day, -1), day),
);
