import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Page, Route, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { injectData } from "../../src/cli/dashboard-page.ts";
import { loadWords } from "../../src/words/index.ts";
import type { MapTrouble } from "../../src/words/map-words.ts";
import { launchBrowser } from "./chromium.ts";
import { openDashboard } from "./dashboard.ts";
import { IS_LONG } from "../fixtures/long.ts";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
const MINI = fileURLToPath(new URL("../fixtures/mini", import.meta.url));
const QUERY = "?day=2020-02-06&lang=ar";

const ar = await loadWords("ar");
const en = await loadWords("en");

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const refuse = (route: Route) => route.fulfill({ status: 404, body: "" });
const hang = () => {};

/** A page on which requests for some files go wrong; no uncaught errors are expected in spite of it. */
async function openWithout(file: RegExp, answer: (route: Route) => unknown, hasClock = false) {
  const uncaught: string[] = [];
  const dashboard = await openDashboard(browser, QUERY, {
    prepare: async (page) => {
      if (hasClock) await page.clock.install();
      page.on("pageerror", (error) => uncaught.push(String(error)));
      await page.route(file, answer);
    },
  });
  return { ...dashboard, uncaught };
}

const findNotice = (page: Page, trouble: MapTrouble) => page.getByText(ar.map.trouble[trouble]);

/** Opens the mini data set as a reader does. */
async function pickMini(page: Page): Promise<void> {
  await page.getByRole("button", { name: ar.open.button }).first().click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: ar.opening?.openFiles ?? "" }).click();
  const names = await readdir(MINI);
  await (await chooser).setFiles(names.map((name) => `${MINI}/${name}`));
}

/** One day on, where time runs from right to left. */
const NEXT = "ArrowLeft";
const PREVIOUS = "ArrowRight";

/** That the rest of the page goes on. */
async function expectAlive(page: Page): Promise<void> {
  await page.getByRole("slider").press(NEXT);
  await expect.poll(() => new URL(page.url()).searchParams.get("day")).toBe("2020-02-07");
}

describe("a part of the map that does not come", () => {
  it.each<[MapTrouble, RegExp]>([
    ["no-program", /MapView-.*\.js/],
    ["no-worker", /maplibre-gl-worker/],
  ])("is told and leaves the page in use: %s", async (trouble, file) => {
    const { page, uncaught, close } = await openWithout(file, refuse);
    const notice = findNotice(page, trouble);
    await notice.waitFor();
    await expectAlive(page);
    await page.getByRole("button", { name: ar.notices.dismiss, exact: true }).click();
    expect(await notice.count()).toBe(0);
    expect(uncaught).toEqual([]);
    await close();
  });

  it.each<[MapTrouble, RegExp]>([
    ["no-base", /story-ground-.*\.bin/],
    ["no-fonts", /\.woff2/],
  ])("is told, and the map is drawn without it: %s", async (trouble, file) => {
    const { page, waitForMap, uncaught, close } = await openWithout(file, refuse);
    await findNotice(page, trouble).waitFor();
    await waitForMap("2020-02-06");
    expect(uncaught).toEqual([]);
    await close();
  });

  it("is told, and settlements are drawn from their list: no-tiles", async () => {
    const names = await readdir(`${DIST}/assets`);
    const story = names.find((name) => name.endsWith(".frontline"));
    const body = injectData(await readFile(`${DIST}/index.html`, "utf8"), {
      data: `assets/${story}`,
      status: undefined,
      tiles: "settlements.pmtiles",
    });
    const { page, waitForMap, uncaught, close } = await openWithout(/\/\?day=/, (route) =>
      route.fulfill({ body, contentType: "text/html" }),
    );
    await findNotice(page, "no-tiles").waitFor();
    await waitForMap("2020-02-06");
    expect(uncaught).toEqual([]);
    await close();
  });

  it("is told while it hangs, and no more once it has come: the program that prepares the map", async () => {
    let release = () => {};
    const hold = (route: Route) => {
      release = () => void route.continue();
    };
    const { page, waitForMap, uncaught, close } = await openWithout(/maplibre-gl-worker/, hold, true);
    const notice = findNotice(page, "no-worker");
    await page.locator(".map canvas").waitFor();
    await page.clock.fastForward(21_000);
    await notice.waitFor();
    await expectAlive(page);
    release();
    await waitForMap("2020-02-07");
    expect(await notice.count()).toBe(0);
    expect(uncaught).toEqual([]);
    await close();
  });

  it.runIf(IS_LONG)(
    "is told and done without when it hangs: the coasts under a data set of the reader's",
    async () => {
      const { page, uncaught, close } = await openWithout(/countries-50m/, hang, true);
      const isAsked = page.waitForRequest(/countries-50m/);
      await pickMini(page);
      await isAsked;
      await page.clock.fastForward(21_000);
      await findNotice(page, "no-base").waitFor({ timeout: 40_000 });
      await page.locator('[data-day="2020-01-02"]').waitFor({ state: "attached", timeout: 30_000 });
      expect(uncaught).toEqual([]);
      await close();
    },
  );

  it.runIf(IS_LONG)("is told, and the page is in English: words that do not come", async () => {
    const { page, uncaught, close } = await openWithout(/assets\/ar-.*\.js/, refuse);
    await page.getByText(en.chrome.languageMissing("العربية")).waitFor();
    expect(uncaught).toEqual([]);
    await close();
  });

  it.runIf(IS_LONG)("is told and asked for once more: a style sheet", async () => {
    let asked = 0;
    const { page, uncaught, close } = await openWithout(/assets\/page-.*\.css/, (route) =>
      asked++ === 0 ? refuse(route) : route.continue(),
    );
    await page.getByText(ar.notices.partMissing).waitFor();
    const isStyled = () => [...document.styleSheets].some(({ href }) => href?.includes("assets/page-"));
    await expect.poll(() => page.evaluate(isStyled), { timeout: 20_000 }).toBe(true);
    expect(asked).toBe(2);
    expect(uncaught).toEqual([]);
    await close();
  });

  it.runIf(IS_LONG)("is not waited for longer than a few seconds: fonts that hang", async () => {
    const { page, waitForMap, close } = await openWithout(/\.woff2/, hang);
    await waitForMap("2020-02-06");
    expect(await findNotice(page, "no-fonts").isVisible()).toBe(true);
    await close();
  });
});

/** Runs in the page: takes the graphics processor from the map, or gives it back. */
function setGraphics(isThere: boolean): void {
  const graphics = window as unknown as { loseContext?: WEBGL_lose_context | null | undefined };
  const canvas = document.querySelector<HTMLCanvasElement>("canvas.maplibregl-canvas");
  graphics.loseContext ??= canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context");
  if (isThere) graphics.loseContext?.restoreContext();
  else graphics.loseContext?.loseContext();
}

/** A picture of something once it no longer changes: the world around the story comes when it comes. */
async function settle(shown: Locator): Promise<Buffer> {
  let last = await shown.screenshot();
  await expect
    .poll(
      async () => {
        const before = last;
        last = await shown.screenshot();
        return last.equals(before);
      },
      { interval: 700, timeout: 15_000 },
    )
    .toBe(true);
  return last;
}

describe("a graphics processor that is reset", () => {
  it("stops the map until it is back, and the picture of the day is then whole", async () => {
    // Where a name stands depends on where it stood before, so names cannot be compared.
    const query = "?day=2020-02-06&place=saraqib&at=36.8,35.86,9&lang=ar&hide=labels";
    const { page, slider, waitForMap, complaints, close } = await openDashboard(browser, query);
    const canvas = page.locator("canvas.maplibregl-canvas");
    await waitForMap("2020-02-06");
    await slider.press(NEXT);
    await slider.press(NEXT);
    await waitForMap("2020-02-08");
    // The world around comes after the first picture.
    await page.waitForLoadState("networkidle");
    const whole = await settle(canvas);
    await slider.press(PREVIOUS);
    await waitForMap("2020-02-07");

    await page.evaluate(setGraphics, false);
    await findNotice(page, "graphics-lost").waitFor();
    await page.mouse.move(500, 400);
    await page.mouse.move(520, 420);
    await slider.press(NEXT);
    await page.setViewportSize({ width: 1300, height: 800 });
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await page.locator("[data-day]").count()).toBe(0);
    await page.evaluate(setGraphics, true);
    await waitForMap("2020-02-08");
    expect(await findNotice(page, "graphics-lost").count()).toBe(0);
    await page.mouse.move(5, 5);
    await expect.poll(async () => (await settle(canvas)).equals(whole), { timeout: 30_000 }).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("a fault that ends the whole page", () => {
  /** The signs of the legend are drawn by script; here that fails while the test wants it to. */
  function breakLegend(): void {
    const find = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: [string]) {
      if (sessionStorage.getItem("broken") === "yes" && this.closest(".legend")) throw new Error("Made up");
      return find.apply(this, args) as never;
    } as typeof find;
  }
  const setBroken = (page: Page, isBroken: boolean) =>
    page.evaluate((value) => sessionStorage.setItem("broken", value), isBroken ? "yes" : "no");
  const openBreakable = () =>
    openDashboard(browser, QUERY, {
      prepare: async (page) => {
        await page.addInitScript(breakLegend);
      },
    });
  const titleOf = (page: Page) => page.locator(".title-card h1").textContent();
  const storyTitle = /شمال غرب/;

  it("offers the way back, and the data set is not kept", async () => {
    const { page, close } = await openBreakable();
    await setBroken(page, true);
    await pickMini(page);
    await page.getByText(ar.notices.pageFailed).waitFor();
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    await setBroken(page, false);
    await page.getByRole("button", { name: ar.open.showStory }).click();
    await expect.poll(() => titleOf(page)).toMatch(storyTitle);
    expect(page.url()).not.toContain("local");
    await page.getByRole("button", { name: ar.open.button }).first().click();
    await page.getByText(ar.opening?.noRecent ?? "").waitFor();
    await close();
  });

  it.runIf(IS_LONG)("lets a data set be forgotten that was kept when it still could be shown", async () => {
    const { page, close } = await openBreakable();
    await pickMini(page);
    await expect.poll(() => titleOf(page)).toBe("قصة صغيرة");
    await page.getByRole("button", { name: ar.open.button }).first().click();
    await page.getByRole("button", { name: /^قصة صغيرة/ }).waitFor();
    await setBroken(page, true);
    await page.reload();
    await page.getByText(ar.notices.pageFailed).waitFor();
    expect(page.url()).toContain("local");
    await setBroken(page, false);
    await page.getByRole("button", { name: ar.notices.forgetShown }).click();
    await expect.poll(() => titleOf(page)).toMatch(storyTitle);
    expect(page.url()).not.toContain("local");
    await page.getByRole("button", { name: ar.open.button }).first().click();
    await page.getByText(ar.opening?.noRecent ?? "").waitFor();
    await close();
  });
});
