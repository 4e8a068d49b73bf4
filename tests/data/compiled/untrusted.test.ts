import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildAtlas, listChangesOn } from "../../../src/core/atlas.ts";
import { compareDays } from "../../../src/core/measure/comparison.ts";
import { summariseDay } from "../../../src/core/measure/day-summary.ts";
import { measureDay } from "../../../src/core/measure/measures.ts";
import { comparePosts } from "../../../src/core/measure/posts.ts";
import { searchPlaces } from "../../../src/core/search.ts";
import { checkAgreement } from "../../../src/data/check-agreement.ts";
import { decodeArchive, encodeArchive } from "../../../src/data/compiled/archive-bytes.ts";
import { readCompiled, writeCompiled } from "../../../src/data/compiled/compiled.ts";
import { ContainerError, openContainer, packParts } from "../../../src/data/compiled/container.ts";
import { putPositions } from "../../../src/data/compiled/placed-records.ts";
import { fromTables } from "../../../src/data/compiled/record-columns.ts";
import { loadDataset } from "../../../src/data/load-dataset.ts";
import { formatProblem } from "../../../src/data/problem.ts";
import { createPictures } from "../../../src/map/pictures.ts";
import { NO_BASE } from "../../../src/app/load-base.ts";
import { folderFromTexts } from "../../fixtures/folder-of.ts";
import { loadMini } from "../../fixtures/mini.ts";
import { SMALL_WAR } from "../../fixtures/small-war.ts";

/** A file in its parts, for packing it again, with a hash that is right, after something was changed. */
async function openParts(loading: ReturnType<typeof loadDataset>) {
  const { dataset, ...report } = await loading;
  if (!dataset) throw new Error("The data set is to be sound");
  const container = openContainer(await writeCompiled({ ...report, dataset }));
  return { format: container.format, parts: await container.read() };
}

const bases = await Promise.all([openParts(loadMini()), openParts(loadDataset(folderFromTexts(SMALL_WAR)))]);
type Base = (typeof bases)[number];

const NONE = new Uint8Array();
const decode = (bytes: Uint8Array | undefined): unknown => JSON.parse(new TextDecoder().decode(bytes));
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** The parts with the records as rows, each with its position, which a reader takes as well as tables. */
function spread(parts: Base["parts"]): Map<string, Uint8Array<ArrayBuffer>> {
  const written = decode(parts.get("records")) as { records: Record<string, unknown>; lists: unknown[] };
  const records = fromTables(written.records, written.lists);
  putPositions(records, parts.get("positions") ?? new Uint8Array());
  const whole = { ...written, records, lists: [] };
  return new Map([...parts, ["records", encode(whole)], ["positions", new Uint8Array()]]);
}

/** What becomes of a file with one part changed: "refused" in a sentence, "works", or what went wrong. */
async function tryOut(
  { format, parts }: Base,
  part: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const packed = await packParts(format, new Map([...parts, [part, bytes]]));
  try {
    useAll(await readCompiled(packed));
    return "works";
  } catch (error) {
    const isOurs =
      error instanceof ContainerError && /^The (compiled )?data set [^\p{Cc}\p{Cf}]+$/u.test(error.message);
    return isOurs ? "refused" : String(error instanceof Error ? error.stack : error);
  }
}

/** Asks for everything that the program makes of a data set; of a long story, for its first days and its last. */
function useAll(read: Awaited<ReturnType<typeof readCompiled>>): void {
  const { dataset, trace, problems, notes } = read;
  const atlas = buildAtlas(dataset, trace);
  [...problems, ...notes, ...checkAgreement(atlas, read)].map(formatProblem);
  comparePosts(atlas);
  searchPlaces(dataset.settlements, "a");
  const pictures = createPictures(atlas, NO_BASE);
  const days = new Set([...atlas.days.slice(0, 6), ...atlas.days.slice(-3)]);
  for (const day of days) {
    listChangesOn(atlas, day);
    summariseDay(atlas, day);
    measureDay(atlas, day);
    compareDays(atlas, dataset.firstDay, day);
    pictures.draw({ day, place: dataset.settlements[0]?.id });
  }
}

/** Of the wrong kind, of the right kind and out of range, and right elsewhere. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    "",
    " ",
    [],
    {},
    [[]],
    true,
    "__proto__",
    "constructor",
    "\u202e\u0000",
    "x".repeat(5000),
  ),
  fc.constantFrom<unknown>(0, -1, 1, 2, 0.5, 91, 181, 1e15, 1e308, -1e308),
  fc.constantFrom<unknown>("2020-01-02", "2020-02-30", "0000-00-00", "9998-12-31", "red", "west", "error"),
  fc.constantFrom<unknown>(
    [0, 0],
    [1e9, 1e9],
    [
      [0, 0],
      [1, 1],
    ],
    [
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ],
    { en: 5 },
    { __x: "y" },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

function listPaths(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    [...path, key],
    ...listPaths(child, [...path, key]),
  ]);
}

/** Puts another value at a path, that of another path if a number is given, or takes what is there away. */
function change(root: unknown, path: readonly string[], value: unknown): void {
  const parent = findAt(root, path.slice(0, -1)) as Record<string, unknown>;
  const key = path.at(-1) ?? "";
  if (value !== undefined) parent[key] = value;
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

function findAt(root: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], root);
}

describe("a compiled file that somebody has made up", () => {
  it("is as good as any while nothing is changed", async () => {
    for (const base of bases)
      expect(await tryOut(base, "records", encode(decode(base.parts.get("records"))))).toBe("works");
  });

  it.each([
    ["records.claims.0.side", ["records", "claims", "0", "side"], "green"],
    ["records.claims.1.firstDay", ["records", "claims", "1", "firstDay"], "2020-02-30"],
    ["records.claims.1.lastDay", ["records", "claims", "1", "lastDay"], "2019-12-31"],
    ["records.claims.2.settlement", ["records", "claims", "2", "settlement"], "nowhere"],
    ["records.figures.0.source", ["records", "figures", "0", "source"], "d9"],
    ["records.figures.0.value", ["records", "figures", "0", "value"], null],
    ["records.settlements", ["records", "settlements", "0", "id"], "east"],
    ["records.settlements.0.id", ["records", "settlements", "0", "id"], "__proto__"],
    ["records.settlements.0.position", ["records", "settlements", "0", "position", "1"], 91],
    ["records.regions.0.geometry", ["records", "regions", "0", "geometry", "type"], "Point"],
    ["records.defaultDay", ["records", "defaultDay"], "2021-01-01"],
    ["report.notes", ["report", "notes"], {}],
  ] as const)("is refused by its first fault: %s", async (place, path, value) => {
    const { format, parts } = bases[0];
    const rows = spread(parts);
    const root = decode(rows.get("records"));
    change(root, path, value);
    const packed = await packParts(format, rows.set("records", encode(root)));
    await expect(readCompiled(packed)).rejects.toThrow(
      new ContainerError(`The compiled data set is damaged, or no program of ours wrote it: ${place}`),
    );
  });

  it("is as good with its records one by one", async () => {
    for (const { format, parts } of bases)
      expect(await tryOut({ format, parts: spread(parts) }, "control", parts.get("control") ?? NONE)).toBe(
        "works",
      );
  });

  it.each([
    ["records.claims", { count: 1e9, columns: {} }],
    ["records.claims", { count: 2.5, columns: { id: ["a"] } }],
    ["records.claims.id", { count: 1e9, columns: { id: ["a"] } }],
    ["records.claims.names.en", { count: 2, columns: { names: { columns: { en: ["a"] } } } }],
  ])("is refused with a table of %s that does not hold together", async (place, table) => {
    const { format, parts } = bases[0];
    const root = decode(parts.get("records"));
    change(root, ["records", "claims"], table);
    const packed = await packParts(format, new Map([...parts, ["records", encode(root)]]));
    await expect(readCompiled(packed)).rejects.toThrow(place.replace("records.", ""));
  });

  it("is refused with a member that is none among its columns", async () => {
    const base = bases[0];
    const text = new TextDecoder().decode(base.parts.get("records"));
    const changed = text.replace('"summary":', '"__proto__":');
    expect(changed).not.toBe(text);
    expect(await tryOut(base, "records", new TextEncoder().encode(changed))).toBe("refused");
  });

  it.each(["whole", "one by one"])(
    "is refused, or works, with any value of its records changed, %s",
    async (how) => {
      await fc.assert(
        fc.asyncProperty(
          fc.nat(bases.length - 1),
          fc.nat(),
          fc.oneof(
            strange.map((value) => () => value),
            fc.constant(() => undefined),
            // What stands elsewhere in the file is the likeliest to pass.
            fc
              .nat()
              .map(
                (at) => (root: unknown, paths: readonly (readonly string[])[]) =>
                  structuredClone(findAt(root, paths[at % paths.length] ?? [])),
              ),
          ),
          async (number, at, choose) => {
            const { format, parts } = bases[number] ?? bases[0];
            const base = { format, parts: how === "whole" ? parts : spread(parts) };
            const root = decode(base.parts.get("records"));
            const paths = listPaths(root);
            change(root, paths[at % paths.length] ?? [], choose(root, paths));
            expect(await tryOut(base, "records", encode(root))).toMatch(/^(works|refused)$/);
          },
        ),
        { numRuns: 300 },
      );
    },
  );

  it.each(["positions", "trace"])("is refused, or works, with bytes of its %s changed", async (part) => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bases.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }),
        fc.nat(2),
        async (number, changes, cut) => {
          const base = bases[number] ?? bases[0];
          const bytes = base.parts.get(part)?.slice() ?? NONE;
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const changed = bytes.slice(0, bytes.length - cut);
          expect(await tryOut(base, part, changed)).toMatch(/^(works|refused)$/);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("is refused, or works, with bytes, links or vertices of its ground changed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bases.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }),
        fc.constantFrom("bytes", "from", "to", "born", "died", "lngs", "lats"),
        async (number, changes, what) => {
          const base = bases[number] ?? bases[0];
          const bytes = base.parts.get("control")?.slice() ?? new Uint8Array();
          const tables = decodeArchive(bytes);
          const columns = { bytes, ...tables.links, ...tables.vertices };
          const column = columns[what as keyof typeof columns];
          for (const [at, value] of changes) column[at % column.length] = value;
          const changed = what === "bytes" ? bytes : encodeArchive(tables);
          expect(await tryOut(base, "control", changed)).toMatch(/^(works|refused)$/);
        },
      ),
      { numRuns: 300 },
    );
  });
});
