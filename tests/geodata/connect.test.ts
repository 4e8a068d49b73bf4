import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connectGround } from "../../geodata/build/connect.ts";
import { countPieces, drawGrid, readHolders, writeHolders } from "./drawn-ground.ts";

const COLUMNS = 7;

/** Connects a drawing: capitals are places of the record, small letters unnamed villages of the same side. */
function connect(...rows: readonly string[]) {
  const { mesh } = drawGrid(COLUMNS, rows.length);
  const drawn = readHolders(...rows);
  const holders = drawn.map((letter) => letter.toLowerCase());
  const isFixed = drawn.map((letter) => letter !== letter.toLowerCase());
  const connected = connectGround(mesh, holders, isFixed);
  return { mesh, connected, picture: writeHolders(connected, COLUMNS) };
}

describe("connecting ground", () => {
  it("leaves ground that hangs together as it is", () => {
    const rows = ["ooooooo", "ooooooo", "oogOgoo", "ggggggg", "gGggggg"];
    expect(connect(...rows).picture).toEqual(rows.map((row) => row.toLowerCase()));
  });

  it("gives a pocket of unnamed villages to the side around it", () => {
    expect(connect("ooooooo", "ooggooo", "ooooooo", "ooooooo", "ggggggg").picture).toEqual([
      "ooooooo",
      "ooooooo",
      "ooooooo",
      "ooooooo",
      "ggggggg",
    ]);
  });

  it("joins a lone place of the record to its side by the fewest villages that will do", () => {
    const { mesh, connected } = connect("ooooooo", "oooGooo", "ooooooo", "ooooooo", "ggggggg");
    expect(countPieces(mesh, connected, "g")).toBe(1);
    expect(countPieces(mesh, connected, "o")).toBe(1);
    // Two rows lie between.
    expect(connected.filter((side) => side === "g")).toHaveLength(COLUMNS + 1 + 2);
  });

  it("goes round places of the record that the other side holds", () => {
    const { mesh, connected } = connect("ooooooo", "oooGooo", "oOOOOOo", "ooooooo", "ggggggg");
    expect(countPieces(mesh, connected, "g")).toBe(1);
    expect(connected.slice(2 * COLUMNS + 1, 2 * COLUMNS + 6)).toEqual(["o", "o", "o", "o", "o"]);
  });

  it("leaves a place of the record an enclave if its side is out of reach, or behind places of the record", () => {
    const far = ["ooooooo", "oooGooo", ...Array.from({ length: 8 }, () => "ooooooo"), "ggggggg"];
    expect(connect(...far).picture).toEqual(far.map((row) => row.toLowerCase()));
    const walled = ["ooooooo", "ooOOOoo", "ooOGOoo", "ooOOOoo", "ggggggg"];
    expect(connect(...walled).picture).toEqual(walled.map((row) => row.toLowerCase()));
  });

  it("joins what a joining cuts off", () => {
    // The way to the western place runs between the other side's place and the body of its own side.
    const { mesh, connected } = connect("ooooooo", "gOgGooo", "ggggggg", "ggggggg", "ggggggg");
    expect(countPieces(mesh, connected, "g")).toBe(1);
    expect(countPieces(mesh, connected, "o")).toBe(1);
  });

  it("never takes a place of the record from its side, nor changes what it was given", () => {
    const { mesh } = drawGrid(COLUMNS, COLUMNS);
    const site = fc.record({ side: fc.constantFrom("g", "o", "j"), isFixed: fc.boolean() });
    fc.assert(
      fc.property(fc.array(site, { minLength: 49, maxLength: 49 }), (sites) => {
        const holders = sites.map(({ side }) => side);
        const given = [...holders];
        const isFixed = sites.map((drawn) => drawn.isFixed);
        const connected = connectGround(mesh, holders, isFixed);
        expect(holders).toEqual(given);
        expect(connected.filter((side, index) => isFixed[index] && side !== given[index])).toEqual([]);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it("leaves no piece without a place of the record but the largest of each side, whatever the villages", () => {
    const { mesh } = drawGrid(COLUMNS, COLUMNS);
    fc.assert(
      fc.property(fc.array(fc.constantFrom("g", "o"), { minLength: 49, maxLength: 49 }), (holders) => {
        const nobody = holders.map(() => false);
        const connected = connectGround(mesh, holders, nobody);
        const sides = [...new Set(connected)];
        expect(sides.map((side) => countPieces(mesh, connected, side))).toEqual(sides.map(() => 1));
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
