import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Located, traceHolders } from "../../src/core/areas.ts";
import { type AreaChange, findAreaChanges, findChangesBetween } from "../../src/core/changes.ts";
import type { ControlArea } from "../../src/core/dataset.ts";
import { addDays, type Day } from "../../src/core/day.ts";
import { anyStory, drawDay, START } from "./drawn-areas.ts";

/** The judge: Turf asked about every place in every area on every day. */
function findSidesNaively(areas: readonly ControlArea[], places: readonly Located[], day: Day) {
  return new Map(
    places.map(({ id, position }) => {
      const area = areas.find(
        ({ from, to, geometry }) =>
          from <= day && day < to && booleanPointInPolygon(position as [number, number], geometry),
      );
      return [id, area?.side];
    }),
  );
}

describe("traceHolders", () => {
  it("gives the same answer as Turf's test of every place on every day", () => {
    fc.assert(
      fc.property(anyStory, ({ areas, places, days }) => {
        const traced = traceHolders(areas, places, days);
        days.forEach((day, index) => {
          expect([...(traced[index] ?? [])]).toEqual([...findSidesNaively(areas, places, day)]);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("does not care which way round a ring is wound or where it starts", () => {
    fc.assert(
      fc.property(anyStory, fc.nat(20), ({ areas, places, days }, shift) => {
        const turned = areas.map((area, index) => (index % 2 === 0 ? turnRings(area, shift) : area));
        expect(findAreaChanges(turned, places, days)).toEqual(findAreaChanges(areas, places, days));
      }),
    );
  });

  it("sees an enclave come and go, and a hole as outside", () => {
    const hole = [
      [2, 2],
      [3, 2],
      [3, 3],
      [2, 3],
      [2, 2],
    ];
    const square = [
      [0, 0],
      [8, 0],
      [8, 8],
      [0, 8],
      [0, 0],
    ];
    const area = (from: number, coordinates: number[][][]): ControlArea => ({
      side: "south",
      from: addDays(START, from),
      to: addDays(START, from + 1),
      geometry: { type: "Polygon", coordinates },
    });
    const places = [{ id: "inside", position: [2.5, 2.5] as const }];
    const areas = [area(0, [square]), area(1, [square, hole]), area(2, [square])];
    const days = [0, 1, 2].map((step) => addDays(START, step));
    expect(findAreaChanges(areas, places, days)).toEqual([
      { day: days[1], settlement: "inside", from: "south", to: undefined },
      { day: days[2], settlement: "inside", from: undefined, to: "south" },
    ]);
  });

  it("holds every place exactly once each day", () => {
    fc.assert(
      fc.property(anyStory, ({ areas, places, days }) => {
        for (const holders of traceHolders(areas, places, days)) {
          expect([...holders.keys()].toSorted()).toEqual(places.map(({ id }) => id).toSorted());
        }
      }),
    );
  });
});

describe("findChangesBetween", () => {
  const anySpan = anyStory.chain((story) => {
    const index = fc.nat(story.days.length - 1);
    return fc.tuple(fc.constant(story), index, index, index);
  });

  it("finds none between a day and itself", () => {
    fc.assert(
      fc.property(anySpan, ([{ areas, places, days }, index]) => {
        const day = days[index] ?? START;
        expect(findChangesBetween(areas, places, day, day)).toEqual([]);
      }),
    );
  });

  it("mirrors every change when the days are swapped", () => {
    fc.assert(
      fc.property(anySpan, ([{ areas, places, days }, a, b]) => {
        const [first, second] = [days[a] ?? START, days[b] ?? START];
        const back = findChangesBetween(areas, places, second, first);
        const mirrored = back.map((change) => ({ ...change, day: second, from: change.to, to: change.from }));
        expect(findChangesBetween(areas, places, first, second)).toEqual(mirrored);
      }),
    );
  });

  it("composes over adjacent spans", () => {
    fc.assert(
      fc.property(anySpan, ([{ areas, places, days }, ...indices]) => {
        const [a = START, b = START, c = START] = indices
          .toSorted((x, y) => x - y)
          .map((index) => days[index]);
        const parts = [
          ...findChangesBetween(areas, places, a, b),
          ...findChangesBetween(areas, places, b, c),
        ];
        expect(asPairs(findChangesBetween(areas, places, a, c))).toEqual(compose(parts));
      }),
    );
  });
});

describe("findAreaChanges", () => {
  it("counts the eve of the first day if areas are in force on it, else says nothing of the first day", () => {
    const places = [{ id: "p", position: [1.5, 3] as const }];
    const low = Array.from({ length: 9 }, () => 2);
    const high = Array.from({ length: 9 }, () => 4);
    const today = drawDay(high, START, addDays(START, 1));
    const eve = drawDay(low, addDays(START, -1), START);
    expect(findAreaChanges([...eve, ...today], places, [START])).toEqual([
      { day: START, settlement: "p", from: "north", to: "south" },
    ]);
    expect(findAreaChanges(today, places, [START])).toEqual([]);
  });

  it("finds nothing on days whose areas are the same, however they are cut into records", () => {
    const front = Array.from({ length: 9 }, (_, column) => 2 + (column % 2));
    const places = [{ id: "p", position: [1.5, 3] as const }];
    const areas = [0, 1, 2].flatMap((step) => drawDay(front, addDays(START, step), addDays(START, step + 1)));
    expect(
      findAreaChanges(
        areas,
        places,
        [0, 1, 2].map((step) => addDays(START, step)),
      ),
    ).toEqual([]);
  });
});

function turnRings(area: ControlArea, shift: number): ControlArea {
  if (area.geometry.type !== "Polygon") return area;
  const coordinates = area.geometry.coordinates.map((ring) => {
    const open = ring.slice(0, -1).reverse();
    const start = shift % open.length;
    const turned = [...open.slice(start), ...open.slice(0, start)];
    return [...turned, turned[0] ?? []];
  });
  return { ...area, geometry: { type: "Polygon", coordinates } };
}

function asPairs(changes: readonly AreaChange[]): string[] {
  return changes.map(({ settlement, from, to }) => `${settlement}: ${from} > ${to}`).toSorted();
}

function compose(changes: readonly AreaChange[]): string[] {
  const net = new Map<string, { from: string | undefined; to: string | undefined }>();
  for (const { settlement, from, to } of changes) {
    net.set(settlement, { from: net.has(settlement) ? net.get(settlement)?.from : from, to });
  }
  const lasting = [...net].filter(([, { from, to }]) => from !== to);
  return lasting.map(([settlement, { from, to }]) => `${settlement}: ${from} > ${to}`).toSorted();
}
