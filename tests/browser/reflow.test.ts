import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "./chromium.ts";
import { type Dashboard, openDashboard } from "./dashboard.ts";

let browser: Browser;
let dashboard: Dashboard;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  // 1280 by 1024 pixels at 400 %.
  dashboard = await openDashboard(browser, "?day=2020-02-06", {
    viewport: { width: 320, height: 256 },
    reducedMotion: "reduce",
  });
  ({ page } = dashboard);
  await dashboard.waitForMap("2020-02-06");
});
afterAll(() => browser.close());

/** Tables and drawings may need both ways, which WCAG 1.4.10 allows. */
const TWO_WAYS =
  ".comparison-scroll, .table-scroll, .chart-table, .draft, .map, .visually-hidden, .maplibregl-map";

/** What runs out of the window sideways, or scrolls sideways, as it stands. */
function listOverflow(): Promise<string[]> {
  return page.evaluate((allowed) => {
    const root = document.documentElement;
    const found = root.scrollWidth > innerWidth ? [`the page: ${root.scrollWidth}`] : [];
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      if (!element.checkVisibility({ opacityProperty: true }) || element.closest(allowed)) continue;
      const { left, right, width } = element.getBoundingClientRect();
      const isOut = width > 1 && (left < -1 || right > innerWidth + 1);
      const { overflowX } = getComputedStyle(element);
      const isScrolled =
        ["auto", "scroll"].includes(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const isText = [...element.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const isControl = element.matches("button, input, select, a, summary");
      if ((isOut && (isText || isControl)) || isScrolled)
        found.push(`${element.tagName} ${element.className} ${left.toFixed(0)}–${right.toFixed(0)}`);
    }
    return found;
  }, TWO_WAYS);
}

/** The part of an element that the reader can bring into the window by scrolling down alone. */
async function isReachable(selector: string): Promise<boolean> {
  const element = page.locator(selector).first();
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  return box !== null && box.x >= -1 && box.x + box.width <= 321 && box.y >= -1 && box.y < 256;
}

describe("at 400 %", () => {
  it("has date, map and panel one below the other, and nothing to scroll sideways", async () => {
    expect(await listOverflow()).toEqual([]);
    for (const part of [
      ".map canvas",
      ".dock .date",
      ".play-button",
      ".day-slider",
      ".summary",
      ".legend summary",
    ])
      expect([part, await isReachable(part)]).toEqual([part, true]);
    const height = await page.locator(".map").evaluate((map) => map.clientHeight);
    expect(height).toBeGreaterThan(140);
  });

  it("keeps it so in menus, dialogs, charts, the selection, comparison and story", async () => {
    const found: Record<string, string[]> = {};
    const look = async (name: string) => {
      const over = await listOverflow();
      if (over.length > 0) found[name] = over;
    };
    await page.evaluate(() => scrollTo(0, 0));
    for (const menu of [
      ".layers-menu > button",
      ".more-menu > button",
      "#filter-button",
      ".play-options > button",
    ]) {
      await page.locator(menu).click();
      await page.locator(".popover-panel").waitFor();
      await look(menu);
      await page.keyboard.press("Escape");
      await page.locator(".popover-panel").waitFor({ state: "detached" });
    }
    await page.keyboard.press("?");
    await page.locator("dialog[open]").waitFor();
    await look("help");
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    await page.keyboard.press("g");
    await page.locator(".drawer .plot").first().waitFor();
    await look("charts");
    const drawer = await page.locator(".drawer").boundingBox();
    expect(drawer).toEqual({ x: 0, y: 0, width: 320, height: 256 });
    await page.keyboard.press("Escape");
    await page.locator(".drawer").waitFor({ state: "detached" });
    await page.keyboard.press("c");
    await page.locator(".comparison").waitFor();
    await look("comparison");
    await page.keyboard.press("c");
    await page.keyboard.press("/");
    await page.keyboard.type("Saraqib");
    await page.locator(".search-match").first().waitFor();
    await look("search");
    await page.keyboard.press("Enter");
    await page.locator("#panel-selected h2").waitFor();
    await look("selection");
    await page.keyboard.press("Escape");
    await page.keyboard.press("s");
    await page.locator(".step-line").waitFor();
    await page.locator(".narrative-head h2").waitFor();
    await look("story");
    expect(found).toEqual({});
  });

  it("and with the spacing of text that a reader may set (WCAG 1.4.12) loses none of it", async () => {
    await page.keyboard.press("Escape");
    await page.evaluate(() => {
      // Not as a style element: the page's policy allows none but its own.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
      );
      document.adoptedStyleSheets = [sheet];
    });
    expect(await listOverflow()).toEqual([]);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".panel *, .dock *, .tools *")]
        .filter(
          (element) =>
            element.checkVisibility() && element.children.length === 0 && element.textContent !== "",
        )
        .filter((element) => {
          const { overflowX, overflowY } = getComputedStyle(element);
          const isCut = (overflow: string) => overflow === "hidden" || overflow === "clip";
          return (
            !element.closest(".visually-hidden, select, .chart-plot") &&
            ((isCut(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
              (isCut(overflowY) && element.scrollHeight > element.clientHeight + 1))
          );
        })
        .map((element) => `${element.className} ${element.textContent}`),
    );
    expect(cut).toEqual([]);
    expect(dashboard.complaints).toEqual([]);
  });
});
