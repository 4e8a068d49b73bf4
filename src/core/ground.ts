import { area } from "@turf/area";
import { type Atlas, listAreasOn } from "./atlas.ts";
import type { ControlArea, Region } from "./dataset.ts";
import type { Day } from "./day.ts";
import { cutIntoStretches } from "./highways.ts";
import { measureOverlapKm2 } from "./overlap.ts";

/** Numbers by side, with a zero for each side that holds ground but none of this; in the order of the sides. */
export type BySide = ReadonlyMap<string, number>;

/** How a highway is divided. */
export interface HighwayLengths {
  readonly km: BySide;
  /** Length outside all areas. */
  readonly outsideKm: number;
}

/** How the ground is divided, as the areas in force tell. */
export interface Ground {
  readonly areas: readonly ControlArea[];
  readonly areaKm2: BySide;
  /** By id of the highway. */
  readonly highways: ReadonlyMap<string, HighwayLengths>;
}

const measured = new WeakMap<Atlas, Map<string, Ground>>();

/**
 * How the ground is divided at the end of `day`: square kilometres (`@turf/area`, on its sphere) and highways. Areas
 * that overlap count for each of their sides. Days with the same areas in force share one answer, kept with the atlas.
 */
export function measureGround(atlas: Atlas, day: Day): Ground {
  const answers = measured.get(atlas) ?? new Map<string, Ground>();
  measured.set(atlas, answers);
  const areas = listAreasOn(atlas, day);
  const key = areas.map((item) => atlas.dataset.controlAreas.indexOf(item)).join();
  const known = answers.get(key);
  if (known) return known;
  const ground = {
    areas,
    areaKm2: sumBySide(
      atlas,
      areas.map(({ side, geometry }) => [side, area(geometry) / 1e6]),
    ),
    highways: new Map(
      atlas.dataset.highways.map((highway) => {
        const stretches = cutIntoStretches(highway, areas);
        const outside = stretches.filter(({ side }) => side === undefined);
        const held = stretches.flatMap(({ side, lengthKm }) =>
          side === undefined ? [] : [[side, lengthKm] as const],
        );
        const outsideKm = outside.reduce((sum, { lengthKm }) => sum + lengthKm, 0);
        return [highway.id, { km: sumBySide(atlas, held), outsideKm }];
      }),
    ),
  };
  answers.set(key, ground);
  return ground;
}

const clipped = new WeakMap<Ground, Map<Region, BySide>>();

/** Square kilometres of each side within a region. What of the region lies outside all areas is in none of them. */
export function measureWithin(atlas: Atlas, ground: Ground, region: Region): BySide {
  const answers = clipped.get(ground) ?? new Map<Region, BySide>();
  clipped.set(ground, answers);
  const known = answers.get(region);
  if (known) return known;
  const parts = ground.areas.map(
    ({ side, geometry }) => [side, measureOverlapKm2(geometry, region.geometry)] as const,
  );
  const answer = sumBySide(atlas, parts);
  answers.set(region, answer);
  return answer;
}

/** Sums by side, in the order in which the data set declares its sides. */
export function sumBySide(atlas: Atlas, parts: readonly (readonly [side: string, amount: number])[]): BySide {
  const { sides } = atlas.dataset;
  const sums = new Map(sides.filter(({ holdsGround }) => holdsGround).map(({ id }) => [id, 0]));
  for (const [side, amount] of parts) sums.set(side, (sums.get(side) ?? 0) + amount);
  return sums;
}
