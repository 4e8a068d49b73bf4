import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { palettes } from "../../styles/palette.ts";
import { findViolations } from "./axe.ts";
import { launchBrowser } from "./chromium.ts";
import { type Dashboard, openDashboard } from "./dashboard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const ask = (page: Page, parameter: string) => new URL(page.url()).searchParams.get(parameter);

describe("on a phone whose reader needs more contrast", () => {
  let dashboard: Dashboard;
  let page: Page;
  beforeAll(async () => {
    dashboard = await openDashboard(browser, "?day=2020-02-06", {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      contrast: "more",
      reducedMotion: "reduce",
    });
    ({ page } = dashboard);
    await dashboard.waitForMap("2020-02-06");
  });
  afterAll(() => dashboard.close());

  it("paints page and map black on white without being asked, and says nothing of it in the address", async () => {
    const { color, backgroundColor } = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return { color, backgroundColor };
    });
    expect([color, backgroundColor]).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
    expect(palettes.contrast.paper).toBe("#ffffff");
    expect(ask(page, "theme")).toBeNull();
  });

  it("has no violation that axe can find, with the enhanced contrast of texts", async () => {
    const enhanced = { rules: { "color-contrast-enhanced": { enabled: true } } };
    expect(await findViolations(page, enhanced)).toEqual([]);
  });

  it("goes to the next day by a flick of a finger along the strip, and back by one the other way", async () => {
    await flick(page, -1);
    await dashboard.waitForMap("2020-02-07");
    await flick(page, 1);
    await dashboard.waitForMap("2020-02-06");
    expect(await dashboard.slider.getAttribute("aria-valuetext")).toContain("6 February 2020");
  });

  it("undoes what was selected, compared and opened by the browser's back, one by one", async () => {
    await page.keyboard.press("c");
    await page.waitForURL(/with=/);
    await page.keyboard.press("g");
    await page.waitForURL(/drawer=open/);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector(".drawer") === null);
    expect([ask(page, "drawer"), ask(page, "with") === null]).toEqual([null, false]);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector(".other-day-slider") === null);
    expect([ask(page, "with"), ask(page, "day")]).toEqual([null, "2020-02-06"]);
    expect(dashboard.complaints).toEqual([]);
  });
});

/** A finger drawn along the strip, its events one right after the other: quick however busy the machine is. */
async function flick(page: Page, way: 1 | -1): Promise<void> {
  await page.locator(".chart-plot").evaluate((strip, sign) => {
    const { left, top, width } = strip.getBoundingClientRect();
    const touch = (type: string, along: number) =>
      strip.dispatchEvent(
        new PointerEvent(type, {
          pointerType: "touch",
          pointerId: 7,
          buttons: type === "pointerup" ? 0 : 1,
          clientX: left + width / 2 + sign * along,
          clientY: top + 10,
          bubbles: true,
        }),
      );
    touch("pointerdown", -40);
    touch("pointermove", 0);
    touch("pointermove", 40);
    touch("pointerup", 40);
  }, way);
}
