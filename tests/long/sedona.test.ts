import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { type WriteOptions, writeConflict } from "../bench/generate.ts";
import { runIn } from "../fixtures/run-folder.ts";
import { askEngine, askTurf, drawRemainder, type Row, sortRows } from "./change-rows.ts";
import { ensurePython, NotReached } from "./python.ts";
import { ensureSedona } from "./spark.ts";

const GEODATA = fileURLToPath(new URL("../../geodata", import.meta.url));
const ASK_DUCKDB = fileURLToPath(new URL("ask-duckdb.py", import.meta.url));
/** These go together. */
const DUCKDB = ["duckdb==1.5.5", "duckdb-extensions==1.5.5", "duckdb-extension-spatial==1.5.5"];

const SETS: readonly (readonly [string, WriteOptions, string | undefined])[] = [
  [
    "two sides, days without a file, enclaves",
    {
      days: 90,
      settlements: 3000,
      vertices: 1200,
      seed: 11,
      turnover: 0.03,
      sides: "two",
      missing: [20, 41, 42, 43],
    },
    undefined,
  ],
  [
    "one side drawn, with holes, rings clockwise and turned, a third value",
    {
      days: 60,
      settlements: 2000,
      vertices: 1200,
      seed: 12,
      turnover: 0.03,
      sides: "one",
      missing: [7, 30],
      clockwise: true,
      rotated: true,
      heights: true,
    },
    "west",
  ],
];

const folder = mkdtempSync(join(tmpdir(), "sedona-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What cannot be installed because its registry is not reached skips the test, and says so. */
function orSkip<Result>(install: () => Result, skip: (note: string) => never): Result {
  try {
    return install();
  } catch (error) {
    if (error instanceof NotReached) return skip(error.message);
    throw error;
  }
}

/** Writes a generated data set, and exports it as a reader would. */
async function writeLake(name: string, options: WriteOptions) {
  const conflict = await writeConflict(join(folder, name), options);
  const run = await runIn(folder, ["export", name, "--parquet", `${name}-lake`]);
  expect(run).toMatchObject({ code: 0, err: "" });
  const missing = new Set(Array.isArray(options.missing) ? options.missing : []);
  const days = [...conflict.listDailyAreas()].filter((_, index) => !missing.has(index));
  return { conflict, days, lake: join(folder, `${name}-lake`) };
}

/** What DuckDB finds in the files; throws NotReached if it cannot be had. */
function askDuckDb(lake: string, defaultSide?: string) {
  const python = join(ensurePython("duckdb", DUCKDB), "python");
  const args = [ASK_DUCKDB, lake, ...(defaultSide === undefined ? [] : [defaultSide])];
  const text = execFileSync(python, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  return JSON.parse(text) as {
    readonly rows: readonly Row[];
    readonly types: Readonly<Record<"areas" | "settlements" | "claims", Record<string, string>>>;
    readonly invalid: number;
  };
}

describe.each(SETS)("%s", (title, options, defaultSide) => {
  const name = title.split(" ", 1)[0] ?? "";

  it("exported as GeoParquet, has on Sedona the changes of our engine and of Turf", async ({ skip }) => {
    const sedona = orSkip(ensureSedona, skip);
    const { conflict, days, lake } = await writeLake(name, options);
    const found = sedona.findChanges(lake, join(folder, `${name}-found`), defaultSide);
    const remainder = defaultSide === undefined ? undefined : drawRemainder(conflict);
    expect(found.changes.length).toBeGreaterThan(100);
    expect(found.changes).toEqual(askEngine(conflict, days, remainder));
    expect(found.changes).toEqual(askTurf(conflict, days, defaultSide));
    expect(found.changes.some(([day, firstDay]) => day !== firstDay)).toBe(true);
    expect(found.missing).toEqual(
      defaultSide === undefined
        ? [
            ["2022-03-16", "2022-03-16"],
            ["2022-04-06", "2022-04-08"],
          ]
        : [
            ["2022-03-03", "2022-03-03"],
            ["2022-03-26", "2022-03-26"],
          ],
    );
  });

  it("and the same as DuckDB reads the same files", async ({ skip }) => {
    orSkip(() => ensurePython("duckdb", DUCKDB), skip);
    const { conflict, days, lake } = await writeLake(`${name}-again`, options);
    const { rows, invalid } = askDuckDb(lake, defaultSide);
    expect(invalid).toBe(0);
    expect(sortRows(rows)).toEqual(askTurf(conflict, days, defaultSide));
  });
});

describe("the bundled story as GeoParquet", () => {
  it("is for DuckDB tables of days, numbers and shapes", async ({ skip }) => {
    orSkip(() => ensurePython("duckdb", DUCKDB), skip);
    const lake = join(folder, "story");
    const run = await runIn(folder, ["export", GEODATA, "--parquet", lake]);
    expect(run).toMatchObject({ code: 0, err: "" });
    const { types, invalid } = askDuckDb(lake);
    expect(invalid).toBe(0);
    expect(types.areas).toMatchObject({ side: "VARCHAR", side_rank: "INTEGER", day: "DATE" });
    expect(types.areas["geometry"]).toBe("GEOMETRY('OGC:CRS84')");
    expect(types.settlements).toMatchObject({
      id: "VARCHAR",
      importance: "INTEGER",
      context: "BOOLEAN",
      lng: "DOUBLE",
    });
    expect(types.claims).toMatchObject({
      first_day: "DATE",
      last_day: "DATE",
      paragraph: "INTEGER",
      summary: "VARCHAR",
    });
  });
});
