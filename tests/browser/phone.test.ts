import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "./chromium.ts";
import { type Dashboard, openDashboard } from "./dashboard.ts";

let browser: Browser;
let dashboard: Dashboard;
let page: Page;
let touch: CDPSession;
beforeAll(async () => {
  browser = await launchBrowser();
  dashboard = await openDashboard(browser, "?day=2020-02-12", {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    reducedMotion: "reduce",
  });
  ({ page } = dashboard);
  touch = await page.context().newCDPSession(page);
  await dashboard.waitForMap("2020-02-12");
  // What reads a press comes once the browser has nothing else to do.
  const hasCome = () =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes("long-press"));
  await page.waitForFunction(hasCome, undefined, { timeout: 60_000 });
});
afterAll(() => browser.close());

const ask = (name: string) => new URL(page.url()).searchParams.get(name);

/** Touches of the browser's own, as fingers make them. */
function send(
  type: "touchStart" | "touchMove" | "touchEnd" | "touchCancel",
  ...touchPoints: { x: number; y: number }[]
) {
  return touch.send("Input.dispatchTouchEvent", { type, touchPoints });
}

/** A spot of the map: ground that has changed hands, without a mark, well off names. */
const GROUND = { x: 262, y: 330 };
const label = () => page.locator(".map-hover");

describe("a finger that rests on the map", () => {
  it("reads what is under it beside the finger, selects nothing, and a tap elsewhere puts it away", async () => {
    // What listens for it comes after the first picture.
    await expect
      .poll(
        async () => {
          await send("touchStart", GROUND);
          await page.waitForTimeout(700);
          const isShown = await label().isVisible();
          if (!isShown) await send("touchCancel");
          return isShown;
        },
        { timeout: 30_000 },
      )
      .toBe(true);
    await send("touchEnd");
    await page.waitForTimeout(100);
    expect(await label().isVisible()).toBe(true);
    expect(await label().textContent()).toMatch(/government forces[^]*Changed hands: .* Before: opposition/i);
    const box = await label().boundingBox();
    const isUnder =
      GROUND.y > (box?.y ?? 0) - 16 &&
      GROUND.y < (box?.y ?? 0) + (box?.height ?? 0) + 16 &&
      GROUND.x > (box?.x ?? 0) &&
      GROUND.x < (box?.x ?? 0) + (box?.width ?? 0);
    expect(isUnder).toBe(false);
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 390).toBe(true);
    expect(["place", "post", "highway"].map(ask)).toEqual([null, null, null]);
    await page.touchscreen.tap(60, 200);
    await expect.poll(() => label().isVisible()).toBe(false);
    expect(ask("at")).toBeNull();
  });

  it("opens no menu, and one that moves pans the map and reads nothing", async () => {
    await send("touchStart", GROUND);
    const isRefused = await page.locator(".map canvas").evaluate((canvas) => {
      const event = new Event("contextmenu", { bubbles: true, cancelable: true });
      return !canvas.dispatchEvent(event);
    });
    expect(isRefused).toBe(true);
    for (let step = 1; step <= 6; step++) await send("touchMove", { x: GROUND.x - 15 * step, y: GROUND.y });
    await page.waitForTimeout(700);
    expect(await label().isVisible()).toBe(false);
    await send("touchEnd");
    await expect.poll(() => ask("at")).not.toBeNull();
  });
});

describe("the sheet and the map", () => {
  it("keep out of each other's way: a drag of the one never moves the other, nor does a pinch", async () => {
    const sheet = () => page.locator(".panel").getAttribute("data-sheet");
    const camera = ask("at");
    const bar = await page.locator(".panel-bar").boundingBox();
    const [x, y] = [200, (bar?.y ?? 0) + 10];
    await send("touchStart", { x, y });
    for (let step = 1; step <= 6; step++) await send("touchMove", { x, y: y - 40 * step });
    await send("touchEnd");
    await expect.poll(sheet).toBe("half");
    await page.waitForTimeout(300);
    expect(ask("at")).toBe(camera);
    // Two fingers on the map, drawn apart beyond the sheet's edge.
    await send("touchStart", { x: 180, y: 200 }, { x: 200, y: 240 });
    for (let step = 1; step <= 6; step++) {
      await send("touchMove", { x: 180, y: 200 - 15 * step }, { x: 200, y: 240 + 60 * step });
    }
    await send("touchEnd");
    await expect.poll(() => ask("at")).not.toBe(camera);
    expect(await sheet()).toBe("half");
    await page.locator(".sheet-buttons button").first().click();
    await expect.poll(sheet).toBe("closed");
  });

  it("leave the story a tap away in the lower half, and the browser's back leads out of it", async () => {
    const story = page.locator(".panel-bar").getByRole("button", { name: "Story", exact: true });
    expect((await story.boundingBox())?.y).toBeGreaterThan(844 / 2);
    await story.tap();
    await expect.poll(() => ask("story")).not.toBeNull();
    await page.goBack();
    await expect.poll(() => ask("story")).toBeNull();
    await expect.poll(() => page.locator(".chart-plot").isVisible()).toBe(false);
    await page.locator(".sheet-buttons button").first().click();
    await expect.poll(() => page.locator(".chart-plot").isVisible()).toBe(true);
  });
});

describe("a tap on the strip", () => {
  it("opens the charts over the whole screen and leaves the day; back closes them and gives the focus back", async () => {
    const day = ask("day");
    const strip = await page.locator(".chart-plot").boundingBox();
    await page.touchscreen.tap((strip?.x ?? 0) + 60, (strip?.y ?? 0) + 30);
    const charts = page.getByRole("dialog", { name: "Charts" });
    await charts.waitFor();
    expect(await charts.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    expect([ask("day"), ask("drawer")]).toEqual([day, "open"]);
    await charts.getByRole("button", { name: "Close charts" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest("dialog")?.className)).toBe("drawer");
    await page.goBack();
    await expect.poll(() => page.locator(".drawer").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });

  it("is no drag: that moves the day as before", async () => {
    const strip = await page.locator(".chart-plot").boundingBox();
    const [x, y] = [(strip?.x ?? 0) + 100, (strip?.y ?? 0) + 30];
    const day = ask("day");
    await send("touchStart", { x, y });
    for (let step = 1; step <= 5; step++) {
      await send("touchMove", { x: x + 12 * step, y });
      await page.waitForTimeout(80);
    }
    await send("touchEnd");
    await expect.poll(() => ask("day")).not.toBe(day);
    expect(await page.locator(".drawer").count()).toBe(0);
  });
});

/** What a finger has to hit is at least this large, in CSS pixels (WCAG 2.2, 2.5.8). */
const LEAST_PX = 24;

/**
 * The interactive elements in sight that are smaller, with their size, but for links and names in a line of text, and what a visible
 * label beside it makes larger.
 */
function listSmallTargets(): Promise<string[]> {
  return page.evaluate((least) => {
    const wanted =
      "a[href], button, input, select, summary, [role=tab], [role=option], [role=slider], [tabindex='0']:not(section, aside, canvas)";
    const isInText = (element: Element) =>
      getComputedStyle(element).display === "inline" || element.matches("p *, .record-lines li *, sup *");
    return [...document.querySelectorAll<HTMLElement>(wanted)].flatMap((element) => {
      const box = (element.closest("label") ?? element).getBoundingClientRect();
      // What a dot in the line of steps does, the buttons at its ends and the text do too.
      if (element.matches(".step-dot")) return [];
      const isSeen =
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box.width > 1;
      if (!isSeen || isInText(element) || element.matches(".visually-hidden, [inert] *")) return [];
      if (box.width >= least && box.height >= least) return [];
      const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
      return [
        `${element.className} “${name.trim().slice(0, 30)}” ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`,
      ];
    });
  }, LEAST_PX);
}

describe("whatever a finger has to hit", () => {
  it("is 24 pixels wide and high at least, on every panel and in every mode", async () => {
    const found: Record<string, string[]> = {};
    const look = async (name: string) => {
      const small = await listSmallTargets();
      if (small.length > 0) found[name] = small;
    };
    await look("first sight");
    const larger = page.locator(".sheet-buttons button").last();
    await larger.click();
    await larger.click();
    await look("the day");
    await page.locator(".more-menu > button").click();
    await look("more");
    await page.keyboard.press("Escape");
    await page.locator(".layers-menu > button").click();
    await look("layers");
    await page.keyboard.press("Escape");
    await page.locator("#filter-button").click();
    await look("filters");
    await page.keyboard.press("Escape");
    await page.locator(".panel .place-button").first().click();
    await page.locator("#panel-selected h2").waitFor();
    await look("the selection");
    for (const dialog of ["table", "open", "help"]) {
      await page.locator(".more-menu > button").click();
      await page
        .locator(
          `.more-menu .menu-item:has(.icon-${{ table: "table", open: "folder", help: "keyboard" }[dialog]})`,
        )
        .click();
      await page.locator("dialog[open]").waitFor();
      await look(dialog);
      await page.locator("dialog[open] .modal-head .button").click();
      await page.locator("dialog[open]").waitFor({ state: "detached" });
      await page.keyboard.press("Escape");
    }
    await page.keyboard.press("g");
    await page.locator(".chart-row .plot").first().waitFor();
    await look("charts");
    await page.keyboard.press("Escape");
    await page.locator(".drawer").waitFor({ state: "detached" });
    await page.keyboard.press("c");
    await page.locator(".compare-bar").waitFor();
    await look("comparison");
    await page.keyboard.press("c");
    await page.locator(".compare-bar").waitFor({ state: "detached" });
    await page.keyboard.press("s");
    await page.locator(".step-line").waitFor();
    await look("story");
    expect(found).toEqual({});
    expect(dashboard.complaints).toEqual([]);
  });
});
