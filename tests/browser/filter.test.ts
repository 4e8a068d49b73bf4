import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findViolations } from "./axe.ts";
import { launchBrowser } from "./chromium.ts";
import { openDashboard } from "./dashboard.ts";
import { IS_LONG } from "../fixtures/long.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const addressOf = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

describe("for everyone", () => {
  it.each([
    "?day=2020-02-06&highway=m5&theme=dark",
    "?day=2020-02-06&post=post-05-tell-tuqan&lang=ar",
    ...(IS_LONG
      ? ["?day=2020-02-06&source=001&lang=ar&theme=dark", "?day=2020-02-06&source=posts-survey"]
      : []),
  ])("what is selected and the open filter have no violation that axe can find: %s", async (query) => {
    const { page, close } = await openDashboard(browser, `${query}&kind=strike`);
    await page.locator(".selected-head + .page-body").waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.locator("#filter-button").click();
    await page.locator(".filter-form").waitFor();
    expect(await findViolations(page)).toEqual([]);
    await close();
  });
});

describe("the filter", () => {
  it("opens by its key, counts what it leaves, stands in the address, and goes by its chips", async () => {
    const { page, dayRegion, complaints, close } = await openDashboard(browser, "?day=2020-02-06");
    const heading = dayRegion.getByRole("heading", { name: /^Events/ });
    const total = Number((await heading.textContent())?.match(/\d+/)?.[0]);
    await page.keyboard.press("f");
    await page.getByRole("checkbox", { name: "strike", exact: true }).check();
    await expect.poll(() => addressOf(page, "kind")).toBe("strike");
    expect(await heading.textContent()).toMatch(new RegExp(`\\d+ of ${total}$`));
    await page.keyboard.press("Escape");
    const chip = page.getByRole("button", { name: /^Remove the filter Kind of event: 1 of \d+$/ });
    await chip.waitFor();
    const told = await page.locator("[aria-live=polite]").allTextContents();
    expect(
      told.some((text) => /^Filtered: Kind of event: 1 of \d+\. Control is not filtered\.$/.test(text)),
    ).toBe(true);
    const map = page.locator(".map canvas").first();
    await expect.poll(() => map.getAttribute("aria-label")).toContain("Filtered: Kind of event");
    await chip.click();
    await expect.poll(() => addressOf(page, "kind")).toBeNull();
    expect(await heading.textContent()).toBe(`Events ${total}`);
    expect(complaints).toEqual([]);
    await close();
  });

  it("of an address holds for the table too, which says of how many", async () => {
    const { page, close } = await openDashboard(browser, "?day=2020-03-10&sure=stated,reported&text=kafr");
    await page.getByRole("button", { name: "Table" }).click();
    const dialog = page.getByRole("dialog", { name: "Table" });
    await expect
      .poll(() => dialog.locator("output").textContent(), { timeout: 15_000 })
      .toMatch(/^[1-9]\d* of 200$/);
    // The rows come a frame after their count.
    await dialog.locator("tbody th").first().waitFor();
    const names = await dialog.locator("tbody th").allTextContents();
    for (const name of names) expect(name.toLowerCase()).toMatch(/kafr|kafar|kfar/);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect.poll(() => addressOf(page, "text")).toBeNull();
    expect(addressOf(page, "sure")).toBeNull();
    await close();
  });
});
