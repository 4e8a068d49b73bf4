import type { MultiPolygon } from "geojson";
import type { Atlas } from "../atlas.ts";
import { addDays, type Day } from "../day.ts";
import type { ControlArea } from "../records.ts";
import { rememberBetweenPhases } from "../remember.ts";
import type { AreaGeometry } from "../geometry.ts";
import { subtract } from "./holdings.ts";

/** Ground that came under a side since an earlier day. */
export interface Gain {
  readonly side: string;
  readonly geometry: AreaGeometry;
}

/**
 * The ground each side holds in `after` and did not hold in `before`; sides without gain are left out. A side that
 * held nothing gains all it has. What the other sides held and none of them holds any more is the gain of `remainder`,
 * the side that holds all else, if there is one; whether ground is drawn for it or left to it makes no difference.
 *
 * Both days must be known: an empty list means that nobody held anything, not that nothing is known. Slivers are not
 * removed: two days share the vertices of every stretch that did not move, so there are none to begin with.
 */
export function findGains(
  before: readonly ControlArea[],
  after: readonly ControlArea[],
  remainder?: string,
): Gain[] {
  const isOf = (side: string) => (area: ControlArea) => area.side === side;
  const isOther = (area: ControlArea) => area.side !== remainder;
  const [then, now] = [before.filter(isOther), after.filter(isOther)];
  const sides = [...new Set(now.map((area) => area.side))];
  const gains = sides.flatMap((side) => gainOf(side, then.filter(isOf(side)), now.filter(isOf(side))));
  return remainder === undefined ? gains : [...gains, ...gainOf(remainder, now, then)];
}

/** What lies in `now` and in nothing of `then`, as the gain of a side. */
function gainOf(side: string, then: readonly ControlArea[], now: readonly ControlArea[]): Gain[] {
  const isSame = then.length === now.length && now.every((area) => then.includes(area));
  if (isSame || now.length === 0) return [];
  const geometry = then.length === 0 ? collect(now) : subtract(collect(now), collect(then));
  return geometry ? [{ side, geometry }] : [];
}

function collect(areas: readonly ControlArea[]): MultiPolygon {
  return {
    type: "MultiPolygon",
    coordinates: areas.flatMap(({ geometry }) =>
      geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates,
    ),
  };
}

/** The ground gained between the day before and `day`; nothing if either is missing, for then nobody knows. */
export const listGainsOn = rememberBetweenPhases((atlas: Atlas, day: Day): readonly Gain[] => {
  const { control } = atlas.dataset;
  const eve = addDays(day, -1);
  if (control.findPhase(day) < 0 || control.findPhase(eve) < 0) return [];
  return findGains(control.listAreas(eve), control.listAreas(day), control.remainder?.side);
});
