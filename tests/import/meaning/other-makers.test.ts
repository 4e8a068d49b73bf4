import { describe, expect, it } from "vitest";
import { loadDataset } from "../../../src/data/load-dataset.ts";
import { makeDataset } from "../../../src/import/meaning/make-dataset.ts";
import { proposeMeaning } from "../../../src/import/meaning/propose.ts";
import { readFiles } from "../../fixtures/source-files.ts";

/** Files in the forms that makers have put on GitHub, each of which once failed; the content is made up. */
async function open(files: Readonly<Record<string, string>>, answers: Readonly<Record<string, string>> = {}) {
  const read = await readFiles(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)])),
  );
  const meaning = proposeMeaning(read.sheets, answers);
  const made = makeDataset(read.sheets, meaning);
  const { dataset, problems } = await loadDataset(made.folder);
  return { read, meaning, dataset, problems: [...read.problems, ...made.problems, ...problems] };
}

const ring = (west: number, east: number) =>
  `${west},50,0 ${east},50,0 ${east},51,0 ${west},51,0 ${west},50,0`;

function drawZones(border: number): string {
  const zone = (name: string, style: string, west: number, east: number) =>
    `<Placemark><name>${name}</name><styleUrl>#${style}</styleUrl><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring(west, east)}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`;
  return `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>Polygon</name>${zone("Union Polygon_0", "north", 30, border)}${zone("Polygon", "south", border, 34)}</Folder></Document></kml>`;
}

describe("files of other makers", () => {
  it("have days as 25_03_01 in their names, areas called by the program, and sides by their style", async () => {
    const { meaning, dataset } = await open({
      "zones/Control_23_09_03.kml": drawZones(31),
      "zones/Control_23_09_04.kml": drawZones(32),
      "zones/Control_24_11_01.kml": drawZones(33),
    });
    expect(meaning.sheets[0]?.days.pattern?.value).toBe("YY_MM_DD");
    expect(dataset?.sides.map(({ id }) => id).toSorted()).toEqual(["north", "south"]);
    expect([dataset?.firstDay, dataset?.lastDay]).toEqual(["2023-09-03", "2024-11-01"]);
    expect(dataset?.control.phases.map(({ from }) => from)).toEqual([
      "2023-09-03",
      "2023-09-04",
      "2024-11-01",
    ]);
  });

  it.each([
    ["31.12.2023", "01.01.2024", "DD.MM.YYYY"],
    ["12-31-2023", "01-01-2024", "MM-DD-YYYY"],
    ["31-12-23", "01-01-24", "DD-MM-YY"],
  ])("have days as %s in their names", async (one, other, pattern) => {
    const { meaning, dataset } = await open({
      [`zones/map ${one}.kml`]: drawZones(31),
      [`zones/map ${other}.kml`]: drawZones(32),
    });
    expect(meaning.sheets[0]?.days.pattern?.value).toBe(pattern);
    expect([dataset?.firstDay, dataset?.lastDay]).toEqual(["2023-12-31", "2024-01-01"]);
  });

  it("are called by a second, and tell in Ukrainian what an area is", async () => {
    const feature = (name: string, west: number) => ({
      type: "Feature",
      properties: { name },
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [west, 50],
            [west + 1, 50],
            [west + 1, 51],
            [west, 51],
            [west, 50],
          ],
        ],
      },
    });
    const features = [feature("Окуповано", 30), feature("Звільнено 25.03", 31), feature("Під питанням", 32)];
    const text = JSON.stringify({ type: "FeatureCollection", features });
    // 3 and 4 April 2022 in UTC.
    const files = { "maps/1648989208.geojson": text, "maps/1649098980.geojson": text };
    const answers = { "side.occupied": "red", "side.liberated": "blue", rest: "" };
    const { meaning, dataset } = await open(files, answers);
    expect(meaning.sheets[0]?.recipe).toBe("DeepState, first maps");
    expect(meaning.questions).toEqual([]);
    expect([dataset?.firstDay, dataset?.lastDay]).toEqual(["2022-04-03", "2022-04-04"]);
    const held = dataset?.control.listAreas(dataset.firstDay).map(({ side }) => side);
    expect(held?.toSorted()).toEqual(["blue", "red"]);
  });

  it("have slips of the pen among thousands of lines, which cost no other line", async () => {
    const lines = [
      [
        [30, 50],
        [31, 50],
      ],
      [
        [30, 51],
        [30, 51],
      ],
      [[32, 50]],
      [
        [30, 52],
        [31, 52],
      ],
    ];
    const text = JSON.stringify({
      type: "Feature",
      properties: { name: "Trenches" },
      geometry: { type: "MultiLineString", coordinates: lines },
    });
    const { read } = await open({ "trenches.geojson": text });
    const told = read.problems.map(({ severity, code, found }) => [severity, code, found]);
    expect(told).toContainEqual(["warning", "broken-shape", "2 lines of one position among 4 lines"]);
    expect(told.filter(([severity]) => severity === "error")).toEqual([]);
    expect(read.sheets[0]?.rows[0]?.shape).toEqual({
      type: "MultiLineString",
      coordinates: [lines[0], lines[3]],
    });
  });
});
