import { readFile } from "node:fs/promises";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { buildAtlas } from "../../src/core/atlas.ts";
import { openCompilation } from "../../src/cli/open-dataset.ts";
import { readWorldCell } from "../../src/cli/read-world-cell.ts";
import { checkAgreement } from "../../src/data/check-agreement.ts";
import { putBeside } from "../../src/data/compiled/beside.ts";
import { writeCompiled } from "../../src/data/compiled/compiled.ts";
import { laterInMemory } from "../../src/data/later-parts.ts";
import { DATA_LIMITS } from "../../src/data/limits.ts";
import { type LoadedDataset, loadDataset } from "../../src/data/load-dataset.ts";
import type { Problem } from "../../src/data/problem.ts";
import { PROBLEM_CODES, type ProblemCode } from "../../src/data/problem-codes.ts";
import { needAll, parseCsv } from "../../src/data/text/csv.ts";
import { makeDataset } from "../../src/import/meaning/make-dataset.ts";
import { proposeMeaning } from "../../src/import/meaning/propose.ts";
import { openFiles } from "../../src/open/open-files.ts";
import { readZip, ZIP_LIMITS } from "../../src/data/zip/zip-folder.ts";
import { folderFromTexts } from "../fixtures/folder-of.ts";
import { addColumns, alterMini, loadMini, MINI_FILES, type MiniFile, readMini } from "../fixtures/mini.ts";
import { readFiles } from "../fixtures/source-files.ts";
import {
  box,
  collect,
  DECLARATION,
  declare,
  drawArea,
  drawDay,
  drawSnarl,
  type Files,
  PLACES,
  type Ring,
  SMALL_WAR,
} from "../fixtures/small-war.ts";

/** Opens something with a fault of the kind, and gives all that is told of it. */
type Example = () => readonly Problem[] | Promise<readonly Problem[]>;

function listAll(loaded: LoadedDataset): readonly Problem[] {
  const { dataset, problems, notes } = loaded;
  return [...problems, ...notes, ...(dataset ? checkAgreement(buildAtlas(dataset), loaded) : [])];
}

/** The small war with some of its files replaced; an empty list takes files away. */
const war =
  (changes: Files, without: readonly string[] = []): Example =>
  async () => {
    const files = Object.entries({ ...SMALL_WAR, ...changes });
    const kept = Object.fromEntries(files.filter(([path]) => !without.includes(path)));
    return listAll(await loadDataset(folderFromTexts(kept)));
  };
/** The small war without its places. */
const groundAlone = () =>
  folderFromTexts({
    ...SMALL_WAR,
    "dataset.json": JSON.stringify({ ...DECLARATION, files: { control: "daily" } }),
  });
/** The mini data set with a text of one file replaced. */
const mini =
  (file: MiniFile, old: string, replacement: string): Example =>
  async () =>
    listAll(await loadMini(alterMini(file, old, replacement)));
/** The mini data set with columns of translations. */
const translated =
  (...columns: Parameters<typeof addColumns>): Example =>
  async () =>
    listAll(await loadMini(addColumns(...columns)));
const dataset = (changes: Readonly<Record<string, unknown>>) => war(declare(changes));
/** The mini data set told in one step. */
const told =
  (changes: Readonly<Record<string, unknown>>): Example =>
  async () => {
    const step = { id: "s1", day: "2020-01-02", heading: "A day", lead: "It fell. [c1]", ...changes };
    const declaration = readMini("dataset.json").replace('"files": {', '"files": { "story": "story.json",');
    const files = MINI_FILES.map((file) => [file, readMini(file)] as const);
    const story = JSON.stringify({ title: "Mini", steps: [step] });
    const folder = { ...Object.fromEntries(files), "dataset.json": declaration, "story.json": story };
    return listAll(await loadDataset(folderFromTexts(folder)));
  };
const places = (old: string, replacement: string) => war({ "places.csv": PLACES.replace(old, replacement) });
const control = (file: unknown) => dataset({ files: { ...DECLARATION.files, control: file } });

const dropped =
  (...files: Parameters<typeof readFiles>): Example =>
  async () =>
    (await readFiles(...files)).problems;

const TODAY = "daily/2024-01-02.geojson";
const today = (...features: readonly unknown[]) => war({ [TODAY]: collect(...features) });
const rings = (...drawn: readonly Ring[]) => today(drawArea("red", ...drawn));
const shape = (geometry: unknown) => ({ type: "Feature", properties: { side: "red" }, geometry });
const line = (between: unknown) => ({
  type: "Feature",
  properties: { between },
  geometry: { type: "LineString", coordinates: box(30, 46, 31, 47).slice(0, 2) },
});
const openOnPage =
  (files: Readonly<Record<string, string>>): Example =>
  async () => {
    const named = Object.entries(files).map(([path, text]) => ({ path, file: new File([text], path) }));
    const outcome = await openFiles(named);
    return outcome.kind === "refused" ? outcome.problems : [];
  };
const zip =
  (bytes: Uint8Array<ArrayBuffer>, limits = ZIP_LIMITS): Example =>
  () => {
    const problems: Problem[] = [];
    readZip(bytes, "war.zip", problems, limits);
    return problems;
  };

/** One file of dated features in place of the daily ones. */
function dated(...days: readonly Readonly<Record<string, unknown>>[]): Example {
  const areas = days.map((properties) => ({
    ...drawArea("red", box(30, 46, 32, 48)),
    properties: { side: "red", ...properties },
  }));
  const files = { ...DECLARATION.files, control: "areas.geojson" };
  return war({ ...declare({ files }), "areas.geojson": collect(...areas) });
}

/** The small war with its days named in another way. */
function renamed(...names: readonly string[]): Example {
  const files = names.map((name, index) => [`daily/${name}.geojson`, drawDay(31 + index)] as const);
  const daily = Object.keys(SMALL_WAR).filter((path) => path.startsWith("daily/"));
  return war(Object.fromEntries(files), daily);
}

function corridor(patrols: unknown, highway = "h1"): Example {
  const days = { first_day: "2020-01-02", last_day: "2020-01-03" };
  const corridors = [{ highway, width_km: 2, ...days, source: "d1", patrols }];
  return mini("dataset.json", '"licence"', `"corridors": ${JSON.stringify(corridors)}, "licence"`);
}

/** Corners on a fine grid that the overlay cannot tell apart. */
const KNOT: Ring = [
  [30.004, 46.003],
  [30.001000000000005, 46.002],
  [30.001000000000005, 46.004],
  [30.005000000000003, 46.002],
  [30.00100000000001, 46.004],
  [30.003, 46.004],
  [30.002, 46.003],
  [30.002000000000002, 46.004],
  [30.004, 46.001],
  [30.004, 46.003],
];

/** A code without an example does not compile. */
const EXAMPLES: Readonly<Record<ProblemCode, Example>> = {
  "file-missing": war({}, ["places.csv"]),
  "empty-file": war({ "places.csv": "" }),
  "file-too-large": () => {
    const problems: Problem[] = [];
    parseCsv("a,b\n".repeat(17_000_000), needAll([]), { file: "large.csv", problems });
    return problems;
  },
  "not-a-text-file": war({ "places.csv": Uint8Array.of(0x50, 0x4b, 3, 4) }),
  "not-utf-8": war({ "places.csv": Uint8Array.of(0x69, 0xf6, 0x64) }),
  "read-as-declared": war({
    ...declare({ encoding: "windows-1256" }),
    "places.csv": Uint8Array.from([
      ...strToU8(PLACES),
      ...strToU8("emba,"),
      0xe3,
      ...strToU8(",village,3,31,47"),
    ]),
  }),
  "damaged-archive": zip(new Uint8Array(100)),
  "archive-too-large": zip(zipSync({ a: strToU8("a"), b: strToU8("b") }), { ...ZIP_LIMITS, files: 1 }),
  "damaged-compiled-file": openOnPage({ "war.frontline": "no" }),
  "missing-part": async () => {
    const { dataset: read, ...report } = await loadDataset(folderFromTexts(SMALL_WAR));
    if (!read) throw new Error("The small war cannot be read");
    const later = laterInMemory(new Map([["more", Uint8Array.of(1)]]));
    const { bytes } = putBeside(await writeCompiled({ ...report, dataset: read, later }));
    return listAll(await openCompilation({ report, bytes, source: undefined }, "war.frontline"));
  },
  "unknown-file-kind": dropped({ "areas.geojson": "no JSON" }),
  "damaged-file": dropped({ "areas.kml": "<kml><Document></kml>" }),
  "protected-file": async () => {
    const archive = zipSync({ "a.csv": strToU8("a,b") });
    const at = archive.findIndex((_, index) => archive[index] === 0x50 && archive[index + 2] === 1);
    archive[at + 8] = (archive[at + 8] ?? 0) | 1;
    return dropped({ "a.zip": archive })();
  },
  "cut-short": dropped({
    "areas.json": '{"features":[{"attributes":{"a":1}}],"exceededTransferLimit":true}',
  }),
  "table-too-large": dropped({ "a.csv": "a,b\n1,2\n3,4\n" }, { limits: { rows: 1 } }),
  "imports-not-read": war(declare({ imports: { sheets: [] } })),
  "unknown-sheet": async () => {
    const { sheets } = await readFiles({ "new.csv": "a,b\n1,2\n" });
    return makeDataset(sheets, proposeMeaning([])).problems;
  },
  "ground-too-large": async () =>
    listAll(await loadDataset(folderFromTexts(SMALL_WAR), { groundLimits: { ...DATA_LIMITS, vertices: 1 } })),
  "nested-too-deeply": dropped({ "a.kml": "<kml>".repeat(200) }),
  "entities-in-xml": dropped({
    "a.kml": '<!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]><kml>&a;</kml>',
  }),
  "network-link": dropped({
    "a.kml": "<kml><NetworkLink><Link><href>http://example.org/b.kml</href></Link></NetworkLink></kml>",
  }),
  "several-data-sets": openOnPage({ "a/dataset.json": "{}", "b/dataset.json": "{}" }),
  "unknown-picture": openOnPage({ "map.png": "no picture" }),
  "damaged-picture": openOnPage({ "map.webp": "RIFF\u0040\0\0\0WEBP" }),
  "picture-without-provenance": openOnPage({ "map.pdf": "%PDF-1.7" }),
  "broken-json": war({ "dataset.json": '{"format": ' }),
  "missing-column": places("id,name", "id,title"),
  "repeated-column": places("kind", "id"),
  "wrong-cell-count": places("Aba", "Aba,Abba"),
  "broken-quotes": places("Aba", '"Aba"bb'),
  "unknown-language": translated("claims.csv", { "summary:english": { c1: "Vale" } }),
  "translation-without-text": translated("claims.csv", { actor_fr: { c2: "quelqu’un" } }),
  "translations-differ": translated("figures.csv", {
    "attribution:de": { f2: "Blau" },
    attribution_de: { f2: "Blaue Medien" },
  }),
  "not-translated": translated("events.csv", { title_fr: { e1: "Une trêve" } }),
  "html-in-text": places("Aba", "<b>Aba</b>"),
  "formula-in-text": places("Aba", "=A1"),
  "not-a-list": async () => listAll(await loadMini({ "sources.json": "{}" })),
  "not-an-object": war({ "dataset.json": "[]" }),
  "missing-member": places("Aba", ""),
  "unknown-member": control({ path: "daily", properties: { colour: "x" } }),
  "wrong-value": dataset({ bounds: "all" }),
  "unknown-value": places("town", "lake"),
  "not-a-text": dataset({ licence: 7 }),
  "not-a-number": places("30.5", "thirty"),
  "not-an-id": places("aba", "a b"),
  "not-a-day": dataset({ first_day: "2024-02-30" }),
  "number-for-day": dated({ from: 1_704_067_200_000, to: "2024-01-02" }),
  "not-a-file-name": control("../daily"),
  "unknown-format": dataset({ format: "atlas" }),
  "newer-format": dataset({ format: "frontline-atlas/99" }),
  "no-sides": dataset({ sides: [] }),
  "no-days": dataset({ files: { settlements: "places.csv" } }),
  "impossible-span": dataset({ first_day: "2024-01-03", last_day: "2024-01-01" }),
  "colours-alike": dataset({
    sides: [
      { id: "red", colour: "#d04020" },
      { id: "blue", colour: "#d04021" },
    ],
  }),
  "repeated-id": places("beko", "aba"),
  "unknown-side": today(drawArea("green", box(30, 46, 32, 48))),
  "side-without-ground": dataset({
    sides: [{ id: "red" }, { id: "blue", holds_ground: false }],
    default_side: "blue",
  }),
  "ambiguous-settlement": war({
    ...declare({ files: { ...DECLARATION.files, claims: "claims.csv" } }),
    "places.csv": PLACES.replace(",Beko,", ",Aba,"),
    "claims.csv": "place,side,day,summary\nABA,red,2024-01-02,Taken\n",
  }),
  "unknown-settlement": mini("claims.csv", "c1,middle", "c1,atlantis"),
  "unknown-source": mini("claims.csv", ",d1,1,0", ",d9,1,0"),
  "unknown-highway": corridor(undefined, "h9"),
  "unknown-region": mini("dataset.json", '"western-half"', '"eastern-half"'),
  "unknown-record": mini("claims.csv", "Middle,c3,", "Middle,c9,"),
  "unknown-post": told({ select: { post: "p9" } }),
  "unknown-told-record": told({ text: "Nobody said so. [c9]" }),
  "unknown-layer": told({ hide: ["clouds"] }),
  "missing-language": told({ heading: { ar: "يوم" } }),
  "days-reversed": mini("claims.csv", "2020-01-01,2020-01-02", "2020-01-02,2020-01-01"),
  "outside-story": mini("claims.csv", "2020-01-01,2020-01-02", "2019-12-01,2020-01-02"),
  "range-reversed": mini("figures.csv", ",3,5,", ",5,3,"),
  "patrols-outside-corridor": corridor({ name: "P", first_day: "2020-01-01", source: "d1" }),
  "not-geojson": war({ [TODAY]: "{}" }),
  "invalid-geojson": rings([
    [30, 46],
    [31, 46],
    [30, 46],
  ]),
  "no-features": war({ [TODAY]: collect() }),
  "no-position": today(shape(null)),
  "wrong-geometry": mini(
    "highways.geojson",
    '"LineString","coordinates":[[10,52],[14,52]]',
    '"Point","coordinates":[10,52]',
  ),
  "turned-into-degrees": war({
    [TODAY]: drawDay(32).replace("{", '{"crs":{"type":"name","properties":{"name":"EPSG:3857"}},'),
  }),
  "not-in-degrees": war({
    [TODAY]: drawDay(32).replace("{", '{"crs":{"type":"name","properties":{"name":"EPSG:32636"}},'),
  }),
  "unknown-coordinate-system": dropped({
    "a.geojson":
      '{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:99999"}},"features":[]}',
  }),
  "broken-shape": dropped({ "a.geojson": '{"type":"LineString","coordinates":[[1,2]]}' }),
  "swapped-position": places("30.5,47", "47,30.5"),
  "off-globe": rings(box(30, 46, 32, 95)),
  "beyond-180": rings(box(179, 46, 181, 48)),
  "edge-around-globe": rings(box(-179, 46, 179, 48)),
  "outside-bounds": places("30.5,47", "29,47"),
  "third-value": rings(box(30, 46, 32, 48).map((corner) => [...corner, 300])),
  "number-as-text": rings(box(30, 46, 32, 48).map(([lng, lat]) => [String(lng), lat])),
  "repeated-position": rings(box(30, 46, 32, 48).flatMap((corner) => [corner, corner])),
  "ring-not-closed": rings(box(30, 46, 32, 48).slice(0, 4)),
  "flat-ring": rings(box(30, 46, 32, 48), [
    [31, 47],
    [31.5, 47],
    [31, 47],
    [31, 47],
  ]),
  "ring-wound-backwards": rings(box(30, 46, 32, 48).toReversed()),
  "hole-outside-ring": rings(box(30, 46, 31, 47), box(32, 46, 33, 47).toReversed()),
  "ring-crosses-itself": rings([
    [30, 46],
    [32, 48],
    [32, 46],
    [30, 48],
    [30, 46],
  ]),
  "ground-drawn-twice": today(drawArea("red", box(30, 46, 32, 48)), drawArea("red", box(31, 46, 33, 48))),
  "outline-too-tangled": rings(KNOT),
  "no-areas": today(line(["red", "blue"])),
  "theatre-found": async () => {
    const files = folderFromTexts({ ...SMALL_WAR, ...declare({ default_side: "blue" }) });
    const readWorld = () => readFile("node_modules/world-atlas/countries-10m.json", "utf8");
    return (await loadDataset(files, { readWorld })).notes;
  },
  "places-lent": async () => (await loadDataset(groundAlone(), { readWorldCell })).notes,
  "places-missing": async () =>
    (await loadDataset(groundAlone(), { readWorldCell: () => Promise.reject(new Error("offline")) }))
      .problems,
  "missing-day": war({}, [TODAY]),
  "open-end": dated({ from: "2024-01-01" }),
  "repeated-area": dated(
    { id: "a", from: "2024-01-01", to: "2024-01-03" },
    { id: "a", from: "2024-01-02", to: "2024-01-04" },
  ),
  "sides-overlap": today(drawArea("red", box(30, 46, 32, 48)), drawArea("blue", box(31, 46, 33, 48))),
  "areas-not-checked": rings(drawSnarl(2000)),
  "not-two-sides": today(drawArea("red", box(30, 46, 32, 48)), line(["red"])),
  "left-out-by-value": war({
    ...declare({
      files: { ...DECLARATION.files, control: { path: "daily", values: { side: { sea: null } } } },
    }),
    [TODAY]: collect(drawArea("red", box(30, 46, 32, 48)), drawArea("sea", box(32, 46, 34, 48))),
  }),
  "point-left-out": today(
    drawArea("red", box(30, 46, 32, 48)),
    shape({ type: "Point", coordinates: [30, 46] }),
  ),
  "day-of-file-unknown": war({ "daily/today.geojson": drawDay(32) }),
  "day-pattern-guessed": renamed("240101", "240102", "240103"),
  "repeated-day": war({ "daily/20240102.geojson": drawDay(32) }),
  "claims-and-areas-disagree": mini("claims.csv", "2020-01-01,2020-01-02", "2020-01-03,2020-01-03"),
  "areas-not-compared": mini("front-lines.geojson", '"side":"red"', '"side":"green"'),
};

describe("every kind of problem", () => {
  it.each(Object.keys(PROBLEM_CODES) as ProblemCode[])("%s is told where there is one", async (code) => {
    const problems = await EXAMPLES[code]();
    expect(problems.map((problem) => problem.code)).toContain(code);
    // What else is told of it is in the catalogue, too.
    expect(Object.keys(PROBLEM_CODES)).toEqual(expect.arrayContaining(problems.map(({ code }) => code)));
  });
});
