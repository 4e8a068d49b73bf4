import type { Browser } from "playwright-core";
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

const languages = ["en", "ar"] as const;
const themes = ["light", "dark"] as const;
/** All in the long test; here each language and each theme once. */
const looks = languages
  .flatMap((language) => themes.map((theme) => ({ language, theme })))
  .filter(({ language, theme }) => IS_LONG || (language === "ar") === (theme === "dark"));

const windows = [
  { name: "phone", width: 390, height: 844 },
  { name: "laptop", width: 1440, height: 900 },
  { name: "wall", width: 2560, height: 1440 },
];

describe.each(looks)("in $language and $theme", ({ language, theme }) => {
  it.each([
    ["with a place", "&place=saraqib"],
    ["with a range and the charts", "&from=2020-01-20&to=2020-02-20&chart=area&drawer=open"],
  ])("has no accessibility violation that axe can find, %s", async (_, more) => {
    const query = `?day=2020-02-06&lang=${language}&theme=${theme}${more}`;
    const { page, close } = await openDashboard(browser, query);
    if (more.includes("drawer")) await page.locator(".chart-row .plot-last").first().waitFor();
    const found = await findViolations(page);
    await close();
    expect(found).toEqual([]);
  });
});

describe.each(windows)("on a $name", ({ width, height }) => {
  it.each(languages)("keeps everything inside the window, in %s", async (language) => {
    const { page, slider, close } = await openDashboard(browser, `?day=2020-02-06&lang=${language}`, {
      viewport: { width, height },
    });
    const overflow = await page.evaluate(() => ({
      x: document.documentElement.scrollWidth - window.innerWidth,
      y: document.documentElement.scrollHeight - window.innerHeight,
    }));
    expect(overflow).toEqual({ x: 0, y: 0 });
    const name = language === "en" ? "Day" : "اليوم";
    expect(await page.getByRole("region", { name, exact: true }).isVisible()).toBe(true);
    const box = await slider.boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
    expect(await page.getAttribute("html", "dir")).toBe(language === "ar" ? "rtl" : "ltr");
    await close();
  });
});
