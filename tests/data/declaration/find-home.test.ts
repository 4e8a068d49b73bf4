import { readFile } from "node:fs/promises";
import type { Position } from "geojson";
import { beforeAll, describe, expect, it } from "vitest";
import { traceAreas } from "../../../src/core/history/area-trace.ts";
import type { OpeningOptions } from "../../../src/data/folder.ts";
import { loadDataset } from "../../../src/data/load-dataset.ts";
import { folderFromTexts } from "../../fixtures/folder-of.ts";

/** An island country, so that all borders are coast: the areas reach beyond it on three sides. */
const WEST_OF_CYPRUS: Position[] = [
  [32, 34.4],
  [32.9, 34.4],
  [32.9, 35.5],
  [32, 35.5],
  [32, 34.4],
];
/** Inland, the only edge beyond which somebody can hold ground. */
const FRONT_LNG = 32.9;
const PLACES = "id,name,lng,lat\np,Paphos,32.42,34.78\nl,Larnaca,33.62,34.92\nn,Athienou,33.54,35.06\n";

let world: string;
beforeAll(async () => {
  const path = new URL("../../../node_modules/world-atlas/countries-10m.json", import.meta.url);
  world = await readFile(path, "utf8");
});

async function load(
  members: Record<string, unknown>,
  options: OpeningOptions = { readWorld: async () => world },
) {
  const declaration = {
    format: "frontline-atlas/1",
    title: "Island",
    sides: [{ id: "west" }, { id: "east" }],
    default_side: "east",
    files: { settlements: "places.csv", control: "areas.geojson" },
    ...members,
  };
  const drawn = {
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: { side: "west", from: "2024-01-01", to: "2024-01-03" },
        geometry: { type: "Polygon", coordinates: [WEST_OF_CYPRUS] },
      },
    ],
  };
  const files = {
    "dataset.json": JSON.stringify(declaration),
    "places.csv": PLACES,
    "areas.geojson": JSON.stringify(drawn),
  };
  const { dataset, problems, notes } = await loadDataset(folderFromTexts(files), options);
  if (!dataset) throw new Error("nothing to show");
  const lines = dataset.control
    .listLines(dataset.firstDay)
    .map(({ geometry }) => geometry.coordinates.flat(2));
  return { dataset, lines, codes: [...problems, ...notes].map(({ code }) => code), notes };
}

/** Corners of the lines, as numbers in a row. */
const listLngs = (lines: readonly unknown[]) =>
  lines.flat(3).filter((_, index) => index % 2 === 0) as number[];

describe("a theatre that nobody draws", () => {
  it("is the country of the places that no area covers, and its coast no front line", async () => {
    const { lines, notes } = await load({});
    expect(new Set(listLngs(lines))).toEqual(new Set([FRONT_LNG]));
    expect(notes.find(({ code }) => code === "theatre-found")?.found).toContain("Cyprus");
  });

  it.each([["Cyprus"], ["cy"]])("can be named: %s", async (name) => {
    const { lines, codes } = await load({ theatre: [name] });
    expect(new Set(listLngs(lines))).toEqual(new Set([FRONT_LNG]));
    expect(codes).not.toContain("theatre-found");
  });

  it("is none if that is asked for, or if the world is not to be had: every edge is a front line", async () => {
    const asked = await load({ theatre: "none" });
    const without = await load({}, {});
    expect(asked.lines).toEqual(without.lines);
    expect(new Set(listLngs(asked.lines))).toEqual(new Set([32, FRONT_LNG]));
  });

  it("tells of a country that there is not", async () => {
    expect((await load({ theatre: ["Atlantis"] })).codes).toContain("unknown-value");
  });

  it("changes nothing of who holds what", async () => {
    const [found, none] = [(await load({})).dataset, (await load({ theatre: "none" })).dataset];
    expect(traceAreas(found.control, found.settlements)).toEqual(traceAreas(none.control, none.settlements));
    for (const position of [
      [33.6, 34.9],
      [33.0, 34.3],
      [32.5, 34.9],
    ] as const)
      expect(found.control.findSide(position, found.firstDay)).toBe(
        none.control.findSide(position, none.firstDay),
      );
  });

  it("is not looked for where lines need none", async () => {
    let asked = 0;
    const readWorld = async () => {
      asked += 1;
      return world;
    };
    await load({ default_side: undefined }, { readWorld });
    await load({ theatre: "none" }, { readWorld });
    expect(asked).toBe(0);
  });
});
