import { type Atlas, findPostEvent } from "../atlas.ts";
import { type Figure, POST_STATES, type PostState, type Region, type StoryEvent } from "../records.ts";
import type { Day } from "../day.ts";
import { indexByDay } from "../day-index.ts";
import {
  type BySide,
  type GroundWithin,
  type HighwayLengths,
  measureGround,
  measureWithin,
} from "./ground.ts";
import { isEncircled, isInPlace } from "./posts.ts";
import { countSettlements, type SettlementCounts } from "./settlements.ts";

/** How a region is divided. */
export interface RegionMeasures extends GroundWithin {
  /**
   * Of the region's ground that is under any side, from 0 to 1; so a region that reaches beyond the theatre counts
   * with the part inside it. Empty where no area lies in the region.
   */
  readonly share: BySide;
}

export interface PostCounts {
  /** By the latest documented state; posts not yet established are in none. */
  readonly byState: Readonly<Record<PostState, number>>;
  /** Posts in place on ground of a side that their operator fights, whatever the documents say. */
  readonly encircledComputed: number;
}

/** Everything that can be counted or measured at the end of a day. */
export interface DayMeasures {
  readonly day: Day;
  readonly areaKm2: BySide;
  /** By id of the region. */
  readonly regions: ReadonlyMap<string, RegionMeasures>;
  /** By id of the highway. */
  readonly highways: ReadonlyMap<string, HighwayLengths>;
  readonly settlements: SettlementCounts;
  readonly posts: PostCounts;
  /** The numbers that documents give as of this day, or for a span of days with this one in it. */
  readonly figures: readonly Figure[];
}

/**
 * What can be measured at the end of `day`, within the regions of the data set or those of `within`.
 *
 * Areas and lengths are those of the reconstructed areas and no better than they. A day outside the story has
 * neither, and nothing is then known of it. A new set of areas takes some 50 ms with six regions; the answer for the
 * ground is kept, so other days with the same areas are instant.
 */
export function measureDay(
  atlas: Atlas,
  day: Day,
  { within = atlas.dataset.regions }: { readonly within?: readonly Region[] } = {},
): DayMeasures {
  const ground = measureGround(atlas, day);
  return {
    day,
    areaKm2: ground.areaKm2,
    regions: new Map(
      within.map((region) => [region.id, divideRegion(measureWithin(atlas, day, region))] as const),
    ),
    highways: ground.highways,
    settlements: countSettlements(atlas, day),
    posts: countPosts(atlas, day),
    figures: listReportedOn(atlas.dataset.figures, day),
  };
}

const indexes = new WeakMap<readonly (StoryEvent | Figure)[], ReturnType<typeof indexByDay>>();

/**
 * The events or figures whose days, both ends included, have `day` among them; in their given order. The first question about a
 * list takes as long as sorting it, every other no longer than its answer.
 */
export function listReportedOn<Item extends StoryEvent | Figure>(items: readonly Item[], day: Day): Item[] {
  const find = (indexes.get(items) as ReturnType<typeof indexByDay<Item>> | undefined) ?? indexByDay(items);
  indexes.set(items, find as ReturnType<typeof indexByDay>);
  return find(day);
}

function divideRegion({ areaKm2, highways }: GroundWithin): RegionMeasures {
  const whole = [...areaKm2.values()].reduce((sum, part) => sum + part, 0);
  const share = whole > 0 ? [...areaKm2].map(([side, part]) => [side, part / whole] as const) : [];
  return { areaKm2, highways, share: new Map(share) };
}

function countPosts(atlas: Atlas, day: Day): PostCounts {
  const { posts } = atlas.dataset;
  const states = posts.map((post) => findPostEvent(post, day)?.state);
  const count = (state: PostState) => [state, states.filter((found) => found === state).length] as const;
  return {
    byState: Object.fromEntries(POST_STATES.map(count)) as Record<PostState, number>,
    encircledComputed: posts.filter((post) => isInPlace(post, day) && isEncircled(atlas, post, day)).length,
  };
}
