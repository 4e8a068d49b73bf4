import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findViolations } from "./axe.ts";
import { launchBrowser } from "./chromium.ts";
import { type Dashboard, openDashboard } from "./dashboard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const step = (page: Page) => new URL(page.url()).searchParams.get("story");
const currentStep = (page: Page) =>
  page.locator(".step[aria-current]").getAttribute("data-step", { timeout: 10_000 });
const findPart = (urls: readonly string[]) => urls.filter((url) => /story-[0-9a-f]+\.part/.test(url));

describe("the story, read in one page", () => {
  let dashboard: Dashboard;
  let page: Page;
  const urls: string[] = [];
  beforeAll(async () => {
    dashboard = await openDashboard(browser, "?day=2020-01-20&place=aleppo", {
      // Otherwise the map has to fly to each step.
      reducedMotion: "reduce",
      prepare: async (opened) => {
        opened.on("request", (request) => urls.push(request.url()));
      },
    });
    ({ page } = dashboard);
    await dashboard.waitForMap("2020-01-20");
  });
  afterAll(() => dashboard.close());

  it("opens with the key S at its first step, and asks for its texts no earlier", async () => {
    expect(findPart(urls)).toEqual([]);
    await page.keyboard.press("s");
    await dashboard.waitForMap("2019-11-24");
    expect(await currentStep(page)).toBe("prelude");
    expect(findPart(urls)).toHaveLength(1);
    expect(await page.getByRole("tab", { name: "Story" }).getAttribute("aria-selected")).toBe("true");
    expect(await page.locator(".step-heading").count()).toBe(16);
  });

  it("goes on by keys, the line of steps and scrolling, and the map follows", async () => {
    await page.keyboard.press("j");
    await dashboard.waitForMap("2019-12-23");
    expect(await currentStep(page)).toBe("offensive");
    expect(new URL(page.url()).searchParams.get("with")).toBe("2019-12-18");
    await page.getByRole("button", { name: /^Step 5 of 16: / }).click();
    await dashboard.waitForMap("2020-01-28");
    await page.locator(".panel-page .step[data-step=outskirts]").evaluate((article) => {
      const scroller = article.closest(".panel-page");
      scroller?.dispatchEvent(new WheelEvent("wheel"));
      scroller?.scrollBy(0, article.getBoundingClientRect().top - 200);
    });
    await dashboard.waitForMap("2020-02-03");
    expect(await currentStep(page)).toBe("outskirts");
    expect(step(page)).toBe("outskirts");
    expect(new URL(page.url()).searchParams.get("place")).toBe("saraqib");
  });

  it("goes back a step with the browser's back", async () => {
    await page.goBack();
    await dashboard.waitForMap("2020-01-28");
    expect(await currentStep(page)).toBe("maarrat");
    await page.goForward();
    await dashboard.waitForMap("2020-02-03");
  });

  it("opens the record of a sentence in its place, and closes it by Escape without leaving", async () => {
    const mark = page.locator(".step[aria-current] .mark[data-record=e0106]");
    await mark.click();
    const card = page.getByRole("complementary", { name: "Record 1" });
    expect(await card.textContent()).toContain(
      "The front stands three kilometres from the centre of the city.",
    );
    expect(await mark.getAttribute("aria-expanded")).toBe("true");
    await card.getByRole("button", { name: "Close the record" }).focus();
    await page.keyboard.press("Escape");
    expect(await card.count()).toBe(0);
    expect(step(page)).toBe("outskirts");
  });

  it("has no accessibility violation that axe can find, a record open", async () => {
    await page.locator(".step[aria-current] .mark").first().click();
    expect(await findViolations(page)).toEqual([]);
  });

  it("offers the way back once the reader has gone to another day", async () => {
    const back = page.getByRole("button", { name: "Back to the story" });
    expect(await back.count()).toBe(0);
    await page.keyboard.press("ArrowRight");
    await dashboard.waitForMap("2020-02-04");
    await back.click();
    await dashboard.waitForMap("2020-02-03");
    expect(await back.count()).toBe(0);
  });

  it("is explored from where it is, with day and place kept", async () => {
    await page.getByRole("button", { name: "Explore from here" }).first().click();
    await page.locator(".narrative").waitFor({ state: "detached" });
    const { searchParams } = new URL(page.url());
    expect([searchParams.get("story"), searchParams.get("day"), searchParams.get("place")]).toEqual([
      null,
      "2020-02-03",
      "saraqib",
    ]);
  });

  it("is left by Escape to what was shown before it", async () => {
    await page.keyboard.press("s");
    await dashboard.waitForMap("2019-11-24");
    await page.keyboard.press("Escape");
    await dashboard.waitForMap("2020-02-03");
    expect(await page.locator(".narrative").count()).toBe(0);
    expect(dashboard.complaints).toEqual([]);
  });
});

describe("the story in Arabic, on a phone, by a link", () => {
  it("opens at its step, reads from right to left, and goes on by a swipe in that direction", async () => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    const waitForMap = (day: string) => page.locator(`[data-day="${day}"]`).waitFor({ state: "attached" });
    await page.goto(`${inject("address")}?lang=ar&theme=dark&story=ring`);
    await waitForMap("2020-02-07");
    expect(await currentStep(page)).toBe("ring");
    const lead = page.locator(".step[aria-current] .step-lead > span");
    expect(await lead.getAttribute("lang")).toBe("ar");
    expect(await lead.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
    expect(await lead.textContent()).toContain("سراقب");
    expect(await findViolations(page)).toEqual([]);
    await page.locator(".narrative").evaluate((column) => {
      const touch = (type: string, clientX: number) =>
        column.dispatchEvent(
          new PointerEvent(type, { pointerType: "touch", clientX, clientY: 700, bubbles: true }),
        );
      touch("pointerdown", 100);
      touch("pointerup", 260);
    });
    await waitForMap("2020-02-11");
    expect(await currentStep(page)).toBe("highway");
    expect(faults).toEqual([]);
    await context.close();
  });
});
