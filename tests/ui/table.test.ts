import { describe, expect, it } from "vitest";
import { findRows, listRows } from "../../src/ui/chrome/table-rows.ts";
import { dataset } from "../map/small-story.ts";

const [west] = dataset.settlements;
if (!west) throw new Error("The small story has no settlement");
const towns = ["Zar", "Éclair", "al-Bab", "Ab", "Ékron"].map((name, index) => ({
  ...west,
  id: `t${index}`,
  name,
  names: index === 0 ? { en: name, ar: "زار" } : { en: name },
}));
const namesOf = (query: string) =>
  findRows(listRows(towns, "en"), query).map(({ settlement }) => settlement.name);

describe("the rows of the table", () => {
  it("stand in the order of the language", () => {
    expect(namesOf("")).toEqual(towns.map(({ name }) => name).sort((a, b) => a.localeCompare(b, "en")));
    expect(
      listRows(towns, "ar").map(({ settlement: { names } }) => ("ar" in names ? names.ar : names.en)),
    ).toEqual(
      ["زار", "Ab", "al-Bab", "Éclair", "Ékron", "Zar"]
        .filter((name) => name !== "Zar")
        .toSorted((a, b) => a.localeCompare(b, "ar")),
    );
  });

  it("are found by a part of any of their names, with or without accents", () => {
    expect(namesOf("ecl")).toEqual(["Éclair"]);
    expect(namesOf("زا")).toEqual(["Zar"]);
    expect(namesOf("nowhere")).toEqual([]);
    expect(namesOf("  ")).toHaveLength(towns.length);
  });
});
