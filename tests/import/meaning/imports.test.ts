import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IMPORTS } from "../../../src/data/schema/imports.ts";
import { is } from "valibot";
import { openFolder, openImported, openSaved } from "../../fixtures/imported.ts";

/** What a data set tells, control by its tables. */
function tell({ dataset }: Awaited<ReturnType<typeof openFolder>>) {
  return { ...dataset, control: dataset?.control.tables };
}

const CLAIMS =
  "place,lat,lon,side,date,source\nAlba,35.1,36.1,Red,02/06/2020,x\nAlba,35.1,36.1,Blue,02/13/2020,x\n";
const AREAS = JSON.stringify({
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      properties: { status: "Occupied" },
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

describe("a saved meaning", () => {
  it("opens to the same data set as before it was saved", async () => {
    const files = { "claims.csv": CLAIMS, "d/a_20200206.geojson": AREAS, "d/a_20200207.geojson": AREAS };
    const answers = { "side.Occupied": "red", title: "The siege", rest: "blue" };
    const [now, saved] = [await openImported(files, answers), await openSaved(files, answers)];
    expect(saved.problems).toEqual(now.problems);
    expect(tell(saved)).toEqual(tell(now));
    expect(saved.dataset?.title).toEqual({ en: "The siege" });
    expect(is(IMPORTS, JSON.parse(saved.text).imports)).toBe(true);
  });

  it("needs no click for next week's files", async () => {
    const { text } = await openSaved({ "d/a_20200206.geojson": AREAS }, { "side.Occupied": "red" });
    const files = { "d/a_20200206.geojson": AREAS, "d/a_20200213.geojson": AREAS, "dataset.json": text };
    const { dataset } = await openFolder(files);
    expect(dataset).toMatchObject({ firstDay: "2020-02-06", lastDay: "2020-02-13" });
    expect(dataset?.control.phases).toHaveLength(2);
  });

  it("goes by what somebody writes into dataset.json afterwards, and leaves the other files of it alone", async () => {
    const { text } = await openSaved({ "claims.csv": CLAIMS });
    const declaration = JSON.parse(text);
    declaration.sides[0].name = { en: "The Reds" };
    declaration.description = "Told by hand";
    declaration.files = { sources: "sources.json" };
    const { dataset, problems } = await openFolder({
      "claims.csv": CLAIMS,
      "sources.json": '[{"id":"x","title":"The paper"}]',
      "dataset.json": JSON.stringify(declaration),
    });
    expect(problems).toEqual([]);
    expect(dataset?.sides.map(({ name }) => name)).toContainEqual({ en: "The Reds" });
    expect(dataset?.description).toEqual({ en: "Told by hand" });
    expect(dataset?.sources.map(({ title }) => title)).toEqual(["The paper"]);
  });

  it("tells of a file that is gone, a sheet it does not know and a meaning that is broken", async () => {
    const { text } = await openSaved({ "claims.csv": CLAIMS });
    const gone = await openFolder({ "dataset.json": text });
    expect(gone.problems.map(({ file, code, found }) => [file, code, found])).toContainEqual([
      "dataset.json",
      "file-missing",
      "no file claims.csv",
    ]);
    const broken = JSON.parse(text);
    broken.imports.sheets[0].kind = "castle";
    const { problems } = await openFolder({ "claims.csv": CLAIMS, "dataset.json": JSON.stringify(broken) });
    expect(problems[0]).toMatchObject({ file: "dataset.json", severity: "error" });
  });

  it("gives the same data set whatever the rows and their order", async () => {
    const anyRow = fc.record({
      place: fc.constantFrom("Alba", "Bera", "Cora d'Oro", "كفرنبل"),
      side: fc.constantFrom("Red", "Blue", "Green", "contested", "unknown", ""),
      day: fc.integer({ min: 1, max: 28 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRow, { minLength: 4, maxLength: 20 }),
        fc.integer(),
        async (rows, seed) => {
          const lines = rows.map(
            ({ place, side, day }) =>
              `${place},35.${place.length},36,${side},2020-02-${String(day).padStart(2, "0")}`,
          );
          const shuffled = lines.toSorted((one, other) => hash(one, seed) - hash(other, seed));
          const table = (body: readonly string[]) => `place,lat,lon,control,date\n${body.join("\n")}\n`;
          const answers = { kind: "held-places", "column.control": "side" };
          const [there, back] = [
            await openSaved({ "t.csv": table(lines) }, answers),
            await openImported({ "t.csv": table(shuffled) }, answers),
          ];
          expect(tell(back)).toEqual(tell(there));
        },
      ),
      { numRuns: 25 },
    );
  });
});

function hash(text: string, seed: number): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) + seed) % 1_000_003, 7);
}
