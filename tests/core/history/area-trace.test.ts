import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createArchiveBuilder } from "../../../src/core/archive/builder.ts";
import { createArchive } from "../archive/dated-archive.ts";
import { type AreaTrace, type Located, traceAreas } from "../../../src/core/history/area-trace.ts";
import type { ControlArea } from "../../../src/core/records.ts";
import { addDays, type Day } from "../../../src/core/day.ts";
import { anyStory, drawDay, drawSquare, START } from "../drawn-areas.ts";

/** The judge: Turf asked about a place in every area in force on a day. */
function findSideNaively(areas: readonly ControlArea[], { position }: Located, day: Day): string | undefined {
  return areas.find(
    ({ from, to, geometry }) =>
      from <= day && day < to && booleanPointInPolygon(position as [number, number], geometry),
  )?.side;
}

function sideOn({ initialSides, changes }: AreaTrace, { id }: Located, day: Day): string | undefined {
  const last = changes.findLast((change) => change.settlement === id && change.day <= day);
  return last ? last.to : initialSides.get(id);
}

describe("traceAreas", () => {
  it("gives the same answer as Turf's test of every place on every day, on edges and corners too", () => {
    fc.assert(
      fc.property(anyStory, ({ areas, places, days }) => {
        const trace = traceAreas(createArchive(areas, []), places);
        for (const day of days) {
          for (const place of places) {
            expect(sideOn(trace, place, day)).toBe(findSideNaively(areas, place, day));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same answer as Turf where areas of one side overlap, touch, nest and have holes", () => {
    const corner = fc.nat(12).map((eighth) => eighth / 2);
    const square = fc
      .tuple(corner, corner, fc.constantFrom(1, 1.5, 3))
      .map(([x, y, size]) => ({ x, y, size }));
    const day = fc.array(fc.tuple(square, fc.boolean()), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 5 }), fc.nat(7), (drawn, shift) => {
        const areas = drawn.flatMap((squares, transition) =>
          squares.map(([{ x, y, size }, hasHole]): ControlArea => {
            const rings = [drawSquare(x, y, size), ...(hasHole ? [drawSquare(x + 0.25, y + 0.25, 0.5)] : [])];
            return {
              side: "one",
              from: addDays(START, transition),
              to: addDays(START, transition + 1),
              geometry: {
                type: "Polygon",
                coordinates: rings.map((ring) => turn(ring, shift, transition % 2 === 0)),
              },
            };
          }),
        );
        const days = drawn.flatMap((squares, transition) =>
          squares.length > 0 ? [addDays(START, transition)] : [],
        );
        const places = Array.from({ length: 19 * 19 }, (_, index) => ({
          id: `p${index}`,
          position: [(index % 19) / 2, Math.floor(index / 19) / 2] as const,
        }));
        const trace = traceAreas(createArchive(areas, []), places);
        for (const value of days) {
          const wrong = places.filter(
            (place) => sideOn(trace, place, value) !== findSideNaively(areas, place, value),
          );
          expect(wrong).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("gives the same answer as Turf where rings cross themselves", () => {
    const corner = fc.tuple(fc.nat(8), fc.nat(8));
    const ring = fc.uniqueArray(corner, { minLength: 4, maxLength: 9, selector: String });
    fc.assert(
      fc.property(fc.array(ring, { minLength: 1, maxLength: 4 }), (drawn) => {
        const areas = drawn.map(
          (corners, transition): ControlArea => ({
            side: "one",
            from: addDays(START, transition),
            to: addDays(START, transition + 1),
            geometry: { type: "Polygon", coordinates: [[...corners, corners[0] ?? [0, 0]]] },
          }),
        );
        const places = Array.from({ length: 17 * 17 }, (_, index) => ({
          id: `p${index}`,
          position: [(index % 17) / 2, Math.floor(index / 17) / 2] as const,
        }));
        const trace = traceAreas(createArchive(areas, []), places);
        for (const { from } of areas) {
          const wrong = places.filter(
            (place) => sideOn(trace, place, from) !== findSideNaively(areas, place, from),
          );
          expect(wrong).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("does not care which way round a ring is wound or where it starts", () => {
    fc.assert(
      fc.property(anyStory, fc.nat(20), ({ areas, places }, shift) => {
        const turned = areas.map((area, index) => (index % 2 === 0 ? turnRings(area, shift) : area));
        expect(traceAreas(createArchive(turned, []), places)).toEqual(
          traceAreas(createArchive(areas, []), places),
        );
      }),
    );
  });

  it("sees an enclave come and go, and a hole as outside", () => {
    const [square, hole] = [drawSquare(0, 0, 8), drawSquare(2, 2, 1)];
    const days = [0, 1, 2].map((transition) => addDays(START, transition));
    const areas = days.map(
      (from, index): ControlArea => ({
        side: "south",
        from,
        to: addDays(from, 1),
        geometry: { type: "Polygon", coordinates: index === 1 ? [square, hole] : [square] },
      }),
    );
    const { initialSides, changes } = traceAreas(createArchive(areas, []), [
      { id: "inside", position: [2.5, 2.5] },
    ]);
    expect(initialSides.get("inside")).toBe("south");
    expect(changes).toEqual([
      { day: days[1], firstDay: days[1], settlement: "inside", from: "south", to: undefined },
      { day: days[2], firstDay: days[2], settlement: "inside", from: undefined, to: "south" },
    ]);
  });

  it("says of a change across missing days when it can have happened, and tells nothing of those days", () => {
    const flat = (height: number) => Array.from({ length: 9 }, () => height);
    const [before, after] = [addDays(START, 1), addDays(START, 4)];
    const areas = [...drawDay(flat(2), START, before), ...drawDay(flat(4), after, addDays(after, 1))];
    const { changes } = traceAreas(createArchive(areas, []), [{ id: "p", position: [1.5, 3] }]);
    expect(changes).toEqual([{ day: after, firstDay: before, settlement: "p", from: "north", to: "south" }]);
  });

  it("finds nothing on days whose areas are the same, however they are cut into records", () => {
    const front = Array.from({ length: 9 }, (_, column) => 2 + (column % 2));
    const areas = [0, 1, 2].flatMap((transition) =>
      drawDay(front, addDays(START, transition), addDays(START, transition + 1)),
    );
    const archive = createArchive(areas, []);
    expect(archive.phases).toEqual([{ from: START, to: addDays(START, 3) }]);
    expect(traceAreas(archive, [{ id: "p", position: [1.5, 3] }]).changes).toEqual([]);
  });

  it("gives what lies in the theatre and outside all areas to the side that holds the remainder", () => {
    const builder = createArchiveBuilder();
    const days = [0, 1].map((transition) => ({
      from: addDays(START, transition),
      to: addDays(START, transition + 1),
    }));
    days.forEach((span, transition) =>
      builder.addPhase(span, [
        {
          side: "east",
          geometry: { type: "Polygon", coordinates: [drawSquare(4 - transition, 0, 4 + transition)] },
        },
      ]),
    );
    const theatre = { type: "Polygon" as const, coordinates: [drawSquare(0, 0, 8)] };
    const archive = builder.build({ side: "west", theatre, hasOutline: true });
    const places = [
      { id: "west", position: [1, 1] as const },
      { id: "lost", position: [3.5, 1] as const },
      { id: "abroad", position: [9, 9] as const },
    ];
    const { initialSides, changes } = traceAreas(archive, places);
    expect([...initialSides.values()]).toEqual(["west", "west", undefined]);
    expect(changes).toEqual([
      { day: days[1]?.from, firstDay: days[1]?.from, settlement: "lost", from: "west", to: "east" },
    ]);
  });
});

function turnRings(area: ControlArea, shift: number): ControlArea {
  if (area.geometry.type !== "Polygon") return area;
  const coordinates = area.geometry.coordinates.map((ring) => turn(ring, shift, true));
  return { ...area, geometry: { type: "Polygon", coordinates } };
}

function turn(ring: readonly number[][], shift: number, isReversed: boolean): number[][] {
  const open = isReversed ? ring.slice(0, -1).reverse() : ring.slice(0, -1);
  const start = shift % open.length;
  const turned = [...open.slice(start), ...open.slice(0, start)];
  return [...turned, turned[0] ?? []];
}
