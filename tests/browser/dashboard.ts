import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { inject } from "vitest";

export interface Dashboard {
  readonly page: Page;
  readonly slider: Locator;
  readonly dayRegion: Locator;
  readonly settlementRegion: Locator;
  /** Errors of the page and its console, and requests to other origins: none are expected. */
  readonly complaints: readonly string[];
  /** Waits until the map stands complete for a day. */
  readonly waitForMap: (day: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the dashboard in a window of its own; `query` with its question mark. The window has half a pixel of the screen for each of the
 * page: drawing is what takes most of the time here, and where no pixel is looked at, a quarter of them will do.
 */
export async function openDashboard(
  browser: Browser,
  query = "",
  options: Parameters<typeof openSharpDashboard>[2] = {},
): Promise<Dashboard> {
  return openSharpDashboard(browser, query, { deviceScaleFactor: 0.5, reducedMotion: "reduce", ...options });
}

/** The same with a pixel for each of the page, for those who look at them. */
export async function openSharpDashboard(
  browser: Browser,
  query = "",
  options: BrowserContextOptions & { prepare?: (page: Page) => Promise<void> } = {},
): Promise<Dashboard> {
  const { prepare, ...contextOptions } = options;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...contextOptions });
  const page = await context.newPage();
  const complaints: string[] = [];
  const { origin } = new URL(inject("address"));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:"].includes(url.protocol) && url.origin !== origin) complaints.push(request.url());
  });
  await prepare?.(page);
  await page.goto(inject("address") + query);
  // While two days are compared there are more.
  const slider = page.locator(".day-slider:not(.other-day-slider)");
  await slider.waitFor();
  return {
    page,
    slider,
    complaints,
    dayRegion: page.getByRole("region", { name: "Day", exact: true }),
    // What tells of the selection comes after its region does.
    settlementRegion: page
      .getByRole("region", { name: "Selected", exact: true })
      .filter({ has: page.locator("h2") }),
    waitForMap: async (day) => {
      await page.locator(`[data-day="${day}"]`).waitFor({ state: "attached", timeout: 60_000 });
    },
    close: async () => {
      // A request that is still being answered would fail outside of every test.
      await page.unrouteAll({ behavior: "ignoreErrors" });
      await context.close();
    },
  };
}
