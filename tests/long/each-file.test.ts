import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "../browser/chromium.ts";
import { DOORS, type Door, visit } from "./doors.ts";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

/** Files of a build that no reader's page asks for, and others that a door would take too long to. */
const NOT_TRIED: Readonly<Record<string, string>> = {
  "THIRD-PARTY.txt": "for people",
  "single-file.js": "for `build --single-file`",
  "orders.js": "for pictures drawn by the command line",
  icon: "for installing the page",
  "manifest.webmanifest": "for installing the page",
  "service-worker.js": "these pages have none; tests/browser/offline.test.ts has",
  "index.html": "without it there is no page",
  "assets/-?\\d+_-?\\d+": "cells of the world: the map of the story has a few, of which one is tried",
  "countries-10m|world-base-10m": "for a small theatre",
  "ask-server": "for `frontline serve`: tests/browser/live.test.ts",
  "settlement-tiles|tile-protocol|tiled-settlement|open-base":
    "for tiles: tests/browser/faults.test.ts, tests/long/reader-base.test.ts",
  "walk-dropped": "for what is dropped: tests/browser/opening.test.ts",
  "long-press": "for fingers: tests/browser/phone.test.ts",
  "encode-film|make-series|zip-series|video|scratch-file|write-pdf|png|film-formats|webm|gif":
    "for files that take long to make: tests/browser/film.test.ts",
};

/** What is fetched ahead, and the door behind which it is wanted. */
const WANTED_AT: Readonly<Record<string, string>> = {
  "Dialogs|ProblemList": "the table",
  SelectedPage: "a settlement",
  "ComparisonSection|CompareBar": "two days",
  OtherMap: "two maps",
  "ChartDrawer|ChartRow|use-lines|readings|layout": "charts",
  FilterForm: "the filter",
  LayersForm: "layers",
  search: "search",
  "export-pages|share|export-words": "export, kind 1",
};

/** Nobody is shown anything, and why that is right. */
const NOTHING_TO_TELL: Readonly<Record<string, string>> = {
  "keep-offline": "the page works as it does where nothing is kept",
  "after-first": "the ground steps where it would sweep",
  "write-csv|MoreForm|PlayFields|idb|build": "it is asked for again, and told, when it is wanted",
};

/** Without these there is nothing to show: what is told is told in the place of the page. */
const NEEDED = /^assets\/(?:index|page|rolldown-runtime)-.*\.js$|^assets\/story-.*\.frontline$/;

const isNamed = (file: string, names: Readonly<Record<string, string>>) =>
  Object.keys(names).some((name) => new RegExp(`(?:^|/)(?:${name})`).test(file));

const listFiles = () =>
  readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("//", "/").slice(DIST.length));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe("each file that does not come", () => {
  const files = listFiles();
  /** The first door that asks for a file. */
  const askedAt = new Map<string, Door>();

  it("is missed by nobody where all come", async () => {
    const faults: unknown[] = [];
    for (const door of DOORS) {
      const { asked, uncaught, told, goesOn } = await visit(browser, inject("address"), door);
      // Whoever comes by an odd address is told that.
      const isSound =
        uncaught.length === 0 && goesOn && (told.length === 0 || door.name === "an odd address");
      if (!isSound) faults.push({ door: door.name, uncaught, told, goesOn });
      for (const file of asked) if (!askedAt.has(file)) askedAt.set(file, door);
    }
    expect(faults).toEqual([]);
    expect(files.filter((file) => !askedAt.has(file) && !isNamed(file, NOT_TRIED))).toEqual([]);
  });

  it("costs its own part, which is told, and the rest of the page stays in use", async () => {
    const faults: unknown[] = [];
    const cell = files.find((file) => askedAt.has(file) && /^assets\/-?\d+_/.test(file));
    for (const file of files) {
      if (!askedAt.has(file) || (isNamed(file, NOT_TRIED) && file !== cell)) continue;
      const [, wanted] = Object.entries(WANTED_AT).find(([name]) => isNamed(file, { [name]: "" })) ?? [];
      const door = DOORS.find(({ name }) => name === wanted) ?? askedAt.get(file);
      if (!door) continue;
      const { uncaught, text, told, goesOn } = await visit(browser, inject("address"), door, file);
      const isWhite = text.trim().length < 30;
      const isTold = told.length > 0 || isNamed(file, NOTHING_TO_TELL);
      if (isWhite || uncaught.length > 0 || !isTold || (!goesOn && !NEEDED.test(file)))
        faults.push({ file, door: door.name, isWhite, uncaught, told, goesOn });
    }
    expect(faults).toEqual([]);
  });
});
