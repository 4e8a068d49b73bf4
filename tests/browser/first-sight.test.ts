import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "./chromium.ts";
import { openDashboard } from "./dashboard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const DAY = "2020-02-06";

/** How many lines of text an element takes. */
async function countLines(element: Locator): Promise<number> {
  return element.evaluate((node) => {
    const { lineHeight } = getComputedStyle(node);
    return Math.round(node.clientHeight / Number.parseFloat(lineHeight));
  });
}

describe.each([
  { width: 1440, height: 900, language: "en" },
  { width: 1280, height: 800, language: "ar" },
])("at first sight in $language, $width pixels wide", ({ width, height, language }) => {
  it("credits and the note of the legend take a line each, and open on request", async () => {
    const query = `?day=${DAY}&lang=${language}`;
    const { page, waitForMap, close } = await openDashboard(browser, query, { viewport: { width, height } });
    await waitForMap(DAY);
    const credits = page.locator(".maplibregl-ctrl-attrib-inner");
    const note = page.locator(".legend-fold summary");
    expect([await countLines(credits), await countLines(note)]).toEqual([1, 1]);
    const button = page.locator(".maplibregl-ctrl-attrib-button");
    await button.click();
    await note.click();
    expect(await countLines(credits)).toBeGreaterThan(1);
    expect(await countLines(note)).toBeGreaterThan(1);
    await button.click();
    expect(await credits.isVisible()).toBe(false);
    await button.click();
    expect(await countLines(credits)).toBeGreaterThan(1);
    await close();
  });
});

it("on a phone the title takes a line", async () => {
  const { page, close } = await openDashboard(browser, `?day=${DAY}`, {
    viewport: { width: 390, height: 844 },
  });
  expect(await countLines(page.locator(".title-card h1"))).toBe(1);
  await close();
});
