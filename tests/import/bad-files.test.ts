import { gzipSync } from "node:zlib";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { formatProblem } from "../../src/data/problem.ts";
import type { ReadSheetsOptions } from "../../src/import/source.ts";
import { KML, makeGeopackage, makeWorkbook, readSample } from "../fixtures/import-samples.ts";
import { readFiles } from "../fixtures/source-files.ts";

type Files = Parameters<typeof readFiles>[0];

/** The problems but for notes, in one line each, and how many rows came through. */
async function tell(files: Files, options: ReadSheetsOptions = {}) {
  const { sheets, problems, notes } = await readFiles(files, options);
  const told = problems.filter(({ severity }) => severity !== "note");
  return {
    codes: told.map(({ code }) => code),
    lines: told.map(formatProblem),
    rows: sheets.flatMap(({ rows }) => rows).length,
    sheets,
    notes,
  };
}

/** Bytes of letters up to U+00FF. */
const toBytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("a file of another kind than its name says", () => {
  it.each([
    ["table.csv", "\x89PNG\r\n\x1a\n", "a picture (PNG)"],
    ["areas.geojson", "%PDF-1.7", "a PDF"],
    ["areas.zip", "Rar!\x1a\x07", "an archive (RAR)"],
    ["areas.kml", "name,lat\nTell,35\n", "something else than KML"],
    ["areas.geojson", "name,lat\nTell,35\n", "something else than JSON"],
    ["places.gpkg", "no database", "something else than a GeoPackage"],
    ["places.xlsx", "no workbook", "something else than a workbook"],
    ["areas.shp", "no shapefile", "something else than a shapefile"],
    ["areas.json", '{"error":{"code":499,"message":"Token Required"}}', "JSON in which no data are found"],
    [
      "areas.kml",
      "<!DOCTYPE html><html><body>Sign in</body></html>",
      "XML that is no KML, such as a web page",
    ],
    [
      "places.xls",
      "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0k\0b\0o\0o\0k\0",
      "a workbook of Excel before 2007 (.xls)",
    ],
    ["data.parquet", "PAR1", "a Parquet file"],
    ["blank.csv", "  \n \n", "a file without any text in it"],
  ])("is told what it is: %s, %j", async (name, text, found) => {
    const { codes, lines, rows } = await tell({ [name]: toBytes(text) });
    expect([codes, rows]).toEqual([["unknown-file-kind"], 0]);
    expect(lines[0]).toContain(`${name}: found ${found}; expected a`.replace("expected a", "expected "));
  });

  it("of no kind at all is one problem", async () => {
    expect((await tell({ "a.csv": new Uint8Array() })).codes).toEqual(["empty-file"]);
    expect((await tell({ "a.csv": toBytes("a\0\0\0\0b") })).codes).toEqual(["not-a-text-file"]);
    expect((await tell({ "a.csv": toBytes("a,b\x01\x02\xff\xfe") })).codes).toEqual(["not-a-text-file"]);
  });

  it("is a part of a shapefile, which by itself is of no use, and beside others is passed over", async () => {
    const index = toBytes("\0\0\x27\x0a\0\0\0\0");
    expect((await tell({ "a.shx": index })).codes).toEqual(["unknown-file-kind"]);
    expect((await tell({ "a.prj": "GEOGCS[]" })).codes).toEqual(["unknown-file-kind"]);
    const files = { "a.sbn": index, "b.csv": "a,b\n1,2\n", "b.xml": "<metadata/>", "readme.txt": "text" };
    const { codes, notes, rows } = await tell(files);
    expect([codes, rows]).toEqual([[], 1]);
    expect(notes).toEqual([{ kind: "files-passed-over", file: "", paths: ["a.sbn", "b.xml", "readme.txt"] }]);
    const archive = zipSync({ "x.sbn": index, ...unzipSync(readSample("areas-1256-utm.zip")) });
    expect(await tell({ "a.zip": archive })).toMatchObject({ codes: [], rows: 2 });
  });

  it("does not keep the others from being read", async () => {
    const { codes, rows } = await tell({ "a.csv": "%PDF-", "b.csv": "a,b\n1,2\n", "c.geojson": "{" });
    expect([codes, rows]).toEqual([["unknown-file-kind", "broken-json"], 1]);
  });
});

describe("a protected file", () => {
  it.each([
    [
      "a workbook of Excel",
      "a.xlsx",
      toBytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
    ],
    [
      "a workbook of LibreOffice",
      "a.ods",
      zipSync({
        "META-INF/manifest.xml": strToU8(
          '<m:manifest xmlns:m="m"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>',
        ),
        "content.xml": toBytes("\x93\x17"),
      }),
    ],
  ])("is %s", async (_, name, bytes) => {
    const { codes, rows } = await tell({ [name]: bytes });
    expect([codes, rows]).toEqual([["protected-file"], 0]);
  });

  it("is one of an archive whose other files are read", async () => {
    const archive = zipSync({ "a.csv": strToU8("a,b\n1,2\n"), "b.csv": strToU8("a,b\n3,4\n") });
    const entries = [...archive].flatMap((byte, at) =>
      byte === 0x50 && archive[at + 2] === 1 && archive[at + 3] === 2 ? [at] : [],
    );
    const first = entries[0] ?? 0;
    archive[first + 8] = (archive[first + 8] ?? 0) | 1;
    const { codes, rows } = await tell({ "all.zip": archive });
    expect([codes, rows]).toEqual([["protected-file"], 1]);
  });
});

describe("a file that is cut off", () => {
  it("is read up to there where it can be", async () => {
    const half = (bytes: Uint8Array) => bytes.slice(0, Math.floor(bytes.length / 2));
    const kml = await tell({ "a.kml": KML.slice(0, KML.indexOf("Address")) });
    expect([kml.codes, kml.rows]).toEqual([["damaged-file"], 2]);
    expect(kml.lines[0]).toMatch(/^a\.kml:9:\d+: found XML that is not sound/);
    expect((await tell({ "a.xlsx": half(readSample("places.xlsx")) })).codes).toEqual(["damaged-archive"]);
    expect((await tell({ "a.zip": half(readSample("areas-1256-utm.zip")) })).codes).toEqual([
      "damaged-archive",
    ]);
    expect((await tell({ "a.gpkg": half(await makeGeopackage()) })).codes).toContain("damaged-file");
    expect((await tell({ "a.geojson": '{"type":"FeatureCollection","features":[{"type"' })).codes).toEqual([
      "broken-json",
    ]);
    expect((await tell({ "a.csv.gz": half(new Uint8Array(gzipSync("a,b\n".repeat(1000)))) })).codes).toEqual([
      "damaged-file",
    ]);
    const names = await tell({ "a.csv": strToU8(`name,b\n${"تل الريح,1\n".repeat(9)}تل`).slice(0, -1) });
    expect([names.codes, names.rows]).toEqual([["not-utf-8", "wrong-cell-count"], 10]);
  });

  it("among those of a shapefile is told, and its sound shapes are read", async () => {
    const shapefile = new DataView(new ArrayBuffer(100 + 28 * 2));
    shapefile.setInt32(0, 9994);
    for (const [index, lng] of [36, 37].entries()) {
      const at = 100 + 28 * index;
      shapefile.setInt32(at, index + 1);
      shapefile.setInt32(at + 4, 10);
      shapefile.setInt32(at + 8, 1, true);
      shapefile.setFloat64(at + 12, lng, true);
      shapefile.setFloat64(at + 20, 35, true);
    }
    const bytes = new Uint8Array(shapefile.buffer);
    const whole = await tell({ "a.shp": bytes });
    expect([whole.codes, whole.rows]).toEqual([["file-missing"], 2]);
    const cut = await tell({ "a.shp": bytes.slice(0, -5) });
    expect([cut.codes, cut.rows]).toEqual([["file-missing", "damaged-file"], 1]);
    expect(cut.sheets[0]?.rows[0]?.shape).toEqual({ type: "Point", coordinates: [36, 35] });
  });
});

describe("a file that is too large", () => {
  const GEOJSON = JSON.stringify({
    type: "FeatureCollection",
    features: Array.from({ length: 5 }, (_, index) => ({
      type: "Feature",
      properties: { [`p${index}`]: index },
      geometry: null,
    })),
  });

  it("is not even read where its size says so", async () => {
    const { codes, lines } = await tell({ "a.csv": "a,b\n1,2\n" }, { limits: { fileBytes: 5 } });
    expect(codes).toEqual(["file-too-large"]);
    expect(lines[0]).toContain("a file of 1 MB");
  });

  it("in rows or columns is read as far as the limit, and one problem says so", async () => {
    const rows = await tell({ "a.csv": "a,b\n1,2\n3,4\n5,6\n" }, { limits: { rows: 2 } });
    expect([rows.codes, rows.rows]).toEqual([["table-too-large"], 2]);
    const columns = await tell({ "a.csv": "a,b,c\n1,2,3\n" }, { limits: { columns: 2 } });
    expect([columns.codes, columns.sheets[0]?.columns]).toEqual([["table-too-large"], ["a", "b"]]);
    const features = await tell({ "a.geojson": GEOJSON }, { limits: { rows: 3 } });
    expect([features.codes, features.rows]).toEqual([["table-too-large"], 3]);
    const properties = await tell({ "a.geojson": GEOJSON }, { limits: { columns: 3 } });
    expect([properties.codes, properties.rows, properties.sheets[0]?.columns.length]).toEqual([
      ["table-too-large"],
      5,
      3,
    ]);
    const cells = await tell({ "a.geojson": GEOJSON }, { limits: { cells: 9 } });
    expect(cells.codes).toEqual(["table-too-large"]);
    expect(cells.rows * (cells.sheets[0]?.columns.length ?? 0)).toBeLessThanOrEqual(9);
  });

  it("has cells far out, of which a spreadsheet has sixteen thousand columns and a million rows", async () => {
    const sheet =
      '<row><c r="A1"><v>1</v></c><c r="XFD1048576"><v>2</v></c></row><row><c r="B1048576"><v>2</v></c></row>';
    const far = await tell({ "a.xlsx": makeWorkbook(sheet) });
    expect([far.codes, far.rows]).toEqual([["table-too-large"], 1]);
    const repeated = `<o:spreadsheet xmlns:o="o"><t:table xmlns:t="t" t:name="x"><t:table-row t:number-rows-repeated="1048576"><t:table-cell o:value-type="float" o:value="1" t:number-columns-repeated="16384"/></t:table-row></t:table></o:spreadsheet>`;
    const files = { "META-INF/manifest.xml": "<m/>", "content.xml": repeated };
    const { codes, rows } = await tell(
      {
        "a.ods": zipSync(
          Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
        ),
      },
      { limits: { cells: 100_000 } },
    );
    expect(codes).toEqual(["table-too-large", "table-too-large"]);
    expect(rows).toBeGreaterThan(40);
  });

  it("unpacks to more than is allowed, by itself, in all, or within others", async () => {
    const zeros = new Uint8Array(300_000);
    const limits = { fileBytes: 100_000, unpackedBytes: 200_000 };
    expect((await tell({ "a.csv.gz": new Uint8Array(gzipSync(zeros)) }, { limits })).codes).toEqual([
      "archive-too-large",
    ]);
    expect((await tell({ "a.zip": zipSync({ "a.csv": zeros }) }, { limits })).codes).toEqual([
      "archive-too-large",
    ]);
    const lying = zipSync({ "a.csv": zeros });
    const at = lying.findIndex(
      (byte, index) => byte === 0x50 && lying[index + 2] === 1 && lying[index + 3] === 2,
    );
    // It says that the file has ten bytes.
    lying.set([10, 0, 0, 0], at + 24);
    expect((await tell({ "a.zip": lying }, { limits })).codes).toEqual(["damaged-file"]);
    const text = strToU8(`a,b\n${"1,2\n".repeat(15_000)}`);
    const one = zipSync({ "a.csv": text });
    const nested = zipSync({ "1.zip": one, "2.zip": one, "3.zip": one, "4.zip": one, "5.zip": one });
    const { codes, rows } = await tell({ "a.zip": nested }, { limits });
    expect([codes, rows]).toEqual([["archive-too-large"], 45_000]);
  });
});

describe("things within things", () => {
  it("are told where they are too many", async () => {
    const nest = (open: string, close: string, core: string) => open.repeat(150) + core + close.repeat(150);
    expect((await tell({ "a.json": nest('{"a":', "}", "1") })).codes).toEqual(["nested-too-deeply"]);
    expect((await tell({ "a.json": nest("[", "]", "1") })).codes).toEqual(["nested-too-deeply"]);
    const collections = nest('{"type":"GeometryCollection","geometries":[', "]}", "");
    expect((await tell({ "a.json": collections })).codes).toEqual(["nested-too-deeply"]);
    expect((await tell({ "a.kml": `<kml>${nest("<Folder>", "</Folder>", "")}</kml>` })).codes).toEqual([
      "nested-too-deeply",
    ]);
    let archive = zipSync({ "a.csv": strToU8("a,b\n1,2\n") });
    for (let depth = 0; depth < 6; depth++) archive = zipSync({ "a.zip": archive });
    expect((await tell({ "a.zip": archive })).codes).toEqual(["nested-too-deeply"]);
    const properties = `{"type":"Feature","geometry":null,"properties":{"deep":${"[".repeat(9000)}${"]".repeat(9000)},"name":"x"}}`;
    const { codes, rows } = await tell({ "a.json": properties });
    expect([codes, rows]).toEqual([[], 1]);
  });
});

describe("what would reach out of the file", () => {
  it("is refused in XML, and nothing is brought in", async () => {
    const kml = (doctype: string) => `${doctype}<kml><Placemark><name>&a;</name></Placemark></kml>`;
    for (const doctype of [
      '<!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
      '<!DOCTYPE kml [<!ENTITY b "ha"><!ENTITY a "&b;&b;&b;&b;">]>',
      '<!DOCTYPE kml [<!ENTITY % a SYSTEM "http://example.org/a.dtd"> %a;]>',
    ]) {
      const { codes, rows } = await tell({ "a.kml": kml(doctype) });
      expect([codes, rows]).toEqual([["entities-in-xml"], 0]);
    }
    const named = await tell({ "a.kml": "<kml><Placemark><name>A&nbsp;B &amp; C</name></Placemark></kml>" });
    expect(named.sheets[0]?.rows[0]?.cells).toEqual(["A&nbsp;B & C"]);
  });

  it("is a link of KML, which is named, and a macro, which is not looked at", async () => {
    const link = "<NetworkLink><Link><href>https://example.org/live.kml</href></Link></NetworkLink>";
    const { codes, lines, rows } = await tell({ "a.kml": KML.replace("<Folder>", `${link}<Folder>`) });
    expect([codes, rows]).toEqual([["network-link"], 6]);
    expect(lines[0]).toContain("https://example.org/live.kml");
    const workbook = makeWorkbook(
      '<row><c t="str"><v>a</v></c></row><row><c t="str"><f>CALL()</f><v>b</v></c></row>',
      { "xl/vbaProject.bin": "Sub Auto_Open()" },
    );
    const macro = await tell({ "a.xlsm": workbook });
    expect([macro.codes, macro.rows]).toEqual([[], 1]);
  });
});

describe("texts in other encodings than UTF-8", () => {
  /** The bytes of a text in an encoding of one byte a letter, by looking for them. */
  function encode(text: string, encoding: string): Uint8Array {
    const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    // At its place in windows-1252, where some versions of Node have no letters.
    return Uint8Array.from(text, (letter) => (letter === "’" ? 0x92 : letters.indexOf(letter)));
  }
  const wide = (text: string, size: 2 | 4, isBig: boolean) => {
    const view = new DataView(new ArrayBuffer(size * text.length));
    for (const [at, letter] of [...text].entries())
      if (size === 2) view.setUint16(2 * at, letter.charCodeAt(0), !isBig);
      else view.setUint32(4 * at, letter.charCodeAt(0), !isBig);
    return new Uint8Array(view.buffer);
  };
  const ARABIC = "الاسم,الجهة\nمعرة النعمان,قوات\nحمص,في\n";
  const CYRILLIC = "назва,сторона\nХарків,ЗСУ\nІзюм,в\n";
  const LATIN = "nom,côté\nÉvreux,armée\nMâcon,à l’est\n";

  it.each([
    ["windows-1256", ARABIC],
    ["windows-1251", CYRILLIC],
    ["windows-1252", LATIN],
  ])("are guessed as %s, which a note says, and can be chosen", async (encoding, text) => {
    const bytes = encode(text, encoding);
    expect(bytes.some((byte) => byte > 127)).toBe(true);
    const guessed = await tell({ "a.csv": bytes });
    const cells = text
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    expect([guessed.sheets[0]?.columns, ...(guessed.sheets[0]?.rows.map((row) => row.cells) ?? [])]).toEqual(
      cells,
    );
    expect(guessed.notes).toMatchObject([
      { kind: "encoding-guessed", file: "a.csv", encoding, others: { length: 8 } },
    ]);
    const chosen = await tell({ "a.csv": bytes }, { encodings: { "a.csv": "koi8-u" } });
    expect(chosen.notes).toEqual([]);
    expect(chosen.sheets[0]?.columns).not.toEqual(cells[0]);
    expect((await tell({ "a.csv": bytes }, { encodings: { "a.csv": "cp-nothing" } })).codes).toEqual([
      "not-utf-8",
    ]);
  });

  it("are read with a mark and without one, of two and four bytes", async () => {
    for (const size of [2, 4] as const)
      for (const isBig of [true, false])
        for (const mark of ["\uFEFF", ""]) {
          const { sheets, codes, notes } = await tell({
            "a.csv": wide(`${mark}name,side\n${CYRILLIC}`, size, isBig),
          });
          expect([codes, notes]).toEqual([[], []]);
          expect(sheets[0]?.rows.map(({ cells }) => cells)).toEqual([
            ["назва", "сторона"],
            ["Харків", "ЗСУ"],
            ["Ізюм", "в"],
          ]);
          expect(sheets[0]?.columns).toEqual(["name", "side"]);
        }
  });
});
