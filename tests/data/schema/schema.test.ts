import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import papaparse from "papaparse";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { FILE_KINDS, formatSchema } from "../../../tools/published-schemas.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const BUNDLED = `${ROOT}/geodata`;
const MINI = `${ROOT}/tests/fixtures/mini`;

/** The files of a data set by kind, as `dataset.json` names them. */
function listFiles(folder: string): [string, string][] {
  const { files } = JSON.parse(readFileSync(`${folder}/dataset.json`, "utf8"));
  const declared = Object.entries(files as Record<string, string>);
  const all: [string, string][] = [["dataset", "dataset.json"], ...declared];
  return all.map(([kind, file]) => [kind, `${folder}/${file}`]);
}

/** What a JSON Schema is asked about: the value of a JSON file, the rows of a table. */
function readInstance(path: string): unknown {
  const text = readFileSync(path, "utf8");
  return path.endsWith(".csv")
    ? papaparse.parse(text, { header: true, skipEmptyLines: true }).data
    : JSON.parse(text);
}

function isSound(kind: string, instance: unknown): boolean {
  const definition = FILE_KINDS[kind]?.definition;
  if (!definition) throw new Error(`no kind ${kind}`);
  return v.safeParse(definition, instance).success;
}

type Question = readonly [kind: string, instance: unknown];

const JUDGE = `
import json, sys
from jsonschema import Draft7Validator
folder, questions = json.load(sys.stdin)
validators = {}
def validator(kind):
    if kind not in validators:
        text = open(f"{folder}/{kind}.schema.json", encoding="utf8").read()
        # Python's patterns know no classes by property; of the letters used here these are the same.
        schema = json.loads(text.replace("\\\\\\\\p{L}\\\\\\\\p{N}", "\\\\\\\\w"))
        Draft7Validator.check_schema(schema)
        validators[kind] = Draft7Validator(schema)
    return validators[kind]
json.dump([validator(kind).is_valid(instance) for kind, instance in questions], sys.stdout)
`;

/** What Python's jsonschema says, reading the published files. */
function judge(questions: readonly Question[]): boolean[] {
  const input = JSON.stringify([`${ROOT}/docs/schema`, questions]);
  const { stdout, stderr } = spawnSync("python3", ["-c", JUDGE], {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

/** At most some forty records of a file, from all over it: the judge takes its time over coordinates. */
function thin(instance: unknown): unknown {
  const thinList = (list: readonly unknown[]) => {
    const stride = Math.ceil(list.length / 40);
    return list.filter((_, index) => index % stride === 0);
  };
  if (Array.isArray(instance)) return thinList(instance);
  const file = instance as { readonly features?: readonly unknown[] };
  return file.features ? { ...file, features: thinList(file.features) } : file;
}

const hasJudge = spawnSync("python3", ["-c", "import jsonschema"]).status === 0;

describe("the published schemas", () => {
  it("are those that the definitions give (npm run schema writes them)", () => {
    const folder = `${ROOT}/docs/schema`;
    expect(readdirSync(folder).toSorted()).toEqual(
      Object.keys(FILE_KINDS)
        .map((kind) => `${kind}.schema.json`)
        .toSorted(),
    );
    for (const [name, kind] of Object.entries(FILE_KINDS))
      expect(readFileSync(`${folder}/${name}.schema.json`, "utf8"), name).toBe(formatSchema(kind));
  });

  it("tell of every member what it means", () => {
    // The properties of the theatre mean nothing.
    const { theatre: _theatre, ...kinds } = FILE_KINDS;
    for (const [name, kind] of Object.entries(kinds)) {
      const text = formatSchema(kind);
      expect(text, name).not.toMatch(/"(expected|remedy)"/);
      expect(text.match(/"description"/g)?.length, name).toBeGreaterThanOrEqual(2);
    }
  });
});

describe("the definitions", () => {
  it.each([...listFiles(BUNDLED), ...listFiles(MINI)])("find no fault with the %s of %s", (kind, path) => {
    expect(isSound(kind, readInstance(path))).toBe(true);
  });
});

const SOUND_TABLE = [{ name: "West", lng: "11", lat: "52" }];

/** One fault each; both the definitions and the published schemas have to see it. */
const FAULTS: readonly (readonly [kind: string, path: readonly (string | number)[], value: unknown])[] = [
  ["dataset", ["format"], "frontline-atlas/0"],
  ["dataset", ["title"], 7],
  ["dataset", ["title"], {}],
  ["dataset", ["first_day"], "2020-1-1"],
  ["dataset", ["bounds"], [10, 50, 14]],
  ["dataset", ["bounds"], [10, 50, 14, 54, 0]],
  ["dataset", ["bounds", 0], 181],
  ["dataset", ["sides"], {}],
  ["dataset", ["sides", 0, "id"], "the red"],
  ["dataset", ["sides", 0, "id"], "constructor"],
  ["settlements", ["features", 0, "properties", "id"], "__proto__"],
  ["settlements-table", [0, "id"], "toString"],
  ["dataset", ["sides", 0, "colour"], "pink"],
  ["dataset", ["files", "settlements"], "../towns.geojson"],
  ["dataset", ["files", "settlements"], { path: "towns.csv", columns: { longitude: "x" } }],
  ["dataset", ["files", "control"], 3],
  ["dataset", ["files", "control"], { path: "daily", values: { side: { a: 7 } } }],
  ["dataset", ["corridors"], [{ highway: "h1" }]],
  ["settlements", ["features", 0, "properties", "name"], " "],
  ["settlements", ["features", 0, "properties", "kind"], "hamlet"],
  ["settlements", ["features", 0, "properties", "importance"], 4],
  ["settlements", ["features", 0, "properties", "context"], "maybe"],
  ["settlements", ["features", 0, "geometry", "type"], "Polygon"],
  ["settlements", ["features", 0, "type"], "feature"],
  ["settlements-table", [0, "lat"], "north"],
  ["settlements-table", [0, "lat"], undefined],
  ["control", ["features", 0, "properties", "role"], "area"],
  ["control", ["features", 0, "properties", "from"], "soon"],
  ["control", ["features", 2, "properties", "between"], ["red"]],
  ["control", ["features", 0, "geometry", "coordinates"], [[[1, 2]]]],
  ["claims", [0, "action"], "seized"],
  ["claims", [0, "settlement"], ""],
  ["events", [0, "paragraph"], "0.5"],
  ["figures", [0, "value"], "many"],
  ["posts", ["features", 0, "properties", "states"], []],
  ["posts", ["features", 0, "properties", "states", 0, "precision"], "year"],
  ["highways", ["features", 0, "properties", "id"], null],
  ["regions", ["features", 0, "properties", "name"], undefined],
  ["theatre", ["features"], null],
  ["sources", [0, "url"], "javascript:alert(1)"],
];

// biome-ignore format: a list to be read across
const STRANGE: readonly unknown[] = [
  undefined, null, "", " ", 0, 1, -1, 2.5, "2", "-0.5", "1e3", true, "true", {}, ["a", "b"], [7],
  "2020-01-02", "red", "West", "a b", "town", "https://example.org", "a|b", "held", { en: "A" },
];

function readSound(kind: string): unknown {
  if (kind === "settlements-table") return structuredClone(SOUND_TABLE);
  // The mini data set tells no story.
  const folder = kind === "story" ? BUNDLED : MINI;
  const file = listFiles(folder).find(([name]) => name === (kind === "theatre" ? "regions" : kind))?.[1];
  return readInstance(file ?? "");
}

function replaceAt(root: unknown, path: readonly (string | number)[], value: unknown): void {
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as never)[key], root) as Record<
    string,
    unknown
  >;
  const key = String(path.at(-1));
  if (value === undefined) delete parent[key];
  else parent[key] = value;
}

function alter(kind: string, path: readonly (string | number)[], value: unknown): unknown {
  const instance = readSound(kind);
  replaceAt(instance, path, value);
  return instance;
}

/** The paths of every value in a JSON value, its own excluded. */
function listPaths(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    [...path, key],
    ...listPaths(child, [...path, key]),
  ]);
}

function isObjectAt(root: unknown, path: readonly string[]): boolean {
  const found = path.reduce<unknown>((at, key) => (at as never)[key], root);
  return typeof found === "object" && found !== null && !Array.isArray(found);
}

describe("the faults of a file", () => {
  it.each(FAULTS)("are seen by the definition of %s at %j: %j", (kind, path, value) => {
    expect(isSound(kind, readSound(kind))).toBe(true);
    expect(isSound(kind, alter(kind, path, value))).toBe(false);
  });
});

describe.skipIf(!hasJudge)("Python's jsonschema", () => {
  it("finds no fault with the bundled files", () => {
    const files = [...listFiles(BUNDLED), ...listFiles(MINI)];
    const verdicts = judge(files.map(([kind, path]) => [kind, thin(readInstance(path))]));
    expect(files.filter((_, index) => !verdicts[index])).toEqual([]);
  });

  it("sees the faults that the definitions see", () => {
    const verdicts = judge(FAULTS.map(([kind, path, value]) => [kind, alter(kind, path, value)]));
    expect(FAULTS.filter((_, index) => verdicts[index])).toEqual([]);
  });

  it("finds no fault with anything that the definitions take", () => {
    const kinds = Object.keys(FILE_KINDS).filter((kind) => kind !== "theatre");
    const alterations = fc.record({
      kind: fc.constantFrom(...kinds),
      at: fc.nat(),
      value: fc.constantFrom(...STRANGE),
    });
    const questions = fc
      .sample(alterations, { numRuns: 600, seed: 4 })
      .map(({ kind, at, value }): Question => {
        // To the definitions a list is an object too: the readers refuse it before they ask.
        const paths = listPaths(readSound(kind)).filter(
          (path) => !Array.isArray(value) || !isObjectAt(readSound(kind), path),
        );
        return [kind, alter(kind, paths[at % paths.length] ?? [], value)];
      });
    const taken = questions.filter(([kind, instance]) => isSound(kind, instance));
    const verdicts = judge(taken);
    expect(taken.length).toBeGreaterThan(100);
    expect(taken.filter((_, index) => !verdicts[index])).toEqual([]);
  });
});
