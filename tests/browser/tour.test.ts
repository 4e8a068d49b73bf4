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

const OFFER = "One-minute tour";
/** What each stop outlines on a laptop, in the words of the page itself. */
const THINGS = [
  ["The map", ".map canvas"],
  ["The legend", ".legend"],
  ["The days", ".day-slider"],
  ["What happened that day", ".day-heading"],
  ["The story", "role=button[name='Story']"],
  ["Find a place", "#place-search"],
  ["Everything else", "role=button[name='More']"],
] as const;

/** What has the focus: its name and what describes it, as a screen reader would read them. */
const readFocus = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    const textOf = (attribute: string) =>
      document.getElementById(focused?.getAttribute(attribute) ?? "")?.textContent ?? "";
    return {
      name: textOf("aria-labelledby"),
      text: textOf("aria-describedby"),
      own: focused?.textContent ?? "",
    };
  });

/** Presses a key until what has the focus says `text`. */
async function tabTo(page: Page, text: string, most: number): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press("Tab");
    if ((await readFocus(page)).own.trim() === text) return;
  }
  throw new Error(`Not reached by ${most} presses: ${text}`);
}

describe("the tour, by keyboard alone", () => {
  let dashboard: Dashboard;
  let page: Page;
  beforeAll(async () => {
    dashboard = await openDashboard(browser, "?day=2020-02-06&at=36.7000,35.8000,8.50", {
      reducedMotion: "reduce",
    });
    ({ page } = dashboard);
  });
  afterAll(() => dashboard.close());

  it("is offered in the card of the story, and lies over nothing at first", async () => {
    const card = page.getByRole("complementary", { name: "Story" });
    expect(await card.getByRole("button").count()).toBe(3);
    expect(await page.locator(".tour-card, dialog[open]").count()).toBe(0);
  });

  it("goes from stop to stop, reads each out, outlines its thing, and leaves the view as it is", async () => {
    const address = page.url();
    await tabTo(page, OFFER, 60);
    await page.keyboard.press("Enter");
    await page.locator(".tour-card").waitFor();
    for (const [index, [name, thing]] of THINGS.entries()) {
      await page.locator("#tour-name").getByText(name, { exact: true }).waitFor();
      const read = await readFocus(page);
      expect(read.name).toBe(name);
      expect(read.text.split(" ").length).toBeGreaterThan(12);
      expect(read.own).toContain(`${index + 1} of 7`);
      const [outline, box] = [
        await page.locator(".tour-outline").boundingBox(),
        await page.locator(thing).first().boundingBox(),
      ];
      if (!outline || !box) throw new Error(`${name} is not outlined`);
      const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      expect(middle.x > outline.x && middle.x < outline.x + outline.width, name).toBe(true);
      expect(middle.y > outline.y && middle.y < outline.y + outline.height, name).toBe(true);
      await page.keyboard.press("Tab");
      expect((await readFocus(page)).own).toBe(index === THINGS.length - 1 ? "Done" : "Next");
      await page.keyboard.press("Enter");
    }
    await page.locator(".tour-card").waitFor({ state: "detached" });
    expect(page.url()).toBe(address);
    const menu = page.getByRole("button", { name: "More", exact: true });
    expect(await menu.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("is not offered again once it was finished, beside the story, which still is", async () => {
    await page.reload();
    const card = page.getByRole("complementary", { name: "Story" });
    await card.waitFor();
    expect(await page.getByRole("button", { name: OFFER }).count()).toBe(0);
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("button", { name: OFFER }).waitFor();
    await page.keyboard.press("Escape");
  });

  it("traps nothing, is begun from the list of keys as well, and is skipped at any stop", async () => {
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByRole("button", { name: OFFER }).click();
    await page.locator("#tour-name").getByText("The map", { exact: true }).waitFor();
    expect((await readFocus(page)).name).toBe("The map");
    await page.keyboard.press("Shift+Tab");
    expect(await page.evaluate(() => document.activeElement?.closest(".tour-card"))).toBeNull();
    await page.getByRole("button", { name: "Next", exact: true }).click();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Skip the tour" }).click();
    expect(await page.locator(".tour-card").count()).toBe(0);
    expect(dashboard.complaints).toEqual([]);
  });
});

describe("the tour on a phone in Arabic, in a browser that keeps nothing", () => {
  it("lies within the window at every stop, and is not offered again once it was skipped by Escape", async () => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 0.5,
      hasTouch: true,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("Refused", "SecurityError");
        },
      });
    });
    await page.goto(`${inject("address")}?day=2020-02-06&lang=ar&theme=contrast`);
    await page.getByRole("button", { name: "تكبير اللوحة" }).click();
    const offer = page
      .getByRole("complementary", { name: "القصة" })
      .getByRole("button", { name: "جولة في دقيقة" });
    await offer.click();
    for (let stop = 1; stop < 7; stop += 1) {
      await page.locator(".tour-text").getByText(`${stop} من 7`).waitFor();
      const box = await page.locator(".tour-card").boundingBox();
      if (!box) throw new Error("There is no card");
      const { x, y, width, height } = box;
      expect(x >= 0 && y >= 0 && x + width <= 390 && y + height <= 844).toBe(true);
      await page.getByRole("button", { name: "التالي", exact: true }).click();
    }
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator(".tour-card").waitFor({ state: "detached" });
    expect(await offer.count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});
