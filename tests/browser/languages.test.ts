import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { LANGUAGES, loadWords } from "../../src/words/index.ts";
import { launchBrowser } from "./chromium.ts";
import { openDashboard } from "./dashboard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe("the languages", () => {
  it("are each there from the first paint when the address asks, and can be changed on the page", async () => {
    const { page, complaints, close } = await openDashboard(browser, "?day=2020-02-06&lang=uk");
    const ukrainian = await loadWords("uk");
    await page.getByRole("region", { name: ukrainian.day.region, exact: true }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("uk");
    const french = await loadWords("fr");
    const choice = page.locator(".tools .language-select");
    expect(await choice.locator("option").allTextContents()).toEqual(
      Object.values(LANGUAGES).map(({ label }) => label),
    );
    await choice.selectOption("fr");
    await page.getByRole("region", { name: french.day.region, exact: true }).waitFor();
    await page.waitForURL(/lang=fr/);
    expect(complaints).toEqual([]);
    await close();
  });

  it("fetch nothing of a language that nobody asked for", async () => {
    const asked: string[] = [];
    const { waitForMap, close } = await openDashboard(browser, "?day=2020-02-06", {
      prepare: async (page) => {
        page.on("response", (response) => {
          if (response.url().endsWith(".js")) asked.push(response.url());
        });
      },
    });
    await waitForMap("2020-02-06");
    const { chrome } = await loadWords("ar");
    await close();
    expect(asked.length).toBeGreaterThan(0);
    // Read apart from the page: what it still loads when it closes could be read no more.
    const scripts = await Promise.all(asked.map(async (address) => (await fetch(address)).text()));
    expect(scripts.filter((script) => script.includes(chrome.exportPicture))).toEqual([]);
  });
});
