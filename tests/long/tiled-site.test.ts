import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { type PreviewServer, preview } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MOST_LISTED } from "../../src/tiles/tile-settlements.ts";
import { runIn } from "../fixtures/run-folder.ts";
import { type GeneratedConflict, writeConflict } from "../bench/generate.ts";
import { launchBrowser } from "../browser/chromium.ts";

const DASHBOARD = fileURLToPath(new URL("../../dist", import.meta.url));
const OPTIONS = { days: 10, vertices: 1000, seed: 4, sides: "two" } as const;
const DAY = "2022-02-26";
const NEXT_DAY = "2022-02-27";

interface Answer {
  readonly status: number;
  readonly range: string | undefined;
}

const folder = join(mkdtempSync(join(tmpdir(), "tiled-")), "conflict");
const site = join(dirname(folder), "site");
let conflict: GeneratedConflict;
let browser: Browser;
let server: PreviewServer;

beforeAll(async () => {
  conflict = await writeConflict(folder, { ...OPTIONS, settlements: MOST_LISTED + 1 });
  const { code, err } = await runIn(dirname(folder), ["build", "conflict", "--site", "site"], DASHBOARD);
  if (code !== 0) throw new Error(err);
  browser = await launchBrowser();
  // Vite's preview is a plain static server that answers range requests, as any host or CDN does.
  server = await preview({
    configFile: false,
    root: site,
    build: { outDir: "." },
    preview: { port: 0, host: "127.0.0.1" },
    logLevel: "error",
  });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(dirname(folder), { recursive: true });
});

/** Opens the site; `answers` are those to requests for the archive. */
async function open(query: string, prepare?: (page: Page) => Promise<unknown>) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const complaints: string[] = [];
  const answers: Answer[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("response", (response) => {
    if (!response.url().endsWith(".pmtiles")) return;
    answers.push({ status: response.status(), range: response.request().headers()["range"] });
  });
  await prepare?.(page);
  await page.goto(`${server.resolvedUrls?.local[0]}${query}`);
  const waitForMap = (day: string) =>
    page.locator(`[data-day="${day}"]`).waitFor({ state: "attached", timeout: 120_000 });
  return { page, complaints, answers, waitForMap };
}

/** Makes a place the middle of the map, at a zoom at which the places near it lie apart. */
function lookAt([lng, lat]: readonly [number, number], zoom: string): string {
  return `?day=${DAY}&at=${lng.toFixed(4)},${lat.toFixed(4)},${zoom}`;
}

/** A place with no other nearby, so that a click is for it alone. */
function findLonely({ settlements }: GeneratedConflict) {
  const lonely = settlements.find(({ importance, position: [lng, lat] }) => {
    const near = settlements.filter(
      (other) => Math.abs(other.position[0] - lng) < 0.03 && Math.abs(other.position[1] - lat) < 0.03,
    );
    return importance === 3 && near.length === 1;
  });
  if (!lonely) throw new Error("All places have others nearby");
  return lonely;
}

function findArchive(): string {
  return readdirSync(site).find((name) => name.endsWith(".pmtiles")) ?? "";
}

async function clickMiddle(page: Page, day: string): Promise<void> {
  const map = await page.locator(`[data-day="${day}"] canvas`).first().boundingBox();
  if (!map) throw new Error("There is no map");
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
}

describe(`a site of more than ${MOST_LISTED} settlements`, () => {
  it("has them as tiles, beside the compiled file and named by the page", () => {
    const archive = findArchive();
    expect(archive).toMatch(/^settlements-[0-9a-f]{8}\.pmtiles$/);
    expect(readFileSync(join(site, "index.html"), "utf8")).toContain(
      `<meta name="frontline-tiles" content="${archive}" />`,
    );
  });

  it("shows days, steps and answers a click, with ranges of the archive only", async () => {
    const place = findLonely(conflict);
    const { page, complaints, answers, waitForMap } = await open(lookAt(place.position, "12.00"));
    await waitForMap(DAY);
    await page.keyboard.press("ArrowRight");
    await waitForMap(NEXT_DAY);
    await clickMiddle(page, NEXT_DAY);
    const region = page.getByRole("region", { name: "Selected", exact: true });
    await region.getByText(place.name, { exact: true }).first().waitFor();
    expect(new URL(page.url()).searchParams.get("place")).toBe(place.id);
    expect(complaints).toEqual([]);
    const size = readFileSync(join(site, findArchive())).length;
    expect(answers.length).toBeGreaterThan(1);
    for (const { status, range } of answers) {
      expect(status).toBe(206);
      const [, first = Number.NaN, last = Number.NaN] = (range?.match(/^bytes=(\d+)-(\d+)$/) ?? []).map(
        Number,
      );
      expect(last - first).toBeLessThan(size / 4);
    }
    await page.close();
  });

  it.each([
    ["gives the whole archive in answer to every range", () => ({ path: join(site, findArchive()) })],
    [
      "packs the archive, and cuts the range out of what is packed",
      () => ({
        status: 206,
        body: gzipSync(readFileSync(join(site, findArchive()))).subarray(0, 16_384),
        headers: { "content-encoding": "gzip", "content-range": "bytes 0-16383/1000000" },
      }),
    ],
  ])("shows the list where the server %s", async (_, answer) => {
    const place = findLonely(conflict);
    const { page, complaints, waitForMap } = await open(lookAt(place.position, "12.00"), (page) =>
      page.route("**/*.pmtiles", (route) => route.fulfill(answer())),
    );
    await waitForMap(DAY);
    await clickMiddle(page, DAY);
    await expect.poll(() => new URL(page.url()).searchParams.get("place")).toBe(place.id);
    // What cannot be unpacked the browser complains of by itself.
    expect(complaints.filter((text) => !text.includes("ERR_CONTENT_DECODING_FAILED"))).toEqual([]);
    await page.close();
  });
});

describe(`a single file with more than ${MOST_LISTED} settlements`, () => {
  it("reads them from tiles in it, by ranges, with nothing asked of anybody", async () => {
    const cwd = dirname(folder);
    const { code, err } = await runIn(cwd, ["build", "conflict", "--single-file", "war.html"], DASHBOARD);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const place = findLonely(conflict);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, offline: true });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await page.addInitScript(noteRanges);
    await page.goto(pathToFileURL(join(cwd, "war.html")).href + lookAt(place.position, "12.00"));
    await page.locator(`[data-day="${DAY}"]`).waitFor({ state: "attached", timeout: 120_000 });
    await clickMiddle(page, DAY);
    await expect.poll(() => new URL(page.url()).searchParams.get("place")).toBe(place.id);
    const ranges = await page.evaluate(() => (window as unknown as { ranges: readonly string[] }).ranges);
    expect(ranges.length).toBeGreaterThan(1);
    for (const range of ranges) {
      const [, first, last, status, bytes] = /^bytes=(\d+)-(\d+) (\d+) (\d+)$/.exec(range) ?? [];
      expect([range, status, Number(bytes)]).toEqual([range, "206", Number(last) - Number(first) + 1]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});

/** Runs in a page before its own scripts: notes what is asked for in ranges, and what comes of it. */
function noteRanges(): void {
  const ranges: string[] = [];
  Object.assign(window, { ranges });
  let present = window.fetch;
  Object.defineProperty(window, "fetch", {
    get: () => present,
    set(answer: typeof fetch) {
      present = async (...asked) => {
        const response = await answer(...asked);
        const range = new Headers(asked[1]?.headers).get("Range");
        const { byteLength } = await response.clone().arrayBuffer();
        if (range !== null) ranges.push(`${range} ${response.status} ${byteLength}`);
        return response;
      };
    },
  });
}

describe(`a site of ${MOST_LISTED} settlements`, () => {
  it("has no tiles", async () => {
    const cwd = dirname(folder);
    await writeConflict(join(cwd, "small"), { ...OPTIONS, days: 2, settlements: MOST_LISTED });
    await runIn(cwd, ["build", "small", "--site", "small-site"], DASHBOARD);
    expect(readdirSync(join(cwd, "small-site")).filter((name) => name.endsWith(".pmtiles"))).toEqual([]);
    expect(readFileSync(join(cwd, "small-site", "index.html"), "utf8")).not.toContain("frontline-tiles");
  });
});
