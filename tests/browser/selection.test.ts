import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IS_LONG } from "../fixtures/long.ts";
import { launchBrowser } from "./chromium.ts";
import { openDashboard } from "./dashboard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const addressOf = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

/** A quiet spot of the map, well away from names: the post at Tell Tuqan in the middle of the view. */
const POST = "?day=2020-02-06&at=36.9523,35.8221,11";

describe("selecting", () => {
  it("takes a post from the map, and tells its history, its sources and the address", async () => {
    const { page, waitForMap, settlementRegion, complaints, close } = await openDashboard(
      browser,
      `${POST}&hide=towns,labels`,
    );
    await waitForMap("2020-02-06");
    const map = page.locator(".map canvas").first();
    const box = await map.boundingBox();
    const middle = { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 };
    await map.click({ position: middle });
    await expect.poll(() => addressOf(page, "post")).toBe("post-05-tell-tuqan");
    const text = await settlementRegion.textContent();
    for (const told of ["Tell Tuqan", "Observation post", "Encircled on 6 February 2020", "9 February 2018"])
      expect(text).toContain(told);
    await settlementRegion.getByRole("button", { name: "Dates and positions" }).first().click();
    await expect.poll(() => addressOf(page, "source")).toBe("posts-survey");
    expect(addressOf(page, "post")).toBeNull();
    expect(complaints).toEqual([]);
    await close();
  });

  it("takes a highway by the keyboard from the search, and gives it back by Escape", async () => {
    const { page, settlementRegion, complaints, close } = await openDashboard(browser, "?day=2020-02-28");
    await page.keyboard.press("/");
    await page.keyboard.type("M5");
    await page.keyboard.press("Enter");
    await expect.poll(() => addressOf(page, "highway")).toBe("m5");
    await expect.poll(() => settlementRegion.textContent()).toContain("M5 cut again at Saraqib");
    expect(await settlementRegion.textContent()).toMatch(/of 139\.6 km under government forces/);
    expect(await page.locator("[aria-live=polite]").allTextContents()).toContain("Selected: M5 (highway).");
    await page.keyboard.press("Escape");
    await expect.poll(() => addressOf(page, "highway")).toBeNull();
    expect(complaints).toEqual([]);
    await close();
  });

  it("opens what an address names, and says what it cannot show", async () => {
    const source = await openDashboard(browser, "?day=2020-02-06&source=001");
    await expect.poll(() => source.settlementRegion.textContent()).toContain("302");
    await source.close();
    const odd = await openDashboard(browser, "?day=2020-02-06&place=saraqib&highway=m5");
    await expect.poll(() => odd.settlementRegion.textContent()).toContain("Saraqib");
    expect(await odd.page.getByRole("alert").textContent()).toContain("the highway “m5”");
    await odd.close();
  });
});

describe("pointing", () => {
  it.runIf(IS_LONG)(
    "goes from a mark of the map to its name in a list, and from a name that has the focus to the map",
    async () => {
      const { page, waitForMap, dayRegion, close } = await openDashboard(
        browser,
        `${POST}&hide=towns,labels`,
      );
      await waitForMap("2020-02-06");
      await dayRegion.locator(".posts summary").click();
      const name = dayRegion.getByRole("button", { name: "Tell Tuqan" });
      const map = page.locator(".map canvas").first();
      const box = await map.boundingBox();
      const middle = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
      await page.mouse.move(middle.x, middle.y);
      await expect.poll(() => name.getAttribute("data-pointed")).toBe("true");
      await page.mouse.move(middle.x + 150, middle.y + 150);
      await expect.poll(() => name.getAttribute("data-pointed")).toBeNull();

      const clip = { x: middle.x - 40, y: middle.y - 40, width: 80, height: 80 };
      const plain = await page.screenshot({ clip });
      await name.focus();
      await expect.poll(async () => (await page.screenshot({ clip })).equals(plain)).toBe(false);
      await name.blur();
      await expect.poll(async () => (await page.screenshot({ clip })).equals(plain)).toBe(true);
      await close();
    },
  );

  it("goes from an event's plate to its rows and from an event's title or a match of the search to the map", async () => {
    const view = "?day=2020-02-06&at=36.72501,35.90403,11&hide=towns,labels";
    const { page, waitForMap, dayRegion, complaints, close } = await openDashboard(browser, view);
    await waitForMap("2020-02-06");
    const row = dayRegion.locator(".event", { hasText: "Last road out of Saraqib" });
    const [title, name] = [row.locator("summary"), row.getByRole("button", { name: "Sarmin" })];
    const isPointed = () => Promise.all([title, name].map((element) => element.getAttribute("data-pointed")));
    const box = await page.locator(".map canvas").first().boundingBox();
    const middle = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    // The plate stands to the upper left of the disc.
    await page.mouse.move(middle.x - 13, middle.y - 12);
    await expect.poll(isPointed).toEqual(["true", "true"]);
    await page.mouse.move(middle.x + 150, middle.y - 150);
    await expect.poll(isPointed).toEqual([null, null]);

    const clip = { x: middle.x - 40, y: middle.y - 40, width: 80, height: 80 };
    const plain = await page.screenshot({ clip });
    const isRinged = async () => !(await page.screenshot({ clip })).equals(plain);
    await title.hover();
    await expect.poll(isRinged).toBe(true);
    expect(await isPointed()).toEqual(["true", "true"]);
    await page.keyboard.press("/");
    await page.mouse.move(middle.x + 150, middle.y - 150);
    await expect.poll(isRinged).toBe(false);
    await page.keyboard.type("Sarmin");
    await page.getByRole("option", { name: "Sarmin" }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await expect.poll(isRinged).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(isRinged).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });
});
