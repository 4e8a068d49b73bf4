import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packArchive } from "../../src/tiles/pack-archive.ts";
import { en as words } from "../../src/words/en/index.ts";
import { enLater } from "../../src/words/en/later.ts";
import { palettes } from "../../styles/palette.ts";
import { launchBrowser } from "../browser/chromium.ts";
import { openSharpDashboard as openDashboard } from "../browser/dashboard.ts";
import { readPixel } from "../browser/pixels.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const { chrome } = words;
const { baseMap } = enLater;
const DAY = "2020-02-06";
/** Land of the built-in base, beyond all areas of the story, in the middle of the map. */
const QUERY = `?day=${DAY}&at=39.2,35.3,9`;

/** A vector tile that is all water. */
function drawWater(): Uint8Array {
  const ring = [
    [-180, -85],
    [180, -85],
    [180, 85],
    [-180, 85],
    [-180, -85],
  ];
  const index = new GeoJSONVT(
    { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } },
    { buffer: 64, indexMaxZoom: 0 },
  );
  const tile = index.getTile(0, 0, 0);
  if (!tile) throw new Error("no tile");
  return fromGeojsonVt({ water: tile });
}

const CORS = { "access-control-allow-origin": "*", "access-control-expose-headers": "content-range,etag" };

function answer(route: Route, bytes: Uint8Array, type: string): Promise<void> {
  const range = /bytes=(\d+)-(\d+)/.exec(route.request().headers()["range"] ?? "");
  if (!range) return route.fulfill({ body: Buffer.from(bytes), contentType: type, headers: CORS });
  const [from, to] = [Number(range[1]), Math.min(Number(range[2]), bytes.length - 1)];
  return route.fulfill({
    status: 206,
    body: Buffer.from(bytes.subarray(from, to + 1)),
    contentType: type,
    headers: { ...CORS, "content-range": `bytes ${from}-${to}/${bytes.length}` },
  });
}

async function readMiddle(page: Page): Promise<string> {
  const box = await page.locator(".map canvas").boundingBox();
  if (!box) throw new Error("no map");
  return readPixel(page, box.x + box.width / 2 + 40, box.y + box.height / 2 + 30);
}

async function choose(page: Page, address: string): Promise<void> {
  await page.getByRole("button", { name: chrome.layers }).click();
  await page.getByText(baseMap.own).click();
  await page.getByLabel(baseMap.address).fill(address);
  await page.getByRole("button", { name: baseMap.use }).click();
  // The menu lies over the middle of the map.
  await page.keyboard.press("Escape");
}

const { land, sea } = palettes.light;

describe("a base map of the reader's own", () => {
  it("of tiles by a template is asked for once chosen, drawn, remembered, and left again", async () => {
    const tile = drawWater();
    let asked = 0;
    const { page, waitForMap, close } = await openDashboard(browser, QUERY, {
      prepare: async (page) => {
        await page.route("https://tiles.example/**", async (route) => {
          asked += 1;
          await answer(route, tile, "application/x-protobuf");
        });
      },
    });
    await waitForMap(DAY);
    await expect.poll(() => readMiddle(page), { timeout: 20_000 }).toBe(land);
    expect(asked).toBe(0);
    await choose(page, "https://tiles.example/{z}/{x}/{y}.pbf");
    await expect.poll(() => readMiddle(page), { timeout: 20_000 }).toBe(sea);
    await page.reload();
    await waitForMap(DAY);
    await expect.poll(() => readMiddle(page), { timeout: 20_000 }).toBe(sea);
    await page.getByRole("button", { name: chrome.layers }).click();
    await page.getByText(baseMap.shown("tiles.example")).waitFor();
    await page.getByText(baseMap.builtIn).click();
    await page.keyboard.press("Escape");
    await expect.poll(() => readMiddle(page), { timeout: 20_000 }).toBe(land);
    const before = asked;
    await page.reload();
    await waitForMap(DAY);
    expect(asked).toBe(before);
    await close();
  });

  it("in a PMTiles file is drawn, and its credit shown as text whatever markup it has", async () => {
    const archive = packArchive([{ z: 0, x: 0, y: 0, data: drawWater() }], {
      minZoom: 0,
      maxZoom: 0,
      bounds: [-180, -85, 180, 85],
      metadata: { attribution: `<a href="https://example.com" onclick="x()">Water & Co</a>` },
    });
    const { page, waitForMap, close } = await openDashboard(browser, QUERY, {
      prepare: async (page) => {
        await page.route("https://tiles.example/**", (route) =>
          answer(route, archive, "application/octet-stream"),
        );
      },
    });
    await waitForMap(DAY);
    await choose(page, "https://tiles.example/water.pmtiles");
    await expect.poll(() => readMiddle(page), { timeout: 20_000 }).toBe(sea);
    const credits = page.locator(".maplibregl-ctrl-attrib-inner");
    expect(await credits.textContent()).toContain("Water & Co");
    expect(await credits.locator("a").count()).toBe(0);
    await close();
  });

  it.each([
    [
      "a host that does not answer",
      "https://tiles.example/{z}/{x}/{y}.png",
      baseMap.fault.unreachable,
      (route: Route) => route.abort(),
    ],
    [
      "a host that refuses",
      "https://tiles.example/style.json",
      baseMap.fault.refused,
      (route: Route) => route.fulfill({ status: 403, headers: CORS }),
    ],
    [
      "a page instead of a map",
      "https://tiles.example/map",
      baseMap.fault["no-map"],
      (route: Route) => route.fulfill({ body: "<html>", headers: CORS }),
    ],
    [
      "a style that MapLibre refuses",
      "https://tiles.example/style.json",
      baseMap.fault["no-map"],
      (route: Route) =>
        route.fulfill({
          headers: CORS,
          json: {
            version: 8,
            sources: { a: { type: "vector", tiles: ["https://tiles.example/{z}/{x}/{y}.pbf"] } },
            layers: [
              { id: "a", type: "fill", source: "a", "source-layer": "water", filter: ["no-such-thing", 1] },
            ],
          },
        }),
    ],
    ["no address", "tiles:example", baseMap.fault["no-address"], (route: Route) => route.abort()],
  ])(
    "says in a sentence of %s that it is not shown, and goes back to the built-in one",
    async (_, address, sentence, respond) => {
      const { page, waitForMap, close } = await openDashboard(browser, QUERY, {
        prepare: async (page) => {
          await page.route("https://tiles.example/**", respond);
        },
      });
      await waitForMap(DAY);
      await choose(page, address);
      await page.getByRole("alert").filter({ hasText: sentence }).waitFor();
      expect(await page.getByRole("alert").count()).toBe(1);
      await expect.poll(() => readMiddle(page), { timeout: 20_000 }).toBe(land);
      await close();
    },
  );
});
