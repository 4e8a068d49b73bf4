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
  "src/core/measure": ["src/core", "src/core/archive"],
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
  "src/data/compiled": ["src/core/", "src/data"],
  "src/words": ["src/core/", "src/data", "src/words/"],
  // A folder a language: none knows another.
  "src/words/*": ["src/core/", "src/words"],
  "src/open": ["src/core/", "src/data/"],
  "src/tiles": ["src/core/"],
  "src/cli": ["src/core/", "src/data/", "src/tiles"],
  styles: ["src/core/"],
  "styles/map": ["src/core/", "styles"],
  "src/map": ["src/core/", "src/tiles", "styles/", "src/words", "src/map/layers"],
  "src/map/base": ["src/core/"],
  "src/map/layers": ["src/core/", "src/words", "styles/", "src/map/base"],
  "src/map/live": [
    "src/core/",
    "src/words",
    "src/tiles",
    "styles/",
    "src/map",
    "src/map/layers",
    "src/map/base",
  ],
  "src/map/page": ["src/core/", "src/words", "styles/", "src/map", "src/map/layers", "src/map/base"],
  "src/ui": ["src/core/", "src/data/", "src/words", "src/open", "styles/", "src/ui/"],
  "src/ui/state": ["src/core/", "src/data/", "src/words", "src/open", "styles/"],
  "src/ui/parts": ["src/core/", "src/data/", "src/words", "styles/", "src/ui/state"],
  "src/ui/day": ["src/core/", "src/words", "src/ui/state", "src/ui/parts"],
  "src/ui/settlement": ["src/core/", "src/words", "src/ui/state", "src/ui/parts"],
  "src/ui/timeline": ["src/core/", "src/words", "src/ui/state", "src/ui/parts"],
  "src/ui/search": ["src/core/", "src/words", "src/ui/state", "src/ui/parts"],
  "src/ui/open": ["src/core/", "src/data/", "src/words", "src/open", "src/ui/state", "src/ui/parts"],
  // The frame around the panels: it has the buttons that lead to two of them.
  "src/ui/chrome": [
    "src/core/",
    "src/data/",
    "src/words",
    "src/ui/state",
    "src/ui/parts",
    "src/ui/open",
    "src/ui/search",
  ],
  "src/app": ["src/core/", "src/data/", "src/words", "src/open", "src/map/", "src/ui/", "styles/"],
  src: ["src/app"],
  "geodata/build": ["src/core/", "src/data/", "src/cli"],
  tools: ["src/core/", "src/data/", "src/cli"],
};

/** An import between two files, both by their path from the root. */
interface Import {
  readonly from: string;
  readonly to: string;
}

const SPECIFIER = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}\/[^"'?]+)/g;

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
    [...readFileSync(join(ROOT, from), "utf8").matchAll(SPECIFIER)].map(([, specifier = ""]) => ({
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

  it("is held by the lint rule too, which tells the remedy", () => {
    // A house of its own: in ours other tests are reading the files at the same time.
    const folder = mkdtempSync(join(tmpdir(), "house-"));
    try {
      copyFileSync(join(ROOT, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
      mkdirSync(join(folder, "src/core/measure"), { recursive: true });
      const breach =
        'import { createMap } from "../../map/live/MapView.ts";\nexport const made = createMap;\n';
      writeFileSync(join(folder, "src/core/measure/breach.ts"), breach);
      const oxlint = join(ROOT, "node_modules/.bin/oxlint");
      const { status, stdout } = spawnSync(oxlint, ["src"], { cwd: folder, encoding: "utf8" });
      expect(status).not.toBe(0);
      expect(stdout).toContain("move what you need into core, or pass it in as an argument");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
