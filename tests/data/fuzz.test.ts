import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildAtlas } from "../../src/core/atlas.ts";
import { checkAgreement } from "../../src/data/check-agreement.ts";
import { readCompiled, writeCompiled } from "../../src/data/compiled/compiled.ts";
import { formatProblem } from "../../src/data/problem.ts";
import { alterMini, loadMini, MINI_FILES, readMini } from "../fixtures/mini.ts";
import { findChangedElsewhere } from "../fixtures/changed-elsewhere.ts";
import { surviveMutations } from "../fixtures/survive.ts";
import { surviveMutatedArchives } from "../fixtures/survive-archives.ts";

const file = fc.constantFrom(...MINI_FILES);
const jsonFile = fc.constantFrom(...MINI_FILES.filter((name) => !name.endsWith(".csv")));

/** Values that have tripped validators before: the wrong kind, empty, not finite, names that every object has. */
const strangeValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    "",
    " ",
    [],
    {},
    0,
    -1,
    1e308,
    true,
    "__proto__",
    "constructor",
    "toString",
    [[]],
    [[[]]],
  ),
  fc.constantFrom<unknown>("2020-01-02", "2020-02-30", "red", "west", "Point", "Polygon", "Feature"),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Loads the mini data set with one text replaced; gives the lines of its problems that no person should read. */
async function findUnreadable(name: (typeof MINI_FILES)[number], text: string): Promise<string[]> {
  const loaded = await loadMini({ [name]: text });
  const problems = [...loaded.problems];
  // What was kept must be sound enough for the core to work with.
  if (loaded.dataset) problems.push(...checkAgreement(buildAtlas(loaded.dataset), loaded));
  return problems.map(formatProblem).filter((line) => /[\p{Cc}]|\[object|found ;/u.test(line));
}

/** The front of 2 and 3 January half a degree to the west. */
function moveLine(): Partial<Record<(typeof MINI_FILES)[number], string>> {
  return { "front-lines.geojson": readMini("front-lines.geojson").replaceAll("12.5,", "12,") };
}

/** The paths of every value in a JSON value, its own excluded. */
function listPaths(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    [...path, key],
    ...listPaths(child, [...path, key]),
  ]);
}

function replaceAt(root: unknown, path: readonly string[], value: unknown): void {
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], root);
  const key = path.at(-1) ?? "";
  if (value === undefined) delete (parent as Record<string, unknown>)[key];
  else (parent as Record<string, unknown>)[key] = value;
}

describe("loading", () => {
  it("survives mutated files, and tells of every loss", async () => {
    expect(await surviveMutations(0, 250)).toEqual([]);
  });

  it.each(["zip", "compiled"] as const)(
    "gives of a mutated file the same data or a problem: %s",
    async (kind) => {
      expect(await surviveMutatedArchives(kind, 0, 300)).toEqual([]);
    },
  );

  it("is judged by what sees a record and a day that changed though another was touched", async () => {
    const files = Object.fromEntries(MINI_FILES.map((name) => [name, readMini(name)]));
    const [{ dataset }, { dataset: other }] = await Promise.all([
      loadMini(),
      loadMini({ "claims.csv": readMini("claims.csv").replaceAll("reported", "stated"), ...moveLine() }),
    ]);
    if (!dataset || !other) throw new Error("The mini data set cannot be read");
    const row = readMini("claims.csv").indexOf("c1,");
    const judge = (path: string, from: number) =>
      findChangedElsewhere({ files, dataset }, other, path, { from, to: from + 1 });
    expect(judge("claims.csv", row)).toEqual([
      "claims c2 is another",
      "the ground of 2020-01-02 is another",
      "the ground of 2020-01-03 is another",
    ]);
    expect(judge("front-lines.geojson", readMini("front-lines.geojson").indexOf("12.5,50"))).toEqual([
      "claims c2 is another",
    ]);
  });

  it("never throws when characters of a file are cut out or put in", async () => {
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.nat(),
        fc.nat(30),
        fc.string({ unit: "binary", maxLength: 5 }),
        async (name, at, length, inserted) => {
          const text = readMini(name);
          const start = at % (text.length + 1);
          expect(
            await findUnreadable(name, text.slice(0, start) + inserted + text.slice(start + length)),
          ).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("never throws when a value of a JSON file is replaced by another or taken away", async () => {
    await fc.assert(
      fc.asyncProperty(
        jsonFile,
        fc.nat(),
        fc.option(strangeValue, { nil: undefined }),
        async (name, at, value) => {
          const root = JSON.parse(readMini(name));
          const paths = listPaths(root);
          replaceAt(root, paths[at % paths.length] ?? [], value);
          expect(await findUnreadable(name, JSON.stringify(root))).toEqual([]);
        },
      ),
      { numRuns: 800 },
    );
  });

  it.each(["claims.csv", "events.csv", "figures.csv"] as const)(
    "never throws when a cell of %s is replaced",
    async (name) => {
      const rows = readMini(name).trim().split("\n");
      const cell = fc.oneof(
        fc.string({ unit: "binary" }),
        fc.constantFrom("", '"', ";", "\n", "c1", "red", "9e99", "2020-01-03"),
      );
      await fc.assert(
        fc.asyncProperty(fc.nat(), fc.nat(), cell, async (row, column, value) => {
          const cells = (rows[row % rows.length] ?? "").split(",");
          cells[column % cells.length] = value;
          expect(
            await findUnreadable(name, rows.with(row % rows.length, cells.join(",")).join("\n")),
          ).toEqual([]);
        }),
        { numRuns: 200 },
      );
    },
  );

  it("never throws on any text at all", async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.oneof(fc.string({ unit: "binary" }), fc.json()), async (name, text) => {
        expect(await findUnreadable(name, text)).toEqual([]);
      }),
      {
        numRuns: 300,
      },
    );
  });
});

describe("what mutations have found", () => {
  const DEEP = "[".repeat(10_000) + "]".repeat(10_000);

  it.each([
    ["front-lines.geojson", '"side":"red"', `"side":${DEEP}`],
    ["front-lines.geojson", '"from":"2019-12-31"', `"from":${DEEP}`],
    ["towns.geojson", '"id":"west"', `"id":${DEEP}`],
    ["dataset.json", '"id": "blue"', '"id": 1e308'],
  ] as const)("a value of %s that cannot be told as text is a problem: %s", async (file, old, value) => {
    const { dataset, problems } = await loadMini(alterMini(file, old, value));
    expect(problems.length).toBeGreaterThan(0);
    if (dataset) await readCompiled(await writeCompiled({ ...(await loadMini()), dataset }));
  });

  it("a shape with a member that every object has is read, and can be compiled", async () => {
    const changed = alterMini("regions.geojson", '"type":"Polygon"', '"type":"Polygon","__proto__":[1]');
    const loaded = await loadMini(changed);
    const { dataset } = loaded;
    if (!dataset) throw new Error("Nothing was read");
    const { dataset: read } = await readCompiled(await writeCompiled({ ...loaded, dataset }));
    expect(read.regions).toEqual((await loadMini()).dataset?.regions);
  });
});
