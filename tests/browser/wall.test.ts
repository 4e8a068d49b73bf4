import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { IS_LONG } from "../fixtures/long.ts";
import { findViolations } from "./axe.ts";
import { launchBrowser } from "./chromium.ts";
import { type Dashboard, openDashboard } from "./dashboard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const ask = (page: Page, parameter: string) => new URL(page.url()).searchParams.get(parameter);

/** Counts the locks on the screen that the page holds: the browser of the tests has no screen to keep awake. */
function countLocks() {
  const held = { locks: 0 };
  Object.assign(window, { held });
  const request = async () => {
    held.locks += 1;
    return { release: async () => void (held.locks -= 1) };
  };
  Object.defineProperty(navigator, "wakeLock", { value: { request } });
}
const locksOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { held: { locks: number } }).held.locks);

const dateOf = (page: Page) => page.locator(".wall-date time").getAttribute("datetime");

/** The days that the wall shows, until one comes after a later one. */
async function watchDays(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const days: string[] = [];
    const read = () => document.querySelector(".wall-date time")?.getAttribute("datetime") ?? "";
    while (days.length < 2 || (days.at(-1) ?? "") > (days.at(-2) ?? "")) {
      const day = read();
      if (day !== days.at(-1)) days.push(day);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return days;
  });
}

describe("a wall, begun from the menu", () => {
  let dashboard: Dashboard;
  let page: Page;
  const enter = async () => {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("button", { name: "Wall mode" }).click();
    await page.locator(".wall-dock").waitFor();
  };
  const waitForPage = () => page.locator(".day-slider").waitFor();
  beforeAll(async () => {
    dashboard = await openDashboard(browser, "?day=2020-02-06&from=2020-02-05&to=2020-02-07&compare=swipe", {
      viewport: { width: 1920, height: 1080 },
      deviceScaleFactor: 0.25,
      // Days snap, and the map stands between them.
      reducedMotion: "reduce",
      prepare: async (opened) => {
        await opened.addInitScript(countLocks);
      },
    });
    ({ page } = dashboard);
    await dashboard.waitForMap("2020-02-06");
  });
  afterAll(() => dashboard.close());

  it("shows map, date, sentence, legend and strip, and nothing to press but the way out", async () => {
    await enter();
    expect(ask(page, "wall")).toBe("1");
    const dock = page.getByRole("region", { name: "Wall mode" });
    expect(await dock.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByRole("region", { name: "Legend" }).isVisible()).toBe(true);
    expect(await page.locator(".wall-strip .chart-bar").count()).toBeGreaterThan(20);
    expect(await page.locator(".wall-sentence").textContent()).toMatch(/changed hands/);
    const pressable = page.locator("button, a, input, select, summary, [tabindex='0']");
    const names = await pressable.evaluateAll((all) =>
      all.filter((one) => !one.closest("[inert]")).map((one) => one.textContent?.trim()),
    );
    expect(names).toEqual(["Leave Esc"]);
    expect(await locksOf(page)).toBe(1);
  });

  it("has no violation that axe can find", async () => {
    expect(await findViolations(page)).toEqual([]);
  });

  it.runIf(IS_LONG)("plays to the end of the range and begins anew", async () => {
    const days = await watchDays(page);
    const at = days.indexOf("2020-02-07");
    expect(days.slice(at, at + 2)).toEqual(["2020-02-07", "2020-02-05"]);
  });

  it("says that its graphics are lost, and goes on once they are there again", async () => {
    await page.keyboard.press(" ");
    const lose = (isThere: boolean) =>
      page.evaluate((isThere) => {
        const graphics = window as unknown as { lost?: WEBGL_lose_context | null | undefined };
        const canvas = document.querySelector<HTMLCanvasElement>(".map canvas");
        graphics.lost ??= canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context");
        if (isThere) graphics.lost?.restoreContext();
        else graphics.lost?.loseContext();
      }, isThere);
    const told = page.locator(".wall-head p");
    await page.locator(".map[data-day]").waitFor({ state: "attached" });
    await lose(false);
    await page.locator(".map[data-day]").waitFor({ state: "detached" });
    expect((await told.textContent())?.length).toBeGreaterThan(20);
    await lose(true);
    await page.locator(".map[data-day]").waitFor({ state: "attached" });
    expect(await told.textContent()).toBe("");
    await page.keyboard.press(" ");
  });

  it("is left by Escape on the day that it has come to, gives back what it put away, and lets the screen go", async () => {
    await page.keyboard.press(" ");
    const day = await dateOf(page);
    await page.keyboard.press("c");
    await page.keyboard.press("Escape");
    await waitForPage();
    await page.waitForURL((url) => url.searchParams.get("day") === day);
    expect([ask(page, "wall"), ask(page, "compare"), ask(page, "with")]).toEqual([null, "swipe", null]);
    expect(await locksOf(page)).toBe(0);
    const focused = page.getByRole("button", { name: "More", exact: true });
    expect(await focused.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("is left by the browser's back on the day that it has come to", async () => {
    await enter();
    await page.keyboard.press(" ");
    await page.keyboard.press("Home");
    await dashboard.waitForMap("2019-11-24");
    await page.goBack();
    await waitForPage();
    await page.waitForURL(/day=2019-11-24/);
    expect(ask(page, "wall")).toBeNull();
  });

  it.runIf(IS_LONG)(
    "is left by its button, which comes when the pointer moves, and plays no longer",
    async () => {
      await enter();
      await page.locator(".wall-bar[data-shown=false]").waitFor({ state: "attached" });
      await page.mouse.move(700, 300);
      await page.mouse.move(720, 320);
      await page.locator(".wall-bar[data-shown=true]").waitFor();
      await page.getByRole("button", { name: "Leave" }).click();
      await waitForPage();
      expect(await page.getByRole("button", { name: "Play", exact: true }).isVisible()).toBe(true);
      expect(await locksOf(page)).toBe(0);
      expect(dashboard.complaints).toEqual([]);
    },
  );
});

describe("a wall of 3840 by 2160 pixels in Arabic, begun by a link, in a browser that refuses", () => {
  it("is read from right to left in large type, tells calmly what was refused", async () => {
    const context = await browser.newContext({
      viewport: { width: 3840, height: 2160 },
      // Pixels are not looked at, and drawing them takes most of the time.
      deviceScaleFactor: 0.25,
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.addInitScript(() => {
      const request = () => Promise.reject(new DOMException("Refused", "NotAllowedError"));
      Object.defineProperty(navigator, "wakeLock", { value: { request } });
    });
    await page.goto(
      `${inject("address")}?day=2020-02-06&wall=1&lang=ar&theme=dark&from=2020-02-06&to=2020-02-06`,
    );
    await page.locator(".wall-dock").waitFor();
    const date = page.locator(".wall-date .date");
    expect(await date.textContent()).toBe("6 شباط 2020");
    const { size, end, width, overflow } = await date.evaluate((element) => ({
      size: Number.parseFloat(getComputedStyle(element).fontSize),
      end: element.getBoundingClientRect().right,
      width: window.innerWidth,
      overflow: document.documentElement.scrollWidth - window.innerWidth,
    }));
    // On a screen a metre high: letters of eight centimetres.
    expect(size).toBeGreaterThan(2160 / 13);
    expect([end > width * 0.95, overflow]).toEqual([true, 0]);
    expect(await page.locator(".wall-notes").textContent()).toContain("لا يمنع هذا المتصفح انطفاء الشاشة.");
    expect(await findViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
