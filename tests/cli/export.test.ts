import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { copyMini, runIn } from "../fixtures/run-folder.ts";

/** The folder in which a copy of the mini data set lies. */
function prepare(): string {
  return dirname(copyMini());
}

describe("export", () => {
  it("writes a file whose name tells what it is, and says what is in it", async () => {
    const cwd = prepare();
    const name = "mini-story-areas-2020-01-01-to-2020-01-04.geojson";
    expect(await runIn(cwd, ["export", "mini", "--what", "areas", "--format", "geojson"])).toEqual({
      code: 0,
      out: `${name}: 6 areas; 2020-01-01 to 2020-01-04; ${readFileSync(join(cwd, name)).length.toLocaleString("en")} bytes\n`,
      err: "",
    });
    expect(readdirSync(cwd).toSorted()).toEqual(["mini", name]);
  });

  it("knows the format by the ending of the file, and answers in JSON", async () => {
    const cwd = prepare();
    const run = await runIn(cwd, [
      "export",
      "mini",
      "--what",
      "all",
      "--out",
      "a.gpkg",
      "--day",
      "2020-01-02",
      "--json",
    ]);
    expect({ ...run, out: JSON.parse(run.out) }).toEqual({
      code: 0,
      out: {
        file: "a.gpkg",
        what: "all",
        format: "gpkg",
        from_day: "2020-01-02",
        to_day: "2020-01-02",
        records: {
          areas: 2,
          front_lines: 1,
          settlements: 3,
          changes: 1,
          events: 1,
          figures: expect.any(Number),
        },
        bytes: readFileSync(join(cwd, "a.gpkg")).length,
      },
      err: "",
    });
    expect(readFileSync(join(cwd, "a.gpkg")).toString("latin1")).toMatch(/^SQLite format 3\0/);
  });

  it("gives the history of a place by any of its names", async () => {
    const cwd = prepare();
    const run = await runIn(cwd, [
      "export",
      "mini",
      "--what",
      "history",
      "--place",
      "وسط",
      "--out",
      "h.json",
    ]);
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(readFileSync(join(cwd, "h.json"), "utf8")).records.settlement.id).toBe("middle");
  });

  it("replaces a file only where it is told to, or nothing is lost", async () => {
    const cwd = prepare();
    const args = ["export", "mini", "--what", "changes", "--out", "a.csv"];
    expect(await runIn(cwd, args)).toMatchObject({ code: 0 });
    const content = readFileSync(join(cwd, "a.csv"));
    expect(await runIn(cwd, args)).toMatchObject({ code: 0 });
    writeFileSync(join(cwd, "a.csv"), "mine");
    const refused = await runIn(cwd, args);
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.err).toContain("a.csv is there already; name another file, or say --replace");
    expect(readFileSync(join(cwd, "a.csv"), "utf8")).toBe("mine");
    expect(await runIn(cwd, [...args, "--replace"])).toMatchObject({ code: 0 });
    expect(readFileSync(join(cwd, "a.csv"))).toEqual(content);
    expect(readdirSync(cwd).toSorted()).toEqual(["a.csv", "mini"]);
  });

  it.each([
    [[], "export needs to know what: --what, one of changes, areas,"],
    [["--what", "pictures"], '--what "pictures" is none of changes,'],
    [["--what", "areas"], "export needs a format: --format, for areas one of geojson, kml, gpkg"],
    [
      ["--what", "areas", "--format", "csv"],
      '"csv" is no format for areas, which can be had as geojson, kml, gpkg',
    ],
    [["--what", "areas", "--out", "a.shp"], '"shp" is no format for areas'],
    [["--what", "history", "--format", "csv"], "a history needs a place"],
    [["--what", "history", "--format", "csv", "--place", "nowhere"], 'no place is called "nowhere"'],
    [["--what", "areas", "--format", "kml", "--place", "middle"], "--place is for --what history alone"],
    [["--what", "areas", "--format", "kml", "--day", "2020-02-01"], "--day 2020-02-01 is outside the story"],
    [
      ["--what", "areas", "--format", "kml", "--day", "2020-01-02", "--to", "2020-01-03"],
      "--day excludes --from and --to",
    ],
    [["--what", "areas", "--format", "kml", "--out", "none/"], "there is no folder none/"],
    [
      ["--what", "areas", "--format", "kml", "--out", "none/a.kml"],
      "nothing can be written to none/a.kml: no such file or directory (ENOENT)",
    ],
  ])("refuses %j", async (args, message) => {
    const cwd = prepare();
    const run = await runIn(cwd, ["export", "mini", ...args]);
    expect(run).toMatchObject({ code: 2, out: "" });
    expect(run.err).toContain(message);
    expect(readdirSync(cwd)).toEqual(["mini"]);
  });

  it("refuses a data set that cannot be read", async () => {
    const run = await runIn(prepare(), ["export", "nowhere", "--what", "changes", "--format", "csv"]);
    expect(run).toMatchObject({ code: 1, out: "" });
  });
});

describe("export --parquet", () => {
  const listAll = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .toSorted();

  it("writes a folder of all tables, and says what is in it", async () => {
    const cwd = prepare();
    const run = await runIn(cwd, [
      "export",
      "mini",
      "--parquet",
      "new/lake",
      "--from",
      "2020-01-02",
      "--json",
    ]);
    const files = listAll(join(cwd, "new/lake"));
    expect({ ...run, out: JSON.parse(run.out) }).toEqual({
      code: 0,
      out: {
        folder: "new/lake",
        format: "parquet",
        from_day: "2020-01-02",
        to_day: "2020-01-04",
        records: { areas: 6, settlements: 3, claims: expect.any(Number) },
        files: 6,
        bytes: files.reduce((sum, file) => sum + readFileSync(join(cwd, "new/lake", file)).length, 0),
      },
      err: "",
    });
    expect(files).toEqual([
      "about.json",
      "areas/day=2020-01-02/areas.parquet",
      "areas/day=2020-01-03/areas.parquet",
      "areas/day=2020-01-04/areas.parquet",
      "claims.parquet",
      "settlements.parquet",
    ]);
    expect(readdirSync(join(cwd, "new"))).toEqual(["lake"]);
  });

  it("replaces what an export wrote, as a whole and only if told, and nothing else", async () => {
    const cwd = prepare();
    const args = ["export", "mini", "--parquet", "lake"];
    mkdirSync(join(cwd, "lake"));
    expect(await runIn(cwd, args)).toMatchObject({ code: 0, err: "" });
    const refused = await runIn(cwd, args);
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.err).toContain("lake is there already; name another folder, or say --replace");
    expect(await runIn(cwd, [...args, "--day", "2020-01-01", "--replace"])).toMatchObject({ code: 0 });
    expect(readdirSync(join(cwd, "lake/areas"))).toEqual(["day=2020-01-01"]);
    writeFileSync(join(cwd, "lake/mine.txt"), "mine");
    const other = await runIn(cwd, [...args, "--replace"]);
    expect(other.err).toContain("lake has mine.txt in it, which no export writes");
    expect(readdirSync(join(cwd, "lake/areas"))).toEqual(["day=2020-01-01"]);
    expect(readdirSync(cwd).toSorted()).toEqual(["lake", "mini"]);
  });

  it.each([
    [["--what", "areas"], "--parquet excludes --what: it writes a folder of all tables"],
    [["--out", "a.gpkg"], "--parquet excludes --out"],
    [["--day", "2020-02-01"], "--day 2020-02-01 is outside the story"],
  ])("refuses %j", async (more, message) => {
    const cwd = prepare();
    const run = await runIn(cwd, ["export", "mini", "--parquet", "lake", ...more]);
    expect(run).toMatchObject({ code: 2, out: "" });
    expect(run.err).toContain(message);
    expect(readdirSync(cwd)).toEqual(["mini"]);
  });

  it("leaves nothing where nothing can be written", async () => {
    const cwd = prepare();
    writeFileSync(join(cwd, "file"), "");
    const run = await runIn(cwd, ["export", "mini", "--parquet", "file/lake"]);
    expect(run).toMatchObject({ code: 2, out: "" });
    expect(run.err).toContain("nothing can be written to file/lake: ");
    expect(readdirSync(cwd).toSorted()).toEqual(["file", "mini"]);
  });
});
