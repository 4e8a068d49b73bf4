import type { Atlas } from "../atlas.ts";
import type { Region } from "../records.ts";
import type { Day } from "../day.ts";
import { clipStretches, type HeldLength, listStretchesOn } from "./highways.ts";
import { rememberByPhase } from "../remember.ts";
import { listHoldings, measureHoldingKm2, measureHoldingWithinKm2 } from "./holdings.ts";

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
  readonly areaKm2: BySide;
  /** By id of the highway. */
  readonly highways: ReadonlyMap<string, HighwayLengths>;
}

/**
 * How the ground is divided at the end of `day`: square kilometres (`@turf/area`, on its sphere) and highways. Areas
 * that overlap count for each of their sides. Days of one phase share one answer, kept with the atlas.
 */
export const measureGround = rememberByPhase((atlas: Atlas, day: Day): Ground => {
  const stretches = listStretchesOn(atlas, day);
  return {
    areaKm2: sumBySide(
      atlas,
      listHoldings(atlas, day).map((holding) => [holding.side, measureHoldingKm2(holding)] as const),
    ),
    highways: new Map(
      atlas.dataset.highways.map(({ id }) => {
        return [
          id,
          addLengths(
            atlas,
            stretches.filter(({ highway }) => highway === id),
          ),
        ];
      }),
    ),
  };
});

function addLengths(atlas: Atlas, stretches: readonly HeldLength[]): HighwayLengths {
  const held = stretches.flatMap(({ side, lengthKm }) =>
    side === undefined ? [] : [[side, lengthKm] as const],
  );
  const outside = stretches.filter(({ side }) => side === undefined);
  const outsideKm = outside.reduce((sum, { lengthKm }) => sum + lengthKm, 0);
  return { km: sumBySide(atlas, held), outsideKm };
}

/** How the ground within a region is divided. */
export interface GroundWithin {
  readonly areaKm2: BySide;
  /** By id of the highway; one that does not pass through the region has no length there. */
  readonly highways: ReadonlyMap<string, HighwayLengths>;
}

const clipped = new WeakMap<Ground, Map<Region, GroundWithin>>();

/**
 * Square kilometres of each side and the highways within a region at the end of `day`. What of the region lies outside
 * all areas is the remainder's, where a side holds one and as far as the theatre reaches, and else nobody's.
 */
export function measureWithin(atlas: Atlas, day: Day, region: Region): GroundWithin {
  const ground = measureGround(atlas, day);
  const answers = clipped.get(ground) ?? new Map<Region, GroundWithin>();
  clipped.set(ground, answers);
  const known = answers.get(region);
  if (known) return known;
  const parts = listHoldings(atlas, day).map(
    (holding) => [holding.side, measureHoldingWithinKm2(holding, region)] as const,
  );
  const answer = { areaKm2: sumBySide(atlas, parts), highways: clipHighways(atlas, day, region) };
  answers.set(region, answer);
  return answer;
}

function clipHighways(atlas: Atlas, day: Day, region: Region): GroundWithin["highways"] {
  const stretches = listStretchesOn(atlas, day);
  return new Map(
    atlas.dataset.highways.map((highway) => {
      const ofHighway = stretches.filter((stretch) => stretch.highway === highway.id);
      return [highway.id, addLengths(atlas, clipStretches(highway, ofHighway, region))] as const;
    }),
  );
}

/** Sums by side, in the order in which the data set declares its sides. */
function sumBySide(atlas: Atlas, parts: readonly (readonly [side: string, amount: number])[]): BySide {
  const { sides } = atlas.dataset;
  const sums = new Map(sides.filter(({ holdsGround }) => holdsGround).map(({ id }) => [id, 0]));
  for (const [side, amount] of parts) sums.set(side, (sums.get(side) ?? 0) + amount);
  return sums;
}
