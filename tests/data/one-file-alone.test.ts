import { describe, expect, it } from "vitest";
import { buildAtlas } from "../../src/core/atlas.ts";
import { readCompiled, writeCompiled } from "../../src/data/compiled/compiled.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { folderFromTexts } from "../fixtures/folder-of.ts";

const HEAD = { format: "frontline-atlas/1", title: "One file", sides: [{ id: "red" }, { id: "blue" }] };
const PLACES = "id,name,lng,lat\nalba,Alba,36,35\nbera,Bera,36.1,35\n";
const AREAS = JSON.stringify({
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      properties: { side: "red", from: "2020-01-01", to: "2020-01-03" },
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [36, 35],
            [37, 35],
            [37, 36],
            [36, 35],
          ],
        ],
      },
    },
  ],
});

function open(members: object, files: Readonly<Record<string, string>>) {
  return loadDataset(folderFromTexts({ "dataset.json": JSON.stringify({ ...HEAD, ...members }), ...files }));
}

describe("a data set without areas", () => {
  it("has the days of its claims, and changes by them", async () => {
    const claims =
      "place,side,action,day,source\nAlba,red,held,2020-02-01,x\nAlba,blue,captured,2020-02-04,x\n";
    const { dataset, problems } = await open(
      { files: { settlements: "places.csv", claims: "claims.csv" } },
      { "places.csv": PLACES, "claims.csv": claims },
    );
    expect(problems).toEqual([]);
    expect(dataset).toMatchObject({ firstDay: "2020-02-01", lastDay: "2020-02-04" });
    expect(dataset?.control.phases).toEqual([]);
    const atlas = dataset && buildAtlas(dataset);
    expect(atlas?.changes).toMatchObject([
      { settlement: "alba", from: "red", to: "blue", day: "2020-02-04" },
    ]);
  });

  it("needs no side where it tells of events alone, and survives being compiled", async () => {
    const loaded = await open(
      { sides: [], files: { events: "events.csv" } },
      { "events.csv": "day,title\n2020-02-01,Talks\n" },
    );
    expect(loaded.problems).toEqual([]);
    const { dataset } = loaded;
    const bytes = dataset && (await writeCompiled({ ...loaded, dataset }));
    const compiled = bytes && (await readCompiled(bytes));
    expect(compiled?.dataset).toMatchObject({
      sides: [],
      events: [{ title: "Talks" }],
      firstDay: "2020-02-01",
    });
  });

  it("needs a side where ground is told of", async () => {
    const { dataset, problems } = await open(
      { sides: [], files: { control: "a.geojson" } },
      { "a.geojson": AREAS },
    );
    expect(dataset).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(["no-sides"]);
  });
});

it("a data set without settlements opens with its areas", async () => {
  const { dataset, problems } = await open({ files: { control: "a.geojson" } }, { "a.geojson": AREAS });
  expect(problems).toEqual([]);
  expect(dataset?.settlements).toEqual([]);
  expect(dataset).toMatchObject({ firstDay: "2020-01-01", lastDay: "2020-01-02" });
  expect(dataset && buildAtlas(dataset).changes).toEqual([]);
});
