import { describe, expect, it } from "vitest";
import { day } from "../../../src/core/day.ts";
import { parseSettlements } from "../../../src/data/records/parse-settlements.ts";
import { formatProblem, type Problem } from "../../../src/data/problem.ts";
import type { SettlementColumn } from "../../../src/data/schema/files.ts";

type Columns = Partial<Record<SettlementColumn, string>>;

function read(file: string, text: string, columns: Columns = {}) {
  const problems: Problem[] = [];
  const context = {
    file,
    problems,
    firstDay: day("2020-01-01"),
    lastDay: day("2020-01-04"),
    bounds: [10, 50, 14, 54] as const,
    nameLanguage: "en",
    sideIds: new Set<string>(),
  };
  const mapping = new Map(Object.entries(columns) as [string, string][]);
  return { ...parseSettlements(text, context, mapping), problems, lines: problems.map(formatProblem) };
}

function points(...features: readonly Readonly<Record<string, unknown>>[]): string {
  return JSON.stringify({
    type: "FeatureCollection",
    features: features.map((properties, index) => ({
      type: "Feature",
      properties,
      geometry: { type: "Point", coordinates: [11 + index, 52] },
    })),
  });
}

describe("likes in a table", () => {
  it("are counted for each column by itself", () => {
    const row = (index: number) => (index % 2 === 0 ? `a${index},A,no,52` : `a${index},A,11,no`);
    const rows = Array.from({ length: 60 }, (_, index) => row(index));
    const { problems } = read("places.csv", ["id,name,lng,lat", ...rows].join("\n"));
    const listed = (member: string) => problems.filter((problem) => problem.member === member);
    for (const member of ["lng", "lat"]) {
      expect(listed(member)).toHaveLength(21);
      expect(listed(member)[20]).toMatchObject({ code: "not-a-number", count: 10, record: "" });
    }
    expect(problems).toHaveLength(42);
  });
});

describe("settlements from GeoJSON", () => {
  it("need a name only", () => {
    const { settlements, lines } = read("places.geojson", points({ name: "West" }, { name: "East" }));
    expect(lines).toEqual([]);
    expect(settlements).toEqual([
      {
        id: "feature-1",
        name: "West",
        names: { en: "West" },
        spellings: [],
        kind: "village",
        governorate: "",
        district: "",
        importance: 1,
        position: [11, 52],
        positionSource: "",
        positionRef: "",
        precisionKm: 1,
        note: "",
        isContext: false,
      },
      expect.objectContaining({ id: "feature-2", name: "East", position: [12, 52] }),
    ]);
  });

  it("are read by the names that the file has for our words", () => {
    const text = points({ pcode: 7, NAME_EN: "West", adm1: "Idlib", name: "ignored" });
    const { settlements, ids, lines } = read("places.geojson", text, {
      id: "pcode",
      name: "NAME_EN",
      governorate: "adm1",
    });
    expect(lines).toEqual([]);
    expect(settlements).toMatchObject([{ id: "7", name: "West", governorate: "Idlib" }]);
    expect(ids).toEqual(new Set(["7"]));
  });

  it("are reported by the file's own names", () => {
    const { lines } = read("places.geojson", points({ pcode: "a b" }), { id: "pcode", name: "pcode" });
    expect(lines).toEqual([
      expect.stringContaining('found pcode "a b"; expected letters, digits and the signs - _ . : /'),
    ]);
  });

  it("report a mapped property that no feature has, which would silently be left empty", () => {
    const { lines } = read("places.geojson", points({ name: "West" }), { district: "adm2" });
    expect(lines).toEqual([
      'places.geojson: found no property "adm2" in any feature; expected the one that stands for district; correct files.settlements.columns in dataset.json [missing-column]',
    ]);
  });

  it("tell the ids of those at fault, so that references to them are not reported as well", () => {
    const { settlements, ids } = read(
      "places.geojson",
      points({ id: "w", name: "" }, { id: "e", name: "E" }),
    );
    expect(settlements.map(({ id }) => id)).toEqual(["e"]);
    expect(ids).toEqual(new Set(["w", "e"]));
  });
});

describe("settlements from a table", () => {
  it("are read by our own words", () => {
    const text =
      "id,name,name_ar,spellings,kind,importance,lng,lat,precision_km,context\n" +
      "w,West,غرب,Wist|Al-Gharb; Gharb,town,1,11,52,0.5,true\n" +
      "e,East,,,,,13,52,,\n";
    const { settlements, lines } = read("places.csv", text);
    expect(lines).toEqual([]);
    expect(settlements).toMatchObject([
      {
        id: "w",
        names: { en: "West", ar: "غرب" },
        spellings: ["Wist", "Al-Gharb", "Gharb"],
        kind: "town",
        importance: 1,
        position: [11, 52],
        precisionKm: 0.5,
        isContext: true,
      },
      { id: "e", kind: "village", importance: 3, position: [13, 52], precisionKm: 1, isContext: false },
    ]);
  });

  it.each(["lng,lat", "lon,lat", "longitude,latitude", "Longitude,Latitude", "x,y", "X,Y"])(
    "find the position in columns called %s",
    (names) => {
      const { settlements, lines } = read("places.CSV", `name,${names}\nWest,11,52\n`);
      expect(lines).toEqual([]);
      expect(settlements).toMatchObject([{ position: [11, 52] }]);
    },
  );

  it("without an id are named after their row, as a spreadsheet counts, whatever rows are broken", () => {
    const { settlements } = read("places.csv", "name,x,y\n\nWest,11,52\nbroken\nEast,13,52\n");
    expect(settlements.map(({ id }) => id)).toEqual(["row-3", "row-5"]);
  });

  it("may have semicolons between cells and a decimal comma in degrees", () => {
    const { settlements, lines } = read("places.csv", "name;x;y\nWest;11,25;52,5\n");
    expect(lines).toEqual([]);
    expect(settlements).toMatchObject([{ position: [11.25, 52.5] }]);
  });

  it("are read by the mapped columns, before those of the usual names", () => {
    const text = "pcode,label,x,y,east,north\nP1,West,0,0,11,52\n";
    const { settlements, lines } = read("places.csv", text, {
      id: "pcode",
      name: "label",
      lng: "east",
      lat: "north",
    });
    expect(lines).toEqual([]);
    expect(settlements).toMatchObject([{ id: "P1", name: "West", position: [11, 52] }]);
  });

  it("report columns that are missing, once for the file", () => {
    expect(read("places.csv", "label,x,y\nWest,11,52\n").lines).toEqual([
      expect.stringContaining("found no column name;"),
    ]);
    expect(read("places.csv", "name,x,y\nWest,11,52\n", { id: "pcode" }).lines).toEqual([
      expect.stringContaining("found no column pcode;"),
    ]);
    expect(read("places.csv", "name,breadth,x\nWest,52,11\nEast,52,13\n").lines).toEqual([
      "places.csv:1: found no column lat; expected one of lat, latitude, y; rename the column, or name it in files.settlements.columns in dataset.json [missing-column]",
    ]);
  });

  it.each([
    ["eleven,52", 'lng "eleven"', "a number from -360 to 360"],
    [",52", "no lng", "a number from -360 to 360"],
    ["11,152", 'lat "152"', "a number from -90 to 90"],
  ])("refuse the position %s", (cells, found, expected) => {
    const { settlements, lines } = read("places.csv", `name,lng,lat\nWest,${cells}\nEast,13,52\n`);
    expect(lines).toEqual([expect.stringContaining(`row 2: found ${found}; expected ${expected};`)]);
    expect(settlements).toHaveLength(1);
  });

  it("are told of when longitude and latitude look swapped", () => {
    const { lines } = read("places.csv", "name,lng,lat\nWest,52,11\n");
    expect(lines).toEqual([expect.stringContaining("longitude and latitude look swapped")]);
  });

  it("refuse the second of an id", () => {
    const { settlements, lines } = read("places.csv", "id,name,x,y\na,West,11,52\na,East,13,52\n");
    expect(settlements).toMatchObject([{ name: "West" }]);
    expect(lines).toEqual([expect.stringContaining('row 3 (a): found id "a" again')]);
  });

  it.each(["", "\n", "name,x,y\n"])("of no rows (%j) give none", (text) => {
    expect(read("places.csv", text).settlements).toEqual([]);
  });
});

describe("names of settlements", () => {
  const place = { id: "b", name: "Bakhmut" };

  it("are read in every language that a property names, after a colon or a line", () => {
    const text = points({ ...place, "name:uk": "Бахмут", name_ru: " Бахмут ", "name:zh-Hant": "巴赫穆特" });
    expect(read("places.geojson", text).settlements[0]?.names).toEqual({
      en: "Bakhmut",
      uk: "Бахмут",
      ru: "Бахмут",
      "zh-Hant": "巴赫穆特",
    });
  });

  it("leave out what is blank, keys and words that are no language, and report what is no text", () => {
    const odd = { name_id: "UA14", name_source: "osm", "name:uk": " ", name_ru: null, "name:pl": 5 };
    const { settlements, lines } = read("places.geojson", points({ ...place, ...odd }));
    expect(settlements[0]?.names).toEqual({ en: "Bakhmut" });
    expect(lines).toEqual([expect.stringContaining("found name:pl 5; expected text")]);
  });

  it("are read from the columns of a table, under the names that dataset.json gives them", () => {
    const table = "id,name,NAME_UA,name_ru,lng,lat\nb,Bakhmut,Бахмут,Артёмовск,11,52\n";
    const { settlements, lines } = read("places.csv", table, { "name:uk": "NAME_UA" } as Columns);
    expect(lines).toEqual([]);
    expect(settlements[0]?.names).toEqual({ en: "Bakhmut", uk: "Бахмут", ru: "Артёмовск" });
  });
});

describe("importance", () => {
  const row = (id: string, lng: number, more = "") => `${id},${id},${lng},52${more}\n`;

  it("is that of the file where it tells any, the least for the others", () => {
    const text = `id,name,lng,lat,importance\n${row("a", 11, ",2")}${row("b", 13, ",")}`;
    expect(read("places.csv", text).settlements.map(({ importance }) => importance)).toEqual([2, 3]);
  });

  it("follows from the population where the file tells none", () => {
    const places = row("small", 12, ",500") + row("large", 12.1, ",90000") + row("far", 13.9, ",20");
    const { settlements } = read("places.csv", `id,name,lng,lat,population\n${places}`);
    expect(settlements.map(({ id, importance }) => [id, importance])).toEqual([
      ["small", 2],
      ["large", 1],
      ["far", 1],
    ]);
  });
});
