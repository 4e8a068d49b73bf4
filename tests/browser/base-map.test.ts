import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { palettes } from "../../styles/palette.ts";
import { launchBrowser } from "./chromium.ts";
import { openSharpDashboard as openDashboard } from "./dashboard.ts";
import { readPixel } from "./pixels.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Open sea well west of the story's own ground, and land well east of it, each in the middle of the map. */
const SEA = "&at=34.9,35.6,9";
const LAND = "&at=39.2,35.3,9";

const readMiddle = async (page: Page) => {
  const box = await page.locator(".map canvas").boundingBox();
  if (!box) throw new Error("no map");
  return readPixel(page, box.x + box.width / 2 + 40, box.y + box.height / 2 + 30);
};

describe("the map around the story", () => {
  it.each([
    ["sea", SEA, palettes.light.sea],
    ["land", LAND, palettes.light.land],
  ])("is %s where it is, far from the story's own ground", async (_, camera, colour) => {
    const { page, waitForMap, complaints, close } = await openDashboard(browser, `?day=2020-02-06${camera}`);
    await waitForMap("2020-02-06");
    await expect.poll(() => readMiddle(page), { timeout: 20_000 }).toBe(colour);
    expect(complaints).toEqual([]);
    await close();
  });

  it("comes after the first picture, which stands though it does not come, and that is told", async () => {
    const asked: string[] = [];
    const { page, waitForMap, close } = await openDashboard(browser, "?day=2020-02-06", {
      prepare: async (page) => {
        await page.route(/story-world|_20-\w+\.json|_20-near/, async (route) => {
          asked.push((await page.locator(".map").getAttribute("data-day")) ?? "no picture");
          await route.abort();
        });
      },
    });
    await waitForMap("2020-02-06");
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    expect(asked).not.toContain("no picture");
    await page.getByText("Some of what lies under the map").waitFor();
    await close();
  });
});
