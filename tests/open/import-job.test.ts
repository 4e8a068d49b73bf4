import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { describe, expect, it } from "vitest";
import { day } from "../../src/core/day.ts";
import type { Folder } from "../../src/data/folder.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { readImports } from "../../src/import/meaning/imports.ts";
import { readCompiled } from "../../src/data/compiled/compiled.ts";
import type { SourceFile } from "../../src/import/source.ts";
import { createImportJob, type ImportJob } from "../../src/open/import-job.ts";

const PLACES = `town,lat,lng,held by,date
Arven,50.5,10.2,Red,13/01/2024
Brakel,50.4,10.8,Blue,13/01/2024
Arven,50.5,10.2,Blue,20/01/2024
Corvo,50.6,10.3,Red,13/01/2024
Badday,50.2,10.4,Red,99/99/2024
`;

function square(side: string, west: number, east: number, day: string) {
  const ring = [
    [west, 50],
    [east, 50],
    [east, 51],
    [west, 51],
    [west, 50],
  ];
  return {
    type: "Feature",
    properties: { side, date: day },
    geometry: { type: "Polygon", coordinates: [ring] },
  };
}

const AREAS = JSON.stringify({
  type: "FeatureCollection",
  features: [
    square("Red", 10, 10.5, "2024-01-13"),
    square("Blue", 10.5, 11, "2024-01-13"),
    square("Red", 10.25, 10.5, "2024-01-20"),
    square("Blue", 10, 10.25, "2024-01-20"),
    square("Blue", 10.5, 11, "2024-01-20"),
  ],
});

function source(path: string, content: string | Uint8Array<ArrayBuffer>): SourceFile {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { path, size: bytes.length, read: async () => bytes };
}

const watching = () => ({ onProgress: () => {}, signal: new AbortController().signal });

async function open(files: readonly SourceFile[], answers = {}): Promise<ImportJob> {
  const job = createImportJob({});
  await job.read(files, {}, watching());
  job.understand(answers);
  return job;
}

const FILES = [source("areas.geojson", AREAS), source("places.csv", PLACES)];

describe("files without a dataset.json", () => {
  it("are told sheet by sheet, with their shapes counted", async () => {
    const job = createImportJob({});
    const { sheets, notes, problems } = await job.read(FILES, {}, watching());
    expect(
      sheets.map(({ file, format, rows, points, areas }) => [file, format, rows, points, areas]),
    ).toEqual([
      ["areas.geojson", "geojson", 5, 0, 5],
      ["places.csv", "csv", 5, 5, 0],
    ]);
    expect(notes.map(({ kind }) => kind)).toEqual(["placed-by-columns"]);
    expect(problems).toEqual([]);
  });

  it("become a data set, of which what cannot be used is told with file and row", async () => {
    const job = await open(FILES);
    const { made, problems } = await job.check(watching());
    expect(made).toMatchObject({ firstDay: "2024-01-13", settlements: 4, phases: 2 });
    expect(made?.names[0]).toEqual({ names: { en: "Arven" }, side: "blue" });
    const bad = problems.filter(({ file, record }) => file === "places.csv" && record.includes("row 6"));
    expect(bad.map(({ found }) => found).join()).toContain("99/99/2024");
  });

  it("show the row of a problem among its neighbours, as it stands in the file", async () => {
    const job = await open(FILES);
    expect(job.findExcerpt("places.csv", "row 4")).toEqual({
      columns: ["town", "lat", "lng", "held by", "date"],
      rows: [
        { number: 2, cells: ["Arven", "50.5", "10.2", "Red", "13/01/2024"] },
        { number: 3, cells: ["Brakel", "50.4", "10.8", "Blue", "13/01/2024"] },
        { number: 4, cells: ["Arven", "50.5", "10.2", "Blue", "20/01/2024"] },
        { number: 5, cells: ["Corvo", "50.6", "10.3", "Red", "13/01/2024"] },
        { number: 6, cells: ["Badday", "50.2", "10.4", "Red", "99/99/2024"] },
      ],
    });
    expect(job.findExcerpt("places.csv", "row 40")).toBeUndefined();
    expect(job.findExcerpt("other.csv", "row 4")).toBeUndefined();
  });

  it("are read in the encoding that was chosen", async () => {
    // "Київ" in windows-1251.
    const head = new TextEncoder().encode("town,lat,lng\n");
    const town = Uint8Array.of(0xca, 0xe8, 0xbf, 0xe2);
    const rest = new TextEncoder().encode(",50,30\n");
    const bytes = new Uint8Array([...head, ...town, ...rest]);
    const job = createImportJob({});
    await job.read([source("a.csv", bytes)], { "a.csv": "windows-1251" }, watching());
    expect(job.understand({}).excerpts["a.csv"]?.rows[0]?.cells).toEqual(["Київ", "50", "30"]);
  });

  it("saved with what they mean give the same data set without a question", async () => {
    const job = await open(FILES, { title: "A story", "side_name.red": "Reds" });
    await job.check(watching());
    const { dataset } = await readCompiled(await job.compile());
    const files = new Map((await job.listFiles()).map(({ path, content }) => [path, content]));
    expect(new TextDecoder().decode(files.get("places.csv"))).toBe(PLACES);
    const folder: Folder = {
      list: async () => [...files.keys()],
      read: async (path) => files.get(path) ?? Promise.reject(new Error(path)),
    };
    const again = await loadDataset(folder, { readImports });
    expect(again.dataset).toMatchObject({
      title: dataset.title,
      firstDay: dataset.firstDay,
      lastDay: dataset.lastDay,
      settlements: dataset.settlements,
      claims: dataset.claims,
    });
    expect(again.dataset?.sides.map(({ name }) => Object.values(name)[0])).toContain("Reds");
  });

  it("that cannot be shown give problems and nothing else", async () => {
    const job = await open([source("a.csv", "town,lat,lng\nA,50,10\n")], { "kind.a.csv": "ignored" });
    const { made } = await job.check(watching());
    expect(made).toBeUndefined();
    await expect(job.compile()).rejects.toThrow("nothing to show");
  });
});

describe("the small map", () => {
  it.each(["2024-01-13", "2024-01-20"])("has every place in the ground of its holder: %s", async (text) => {
    const job = await open(FILES);
    await job.check(watching());
    const sketch = job.sketch(day(text));
    const known = sketch?.places.filter(({ side }) => side !== undefined) ?? [];
    expect(known.length).toBeGreaterThan(2);
    for (const { x, y, side } of known) {
      const areas = sketch?.areas.filter((area) => booleanPointInPolygon([x, y], toPolygon(area.path)));
      expect(areas?.map((area) => area.side)).toContain(side);
    }
  });

  it("keeps all within its frame, north up", async () => {
    const job = await open(FILES);
    await job.check(watching());
    const sketch = job.sketch(day("2024-01-13"));
    const numbers = sketch?.areas.flatMap(({ path }) => toPolygon(path).coordinates.flat()) ?? [];
    for (const [x = -1, y = -1] of numbers) {
      expect(x >= 0 && x <= 400 && y >= 0 && y <= (sketch?.height ?? 0)).toBe(true);
    }
    const yOf = (name: string) => sketch?.labels.find(({ names }) => names["en"] === name)?.y ?? Number.NaN;
    expect(yOf("Corvo")).toBeLessThan(yOf("Badday"));
  });
});

function toPolygon(path: string): { type: "Polygon"; coordinates: number[][][] } {
  const rings = path.split("Z").filter((ring) => ring !== "");
  const coordinates = rings.map((ring) => {
    const corners = ring
      .slice(1)
      .split("L")
      .map((corner) => corner.split(" ").map(Number));
    return [...corners, corners[0] ?? []];
  });
  return { type: "Polygon", coordinates };
}
