import { describe, expect, it } from "vitest";
import { createGeometryTally, mendCoordinates } from "../../../src/data/geojson/check-coordinates.ts";

function mend(type: string, coordinates: unknown) {
  const tally = createGeometryTally();
  const mended = mendCoordinates({ type, coordinates }, tally)["coordinates"];
  return { mended, counts: Object.fromEntries(Object.entries(tally).filter(([, count]) => count > 0)) };
}

const RING = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 0],
];

describe("mendCoordinates", () => {
  it("gives the same object where nothing is to be done", () => {
    const geometry = { type: "MultiPolygon", coordinates: [[RING, RING]] };
    expect(mendCoordinates(geometry, createGeometryTally())).toBe(geometry);
  });

  it("leaves heights away and reads numbers written as text", () => {
    expect(mend("Point", [1, 2, 300])).toEqual({ mended: [1, 2], counts: { thirdValues: 1 } });
    expect(mend("Point", ["1", " 2.5 "])).toEqual({ mended: [1, 2.5], counts: { textNumbers: 1 } });
    expect(
      mend("LineString", [
        [1, 2, 0],
        [3, 4],
      ]),
    ).toEqual({
      mended: [
        [1, 2],
        [3, 4],
      ],
      counts: { thirdValues: 1 },
    });
  });

  it("leaves away positions that repeat the one before, also if only their heights differ", () => {
    const { mended, counts } = mend("Polygon", [[[0, 0, 1], [0, 0, 2], ...RING.slice(1)]]);
    expect(mended).toEqual([RING]);
    expect(counts).toEqual({ thirdValues: 2, repeatedPositions: 1 });
  });

  it("closes rings, but neither lines nor what is too short for a ring", () => {
    expect(mend("Polygon", [RING.slice(0, -1)])).toEqual({ mended: [RING], counts: { closedRings: 1 } });
    expect(mend("LineString", RING.slice(0, -1)).counts).toEqual({});
    expect(mend("Polygon", [RING.slice(0, 2)])).toEqual({ mended: [RING.slice(0, 2)], counts: {} });
  });

  it("leaves out holes and parts without extent while others remain", () => {
    const flat = [
      [1, 1],
      [2, 2],
      [1, 1],
    ];
    expect(mend("Polygon", [RING, flat])).toEqual({ mended: [RING], counts: { flatRings: 1 } });
    expect(mend("MultiPolygon", [[flat], [RING, flat]])).toEqual({
      mended: [[RING]],
      counts: { flatRings: 2 },
    });
    expect(mend("MultiPolygon", [[flat]])).toEqual({ mended: [[flat]], counts: {} });
  });

  it.each([
    [null],
    [[[]]],
    [[[["a", "b"]]]],
    [
      [
        [
          [1, "x"],
          [2, 3],
          [4, 5],
        ],
      ],
    ],
    [[7]],
  ])("leaves %j for the validation to judge", (coordinates) => {
    expect(mend("Polygon", coordinates).mended).toEqual(coordinates);
  });
});
