import fc from "fast-check";
import papaparse from "papaparse";
import { describe, expect, it } from "vitest";
import { day } from "../../../src/core/day.ts";
import { carryOut, type Edit } from "../../../src/data/edit/edit.ts";
import { judgeEdit, overlay } from "../../../src/data/edit/judge-edit.ts";
import { parseDeclaration } from "../../../src/data/declaration/parse-declaration.ts";
import type { Folder } from "../../../src/data/folder.ts";
import { loadDataset } from "../../../src/data/load-dataset.ts";
import type { Problem } from "../../../src/data/problem.ts";
import { folderFromTexts } from "../../fixtures/folder-of.ts";
import { MINI_FILES, readMini } from "../../fixtures/mini.ts";
import "../../fixtures/seed.ts";
import { addTo } from "../../fixtures/claim-edit.ts";

type Files = Record<string, string | Uint8Array>;

function miniFiles(replaced: Files = {}): Files {
  return { ...Object.fromEntries(MINI_FILES.map((file) => [file, readMini(file)])), ...replaced };
}

async function open(files: Files) {
  const folder = folderFromTexts(files);
  const { dataset, problems } = await loadDataset(folder);
  const text = new TextDecoder().decode(await folder.read("dataset.json"));
  const declaration = parseDeclaration(text, []);
  if (!dataset || !declaration) throw new Error(JSON.stringify(problems));
  const { settlements, claims, firstDay, lastDay } = dataset;
  return { folder, declaration, settlements, claims, firstDay, lastDay };
}

/** The folder after an edit, and its data set. */
async function edit(files: Files, change: Edit) {
  const before = await open(files);
  const problems: Problem[] = [];
  const changed = await carryOut(change, before, problems);
  if (!changed) return { before, problems, changed, after: undefined, folder: before.folder };
  const folder = overlay(before.folder, changed);
  const after = await loadDataset(folder);
  return { before, problems, changed, after, folder };
}

/** The part of `after` that is not in `before`, by comparing bytes from both ends. */
function findInserted(before: Uint8Array, after: Uint8Array): { readonly at: number; readonly text: string } {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  let tail = 0;
  while (tail < before.length - at && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  expect(at + tail).toBe(before.length);
  return { at, text: new TextDecoder().decode(after.slice(at, after.length - tail)) };
}

const readBytes = async (folder: Folder, path: string) => new Uint8Array(await folder.read(path));

/** How tables differ: order and names of columns, delimiter, line ends, mark, final line break, quotes. */
const TABLE = fc.record({
  order: fc.shuffledSubarray(readMini("claims.csv").split("\n")[0]!.split(","), { minLength: 17 }),
  delimiter: fc.constantFrom(",", ";", "\t"),
  lineBreak: fc.constantFrom("\n", "\r\n", "\r"),
  mark: fc.constantFrom("", "\uFEFF"),
  hasFinalBreak: fc.boolean(),
  quotes: fc.boolean(),
  extra: fc.constantFrom([], ["our notes"]),
  encoding: fc.constantFrom("utf-8", "utf-16le"),
});

const SUMMARY = fc
  .string({ unit: fc.constantFrom(..."aя ش,;\t\"'=\n\r|€😀"), minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() !== "");

function writeTable(form: typeof TABLE extends fc.Arbitrary<infer T> ? T : never): Uint8Array {
  const { data } = papaparse.parse<Record<string, string>>(readMini("claims.csv"), {
    header: true,
    skipEmptyLines: true,
  });
  const { order, delimiter, lineBreak, extra, quotes, mark, hasFinalBreak, encoding } = form;
  const fields = [...order, ...extra];
  const rows = data.map((row) => fields.map((field) => row[field] ?? "x\ny"));
  const text =
    mark +
    papaparse.unparse({ fields, data: rows }, { delimiter, newline: lineBreak, quotes }) +
    (hasFinalBreak ? lineBreak : "");
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return new Uint8Array([0xff, 0xfe, ...units.slice(mark.length).flatMap((unit) => [unit & 255, unit >> 8])]);
}

describe("a claim that is added", () => {
  it("is the one new record, and all other bytes of all files stay, however the table is written", async () => {
    await fc.assert(
      fc.asyncProperty(TABLE, SUMMARY, fc.boolean(), async (form, summary, isWindow) => {
        const files = miniFiles({ "claims.csv": writeTable(form) });
        const change = addTo("middle", { summary, lastDay: isWindow ? "2020-01-04" : "" });
        const { before, changed, after, folder, problems } = await edit(files, change);
        expect(problems).toEqual([]);
        expect(changed?.map(({ path }) => path)).toEqual(["claims.csv"]);
        const inserted = findInserted(
          await readBytes(before.folder, "claims.csv"),
          await readBytes(folder, "claims.csv"),
        );
        expect(inserted.at).toBeGreaterThan(0);
        expect(after?.dataset?.claims.slice(0, -1)).toEqual(before.claims);
        expect(after?.dataset?.claims.at(-1)).toEqual({
          id: "c4",
          settlement: "middle",
          action: "captured",
          extent: undefined,
          side: "red",
          actor: "",
          firstDay: day("2020-01-03"),
          lastDay: day(isWindow ? "2020-01-04" : "2020-01-03"),
          dayBasis: isWindow ? "window" : "stated",
          attribution: "article",
          certainty: "stated",
          source: "d1",
          paragraph: 0,
          offset: 0,
          spelling: "",
          summary: summary.replaceAll(/\r\n?/g, "\n").trim(),
          contradicts: undefined,
          ground: undefined,
        });
      }),
      { numRuns: 60 },
    );
  });

  it("is written under the file's own names and values", async () => {
    const table = "place;when;holder;text\nmiddle;2020-01-02;RU;a\n";
    const declared = JSON.parse(readMini("dataset.json")) as { files: Record<string, unknown> };
    declared.files["claims"] = {
      path: "claims.csv",
      columns: { day: "when", side: "holder" },
      values: { side: { RU: "red", UA: "blue" } },
    };
    const files = miniFiles({ "claims.csv": table, "dataset.json": JSON.stringify(declared) });
    const { folder } = await edit(files, addTo("middle", { side: "blue", source: "" }));
    expect(new TextDecoder().decode(await folder.read("claims.csv"))).toBe(
      `${table}middle;2020-01-03;UA;Taken.\n`,
    );
  });

  it("begins a table where there was none, and declares it without touching the rest of the declaration", async () => {
    const text = readMini("dataset.json").replace('\n    "claims": "claims.csv",', "");
    const { "claims.csv": _, ...files } = miniFiles({ "dataset.json": text });
    const { folder, before, after } = await edit(files, addTo("middle"));
    expect(before.claims).toEqual([]);
    expect(after?.dataset?.claims).toHaveLength(1);
    const inserted = findInserted(
      await readBytes(before.folder, "dataset.json"),
      await readBytes(folder, "dataset.json"),
    );
    expect(inserted.text).toContain('"claims": "claims.csv"');
  });

  it("is refused where the quotes of the table do not end, or the table has no column for what is said", async () => {
    const open = await edit(
      miniFiles({ "claims.csv": `${readMini("claims.csv")}c9,middle,"captured` }),
      addTo("middle"),
    );
    expect(open.changed).toBeUndefined();
    expect(open.problems).toMatchObject([{ code: "broken-quotes", file: "claims.csv" }]);
    const narrow = miniFiles({ "claims.csv": "settlement,side,day,summary\nmiddle,red,2020-01-02,a\n" });
    const { changed, problems } = await edit(narrow, addTo("middle", { source: "d1" }));
    expect(changed).toBeUndefined();
    expect(problems).toMatchObject([{ code: "missing-column", member: "source" }]);
  });

  it("is written in the encoding that is declared, and refused where that has no such letter", async () => {
    const declared = { ...(JSON.parse(readMini("dataset.json")) as object), encoding: "windows-1251" };
    // "Я" in windows-1251.
    const table = [
      ...new TextEncoder().encode("settlement,side,day,summary\nmiddle,red,2020-01-02,"),
      0xdf,
      10,
    ];
    const files = miniFiles({
      "dataset.json": JSON.stringify(declared),
      "claims.csv": new Uint8Array(table),
    });
    const { folder, after } = await edit(files, addTo("middle", { source: "", summary: "Яр" }));
    expect((await readBytes(folder, "claims.csv")).slice(-3)).toEqual(Uint8Array.of(0xdf, 0xf0, 10));
    expect(after?.dataset?.claims.at(-1)?.summary).toBe("Яр");
    const { problems } = await edit(files, addTo("middle", { source: "", summary: "قرية" }));
    expect(problems).toMatchObject([{ code: "not-utf-8" }]);
  });
});

describe("a settlement that is moved", () => {
  const moveTo = (settlement: string, lng: string, lat: string): Edit => ({
    kind: "move",
    settlement,
    draft: { lng, lat },
  });

  it("has the new position, and nothing else of its GeoJSON is another", async () => {
    const coordinates = fc.tuple(fc.integer({ min: 1000, max: 1399 }), fc.integer({ min: 5000, max: 5399 }));
    const form = fc.constantFrom(
      (value: unknown) => JSON.stringify(value),
      (value: unknown) => JSON.stringify(value, null, "\t").replaceAll("\n", "\r\n"),
      (value: unknown) => `\uFEFF${JSON.stringify(value, null, 1)}\n\n`,
    );
    const points = JSON.parse(readMini("towns.geojson")) as { features: { properties: { id: string } }[] };
    const which = fc.integer({ min: 0, max: points.features.length - 1 });
    await fc.assert(
      fc.asyncProperty(coordinates, form, which, async ([x, y], write, index) => {
        const id = points.features[index]!.properties.id;
        const files = miniFiles({ "towns.geojson": write(points) });
        const { before, after, folder, problems } = await edit(
          files,
          moveTo(id, String(x / 100), String(y / 100)),
        );
        expect(problems).toEqual([]);
        expect(after?.dataset?.settlements).toEqual(
          before.settlements.map((place) =>
            place.id === id ? { ...place, position: [x / 100, y / 100] } : place,
          ),
        );
        const strip = (text: string) =>
          text.replaceAll(/("coordinates":\s*\[\s*)[-\d.]+(\s*,\s*)[-\d.]+/g, "$1$2");
        const decode = async (from: Folder) =>
          new TextDecoder("utf-8", { ignoreBOM: true }).decode(await from.read("towns.geojson"));
        expect(strip(await decode(folder))).toBe(strip(await decode(before.folder)));
      }),
      { numRuns: 40 },
    );
  });

  it("has it in the two cells of its row, with a comma where the table has commas", async () => {
    const table = 'Lat;note;Longitude;name\r\n"51,5";"a;b";12,25;Middle\r\n51;;11;"East"\r\n';
    const declared = JSON.parse(readMini("dataset.json")) as { files: Record<string, unknown> };
    declared.files = { settlements: "places.csv" };
    const files = { "dataset.json": JSON.stringify(declared), "places.csv": table };
    const { folder, after } = await edit(files, moveTo("row-2", "12.75", "51.125"));
    expect(new TextDecoder().decode(await folder.read("places.csv"))).toBe(
      'Lat;note;Longitude;name\r\n"51,125";"a;b";12,75;Middle\r\n51;;11;"East"\r\n',
    );
    expect(after?.dataset?.settlements.map(({ position }) => position)).toEqual([
      [12.75, 51.125],
      [11, 51],
    ]);
  });

  it("cannot be moved in a file whose numbers are no degrees", async () => {
    const points = {
      ...(JSON.parse(readMini("towns.geojson")) as object),
      crs: { type: "name", properties: { name: "EPSG:3857" } },
    };
    const { changed, problems } = await edit(
      miniFiles({ "towns.geojson": JSON.stringify(points) }),
      moveTo("middle", "12", "52"),
    );
    expect(changed).toBeUndefined();
    expect(problems).toMatchObject([{ code: "unknown-settlement" }]);
  });
});

describe("what is wrong with an edit", () => {
  const judge = async (change: Edit, files = miniFiles()) =>
    (await judgeEdit(change, await open(files))).map(({ field, problem }) => [field, problem.code]);

  it("is told of its field, by the rules of the data set", async () => {
    expect(await judge(addTo("middle"))).toEqual([]);
    expect(await judge(addTo("middle", { firstDay: "" }))).toEqual([["firstDay", "missing-member"]]);
    expect(await judge(addTo("middle", { firstDay: "2020-02-31" }))).toEqual([["firstDay", "not-a-day"]]);
    expect(await judge(addTo("middle", { lastDay: "soon" }))).toEqual([["lastDay", "not-a-day"]]);
    expect(await judge(addTo("middle", { lastDay: "2020-01-01" }))).toEqual([["lastDay", "days-reversed"]]);
    expect(await judge(addTo("middle", { firstDay: "2031-01-01" }))).toEqual([["firstDay", "outside-story"]]);
    expect(await judge(addTo("middle", { side: "green" }))).toEqual([["side", "unknown-side"]]);
    expect(await judge(addTo("middle", { side: "" }))).toEqual([["side", "missing-member"]]);
    expect(await judge(addTo("middle", { side: "", action: "contested" }))).toEqual([]);
    expect(await judge(addTo("middle", { action: "danced" }))).toEqual([["action", "unknown-value"]]);
    expect(await judge(addTo("middle", { source: "d77" }))).toEqual([["source", "unknown-source"]]);
    expect(await judge(addTo("middle", { source: "https://example.org/a" }))).toEqual([]);
    expect(await judge(addTo("middle", { source: "", summary: "" }))).toEqual([
      ["summary", "missing-member"],
    ]);
    expect(await judge({ kind: "move", settlement: "middle", draft: { lng: "12", lat: "95" } })).toEqual([
      ["lat", "off-globe"],
    ]);
    expect(
      await judge({ kind: "move", settlement: "middle", draft: { lng: "12", lat: "here" } }),
    ).toHaveLength(1);
    expect(await judge({ kind: "move", settlement: "middle", draft: { lng: "12.5", lat: "52" } })).toEqual(
      [],
    );
  });
});
