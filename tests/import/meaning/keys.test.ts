import { describe, expect, it } from "vitest";
import { groupSheets } from "../../../src/import/meaning/keys.ts";
import { COLUMN_WORDS, SHEET_KINDS } from "../../../src/import/meaning/meaning.ts";
import { readFiles } from "../../fixtures/source-files.ts";

async function listGroups(files: Readonly<Record<string, string>>) {
  const { sheets } = await readFiles(files);
  return groupSheets(sheets).map(({ key, sheets: group }) => [key, group.map(({ file }) => file)]);
}

const AREA = '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}';
const POINT = '{"type":"Point","coordinates":[0,0]}';

function collection(...features: readonly [geometry: string, properties: string][]) {
  const texts = features.map(
    ([geometry, properties]) => `{"type":"Feature","geometry":${geometry},"properties":${properties}}`,
  );
  return `{"type":"FeatureCollection","features":[${texts.join(",")}]}`;
}

describe("sheets of one form", () => {
  it("are those of daily files, found again whatever their days are", async () => {
    const day = collection([AREA, '{"status":"a"}']);
    expect(
      await listGroups({
        "maps/a_20240708.geojson": day,
        "maps/a_20240709.geojson": day,
        "b.csv": "x,y\n1,a\n",
      }),
    ).toEqual([
      ["b.csv", ["b.csv"]],
      ["maps/a_*.geojson", ["maps/a_20240708.geojson", "maps/a_20240709.geojson"]],
    ]);
  });

  it("are told apart where they have no column in common", async () => {
    expect(await listGroups({ "table1.csv": "a,b\nx,y\n", "table2.csv": "c,d\nx,y\n" })).toEqual([
      ["table1.csv", ["table1.csv"]],
      ["table2.csv", ["table2.csv"]],
    ]);
  });

  it("are the areas and the points of a map with both", async () => {
    const both = collection([AREA, '{"name":"a"}'], [POINT, '{"name":"b"}']);
    expect(await listGroups({ "map.geojson": both })).toEqual([
      ["map.geojson", ["map.geojson"]],
      ["map.geojson#points", ["map.geojson"]],
    ]);
  });
});

it("has words for the columns of every kind of sheet", () => {
  expect(Object.keys(COLUMN_WORDS)).toEqual([...SHEET_KINDS]);
});
