import { describe, expect, it } from "vitest";
import { drawSnarl } from "../../fixtures/small-war.ts";
import { alterMini, loadMini } from "../../fixtures/mini.ts";

describe("regions", () => {
  it("refuses a region that is a line", async () => {
    const line = '"geometry":{"type":"LineString","coordinates":[[10,50],[12,50]]}}\n]}';
    const text =
      '"geometry":{"type":"Polygon","coordinates":[[[10,50],[12,50],[12,54],[10,54],[10,50]]]}}\n]}';
    const { dataset, problems } = await loadMini(alterMini("regions.geojson", text, line));
    expect(problems).toMatchObject([
      { file: "regions.geojson", found: 'geometry "LineString"', expected: "Polygon or MultiPolygon" },
    ]);
    expect(dataset?.regions).toEqual([]);
  });

  it("refuses a region without a name", async () => {
    const { problems } = await loadMini(alterMini("regions.geojson", '"name":"Western half",', ""));
    expect(problems).toMatchObject([{ record: "feature 1 (western-half)", found: "no name" }]);
  });

  it("reports a chief region that no feature has", async () => {
    const { problems } = await loadMini(
      alterMini("dataset.json", '"chief_region": "western-half"', '"chief_region": "eastern-half"'),
    );
    expect(problems).toMatchObject([
      {
        severity: "error",
        file: "dataset.json",
        record: "",
        found: 'chief_region "eastern-half"',
        expected: "one of the regions western-half",
        remedy: "correct it or add the region",
      },
    ]);
  });

  it("is kept as drawn, and that is told at once, where it crosses itself beyond measure", async () => {
    const ring = JSON.stringify(drawSnarl(2000));
    const { dataset, problems } = await loadMini(
      alterMini("regions.geojson", "[[10,50],[12,50],[12,54],[10,54],[10,50]]", ring),
    );
    const ofRegion = problems.filter(({ code }) => code !== "outside-bounds");
    expect(ofRegion).toMatchObject([{ code: "ring-crosses-itself" }, { code: "outline-too-tangled" }]);
    expect(dataset?.regions[0]?.geometry.coordinates[0]).toHaveLength(2001);
  });

  it("leaves the chief region unchecked where the regions could not be read", async () => {
    const { dataset, problems } = await loadMini({ "regions.geojson": "{" });
    expect(problems.map(({ file }) => file)).toEqual(["regions.geojson"]);
    expect(dataset?.chiefRegion).toBe("western-half");
  });
});
