import { describe, expect, it } from "vitest";
import { folderFromTexts } from "../../fixtures/folder-of.ts";
import { loadDataset } from "../../../src/data/load-dataset.ts";

const AREA = {
  type: "Polygon",
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
  ],
};

function load(declared: object) {
  const files = { settlements: "places.csv", control: "areas.geojson" };
  const sides = [{ id: "north" }, { id: "south" }];
  const properties = { side: "north", from: "2020-01-01", to: "2020-01-03" };
  return loadDataset(
    folderFromTexts({
      "dataset.json": JSON.stringify({
        format: "frontline-atlas/1",
        title: "One",
        sides,
        files,
        ...declared,
      }),
      "places.csv": "id,name,lng,lat\nnear,Near,0.5,0.5\nfar,Far,9,9\n",
      "areas.geojson": JSON.stringify({
        type: "FeatureCollection",
        features: [{ type: "Feature", properties, geometry: AREA }],
      }),
    }),
  );
}

describe("a data set that draws one side only", () => {
  it("expects places anywhere, since the areas tell where one side is and not where the theatre ends", async () => {
    const { problems, dataset } = await load({ default_side: "south" });
    expect(problems).toEqual([]);
    const { control } = dataset ?? {};
    const [day] = control?.phases.map(({ from }) => from) ?? [];
    expect(day && [control?.findSide([0.5, 0.5], day), control?.findSide([9, 9], day)]).toEqual([
      "north",
      "south",
    ]);
  });

  it("is warned of places far from all areas where no default side is declared", async () => {
    const { problems } = await load({});
    expect(problems.map(({ record }) => record)).toEqual(["row 3 (far)"]);
  });
});
