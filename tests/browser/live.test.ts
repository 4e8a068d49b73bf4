import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compilePath } from "../../src/cli/open-dataset.ts";
import { type Serving, startServing } from "../../src/cli/serve.ts";
import { TEMPLATE } from "../fixtures/run-folder.ts";
import { IS_LONG } from "../fixtures/long.ts";
import { launchBrowser } from "./chromium.ts";

const DASHBOARD = fileURLToPath(new URL("../../dist", import.meta.url));
const QUERY = "?day=2031-05-06&place=dunwater&at=-39.9000,31.0000,10.00";

let browser: Browser;
let serving: Serving | undefined;
const folder = join(mkdtempSync(join(tmpdir(), "frontline-")), "island");

function serveFolder(port: number) {
  return startServing(
    { command: "serve", folder, host: "127.0.0.1", port, format: "table", isStrict: false },
    { cwd: folder, compile: compilePath, findDashboard: () => DASHBOARD, out: () => {}, err: () => {} },
  );
}

beforeAll(async () => {
  browser = await launchBrowser();
  cpSync(TEMPLATE, folder, { recursive: true });
  serving = await serveFolder(0);
});

afterAll(async () => {
  await serving?.close();
  await browser.close();
  rmSync(dirname(folder), { recursive: true });
});

/** Counts, in the page, the WebGL contexts that are made. */
async function countContexts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = window as { contexts?: number };
    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...asked: unknown[]) {
      if (String(asked[0]).startsWith("webgl")) counted.contexts = (counted.contexts ?? 0) + 1;
      return Reflect.apply(getContext, this, asked);
    } as typeof getContext;
  });
}

/** Where a place lies on the screen, by the formula of the projection, on a map with its centre and zoom as in QUERY. */
async function findOnScreen(canvas: Locator, lng: number, lat: number): Promise<[x: number, y: number]> {
  const { x, y, width, height } = (await canvas.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const worldPx = 512 * 2 ** 10;
  const mercator = (degrees: number) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360));
  const right = ((lng + 39.9) / 360) * worldPx;
  const down = ((mercator(31) - mercator(lat)) / (2 * Math.PI)) * worldPx;
  return [x + width / 2 + right, y + height / 2 + down];
}

describe("the dashboard of a folder that is being edited", () => {
  it("follows the files, and the reader keeps day, place and camera", async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(`${serving?.address}${QUERY}`);
    const place = page.getByRole("region", { name: "Selected", exact: true });
    const map = page.locator('[data-day="2031-05-06"]');
    const waitForMap = () => map.waitFor({ state: "attached", timeout: 60_000 });
    await waitForMap();
    expect(await page.title()).toContain("The Merrow Island conflict");
    expect(await place.textContent()).toMatch(/Held by league forces on 6 May 2031/i);

    const file = join(folder, "claims.csv");
    const text = readFileSync(file, "utf8");
    const moved = text.replace(/^(c05,.*?)2031-05-06,2031-05-06/m, "$12031-05-07,2031-05-07");
    expect(moved).not.toBe(text);
    writeFileSync(file, moved);
    await page.getByText("The files have changed: this is their new state.").waitFor();
    await waitForMap();
    expect(await place.textContent()).toMatch(/Held by council forces on 6 May 2031/i);
    expect(new URL(page.url()).search).toBe(QUERY);

    writeFileSync(file, moved.slice(0, 700));
    await page.getByText("What is shown is their last good state.").waitFor();
    expect(await place.textContent()).toMatch(/Held by council forces on 6 May 2031/i);

    writeFileSync(file, text);
    await expect
      .poll(() => place.textContent(), { timeout: 30_000 })
      .toMatch(/Held by league forces on 6 May/i);
    expect(new URL(page.url()).search).toBe(QUERY);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.runIf(IS_LONG)("draws other data in the same map, as a page that begins with them does", async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    await countContexts(page);
    await page.goto(`${serving?.address}${QUERY}`);
    const map = page.locator('[data-day="2031-05-06"]');
    await map.waitFor({ state: "attached", timeout: 60_000 });
    const canvas = page.locator("canvas.maplibregl-canvas");
    const before = await canvas.elementHandle();
    const count = () => page.evaluate(() => (window as { contexts?: number }).contexts);
    const contexts = await count();
    expect(contexts).toBeGreaterThan(0);
    const label = page.locator(".map-hover");
    const hover = async (lng: number, lat: number) => {
      await page.mouse.move(...(await findOnScreen(canvas, lng, lat)));
      return (await label.isVisible()) ? label.textContent() : undefined;
    };
    expect(await hover(-39.88, 30.86)).toContain("Redmoor");

    const write = (name: string, change: (text: string) => string) => {
      const text = readFileSync(join(folder, name), "utf8");
      expect(change(text)).not.toBe(text);
      writeFileSync(join(folder, name), change(text));
      return () => writeFileSync(join(folder, name), text);
    };
    const undo = [
      write("settlements.csv", (text) =>
        text
          .replace("-39.88,30.86", "-39.8,30.92")
          .concat("newbridge,Newbridge,,-39.95,30.95,,town,1,Merrow,Middle,invented,,1,,false\n"),
      ),
      // The hatch is laid from the middle of the bounds, which stays: the pictures can be equal to the pixel.
      write("dataset.json", (text) =>
        text
          .replace('"colour": "vermilion"', '"colour": "azure"')
          .replace("[-40.65, 30.55, -39.35, 31.5]", "[-40.7, 30.5, -39.3, 31.55]"),
      ),
      write("control.geojson", (text) => text.replaceAll("[-40.5526,30.7938]", "[-40.6,30.8]")),
    ];
    await page.getByText("The files have changed: this is their new state.").waitFor();
    await expect.poll(() => hover(-39.8, 30.92), { timeout: 30_000 }).toContain("Redmoor");
    await map.waitFor({ state: "attached", timeout: 60_000 });
    expect(await hover(-39.95, 30.95)).toContain("Newbridge");
    expect(await hover(-39.88, 30.86)).toBeUndefined();
    expect(await canvas.evaluate((canvasNow, canvasThen) => canvasNow === canvasThen, before)).toBe(true);
    expect(await count()).toBe(contexts);
    expect(new URL(page.url()).search).toBe(QUERY);

    const fresh = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await fresh.goto(`${serving?.address}${QUERY}`);
    await fresh.locator('[data-day="2031-05-06"]').waitFor({ state: "attached", timeout: 60_000 });
    // Where nothing else lies over the map.
    const clip = { x: 300, y: 160, width: 730, height: 440 };
    const take = (shown: Page) => shown.screenshot({ clip });
    const expected = await take(fresh);
    await expect.poll(async () => (await take(page)).equals(expected), { timeout: 20_000 }).toBe(true);

    await page.mouse.click(...(await findOnScreen(canvas, -39.95, 30.95)));
    await expect.poll(() => new URL(page.url()).searchParams.get("place")).toBe("newbridge");
    for (const restore of undo) restore();
    expect(complaints).toEqual([]);
    await fresh.close();
    await page.close();
  });

  it.runIf(IS_LONG)(
    "keeps what is open, typed and playing, and tells of problems again after they were dismissed",
    async () => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(`${serving?.address}${QUERY}`);
      const search = page.getByRole("combobox", { name: "Find a place" });
      await search.fill("nowhere to be found");
      const file = join(folder, "claims.csv");
      const text = readFileSync(file, "utf8");
      const spoil = (rows: number) =>
        writeFileSync(
          file,
          text.replace(/\n(c0\d),(\w+)/g, (row, id, place) =>
            Number(id.slice(1)) <= rows ? `\n${id},no-${place}` : row,
          ),
        );

      spoil(1);
      const notice = page
        .getByRole("alert")
        .filter({ has: page.getByRole("button", { name: "Show problems" }) });
      await expect.poll(() => notice.count(), { timeout: 30_000 }).toBe(1);
      expect(await search.inputValue()).toBe("nowhere to be found");
      await notice.getByRole("button", { name: "Dismiss" }).click();
      expect(await notice.count()).toBe(0);
      spoil(2);
      await expect.poll(() => notice.count(), { timeout: 30_000 }).toBe(1);
      expect(await search.inputValue()).toBe("nowhere to be found");

      writeFileSync(file, text.replace("The regiment attacks", "The whole regiment attacks"));
      await page.getByText("The whole regiment attacks").first().waitFor();
      expect(await notice.count()).toBe(0);
      expect(await search.inputValue()).toBe("nowhere to be found");
      writeFileSync(file, text);
      await page.close();
    },
  );

  it.runIf(IS_LONG)("is there in any number of tabs", async () => {
    const context = await browser.newContext({ viewport: { width: 500, height: 400 } });
    const pages = [];
    for (let tab = 0; tab < 9; tab++) {
      const page = await context.newPage();
      await page.goto(`${serving?.address}${QUERY}`);
      await page.getByRole("slider").waitFor({ timeout: 20_000 });
      pages.push(page);
    }
    expect(await pages.at(-1)?.title()).toContain("The Merrow Island conflict");
    await context.close();
  });

  it("says when the server has ended, and when it is back", async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${serving?.address}${QUERY}`);
    await page.getByRole("slider").waitFor();
    const lost = page.getByText("The server no longer answers.");
    const port = Number(new URL(serving?.address ?? "").port);
    await serving?.close();
    await lost.waitFor();
    serving = await serveFolder(port);
    await page.getByText("The server answers again").waitFor();
    expect(await lost.count()).toBe(0);
    await page.close();
  });
});
