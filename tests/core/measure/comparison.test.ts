import { area } from "@turf/area";
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Atlas, buildAtlas, findControl } from "../../../src/core/atlas.ts";
import { addDays, type Day, day, listDays } from "../../../src/core/day.ts";
import { compareDays } from "../../../src/core/measure/comparison.ts";
import { loadBundled } from "../../geodata/bundled.ts";
import { buildDrawnAtlas } from "../drawn-story.ts";

/** The first day of drawn stories. */
const START = day("2020-01-01");

describe("two days compared", () => {
  let story: Atlas;
  beforeAll(async () => {
    story = buildAtlas((await loadBundled()).dataset);
  });

  const anyTwo = (days: readonly Day[]) =>
    fc.tuple(fc.constantFrom(...days), fc.constantFrom(...days)).filter(([one, other]) => one !== other);

  it("list the settlements whose holder differs, whatever happened between, and no others", () => {
    fc.assert(
      fc.property(anyTwo(story.days), ([one, other]) => {
        const [first = one, last = other] = [one, other].toSorted();
        const holder = (id: string, day: Day) => {
          const control = findControl(story, id, day);
          return control.kind === "unknown" ? undefined : control.by;
        };
        const wanted = story.dataset.settlements.filter(({ id }) => holder(id, first) !== holder(id, last));
        const { settlements, sides } = compareDays(story, one, other);
        expect(settlements.map(({ settlement }) => settlement.id).toSorted()).toEqual(
          wanted.map(({ id }) => id).toSorted(),
        );
        for (const { side, settlementsGained, settlementsLost } of sides) {
          expect(settlementsGained).toBe(wanted.filter(({ id }) => holder(id, last) === side).length);
          expect(settlementsLost).toBe(wanted.filter(({ id }) => holder(id, first) === side).length);
        }
        for (const { settlement, from, to } of settlements) {
          expect([from, to]).toEqual([holder(settlement.id, first), holder(settlement.id, last)]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("give each side what it gained and took from it what others did: the sums are those of the days", () => {
    fc.assert(
      fc.property(anyTwo(story.days), ([one, other]) => {
        const { sides, gains, firstDay, lastDay } = compareDays(story, one, other);
        const change = sides.reduce((sum, { areaKm2 }) => sum + areaKm2.after - areaKm2.before, 0);
        // One theatre is divided on every day, so what one side has more the others have less.
        expect(Math.abs(change)).toBeLessThan(3);
        for (const { side, gainedKm2, areaKm2 } of sides) {
          // A side cannot have grown by more than it gained.
          expect(areaKm2.after - areaKm2.before).toBeLessThan(gainedKm2 + 1.5);
          const ground = gains.filter((gain) => gain.side === side);
          expect(gainedKm2).toBeCloseTo(
            ground.reduce((sum, { geometry }) => sum + area(geometry) / 1e6, 0),
            6,
          );
        }
        expect(firstDay < lastDay).toBe(true);
        expect(compareDays(story, other, one)).toBe(compareDays(story, one, other));
      }),
      { numRuns: 15 },
    );
  });

  it("show as gained just the ground on which points change sides", () => {
    const [first, last] = [story.days[0], story.days.at(-1)];
    if (first === undefined || last === undefined) throw new Error("The story has no days.");
    const { gains } = compareDays(story, first, last);
    const { control, bounds } = story.dataset;
    const [west, south, east, north] = bounds;
    let seen = 0;
    for (let step = 0; step < 400; step++) {
      // Points spread without a pattern that a border could follow.
      const at = [
        west + (east - west) * ((step * 0.754877666) % 1),
        south + (north - south) * ((step * 0.569840296) % 1),
      ] as const;
      const [before, after] = [control.findSide(at, first), control.findSide(at, last)];
      const inside = gains.filter(({ geometry }) => booleanPointInPolygon([...at], geometry));
      expect([at, inside.map(({ side }) => side)]).toEqual([
        at,
        after !== undefined && before !== after ? [after] : [],
      ]);
      seen += inside.length;
    }
    expect(seen).toBeGreaterThan(5);
  });

  it("say of the ground that it is unknown where the areas of a day are missing", () => {
    const later = addDays(START, 2);
    const square = {
      type: "Polygon" as const,
      coordinates: [
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [0, 4],
          [0, 0],
        ],
      ],
    };
    const areas = [
      { side: "north", from: START, to: addDays(START, 1), geometry: square },
      { side: "north", from: later, to: addDays(later, 1), geometry: square },
    ];
    const atlas = buildDrawnAtlas({ areas, places: [], days: listDays(START, later) });
    expect(compareDays(atlas, START, addDays(START, 1))).toMatchObject({ isGroundKnown: false, gains: [] });
    expect(compareDays(atlas, START, later)).toMatchObject({ isGroundKnown: true, gains: [] });
  });
});
