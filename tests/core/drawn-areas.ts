import fc from "fast-check";
import type { ControlArea } from "../../src/core/records.ts";
import { addDays, type Day, day } from "../../src/core/day.ts";
import type { Located } from "../../src/core/history/area-trace.ts";

/** First day of every drawn story. */
export const START = day("2020-01-01");

/** A story on a square of 8 by 8 degrees: the front of a day runs from west to east at a height per column. */
export interface Drawn {
  readonly areas: readonly ControlArea[];
  readonly places: readonly Located[];
  readonly days: readonly Day[];
}

const COLUMNS = 8;

/** North of the front is `north`'s, south of it `south`'s. Both areas share the front's vertices. */
export function drawDay(heights: readonly number[], from: Day, to: Day): ControlArea[] {
  const front = heights.map((height, column) => [column, height]);
  const [first, last] = [front[0] ?? [0, 0], front.at(-1) ?? [0, 0]];
  const width = last[0] ?? 0;
  const south = [...front, [width, 0], [0, 0], first];
  const north = [...front, [width, COLUMNS], [0, COLUMNS], first];
  return [
    { side: "south", from, to, geometry: { type: "Polygon", coordinates: [south] } },
    { side: "north", from, to, geometry: { type: "Polygon", coordinates: [north] } },
  ];
}

const height = fc.integer({ min: 1, max: 31 }).map((quarter) => quarter / 4);
const heights = fc.array(height, { minLength: COLUMNS + 1, maxLength: COLUMNS + 1 });

/** Some days move one column, some nothing, some all; places lie anywhere, on edges and corners too. */
export const anyStory: fc.Arbitrary<Drawn> = fc
  .record({
    first: heights,
    moves: fc.array(fc.tuple(fc.nat(COLUMNS), height, fc.boolean()), { minLength: 1, maxLength: 6 }),
    points: fc.array(fc.tuple(fc.nat(64), fc.nat(64)), { minLength: 1, maxLength: 25 }),
  })
  .map(({ first, moves, points }) => {
    const fronts = [first];
    for (const [column, to, isStill] of moves) {
      const last = fronts.at(-1) ?? first;
      fronts.push(isStill ? last : last.map((value, index) => (index === column ? to : value)));
    }
    return {
      areas: fronts.flatMap((front, index) =>
        drawDay(front, addDays(START, index), addDays(START, index + 1)),
      ),
      places: points.map(([x, y], index) => ({ id: `p${index}`, position: [x / 8, y / 8] as const })),
      days: fronts.map((_, index) => addDays(START, index)),
    };
  });

/** A closed counter-clockwise ring with its lower left corner at (x, y). */
export function drawSquare(x: number, y: number, size: number): number[][] {
  return [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];
}
