import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createArchiveBuilder } from "../../../src/core/archive/builder.ts";
import { createArchive } from "./dated-archive.ts";
import type { ControlArea, FrontLine } from "../../../src/core/records.ts";
import { addDays, type Day } from "../../../src/core/day.ts";
import { type AreaGeometry, listRings } from "../../../src/core/geometry.ts";
import { listGaps } from "../../../src/core/archive/gaps.ts";
import { anyStory, drawDay, drawSquare, START } from "../drawn-areas.ts";
import { namePolygons, nameRing } from "../name-shapes.ts";

const nth = (step: number): Day => addDays(START, step);

describe("an archive", () => {
  it("gives back the areas of every day", () => {
    fc.assert(
      fc.property(anyStory, ({ areas, days }) => {
        const archive = createArchive(areas, []);
        for (const day of days) {
          const given = areas.filter(({ from, to }) => from <= day && day < to);
          const found = archive.listAreas(day);
          expect(found.map(({ side }) => side)).toEqual(given.map(({ side }) => side));
          given.forEach(({ geometry }, index) => {
            expect(namePolygons(found[index]?.geometry ?? geometry)).toEqual(namePolygons(geometry));
          });
        }
      }),
    );
  });

  it("gives back holes, islands within holes, and rings that touch at a corner", () => {
    const touching = drawSquare(8, 8, 2);
    const given: AreaGeometry = {
      type: "MultiPolygon",
      coordinates: [
        [drawSquare(0, 0, 8), drawSquare(1, 1, 3), drawSquare(4, 4, 2)],
        [drawSquare(2, 2, 1)],
        [touching],
      ],
    };
    const archive = createArchive([{ side: "one", from: START, to: nth(1), geometry: given }], []);
    const [found] = archive.listAreas(START);
    expect(found && namePolygons(found.geometry)).toEqual(namePolygons(given));
  });

  it("winds ground counter-clockwise and holes clockwise, however they were drawn", () => {
    const rings = [drawSquare(0, 0, 4).toReversed(), drawSquare(1, 1, 1)];
    const geometry: AreaGeometry = { type: "Polygon", coordinates: rings };
    const [found] = createArchive([{ side: "one", from: START, to: nth(1), geometry }], []).listAreas(START);
    const turns = found ? listRings(found.geometry).map((ring) => Math.sign(sumTurn(ring))) : [];
    expect(turns).toEqual([1, -1]);
  });

  it("stores what does not move once", () => {
    const flat = Array.from({ length: 9 }, () => 4);
    const days = Array.from({ length: 50 }, (_, step) => {
      const front = flat.map((height, column) => (column === 3 ? height + (step % 2) / 4 : height));
      return drawDay(front, nth(step), nth(step + 1));
    });
    const { tables } = createArchive(days.flat(), []);
    // 13 vertices of the first day and one that comes on the second; each later day brings links but no vertex.
    expect(tables.vertices.lngs.length).toBe(14);
  });

  it("keeps days apart between which days are missing, also where nothing changed", () => {
    const front = Array.from({ length: 9 }, () => 4);
    const archive = createArchive([...drawDay(front, START, nth(1)), ...drawDay(front, nth(3), nth(4))], []);
    expect(archive.phases).toEqual([
      { from: START, to: nth(1) },
      { from: nth(3), to: nth(4) },
    ]);
    expect([0, 1, 2, 3, 4].map((step) => archive.findPhase(nth(step)))).toEqual([0, -1, -1, 1, -1]);
    expect(archive.listAreas(nth(2))).toEqual([]);
    expect(archive.findSide([1, 1], nth(2))).toBeUndefined();
    expect(archive.findSide([1, 1], nth(3))).toBe("south");
    expect(listGaps(archive.phases, addDays(START, -1), nth(5))).toEqual([
      { from: addDays(START, -1), to: START },
      { from: nth(1), to: nth(3) },
      { from: nth(4), to: nth(6) },
    ]);
  });

  it("shares an area between days on which its side's ground is the same", () => {
    const square = (side: string, x: number, from: number, to: number): ControlArea => ({
      side,
      from: nth(from),
      to: nth(to),
      geometry: { type: "Polygon", coordinates: [drawSquare(x, 0, 1)] },
    });
    const archive = createArchive(
      [square("still", 0, 0, 2), square("moving", 2, 0, 1), square("moving", 3, 1, 2)],
      [],
    );
    const [first, second] = [archive.listAreas(START), archive.listAreas(nth(1))];
    expect(first[0]).toBe(second[0]);
    expect(first[1]).not.toEqual(second[1]);
    expect(first[0]).toMatchObject({ from: START, to: nth(2) });
  });

  it("refuses days that do not come after those before", () => {
    const builder = createArchiveBuilder();
    builder.addPhase({ from: nth(1), to: nth(2) }, []);
    expect(() => builder.addPhase({ from: START, to: nth(1) }, [])).toThrow(RangeError);
    expect(() => builder.addPhase({ from: nth(2), to: nth(2) }, [])).toThrow(RangeError);
  });

  it("leaves out rings that are none", () => {
    const geometry: AreaGeometry = {
      type: "MultiPolygon",
      coordinates: [
        [
          [
            [1, 1],
            [2, 2],
            [1, 1],
          ],
        ],
        [],
        [[]],
        [drawSquare(0, 0, 1)],
      ],
    };
    const [found] = createArchive([{ side: "one", from: START, to: nth(1), geometry }], []).listAreas(START);
    expect(found && namePolygons(found.geometry)).toEqual([nameRing(drawSquare(0, 0, 1))]);
  });
});

describe("the lines of an archive", () => {
  const line = (coordinates: number[][], from: number, to: number): FrontLine => ({
    basis: "documented",
    between: ["south", "north"],
    from: nth(from),
    to: nth(to),
    geometry: { type: "LineString", coordinates },
  });

  it("are those drawn, each as it runs", () => {
    const drawn = [
      [
        [0, 0],
        [1, 1],
        [2, 0],
      ],
      [
        [2, 0],
        [3, 3],
        [2, 0],
      ],
    ];
    const [found] = createArchive(
      [],
      drawn.map((course) => line(course, 0, 1)),
    ).listLines(START);
    expect(found?.geometry).toEqual({ type: "MultiLineString", coordinates: drawn });
  });

  it("are the borders that two sides share where none are drawn", () => {
    const front = Array.from({ length: 9 }, (_, column) => 3 + (column % 3) / 4);
    const [found, ...others] = createArchive(drawDay(front, START, nth(1)), []).listLines(START);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ basis: "drawn", between: ["north", "south"], from: START, to: nth(1) });
    const course = found?.geometry.coordinates;
    const expected = front.map((height, column) => [column, height]);
    expect([expected, expected.toReversed()]).toContainEqual(course);
  });

  it("are all edges of an area where everything else is the other side's", () => {
    const builder = createArchiveBuilder();
    const geometry: AreaGeometry = { type: "Polygon", coordinates: [drawSquare(2, 2, 2)] };
    builder.addPhase({ from: START, to: nth(1) }, [{ side: "east", geometry }]);
    const theatre: AreaGeometry = { type: "Polygon", coordinates: [drawSquare(0, 0, 8)] };
    const [found] = builder.build({ side: "west", theatre, hasOutline: true }).listLines(START);
    expect(found?.between).toEqual(["east", "west"]);
    expect(nameRing((found?.geometry.coordinates ?? []) as number[][])).toBe(nameRing(drawSquare(2, 2, 2)));
  });

  it("leave out what runs along the outline of the theatre, where that was drawn by another hand", () => {
    const builder = createArchiveBuilder();
    // Half a kilometre off the outline, which is as near as two drawings of one border come.
    const off = 0.005;
    const ring = [
      [4, 0 + off],
      [8 - off, 0 + off],
      [8 - off, 8 - off],
      [4, 8 - off],
      [4, 0 + off],
    ];
    builder.addPhase({ from: START, to: nth(1) }, [
      { side: "east", geometry: { type: "Polygon", coordinates: [ring] } },
    ]);
    const theatre: AreaGeometry = { type: "Polygon", coordinates: [drawSquare(0, 0, 8)] };
    const linesIn = (hasOutline: boolean) =>
      builder.build({ side: "west", theatre, hasOutline }).listLines(START)[0]?.geometry.coordinates;
    expect(linesIn(true)).toEqual([
      [4, 8 - off],
      [4, 0 + off],
    ]);
    expect(linesIn(false)).toHaveLength(5);
  });
});

function sumTurn(ring: readonly (readonly number[])[]): number {
  return ring.reduce((sum, [bx = 0, by = 0], index) => {
    const [ax = 0, ay = 0] = ring[index - 1] ?? [bx, by];
    return sum + ax * by - bx * ay;
  }, 0);
}
