import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../browser/chromium.ts";
import { openSharpDashboard as openDashboard } from "../browser/dashboard.ts";
import { readPixel } from "../browser/pixels.ts";

/** Two days on which much ground south of Kafr Oweid changes hands, close enough to see it move. */
const QUERY = "?day=2020-02-26&at=36.6,35.62,9.6";

/** Points, in CSS pixels from the middle of the map, that the line passes in this order from one day to the next. */
const EARLY = [-195, 150.5] as const;
const MIDDLE = [-187, 17.5] as const;
const LATE = [-207, -17.5] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens the page with a clock that stands still until it is told to run. */
async function openStill(options: BrowserContextOptions = {}) {
  const dashboard = await openDashboard(browser, QUERY, options);
  const { page, waitForMap } = dashboard;
  await waitForMap("2020-02-26");
  await page.getByRole("button", { name: "Speed, loop and range: 2×" }).click();
  await page.getByText("1×", { exact: true }).click();
  await page.keyboard.press("Escape");
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  return dashboard;
}

/** In steps of a frame or so: animation frames are run one by one. */
async function runFor(page: Page, milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 50) await page.clock.runFor(50);
}

async function look(page: Page): Promise<string[]> {
  const map = await page.locator(".map-area").boundingBox();
  if (!map) throw new Error("There is no map");
  const [left, top] = [map.x + map.width / 2, map.y + map.height / 2];
  return Promise.all(
    [EARLY, MIDDLE, LATE].map(([x, y]) => readPixel(page, Math.round(left + x), Math.round(top + y))),
  );
}

describe("ground while playing", () => {
  it("is swept from the old line to the new one, and stands on the day as on any other way there", async () => {
    const { page, complaints, close } = await openStill();
    const [early, middle, late] = await look(page);
    await page.getByRole("button", { name: "Play" }).click();
    await runFor(page, 400);
    const part = await look(page);
    expect(part[0]).not.toBe(early);
    expect(part.slice(1)).toEqual([middle, late]);
    expect(await page.getByText("Between 26 and 27 February: drawn, not known").count()).toBe(1);
    await runFor(page, 300);
    const most = await look(page);
    expect(most[1]).not.toBe(middle);
    expect(most[2]).toBe(late);
    await runFor(page, 350);
    await page.getByRole("button", { name: "Pause" }).click();
    await runFor(page, 200);
    const end = await look(page);
    expect(new URL(page.url()).searchParams.get("day")).toBe("2020-02-27");
    expect(await page.getByText(/drawn, not known/).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();

    const fresh = await openDashboard(browser, QUERY.replace("02-26", "02-27"));
    await fresh.waitForMap("2020-02-27");
    expect(await look(fresh.page)).toEqual(end);
    await fresh.close();
  });

  it("snaps for readers who asked for little motion", async () => {
    const { page, close } = await openStill({ reducedMotion: "reduce" });
    const before = await look(page);
    await page.getByRole("button", { name: "Play" }).click();
    await runFor(page, 700);
    expect(await look(page)).toEqual(before);
    expect(await page.getByText(/drawn, not known/).count()).toBe(0);
    await runFor(page, 500);
    expect((await look(page))[2]).not.toBe(before[2]);
    await close();
  });

  it("goes on when the graphics processor was lost on the way", async () => {
    const { page, complaints, close } = await openStill();
    const before = await look(page);
    await page.getByRole("button", { name: "Play" }).click();
    await runFor(page, 400);
    const lose = (isThere: boolean) =>
      page.evaluate((there) => {
        const graphics = window as unknown as { lost?: WEBGL_lose_context | null | undefined };
        const canvas = document.querySelector<HTMLCanvasElement>(".map canvas");
        graphics.lost ??= canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context");
        if (there) graphics.lost?.restoreContext();
        else graphics.lost?.loseContext();
      }, isThere);
    await lose(false);
    await runFor(page, 50);
    await lose(true);
    // The browser gives the processor back in its own time.
    await page.waitForTimeout(500);
    await runFor(page, 700);
    await page.getByRole("button", { name: "Pause" }).click();
    await expect
      .poll(
        async () => {
          await runFor(page, 100);
          return page.locator('[data-day="2020-02-27"]').count();
        },
        { timeout: 30_000 },
      )
      .toBe(1);
    const after = await look(page);
    expect(after[0]).not.toBe(before[0]);
    expect(after[2]).not.toBe(before[2]);
    expect(complaints).toEqual([]);
    await close();
  });
});
