import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "./chromium.ts";
import { openDashboard } from "./dashboard.ts";
import { readPixel } from "./pixels.ts";

/** Two days on which much ground south of Kafr Oweid changes hands, close enough to see it move. */
const QUERY = "?day=2020-02-26&at=36.6,35.62,9.6";

/** Points of the page, in CSS pixels, that the line passes in this order from one day to the next. */
const EARLY = [352, 533] as const;
const MIDDLE = [360, 400] as const;
const LATE = [340, 365] as const;

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
  await page.getByRole("combobox", { name: "Speed in days per second" }).selectOption("1");
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  return dashboard;
}

/** In steps of a frame or so: animation frames are run one by one. */
async function runFor(page: Page, milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 50) await page.clock.runFor(50);
}

const look = (page: Page) => Promise.all([EARLY, MIDDLE, LATE].map(([x, y]) => readPixel(page, x, y)));

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
