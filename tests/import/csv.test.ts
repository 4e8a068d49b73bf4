import { describe, expect, it } from "vitest";
import { findPositionColumns } from "../../src/import/place-rows.ts";
import type { Sheet } from "../../src/import/sheet.ts";
import { readFiles } from "../fixtures/source-files.ts";

async function readCsv(content: string | Uint8Array, options = {}) {
  const { sheets, notes, problems } = await readFiles({ "table.csv": content }, options);
  return { sheet: sheets[0], notes, problems };
}

/** The positions of a sheet's rows, `undefined` for rows without. */
function listPoints(sheet: Sheet | undefined) {
  return sheet?.rows.map(({ shape }) => (shape?.type === "Point" ? shape.coordinates : undefined));
}

describe("a text table", () => {
  it("comes through with its names, its row numbers and its cells as text", async () => {
    const { sheet, problems } = await readCsv("name , side\r\nSaraqib,red\r\n\r\n Idlib ,\r\n");
    expect(sheet).toEqual({
      name: "table",
      file: "table.csv",
      format: "csv",
      rowWord: "row",
      columns: ["name", "side"],
      rows: [
        { number: 2, cells: ["Saraqib", "red"] },
        { number: 4, cells: [" Idlib ", undefined] },
      ],
    });
    expect(problems).toEqual([]);
  });

  it.each([
    ["commas", "a,b\n1,2\n"],
    ["semicolons with decimal commas", "a;b\n1,5;2,5\n3,5;4,5\n"],
    ["tabs", "a\tb\n1,2\t3\n"],
    ["bars", "a|b\n1|2\n"],
    ["what a spreadsheet says itself", "sep=;\na;b\n1;2\n"],
  ])("is parted by %s", async (_, text) => {
    const { sheet } = await readCsv(text);
    expect(sheet?.columns).toEqual(["a", "b"]);
    expect(sheet?.rows[0]?.cells).toHaveLength(2);
  });

  it("gives each column a name of its own", async () => {
    const { sheet } = await readCsv("c,c,,c (2)\n1,2,3,4\n");
    expect(sheet?.columns).toEqual(["c", "c (2)", "column 3", "c (2) (2)"]);
  });

  it("leaves out a row with more cells than names, and keeps one with fewer", async () => {
    const { sheet, problems } = await readCsv(
      "day,place,side\n6 February, 2020,Saraqib,red\n2020-02-07,Idlib\nx,y,z\n",
    );
    expect(sheet?.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [3, "2020-02-07", "Idlib", undefined],
      [4, "x", "y", "z"],
    ]);
    expect(problems.map(({ code, severity, record }) => [code, severity, record])).toEqual([
      ["wrong-cell-count", "error", "row 2"],
      ["wrong-cell-count", "warning", "row 3"],
    ]);
  });

  it("goes on behind a quote that is never closed, whose line is left out", async () => {
    const { sheet, problems } = await readCsv(
      'a,b\n"one ""1""",x\nthree,"3\n4"\n"open,2\nsix,6\n"sev"en,7\neight,8\n',
    );
    expect(sheet?.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [2, 'one "1"', "x"],
      [3, "three", "3\n4"],
      [5, "six", "6"],
      [7, "eight", "8"],
    ]);
    expect(problems.map(({ code, severity, record }) => [code, severity, record])).toEqual([
      ["broken-quotes", "error", "row 4"],
      ["broken-quotes", "error", "row 6"],
    ]);
    const alone = await readCsv('a,b\n1,"open\nsix,6\nseven,"7\neight,8\n'.replace('"7', "7"));
    expect(alone.sheet?.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [3, "six", "6"],
      [4, "seven", "7"],
      [5, "eight", "8"],
    ]);
    expect(alone.problems.map(({ code, severity, record }) => [code, severity, record])).toEqual([
      ["broken-quotes", "error", "row 2"],
    ]);
  });

  it("finds its names below a title, and passes over a row of tags", async () => {
    const { sheet, notes } = await readCsv(
      "Settlements 2020,,\n,,\nname,lat,lon\n#loc+name,#geo+lat,#geo+lon\nSaraqib,35.86,36.8\n",
    );
    expect(sheet?.columns).toEqual(["name", "lat", "lon"]);
    expect(sheet?.rows[0]).toEqual({
      number: 5,
      cells: ["Saraqib", "35.86", "36.8"],
      shape: { type: "Point", coordinates: [36.8, 35.86] },
    });
    expect(notes.map(({ kind }) => kind)).toEqual(["rows-above-header", "row-of-tags", "placed-by-columns"]);
  });

  it("numbers its columns where the first row has values", async () => {
    const { sheet, notes } = await readCsv("1,Saraqib,2020-02-05\n2,Idlib,2020-02-06\n");
    expect(sheet?.columns).toEqual(["column 1", "column 2", "column 3"]);
    expect(sheet?.rows).toHaveLength(2);
    expect(notes).toEqual([{ kind: "no-header", file: "table.csv", sheet: "table" }]);
  });
});

describe("positions in a table", () => {
  it.each([
    ["lat,lng\n35.86,36.8", "lat", "lng"],
    ["Longitude,Latitude\n36.8,35.86", "Latitude", "Longitude"],
    ["population,isolation,long_name,latitude,longitude\n671,3,Saraqib,35.86,36.8", "latitude", "longitude"],
    ["x,y\n36.8,35.86", "y", "x"],
    ["Широта;Долгота\n35,86;36,8", "Широта", "Долгота"],
    ["خط العرض,خط الطول\n٣٥٫٨٦,٣٦٫٨", "خط العرض", "خط الطول"],
    ["POINT_X,POINT_Y\n36.8,35.86", "POINT_Y", "POINT_X"],
  ])("are found in columns of their names: %j", async (text, latitude, longitude) => {
    const { sheet } = await readCsv(`${text}\n`);
    expect(sheet && findPositionColumns(sheet)).toEqual({ kind: "two", latitude, longitude });
    expect(listPoints(sheet)).toEqual([[36.8, 35.86]]);
  });

  it.each([
    ["coordinates", '"35.86, 36.8"', [36.8, 35.86]],
    ["coordinates", '"35,86; 36,8"', [36.8, 35.86]],
    ["location", "35°51'36\"\"N 36°48'E", [36.8, 35.86]],
    ["gps", '"N35 51.6, E36 48"', [36.8, 35.86]],
    ["lon_lat", '"36.8 35.86"', [36.8, 35.86]],
    ["geo", '"(35.86,36.8)"', [36.8, 35.86]],
    ["position", '"33.5S 70.7W"', [-70.7, -33.5]],
  ])("are found in one column %s: %s", async (name, cell, position) => {
    const quoted = cell.startsWith('"') ? cell : `"${cell}"`;
    const { sheet } = await readCsv(`id,${name}\n1,${quoted}\n`);
    const [point] = listPoints(sheet) ?? [];
    expect(point?.map((degrees) => Number(degrees.toFixed(9)))).toEqual(position);
  });

  it("are shapes of any kind as well-known text, whatever its column is called", async () => {
    const { sheet, problems } = await readCsv(
      [
        "id;what",
        "1;POINT Z (36.8 35.86 300)",
        "2;SRID=4326;",
        "3;POLYGON((36 35,37 35,37 36,36 35),(36.5 35.2,36.6 35.2,36.6 35.3,36.5 35.2))",
        "4;MULTIPOINT(1 2,(3 4))",
        "5;LINESTRING EMPTY",
        "6;GEOMETRYCOLLECTION(LINESTRING(0 0,1 1),LINESTRING(2 2,3 3))",
        "",
      ]
        .join("\n")
        .replace("2;SRID=4326;", '2;"SRID=4326;LINESTRING(1 2,3 4)"'),
    );
    expect(problems.filter(({ severity }) => severity !== "note")).toEqual([]);
    expect(sheet?.rows.map(({ shape }) => shape?.type)).toEqual([
      "Point",
      "LineString",
      "Polygon",
      "MultiPoint",
      undefined,
      "MultiLineString",
    ]);
    expect(sheet?.rows[0]?.shape).toEqual({ type: "Point", coordinates: [36.8, 35.86] });
    expect(sheet?.rows[3]?.shape).toEqual({
      type: "MultiPoint",
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    });
  });

  it("are told where they are none, and the row stays", async () => {
    const rows = Array.from({ length: 20 }, (_, index) => `p${index},35.${index},36.5`);
    const { sheet, problems } = await readCsv(
      `name,lat,lon\nhere,unknown,36\nfar,95,36\n,,\nnone,,\n${rows.join("\n")}\n`,
    );
    expect(listPoints(sheet)?.slice(0, 4)).toEqual([undefined, undefined, undefined, [36.5, 35]]);
    expect(problems.map(({ severity, code, record, member }) => [severity, code, record, member])).toEqual([
      ["warning", "broken-shape", "row 2", "lat, lon"],
      ["warning", "swapped-position", "row 3", "lat, lon"],
    ]);
  });

  it("are looked for in no column that merely holds such letters", async () => {
    const { sheet } = await readCsv("population,isolation,flat,along,max,day\n671,3,1,2,4,5\n");
    expect(sheet && findPositionColumns(sheet)).toBeUndefined();
  });
});
