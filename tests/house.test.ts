import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * What the files of a folder may use beside their own folder. `folder/` stands for the folder with all below it; the
 * lint rule says the same of the large folders, this table of the small ones too.
 */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  "src/core": ["src/core/archive", "src/core/history"],
  "src/core/archive": ["src/core"],
  "src/core/history": ["src/core", "src/core/archive"],
  "src/core/measure": ["src/core", "src/core/archive", "src/core/history"],
  "src/core/motion": ["src/core", "src/core/archive", "src/core/measure"],
  "src/data": ["src/core/", "src/data/"],
  "src/data/text": ["src/data"],
  "src/data/schema": ["src/core/", "src/data", "src/data/text"],
  "src/data/geojson": ["src/core/", "src/data", "src/data/text", "src/data/schema"],
  "src/data/declaration": ["src/core/", "src/data", "src/data/text", "src/data/schema", "src/data/geojson"],
  "src/data/records": [
    "src/core/",
    "src/data",
    "src/data/text",
    "src/data/schema",
    "src/data/geojson",
    "src/data/declaration",
  ],
  "src/data/control": [
    "src/core/",
    "src/data",
    "src/data/text",
    "src/data/schema",
    "src/data/geojson",
    "src/data/declaration",
  ],
  // Changes of files in place, judged by the reader of the whole.
  "src/data/edit": ["src/core/", "src/data", "src/data/text", "src/data/declaration", "src/data/records"],
  "src/data/compiled": ["src/core/", "src/data"],
  "src/data/zip": ["src/data"],
  "src/words": ["src/core/", "src/data", "src/words/"],
  // A folder a language: none knows another.
  "src/words/*": ["src/core/", "src/words"],
  // What a reader takes away, made from data alone, in a browser and without one.
  "src/export": ["src/core/", "src/data/", "src/words"],
  "src/export/data": ["src/core/", "src/data", "src/data/text", "src/export"],
  "src/export/provenance": ["src/core/", "src/data", "src/export"],
  "src/export/citation": ["src/core/", "src/words"],
  "src/export/pdf": ["src/core/", "src/data", "src/export", "src/export/provenance"],
  "src/export/files": ["src/core/"],
  "src/export/film": ["src/core/", "src/export/files"],
  "src/export/series": ["src/core/", "src/data/text", "src/export/files"],
  // How pages are asked for, by whoever draws them and by the command line.
  "src/export/pages": ["src/core/", "src/words", "src/export/film"],
  "src/export/cards": ["src/core/", "src/words", "src/export", "src/export/pages"],
  // Files of any kind as tables and shapes, in a browser and without one.
  "src/import": ["src/core/", "src/data/", "src/import/readers"],
  // What sheets mean, and the data set that they make.
  "src/import/meaning": ["src/core/", "src/data/", "src/import", "src/import/recipes"],
  // A file a known source.
  "src/import/recipes": ["src/import/meaning"],
  // A file a format, each fetched when one is met.
  "src/import/readers": ["src/core/", "src/data/", "src/import"],
  "src/open": ["src/core/", "src/data/", "src/import/", "src/export/data", "src/export/provenance"],
  "src/tiles": ["src/core/"],
  "src/cli": ["src/core/", "src/data/", "src/import/", "src/tiles", "src/export/", "src/single"],
  styles: ["src/core/"],
  "styles/map": ["src/core/", "styles"],
  "src/layers": ["src/core/", "src/words", "styles/"],
  "src/map": ["src/core/", "src/tiles", "styles/", "src/words", "src/layers", "src/map/base"],
  "src/map/base": ["src/core/"],
  "src/map/ground": ["src/core/", "styles/", "src/layers", "src/map"],
  "src/map/reader": ["src/core/", "src/layers", "src/map"],
  "src/map/live": [
    "src/core/",
    "src/words",
    "src/tiles",
    "styles/",
    "src/layers",
    "src/map",
    "src/map/base",
    "src/map/ground",
  ],
  "src/map/page": [
    "src/core/",
    "src/words",
    "styles/",
    "src/layers",
    "src/map",
    "src/map/base",
    "src/map/ground",
  ],
  "src/ui": [
    "src/core/",
    "src/data/",
    "src/import",
    "src/words",
    "src/open",
    "src/layers",
    "styles/",
    "src/ui/",
  ],
  "src/ui/state": ["src/core/", "src/data/", "src/words", "src/layers", "src/open", "src/export/", "styles/"],
  "src/ui/parts": ["src/core/", "src/data/", "src/words", "src/layers", "styles/", "src/ui/state"],
  // What comes later than the first picture brings its own style sheet: here, in open, chrome and others.
  "src/ui/day": [
    "src/core/",
    "src/words",
    "styles/",
    "src/open",
    "src/layers",
    "src/ui/state",
    "src/ui/parts",
  ],
  "src/ui/compare": ["src/core/", "src/words", "styles/", "src/ui/state", "src/ui/parts"],
  // What can be changed about a settlement comes with it.
  "src/ui/settlement": ["src/core/", "src/words", "src/ui/state", "src/ui/parts", "src/ui/edit"],
  "src/ui/edit": [
    "src/core/",
    "src/data/edit",
    "src/data",
    "src/words",
    "src/open",
    "styles/",
    "src/ui/state",
    "src/ui/parts",
  ],
  // One head for all kinds, of which a settlement has a folder of its own.
  "src/ui/selected": [
    "src/core/",
    "src/words",
    "styles/",
    "src/ui/state",
    "src/ui/parts",
    "src/ui/settlement",
  ],
  "src/ui/charts": ["src/core/", "src/words", "styles/", "src/ui/state", "src/ui/parts"],
  // The strip shows a chart, and opens all of them.
  "src/ui/timeline": [
    "src/core/",
    "src/words",
    "src/layers",
    "src/ui/state",
    "src/ui/parts",
    "src/ui/charts",
  ],
  // The text of a step may have a chart below it.
  "src/ui/narrative": ["src/core/", "src/words", "src/ui/state", "src/ui/parts", "src/ui/charts", "styles/"],
  "src/ui/table": ["src/core/", "src/words", "styles/", "src/ui/state", "src/ui/parts"],
  "src/ui/export": [
    "src/ui/export/kinds",
    "src/core/",
    "src/export/",
    "src/words",
    "src/layers",
    "styles/",
    "src/ui/state",
    "src/ui/parts",
  ],
  // A file a kind of export.
  "src/ui/export/kinds": [
    "src/core/",
    "src/export/",
    "src/words",
    "src/open",
    "src/layers",
    "styles/",
    "src/ui/state",
    "src/ui/parts",
    "src/ui/export",
  ],
  "src/ui/embed": [
    "src/core/",
    "src/words",
    "styles/",
    "src/ui/state",
    "src/ui/parts",
    "src/ui/chrome",
    "src/ui/timeline",
  ],
  // It has the legend and the strip, which it takes from where they are at home.
  "src/ui/wall": [
    "src/core/",
    "src/words",
    "styles/",
    "src/ui/state",
    "src/ui/parts",
    "src/ui/chrome",
    "src/ui/timeline",
  ],
  "src/ui/tour": ["src/core/", "src/words", "styles/", "src/ui/state"],
  "src/ui/search": ["src/core/", "src/words", "src/ui/state", "src/ui/parts"],
  "src/ui/open": [
    "src/core/",
    "src/data/",
    "src/words",
    "styles/",
    "src/open",
    "src/export/provenance",
    "src/ui/state",
    "src/ui/parts",
    "src/ui/assistant",
  ],
  // What makes a data set of files that are none.
  "src/ui/assistant": [
    "src/core/",
    "src/data/",
    "src/import/meaning",
    "src/words",
    "styles/",
    "src/open",
    "src/ui/state",
    "src/ui/parts",
  ],
  // The frame around the panels: it has the buttons that lead to two of them.
  "src/ui/chrome": [
    "src/core/",
    "src/data/",
    "src/words",
    "styles/",
    "src/layers",
    "src/ui/state",
    "src/ui/parts",
    "src/ui/open",
    "src/ui/search",
  ],
  // What the package gives to other programs.
  "src/library": ["src/core/", "src/data/", "src/import", "src/export/", "src/cli"],
  // Runs beside the page, of which it knows nothing.
  "src/offline": [],
  // Runs before the page, of which it knows nothing.
  "src/single": [],
  "src/app": [
    // The number of the version, in package.json.
    ".",
    "src/offline",
    "src/core/",
    "src/data/",
    "src/import",
    "src/words",
    "src/open",
    "src/export/",
    "src/layers",
    "src/map/",
    "src/ui/",
    "styles/",
  ],
  src: ["src/app"],
  "geodata/build": ["src/core/", "src/data/", "src/cli"],
  tools: ["src/core/", "src/data/", "src/cli", "src/map/base", "src/offline", "src/single", "tools/world"],
  "tools/world": ["src/core/", "src/map/base"],
};

/** An import between two files, both by their path from the root. */
interface Import {
  readonly from: string;
  readonly to: string;
}

/** Matches static, type and dynamic imports and exports from another file. */
const SPECIFIER = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}\/[^"'?]+)/g;

/** The relative paths that a source text imports from, of whatever kind the imports are. */
function readSpecifiers(source: string): string[] {
  return [...source.matchAll(SPECIFIER)].map(([, specifier = ""]) => specifier);
}

function listImports(): Import[] {
  const listed = execFileSync(
    "git",
    ["ls-files", "-co", "--exclude-standard", "src", "styles", "tools", "geodata/build"],
    {
      cwd: ROOT,
      encoding: "utf8",
    },
  );
  const files = listed
    .split("\n")
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && existsSync(join(ROOT, file)));
  return files.flatMap((from) =>
    readSpecifiers(readFileSync(join(ROOT, from), "utf8")).map((specifier) => ({
      from,
      to: normalize(join(dirname(from), specifier)),
    })),
  );
}

/** A sentence for each import that the table does not allow, with the remedy. */
function findBreaches(imports: readonly Import[], floors: typeof FLOORS): string[] {
  return imports.flatMap(({ from, to }) => {
    const [here, there] = [dirname(from), dirname(to)];
    const allowed = floors[here] ?? floors[`${dirname(here)}/*`];
    if (allowed === undefined) return [`${here} stands in no row of FLOORS: say there what it may use`];
    const isAllowed =
      here === there ||
      allowed.some((folder) => (folder.endsWith("/") ? `${there}/`.startsWith(folder) : there === folder));
    const remedy = `move what it needs to ${allowed.join(" or ") || here}, or pass it in`;
    return isAllowed ? [] : [`${from} may not use ${relative(here, to)}: ${remedy}`];
  });
}

/** The large folders, which the lint rule tells apart. */
const LARGE = Object.keys(FLOORS).filter((folder) =>
  /^(src\/[a-z]+|src|styles|tools|geodata\/build)$/.test(folder),
);

/** Whether a row of the large folder, or of a folder below it, lets it use some of the other large folder. */
function mayUse(folder: string, other: string): boolean {
  const isWithin = (path: string, parent: string) => `${path}/`.startsWith(`${parent}/`);
  return Object.entries(FLOORS)
    .filter(([row]) => (folder === "src" ? row === "src" : isWithin(row, folder)))
    .some(([, allowed]) => allowed.some((path) => isWithin(path.replace(/\/$/, ""), other)));
}

/** Runs the lint rule in a house of its own, made of the given files: in ours other tests read the files meanwhile. */
function lint(files: Readonly<Record<string, string>>): { status: number | null; found: Finding[] } {
  const folder = mkdtempSync(join(tmpdir(), "house-"));
  try {
    copyFileSync(join(ROOT, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const oxlint = join(ROOT, "node_modules/.bin/oxlint");
    const { status, stdout } = spawnSync(oxlint, ["-f", "json", "."], { cwd: folder, encoding: "utf8" });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
    const found = diagnostics
      .filter(({ code }) => code.includes("no-restricted-imports"))
      .map(({ filename, help, labels }) => ({ file: filename, help, line: labels[0]?.span.line ?? 0 }));
    return { status, found };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What oxlint tells of one breach, as far as it is looked at here. */
interface Diagnostic {
  readonly code: string;
  readonly filename: string;
  readonly help: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly help: string;
}

/** The folders on a circle of imports among those below `parent`; files of `parent` itself are of both floors. */
function findCircle(imports: readonly Import[], parent: string): string[] {
  const arrows = new Map<string, Set<string>>();
  const folderOf = (path: string) =>
    path.startsWith(`${parent}/`)
      ? path
          .slice(parent.length + 1)
          .split("/")
          .slice(0, -1)[0]
      : undefined;
  for (const { from, to } of imports) {
    const [here, there] = [folderOf(from), folderOf(to)];
    if (here === undefined || there === undefined || here === there) continue;
    arrows.set(here, (arrows.get(here) ?? new Set()).add(there));
  }
  // What leads nowhere, or only to what leads nowhere, is on no circle.
  for (let before = -1; before !== arrows.size; ) {
    before = arrows.size;
    for (const [folder, targets] of arrows) {
      if (![...targets].some((target) => arrows.has(target))) arrows.delete(folder);
    }
  }
  return [...arrows.keys()];
}

describe("the house", () => {
  const imports = listImports();

  it("has imports to look at", () => {
    expect(imports.length).toBeGreaterThan(800);
    expect(imports).toContainEqual({ from: "src/main.tsx", to: "src/app/start.tsx" });
  });

  it("keeps every folder from using what the table does not allow it", () => {
    expect(findBreaches(imports, FLOORS)).toEqual([]);
  });

  it("has no row in the table for nothing", () => {
    const used = imports.flatMap(({ from, to }) => [dirname(from), dirname(to)]);
    const folders = new Set(used.flatMap((folder) => [folder, `${dirname(folder)}/*`]));
    expect(Object.keys(FLOORS).filter((folder) => !folders.has(folder))).toEqual([]);
  });

  it("has no circle among its folders, nor among those of core, data, map and ui", () => {
    // The large folders as neighbours, wherever they lie.
    const neighbours = imports.map(({ from, to }) => ({
      from: `house/${from.replace(/^src\//, "")}`,
      to: `house/${to.replace(/^src\//, "")}`,
    }));
    expect(findCircle(neighbours, "house")).toEqual([]);
    for (const parent of ["src", "src/core", "src/data", "src/map", "src/ui", "styles"]) {
      expect([parent, findCircle(imports, parent)]).toEqual([parent, []]);
    }
  });
});

describe("the wall", () => {
  it("names file, import and remedy of a breach, in either direction", () => {
    const floors = { low: [], high: ["low"] };
    const up = { from: "low/a.ts", to: "high/b.ts" };
    expect(findBreaches([{ from: "high/b.ts", to: "low/a.ts" }], floors)).toEqual([]);
    expect(findBreaches([up], floors)).toEqual([
      "low/a.ts may not use ../high/b.ts: move what it needs to low, or pass it in",
    ]);
    expect(findBreaches([{ from: "new/c.ts", to: "low/a.ts" }], floors)[0]).toContain("no row");
  });

  it("finds a circle of three folders and no more than that", () => {
    const link = (from: string, to: string) => ({ from: `p/${from}/x.ts`, to: `p/${to}/y.ts` });
    const circle = [link("a", "b"), link("b", "c"), link("c", "a"), link("c", "d")];
    expect(findCircle(circle, "p").toSorted()).toEqual(["a", "b", "c"]);
    expect(findCircle([link("a", "b"), link("c", "b"), link("c", "a")], "p")).toEqual([]);
  });

  it("sees imports of every kind", () => {
    const source = [
      'import { a } from "./static.ts";',
      'import type { B } from "./type.ts";',
      'import "./effect.css";',
      'const c = await import("./dynamic.ts");',
      'export * from "./all.ts";',
      'export { d } from "./one.ts";',
      'import { e } from "package";',
    ].join("\n");
    const seen = ["./static.ts", "./type.ts", "./effect.css", "./dynamic.ts", "./all.ts", "./one.ts"];
    expect(readSpecifiers(source)).toEqual(seen);
  });

  it("is held by the lint rule too, which tells the remedy", () => {
    const breach = 'import { createMap } from "../../map/live/MapView.ts";\nexport const made = createMap;\n';
    const { status, found } = lint({ "src/core/measure/breach.ts": breach });
    expect(status).not.toBe(0);
    expect(found[0]?.help).toContain("move what you need into core, or pass it in as an argument");
  });

  it("is the same in the lint rule as in the table, for each large folder towards each other", () => {
    const fileOf = (folder: string) => (folder === "src" ? "src/main.tsx" : `${folder}/probe.ts`);
    const pairs = LARGE.flatMap((folder) => {
      const others = LARGE.filter((other) => other !== folder && other !== "src");
      return others.map((other, index) => {
        const path = relative(folder, `${other}/other.ts`);
        const specifier = path.startsWith(".") ? path : `./${path}`;
        return { folder, other, line: index + 1, text: `export * from "${specifier}";\n` };
      });
    });
    const files: Record<string, string> = {};
    for (const { folder, text } of pairs) files[fileOf(folder)] = (files[fileOf(folder)] ?? "") + text;
    const { found } = lint(files);
    const isFound = (folder: string, line: number) =>
      found.some((finding) => finding.file === fileOf(folder) && finding.line === line);
    const tell = ({ folder, other }: { folder: string; other: string }) => `${folder} uses ${other}`;
    expect(pairs.filter(({ folder, line }) => isFound(folder, line)).map(tell)).toEqual(
      pairs.filter(({ folder, other }) => !mayUse(folder, other)).map(tell),
    );
    expect(LARGE.length).toBeGreaterThan(11);
  });
});
