import { describe, expect, it } from "vitest";
import { buildAtlas } from "../../src/core/atlas.ts";
import { checkAgreement } from "../../src/data/check-agreement.ts";
import { alterMini, loadMini } from "../fixtures/mini.ts";

async function findDisagreements(replaced: Parameters<typeof loadMini>[0]) {
  const loaded = await loadMini(replaced);
  if (!loaded.dataset) throw new Error("the mini data set should be readable");
  return checkAgreement(buildAtlas(loaded.dataset), loaded);
}

describe("checkAgreement", () => {
  it("finds nothing where claims and areas tell the same", async () => {
    expect(await findDisagreements({})).toEqual([]);
  });

  it("names place, day and both sides where they do not", async () => {
    const replaced = alterMini("claims.csv", "2020-01-01,2020-01-02,window", "2020-01-03,2020-01-03,stated");
    expect(await findDisagreements(replaced)).toMatchObject([
      {
        severity: "error",
        file: "front-lines.geojson",
        record: "middle on 2020-01-02",
        found: "the place in the area of red",
        expected: "it with blue, as its claims have it",
        remedy: "redraw the areas of that day or correct the claims",
      },
    ]);
  });

  it("does not compare with areas of which some could not be read, and says so", async () => {
    const replaced = alterMini(
      "front-lines.geojson",
      '"side":"red","from":"2020-01-02"',
      '"side":"","from":"2020-01-02"',
    );
    expect(await findDisagreements(replaced)).toMatchObject([
      { severity: "warning", file: "front-lines.geojson", found: "areas that could not all be read" },
    ]);
  });
});
