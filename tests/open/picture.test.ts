import { describe, expect, it } from "vitest";
import { matchPicture } from "../../src/open/picture.ts";
import { openFiles } from "../../src/open/open-files.ts";
import { stampProvenance } from "../../src/export/provenance/provenance.ts";
import { PNG, PROVENANCE } from "../export/pictures.ts";

describe("the data set of a picture", () => {
  const [one, two] = ["1".repeat(64), "2".repeat(64)];
  const dataset = { title: { en: "A war", ar: "حرب" } };
  it.each([
    ["the same content", "A war", one, one, "same"],
    ["the same content under a new title", "Another", one, one, "same"],
    ["other content under the same title", "A war", one, two, "changed"],
    ["other content under its title in another language", "حرب", one, two, "changed"],
    ["the same title, where the picture has no hash", "A war", undefined, two, "unsure"],
    ["the same title, where the page has no hash", "A war", one, "", "unsure"],
    ["another title and no hash", "Another", undefined, one, "other"],
    ["another title and another hash", "Another", one, two, "other"],
  ] as const)("with %s is %5$s", (_, datasetTitle, datasetHash, hash, match) => {
    const provenance = { datasetTitle, ...(datasetHash !== undefined && { datasetHash }) };
    expect(matchPicture(provenance, dataset, hash)).toBe(match);
  });
});

describe("a picture that is opened", () => {
  it("gives its provenance, by itself only", async () => {
    const file = new File([stampProvenance(PNG, "image/png", PROVENANCE)], "map.png");
    const named = { path: "My pictures/map.PNG", file };
    expect(await openFiles([named])).toEqual({ kind: "picture", provenance: PROVENANCE });
    expect((await openFiles([named, named])).kind).toBe("undeclared");
  });
});
