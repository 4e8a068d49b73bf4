import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { compilePath } from "../../src/cli/open-dataset.ts";
import { readCompiled } from "../../src/data/compiled/compiled.ts";
import { launchBrowser } from "./chromium.ts";
import { type AskedFile, listAskedFiles, sumFirstKib } from "./first-load.ts";

/** Scripts, styles and data that the first picture may take, without the map's worker. */
const MOST_KIB = 560;

const GEODATA = fileURLToPath(new URL("../../geodata", import.meta.url));

/** Words that stand in the code of what the first picture does without. */
const KEPT_AWAY = {
  "the charts": "chart-row-plot",
  "story mode": "narrative-summary",
  "wall mode": "wall-sentence",
  "the tour": "tour-outline",
  "what is amiss with an address": "The address asked for",
  "what compares an address with the data": "unreadable",
  "links, citations and codes": "text/plain",
  "the windowing of the table": "isScrollingResetDelay",
  "the search": "MiniSearch: ",
  "reading and writing tables": "BAD_DELIMITERS",
  "the overlay of polygons": "[BigNumber Error]",
  "the reader of tiles": "PMTiles archive",
  "the reader of declarations": "PropertyNameExpected",
  "the reader of the world's map": ".arcs",
} as const;

const ASSETS = new URL("../../dist/assets/", import.meta.url);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe("a first visit to the story", () => {
  let files: readonly AskedFile[] = [];
  const namesOf = (isFirst: boolean) =>
    files.filter((file) => file.isFirst === isFirst).map(({ name }) => name);
  beforeAll(async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    files = await listAskedFiles(await context.newPage(), inject("address"));
    await context.close();
  });

  it("asks for no data before the first picture but that of the picture, and for 560 KiB at most", () => {
    const data = namesOf(true).filter((name) => /\.(geojson|json|csv|frontline|bin)$/.test(name));
    expect(data.toSorted()).toEqual(["story.frontline", "story-ground.bin"].toSorted());
    expect(sumFirstKib(files)).toBeLessThanOrEqual(MOST_KIB);
  });

  it("runs no code before the first picture that this does not need", async () => {
    const all = (await readdir(ASSETS)).filter((name) => name.endsWith(".js"));
    const sources = await Promise.all(all.map((name) => readFile(new URL(name, ASSETS), "utf8")));
    const first = new Set(files.filter(({ isFirst }) => isFirst).map(({ path }) => path.split("/").at(-1)));
    for (const [part, mark] of Object.entries(KEPT_AWAY)) {
      const having = all.filter((_, index) => sources[index]?.includes(mark));
      expect(having, part).not.toEqual([]);
      expect(
        having.filter((name) => first.has(name)),
        part,
      ).toEqual([]);
    }
  });

  it("knows the story by its content, whoever compiled it: its own ground is drawn under it wherever it is read from", async () => {
    const { bytes } = await compilePath(GEODATA);
    const { hash } = await readCompiled(bytes ?? new Uint8Array());
    const page = (await readdir(ASSETS)).filter((name) => name.startsWith("page-") && name.endsWith(".js"));
    const text = await readFile(new URL(page[0] ?? "", ASSETS), "utf8");
    expect(text).toContain(hash.slice(0, 16));
  });

  it("asks after the first picture for what a reader may want who then loses the network", () => {
    const wanted = [
      "Dialogs.js",
      "ChartDrawer.js",
      "search.js",
      "after-first.js",
      "write-csv.js",
      "export-pages.js",
      "story-world.bin",
    ];
    expect(namesOf(false)).toEqual(expect.arrayContaining(wanted));
  });

  it("never asks for the words of other languages, the whole world, or what reads data of one's own", () => {
    const names = [...namesOf(true), ...namesOf(false)];
    expect(names.filter((name) => /^(ar|fr|uk|countries.*|worker|settlement-tiles)\.js$/.test(name))).toEqual(
      [],
    );
  });
});
