import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "../browser/chromium.ts";
import { launchFirefox } from "./firefox.ts";
import { ensureReaders, findOnSheet, readText, renderSheets } from "./paper.ts";

/** Views, the size of the window, and words that are on their paper. */
const VIEWS: Readonly<
  Record<string, readonly [query: string, width: number, height: number, words: RegExp]>
> = {
  "a day": ["day=2020-02-06&theme=light", 1440, 900, /6 February 2020[^]*Front line[^]*OpenStreetMap/],
  "a day, dark and in Arabic": ["day=2020-02-06&theme=dark&lang=ar", 1440, 900, /OpenStreetMap/],
  "two days under a divider": [
    "day=2020-03-05&with=2020-01-20&compare=swipe&theme=light",
    1440,
    900,
    /20 January[^]*5 March 2020[^]*Front line/,
  ],
  "two days side by side": [
    "day=2020-03-05&with=2020-01-20&compare=beside&theme=dark",
    1440,
    900,
    /20 January[^]*5 March 2020[^]*Front line/,
  ],
  "a story": ["story=prelude&theme=light", 1440, 900, /The offensive, step by step[^]*Step 16 of 16/],
  "a wall": ["wall=1&day=2020-02-12&from=2020-02-12&to=2020-02-12&theme=dark", 1440, 900, /12 February 2020/],
  "a page in another one": ["embed&day=2020-02-12&theme=light", 800, 600, /12 February 2020[^]*Front line/],
  "a phone": ["day=2020-02-06&theme=light", 390, 844, /6 February 2020[^]*Front line[^]*OpenStreetMap/],
};

beforeAll(ensureReaders);

async function open(browser: Browser, query: string, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${inject("address")}?${query}`);
  await page.locator(".map[data-day]").first().waitFor({ state: "attached", timeout: 60_000 });
  // What printing takes comes after the first picture.
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes("after-first")),
  );
  await page.waitForFunction(() => document.querySelectorAll(".map:not([data-day])").length === 0);
  return page;
}

/** The map once it stays as it is: what lies farther out comes after the first picture. */
async function takeStill(page: Page): Promise<Buffer> {
  let picture = await takeMap(page);
  for (let time = 0; time < 20; time++) {
    await page.waitForTimeout(1000);
    const next = await takeMap(page);
    if (next.equals(picture)) break;
    picture = next;
  }
  return picture;
}

/** The map as it stands on the screen, without what lies on it and is printed elsewhere. */
async function takeMap(page: Page): Promise<Buffer> {
  const cover = (visibility: string) =>
    page
      .locator(
        ".map-area > :not(.map, .other-map, .divider-line, .day-labels), .maplibregl-control-container",
      )
      .evaluateAll(
        (all, visible) => all.forEach((one) => ((one as HTMLElement).style.visibility = visible)),
        visibility,
      );
  await cover("hidden");
  const picture = await page.locator(".map-area").screenshot();
  await cover("");
  return picture;
}

describe.each([
  ["Chromium", launchBrowser],
  ["Firefox", launchFirefox],
])("on paper, in %s", (_name, launch) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each(Object.entries(VIEWS))("%s has its map, whole, on the first sheet", async (_view, asked) => {
    const [query, width, height, words] = asked;
    const page = await open(browser, query, width, height);
    const picture = await takeStill(page);
    const pdf = await page.pdf({ format: "A4" });
    const [sheet] = renderSheets(pdf);
    const found = findOnSheet(sheet!, picture);
    expect(found.likeness).toBeGreaterThan(0.8);
    // Not in a corner.
    expect(found.width).toBeGreaterThan(sheet!.width / 2);
    expect(readText(pdf)).toMatch(words);
    await page.context().close();
  });

  it("the table has all settlements, and nothing of the page below it", async () => {
    const page = await open(browser, "day=2020-02-06&theme=dark", 1440, 900);
    await page.keyboard.press("t");
    await page.locator(".settlement-table tbody [data-index]").first().waitFor();
    const pdf = await page.pdf({ format: "A4" });
    const text = readText(pdf);
    for (const name of ["Abbad", "Kafr Nabl", "Saraqib", "Zarzur"]) expect(text).toContain(name);
    expect(text).not.toContain("changed hands");
    expect(await page.locator(".settlement-table tbody [data-index]").count()).toBeLessThan(100);
    await page.context().close();
  });
});
