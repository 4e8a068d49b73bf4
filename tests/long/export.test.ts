import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../browser/chromium.ts";
import { openDashboard } from "../browser/dashboard.ts";
import { chooseBefore, openExport, pressSave } from "../browser/save-picture.ts";
import { comparePictures } from "../browser/compare-pictures.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Width and height as the header of a PNG has them. */
const measurePng = (bytes: Buffer) => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];

async function save(choice: Readonly<Record<string, unknown>>, mostPx?: number): Promise<Buffer> {
  const { page, waitForMap, complaints, close } = await openDashboard(browser, "?day=2020-02-12&theme=light");
  await waitForMap("2020-02-12");
  await chooseBefore(page, choice);
  await openExport(page);
  if (mostPx !== undefined) {
    await page.evaluate((most) => {
      for (const name of ["drawingBufferWidth", "drawingBufferHeight"] as const) {
        const real = Object.getOwnPropertyDescriptor(WebGL2RenderingContext.prototype, name);
        Object.defineProperty(WebGL2RenderingContext.prototype, name, {
          get(this: WebGL2RenderingContext) {
            return Math.min(Number(real?.get?.call(this)), most);
          },
        });
      }
    }, mostPx);
  }
  page.setDefaultTimeout(600_000);
  const bytes = await readFile(await (await pressSave(page, 600_000)).path());
  expect(complaints).toEqual([]);
  await close();
  return bytes;
}

describe("a large picture", () => {
  it.each([
    ["uhd", [3840, 2160]],
    ["a4-portrait", [2480, 3508]],
    ["a3-landscape", [4961, 3508]],
  ] as const)("%s has the size that was asked for, and is not blank", async (preset, size) => {
    const bytes = await save({ preset, theme: "print", parts: { changes: true, charts: true, north: true } });
    expect(measurePng(bytes)).toEqual(size);
    expect(bytes.length).toBeGreaterThan(300_000);
  });

  it("drawn in tiles is the same as in one piece but for a few letters", async () => {
    const own = { widthPx: 3200, heightPx: 2000, density: 2 };
    const whole = await save({ preset: "own", own });
    const tiled = await save({ preset: "own", own }, 1100);
    const { page, close } = await openDashboard(browser);
    const [different, total] = await page.evaluate(comparePictures, [
      whole.toString("base64"),
      tiled.toString("base64"),
    ] as const);
    await close();
    expect(total).toBe(3200 * 2000);
    expect(different / total).toBeLessThan(0.002);
  });
});
