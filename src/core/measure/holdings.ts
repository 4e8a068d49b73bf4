import { area } from "@turf/area";
import type { Atlas } from "../atlas.ts";
import type { ControlArea, Region } from "../records.ts";
import { cutGround } from "../archive/changed-ground.ts";
import type { Remainder } from "../archive/tables.ts";
import type { Day } from "../day.ts";
import type { AreaGeometry } from "../geometry.ts";
import { measureOverlapKm2 } from "./overlap.ts";

/**
 * What one side holds at the end of a day: ground that is drawn for it, or all of the theatre in which no area lies.
 * Everything that asks who holds what of a day asks {@link listHoldings}, so that nothing forgets the remainder.
 */
export type Holding =
  | { readonly kind: "drawn"; readonly side: string; readonly area: ControlArea }
  | {
      readonly kind: "remainder";
      readonly side: string;
      readonly remainder: Remainder;
      readonly areas: readonly ControlArea[];
    };

/**
 * The holdings of a day, the remainder last; none on a missing day. A side may have two: its own areas and the
 * remainder. A theatre without an outline is a box around everything, which leaves a remainder all the same.
 */
export function listHoldings({ dataset: { control } }: Atlas, day: Day): Holding[] {
  if (control.findPhase(day) < 0) return [];
  const areas = control.listAreas(day);
  const { remainder } = control;
  return [
    ...areas.map((drawn): Holding => ({ kind: "drawn", side: drawn.side, area: drawn })),
    ...(remainder ? [{ kind: "remainder", side: remainder.side, remainder, areas } as const] : []),
  ];
}

/**
 * Square kilometres (`@turf/area`, on its sphere) of a holding. A remainder without an outline has none: its box is no
 * ground. Areas of the others that overlap each other are taken off it once each.
 */
export function measureHoldingKm2(holding: Holding): number {
  if (holding.kind === "drawn") return area(holding.area.geometry) / 1e6;
  const { remainder, areas } = holding;
  return remainder.hasOutline ? measureLeftKm2(remainder.theatre, areas) : 0;
}

/**
 * Square kilometres of a holding within a region. What of the region lies outside the theatre is in no remainder; a
 * theatre without an outline counts too, for here the region is the ground.
 */
export function measureHoldingWithinKm2(holding: Holding, region: Region): number {
  if (holding.kind === "drawn") return measureOverlapKm2(holding.area.geometry, region.geometry);
  const ground = findCommonGround(region, holding.remainder);
  return ground ? measureLeftKm2(ground, holding.areas) : 0;
}

/** Square kilometres of `ground` in which none of the areas lies. */
function measureLeftKm2(ground: AreaGeometry, areas: readonly ControlArea[]): number {
  const taken = areas.reduce((sum, { geometry }) => sum + measureOverlapKm2(ground, geometry), 0);
  return Math.max(0, area(ground) / 1e6 - taken);
}

const common = new WeakMap<Remainder, WeakMap<Region, AreaGeometry | undefined>>();

/** The part of a region inside the theatre, the same on every day: what is left of it without what lies outside. */
function findCommonGround(region: Region, remainder: Remainder): AreaGeometry | undefined {
  const known = common.get(remainder) ?? new WeakMap<Region, AreaGeometry | undefined>();
  common.set(remainder, known);
  if (known.has(region)) return known.get(region);
  const outside = cutGround(region.geometry, remainder.theatre);
  const ground = outside ? cutGround(region.geometry, outside) : region.geometry;
  known.set(region, ground);
  return ground;
}
