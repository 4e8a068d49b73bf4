import { describe, expect, it } from "vitest";
import { parseDeclaration } from "../../src/data/declaration/parse-declaration.ts";
import type { Problem } from "../../src/data/problem.ts";
import { draftDeclaration } from "../../src/open/draft.ts";

function draftFiles(paths: readonly string[]): unknown {
  return JSON.parse(draftDeclaration(paths) ?? "{}").files;
}

describe("the draft of a dataset.json", () => {
  it("names the table of places and the file of areas", () => {
    expect(draftFiles(["areas.geojson", "places.csv"])).toEqual({
      settlements: "places.csv",
      control: "areas.geojson",
    });
  });

  it("knows a GeoJSON of settlements by its name", () => {
    expect(draftFiles(["control.geojson", "towns.geojson"])).toEqual({
      settlements: "towns.geojson",
      control: "control.geojson",
    });
  });

  it("names the folder of one GeoJSON per day", () => {
    expect(draftFiles(["daily/2024-01-01.geojson", "daily/2024-01-02.geojson", "places.csv"])).toEqual({
      settlements: "places.csv",
      control: "daily",
    });
  });

  it("belongs into the folder that was dropped", () => {
    expect(draftFiles(["war/areas.geojson", "war/places.csv"])).toEqual({
      settlements: "places.csv",
      control: "areas.geojson",
    });
  });

  it("is not made of files that draw nothing", () => {
    expect(draftDeclaration(["notes.txt", "places.csv"])).toBeUndefined();
  });

  it("is one that the program reads", () => {
    const problems: Problem[] = [];
    expect(parseDeclaration(draftDeclaration(["areas.geojson", "places.csv"]) ?? "", problems)).toBeDefined();
    expect(problems).toEqual([]);
  });
});
