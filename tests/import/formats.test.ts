import process from "node:process";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { afterEach, describe, expect, it } from "vitest";
import type { Sheet } from "../../src/import/sheet.ts";
import {
  ARCGIS,
  COLLECTION,
  KML,
  listSamples,
  makeGeopackage,
  makeWorkbook,
  readSample,
  TOPOLOGY,
} from "../fixtures/import-samples.ts";
import { readFiles } from "../fixtures/source-files.ts";

/** Rows as objects of what is in them, with the shape under "shape". */
function listRows(sheet: Sheet | undefined): readonly Record<string, unknown>[] {
  return (sheet?.rows ?? []).map(({ cells, shape, number }) => ({
    number,
    ...Object.fromEntries(
      sheet?.columns.flatMap((name, at) => (cells[at] === undefined ? [] : [[name, cells[at]]])) ?? [],
    ),
    ...(shape && { shape }),
  }));
}

async function readOne(name: string, content: string | Uint8Array | object) {
  const isPlain = typeof content === "object" && !(content instanceof Uint8Array);
  const { sheets, notes, problems } = await readFiles({
    [name]: isPlain ? JSON.stringify(content) : content,
  });
  return {
    sheet: sheets[0],
    sheets,
    notes,
    codes: problems.map(({ code }) => code),
    rows: listRows(sheets[0]),
  };
}

/** Coordinates to a millimetre. */
function round(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === "number" ? Number(part.toFixed(8)) : part,
  );
}

const TELL = { id: 7, name: "Tell", "names.ar": "تل", tags: "a; b", since: "2020-02-05" };
const TRIANGLE = {
  type: "Polygon",
  coordinates: [
    [
      [36, 35],
      [37, 35],
      [37, 36],
      [36, 35],
    ],
  ],
};

describe("GeoJSON", () => {
  it("has its properties as columns, those within others by their path", async () => {
    const { sheet, rows, codes, notes } = await readOne("areas.geojson", COLLECTION);
    expect(sheet?.columns).toEqual(["id", "name", "names.ar", "tags", "since", "side"]);
    expect(rows).toEqual([
      { number: 1, ...TELL, shape: { type: "Point", coordinates: [36.25, 35.5] } },
      { number: 2, name: "Ground", side: "west", shape: TRIANGLE },
      { number: 3, name: "Nowhere" },
    ]);
    for (const { cells } of sheet?.rows ?? []) expect(cells).toHaveLength(6);
    expect([codes, notes]).toEqual([["third-value"], []]);
  });

  it.each([
    ["a lone feature", COLLECTION.features[1]],
    ["a list of features", [COLLECTION.features[1]]],
    ["a geometry", TRIANGLE],
    ["a collection of shapes of one kind", { type: "GeometryCollection", geometries: [TRIANGLE] }],
  ])("is read as %s", async (_, value) => {
    const { rows, codes } = await readOne("a.json", value as object);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.["shape"]).toEqual(TRIANGLE);
    expect(codes).toEqual([]);
  });

  it.each([
    [{ value: COLLECTION, count: 3 }, "value"],
    [{ data: { features: COLLECTION.features } }, "data.features"],
    [{ result: [{ pages: COLLECTION }] }, "result.0.pages"],
  ])("is found within something else: %#", async (value, path) => {
    const { sheet, notes } = await readOne("a.json", value);
    expect(sheet?.rows).toHaveLength(3);
    expect(notes).toEqual([{ kind: "found-within", file: "a.json", sheet: "a", path }]);
  });

  it("gives a sheet for each of several collections in one file", async () => {
    const { sheets } = await readOne("a.json", {
      front: COLLECTION,
      units: { type: "FeatureCollection", features: [] },
    });
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ["front", 3],
      ["units", 0],
    ]);
  });

  it("is read line by line, a broken line left out and told", async () => {
    const [first, second] = COLLECTION.features.map((feature) => JSON.stringify(feature));
    const { sheets, problems } = await readFiles({ "a.geojsonl": `${first}\n{"type":\n\n\u001E${second}\n` });
    expect(sheets[0]?.rows.map(({ number }) => number)).toEqual([1, 4]);
    expect(problems.filter(({ severity }) => severity === "error")).toMatchObject([
      { code: "broken-json", record: "feature 2", line: 2 },
    ]);
  });

  it("in metres is put into degrees by its code, and refused without one", async () => {
    const metres = { type: "Point", coordinates: [4035331.541, 4232038.462] };
    const crs = (name: string) => ({ type: "name", properties: { name } });
    const read = (value: object) =>
      readOne("a.geojson", {
        type: "FeatureCollection",
        features: [{ type: "Feature", properties: {}, geometry: metres }],
        ...value,
      });
    const { rows, notes } = await read({ crs: crs("urn:ogc:def:crs:EPSG::3857") });
    expect(round(rows[0]?.["shape"])).toEqual({
      type: "Point",
      coordinates: [36.25, 35.5].map((degrees) => expect.closeTo(degrees, 5)),
    });
    expect(notes).toEqual([{ kind: "reprojected", file: "a.geojson", sheet: "a", system: "EPSG:3857" }]);
    expect((await read({})).codes).toEqual(["not-in-degrees"]);
    const unknown = await read({ crs: crs("EPSG:99999") });
    expect([unknown.codes, unknown.rows]).toEqual([["unknown-coordinate-system"], [{ number: 1 }]]);
    const chosen = await readFiles(
      { "a.geojson": JSON.stringify(metres) },
      { systems: { "a.geojson": "EPSG:900913" } },
    );
    expect(chosen.sheets[0]?.rows[0]?.shape?.coordinates[0]).toBeCloseTo(36.25, 5);
  });

  it("beyond 180 degrees is brought back, and cut there", async () => {
    const { rows, codes } = await readOne("a.geojson", {
      type: "GeometryCollection",
      geometries: [
        {
          type: "MultiPoint",
          coordinates: [
            [182, 1],
            [10, 2],
          ],
        },
        {
          type: "LineString",
          coordinates: [
            [179, 0],
            [181, 0],
          ],
        },
      ],
    });
    expect(codes).toEqual(["beyond-180"]);
    expect(rows.map(({ number, shape }) => [number, shape])).toEqual([
      [
        1,
        {
          type: "MultiPoint",
          coordinates: [
            [-178, 1],
            [10, 2],
          ],
        },
      ],
      [
        1,
        {
          type: "MultiLineString",
          coordinates: [
            [
              [179, 0],
              [180, 0],
            ],
            [
              [-180, 0],
              [-179, 0],
            ],
          ],
        },
      ],
    ]);
  });

  it("keeps its good features beside those whose shapes are broken", async () => {
    const broken = [
      [[1, 2]],
      [
        ["x", 2],
        [3, 4],
      ],
      [
        [1, null],
        [3, 4],
      ],
      "text",
      [
        [500, 95],
        [3, 4],
      ],
    ];
    const features = broken.map((coordinates) => ({
      type: "Feature",
      properties: {},
      geometry: { type: "LineString", coordinates },
    }));
    const { rows, codes } = await readOne("a.geojson", {
      type: "FeatureCollection",
      features: [
        ...features,
        null,
        { type: "Feature", properties: {}, geometry: { type: "Curve" } },
        COLLECTION.features[1],
      ],
    });
    expect(rows.map(({ number }) => number)).toEqual([8]);
    expect(codes).toEqual([
      ...Array.from({ length: 4 }, () => "broken-shape"),
      "not-in-degrees",
      "not-geojson",
      "broken-shape",
    ]);
  });
});

describe("other JSON", () => {
  it("of ArcGIS has days of UTC and shapes in degrees", async () => {
    const { rows, notes, codes } = await readOne("layer.json", ARCGIS);
    expect(round(rows)).toEqual([
      {
        number: 1,
        side: "west",
        since: { day: "2020-02-05" },
        shape: {
          type: "Polygon",
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 1],
              [0, 0],
            ]
              .toReversed()
              .toReversed(),
          ].map((ring) => expect.arrayContaining(ring)),
        },
      },
      { number: 2, side: "east" },
    ]);
    expect([notes.map(({ kind }) => kind), codes]).toEqual([["reprojected"], []]);
  });

  it("of a topology has a sheet for each object", async () => {
    const { sheets } = await readOne("t.topojson", TOPOLOGY);
    expect(sheets.map(({ name }) => name)).toEqual(["grounds", "marks"]);
    expect(listRows(sheets[0])).toEqual([
      { number: 1, side: "west", shape: TRIANGLE },
      { number: 2, id: "p", shape: { type: "Point", coordinates: [36.5, 35.5] } },
    ]);
  });

  it("with plain records is a table, whose positions may be in its columns", async () => {
    const { sheet, rows } = await readOne("a.json", {
      status: "ok",
      data: [{ name: "Tell", at: { lat: 35.5, lon: 36.25 } }, { name: "Hill" }],
    });
    expect(sheet).toMatchObject({ format: "json", rowWord: "record", columns: ["name", "at.lat", "at.lon"] });
    const placed = await readOne("b.json", { items: [{ id: "x", area: TRIANGLE }] });
    expect(placed.rows).toEqual([{ number: 1, id: "x", shape: TRIANGLE }]);
    expect(rows).toEqual([
      {
        number: 1,
        name: "Tell",
        "at.lat": 35.5,
        "at.lon": 36.25,
        shape: { type: "Point", coordinates: [36.25, 35.5] },
      },
      { number: 2, name: "Hill" },
    ]);
  });
});

describe("KML", () => {
  it("has folders, days as they are written, and what is known of each placemark", async () => {
    const { rows, codes } = await readOne("a.kml", KML);
    expect(rows).toEqual([
      {
        number: 1,
        name: "Ground",
        folder: "West",
        begin: "2020-02",
        end: "2020-03-01",
        style: "red",
        side: "west",
        "name (2)": "own",
        shape: TRIANGLE,
      },
      {
        number: 2,
        name: "A & B",
        folder: "West / Inner",
        when: "2020-02-05T22:30:00+03:00",
        style: "#c08000",
        shape: { type: "Point", coordinates: [36.25, 35.5] },
      },
      { number: 3, name: "Address", address: "Some street" },
      {
        number: 4,
        name: "Way",
        shape: {
          type: "LineString",
          coordinates: [
            [36, 35],
            [36.5, 35.5],
          ],
        },
      },
      { number: 5, name: "Both", shape: { type: "Point", coordinates: [1, 2] } },
      {
        number: 5,
        name: "Both",
        shape: {
          type: "MultiLineString",
          coordinates: [
            [
              [1, 2],
              [3, 4],
            ],
            [
              [5, 6],
              [7, 8],
            ],
          ],
        },
      },
    ]);
    expect(codes).toEqual([]);
  });

  it("is found in a KMZ, whose pictures are passed over and whose own documents are read", async () => {
    const link =
      "<kml><Document><NetworkLink><Link><href>sub/b.kml</href></Link></NetworkLink><NetworkLink><Link><href>http://example.org/c.kml</href></Link></NetworkLink></Document></kml>";
    const { sheets, notes, problems } = await readFiles({
      "a.kmz": zipSync({
        "doc.kml": strToU8(link),
        "sub/b.kml": strToU8(KML),
        "files/i.png": strToU8("\x89PNG"),
      }),
    });
    expect(sheets.map(({ file, rows }) => [file, rows.length])).toEqual([["a.kmz/sub/b.kml", 6]]);
    expect(notes).toContainEqual({ kind: "files-passed-over", file: "a.kmz", paths: ["a.kmz/files/i.png"] });
    expect(problems).toMatchObject([{ code: "network-link", found: "a link to http://example.org/c.kml" }]);
  });

  it("in an encoding that it declares is read in that", async () => {
    const text = KML.replace("UTF-8", "windows-1251").replace(
      "<name>Ground</name>",
      "<name>\u00CC\u00E8\u00F0</name>",
    );
    const { rows } = await readOne(
      "a.kml",
      Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
    );
    expect(rows[0]?.["name"]).toBe("Мир");
  });
});

describe("a shapefile", () => {
  it("in UTM and with Arabic names in windows-1256 is read as GDAL wrote it", async () => {
    const { sheet, rows, notes, codes } = await readOne("areas.zip", readSample("areas-1256-utm.zip"));
    expect(sheet).toMatchObject({
      name: "areas",
      file: "areas.zip/areas.shp",
      format: "shapefile",
      columns: ["name", "side", "since", "people", "share"],
    });
    expect(rows.map((row) => ({ ...row, shape: undefined }))).toEqual([
      { number: 1, name: "تل الريح", side: "west", since: { day: "2020-02-05" }, people: 1200, share: 0.5 },
      { number: 2, name: "وادي النهر", side: "east", since: { day: "2020-02-29" } },
    ]);
    expect(round(rows[0]?.["shape"])).toMatchObject({
      type: "Polygon",
      coordinates: [
        expect.arrayContaining([[36, 35]]),
        expect.arrayContaining([
          [36.25, 35.25],
          [36.5, 35.5],
        ]),
      ],
    });
    expect(rows[1]).toMatchObject({
      shape: { type: "MultiPolygon", coordinates: [{ length: 1 }, { length: 1 }] },
    });
    expect([notes.map(({ kind }) => kind), codes]).toEqual([["reprojected"], []]);
  });
});

describe("a GeoPackage", () => {
  it("has a sheet for each layer and table", async () => {
    const { sheets, codes } = await readOne("p.gpkg", await makeGeopackage());
    expect(sheets.map(({ name, rowWord, columns }) => [name, rowWord, columns])).toEqual([
      ["places", "feature", ["name", "since", "seen", "held", "count"]],
      ["notes", "row", ["id", "the note"]],
    ]);
    const [first, ...others] = round(listRows(sheets[0])) as Record<string, unknown>[];
    expect(first).toEqual({
      number: 1,
      name: "Tell",
      since: { day: "2020-02-05" },
      seen: { day: "2020-02-05" },
      held: true,
      count: 3,
      shape: { type: "Point", coordinates: [39, 0] },
    });
    expect(others).toEqual([{ number: 3, name: "Nowhere", since: { day: "1899-12-31" }, held: false }]);
    expect(listRows(sheets[1])).toEqual([
      { number: 1, id: 1, "the note": "one" },
      { number: 2, id: 5 },
    ]);
    expect(codes).toEqual(["broken-shape"]);
  });
});

describe("a workbook", () => {
  const OWN = [
    {
      number: 4,
      name: "Tell A & B",
      lat: 35.5,
      lon: 36.25,
      taken: { day: "2020-02-05" },
      "seen at": { day: "2020-02-05" },
      count: 3,
      sure: true,
      shape: { type: "Point", coordinates: [36.25, 35.5] },
    },
    {
      number: 5,
      name: "تل الريح",
      lat: "35,75",
      lon: "36,5",
      taken: { day: "1900-02-28" },
      sure: false,
      shape: { type: "Point", coordinates: [36.5, 35.75] },
    },
    { number: 6, name: "General", taken: 43_867, "seen at": 0.5 },
  ];

  it.each(["places.xlsx", "places-1904.xlsx"])("of openpyxl, %s, has days as it shows them", async (name) => {
    const { sheets, rows, codes } = await readOne(name, readSample(name));
    expect(sheets.map((sheet) => sheet.name)).toEqual(["Places", "Hidden"]);
    expect(rows).toEqual(OWN);
    expect(codes).toEqual([]);
  });

  it("of LibreOffice has texts of several lines, no remarks, and rows that stand for several", async () => {
    const { rows, codes } = await readOne("places.ods", readSample("places.ods"));
    expect(rows).toEqual([
      { number: 2, name: "Tell A\nsecond line", taken: { day: "2020-02-05" }, count: 3, sure: true },
      { number: 3, name: "twice", sure: "x" },
      { number: 4, name: "twice", sure: "x" },
    ]);
    expect(codes).toEqual([]);
  });

  it("of Excel has all kinds of cells", async () => {
    const cells = [
      '<c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>b_x000D_</t></is></c><c r="D1" t="str"><v>d</v></c>',
      '<c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>43866.97</v></c><c r="C2" s="2"><v>61</v></c><c r="D2" t="b"><v>1</v></c>',
      '<c r="A3" t="e"><v>#REF!</v></c><c r="B3" s="3"><v>1.5</v></c><c r="C3" s="4"><v>3</v></c><c r="D3" t="d"><v>2020-02-05T10:00:00</v></c>',
      '<c r="A4" t="n"><f>1+1</f><v>2</v></c><c r="B4" s="1"><v>59</v></c><c r="C4" s="1"><v>60</v></c><c r="D4" s="1"><v>-1</v></c>',
    ];
    const { sheet, codes } = await readOne(
      "a.xlsx",
      makeWorkbook(cells.map((row) => `<row>${row}</row>`).join("")),
    );
    expect(sheet?.name).toBe("Sheet & 1");
    expect(sheet?.columns).toEqual(["name", "b", "column 3", "d"]);
    expect(sheet?.rows.map((row) => row.cells)).toEqual([
      ["Tell ", { day: "2020-02-05" }, { day: "1900-03-01" }, true],
      [undefined, 1.5, 3, { day: "2020-02-05" }],
      [2, { day: "1900-02-28" }, 60, { day: "1899-12-29" }],
    ]);
    expect(codes).toEqual([]);
  });
});

describe("files of any kind", () => {
  it("are known by their content, whatever their names say", async () => {
    for (const [name, bytes] of await listSamples()) {
      // A KMZ is told by its name from any other archive, and needs not be; a packed file keeps the name within.
      const { sheets, problems } = await readFiles({ "data.bin": bytes });
      expect([
        name,
        sheets.length > 0,
        problems.filter(({ severity }) => severity === "error").map(({ code }) => code),
      ]).toEqual([name, true, name === "places.gpkg" ? ["broken-shape"] : []]);
    }
  });

  it("are no longer read once that is called off", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const files = Object.fromEntries(await listSamples());
    const read = readFiles(files, { signal: controller.signal, onProgress: () => controller.abort(reason) });
    await expect(read).rejects.toBe(reason);
  });

  it("are found in archives and packed ones, and beside each other", async () => {
    const csv = strToU8("a,b\n1,2\n");
    const { sheets } = await readFiles({
      "all.zip": zipSync({
        "in/one.csv": csv,
        "two.zip": zipSync({ "three.csv.gz": new Uint8Array(gzipSync(csv)) }),
        "__MACOSX/._one": csv,
      }),
      "four.csv": csv,
    });
    expect(sheets.map(({ name, file }) => [name, file])).toEqual([
      ["one", "all.zip/in/one.csv"],
      ["three", "all.zip/two.zip/three.csv.gz/three.csv"],
      ["four", "four.csv"],
    ]);
  });
});

describe("days", () => {
  const zone = process.env["TZ"];
  afterEach(() => {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  });

  it("are the same in whatever zone the machine is", async () => {
    const read = async () =>
      JSON.stringify(
        await Promise.all((await listSamples()).map(([name, bytes]) => readFiles({ [name]: bytes }))),
      );
    process.env["TZ"] = "UTC";
    const expected = await read();
    for (const other of ["Pacific/Kiritimati", "America/St_Johns", "Asia/Damascus", "Pacific/Pago_Pago"]) {
      process.env["TZ"] = other;
      expect(new Date(0).getHours()).not.toBe(0);
      expect(await read()).toBe(expected);
    }
  });
});
