import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "./chromium.ts";
import { openDashboard } from "./dashboard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const readAddress = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const valueOf = (page: Page, name: string) =>
  page.getByRole("slider", { name, exact: true }).getAttribute("aria-valuetext");

/** The numbers of the day panel's line of counted settlements, as the page writes them. */
async function readBalance(page: Page): Promise<string[]> {
  return page.locator(".balance strong").allTextContents();
}

describe("the charts", () => {
  it("open by key, close by Escape, and say what the day panel says", async () => {
    const { page, complaints, close } = await openDashboard(browser, "?day=2020-02-06");
    await page.keyboard.press("g");
    await page.getByRole("region", { name: "Charts" }).waitFor();
    await expect.poll(() => readAddress(page, "drawer")).toBe("open");
    await expect.poll(() => valueOf(page, "Settlements held"), { timeout: 30_000 }).toContain("Government");
    const said = (await valueOf(page, "Settlements held")) ?? "";
    const numbers = [...said.slice(said.indexOf(":")).matchAll(/\d+/g)].map(String);
    expect(said).toMatch(/^Thursday, 6 February 2020: /);
    expect(await readBalance(page)).toEqual(expect.arrayContaining(numbers));
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("region", { name: "Charts" }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it("read values by keyboard, from number to number, with who says so; Enter moves the day", async () => {
    const { page, close } = await openDashboard(browser, "?day=2020-02-06&drawer=open");
    const slider = page.getByRole("slider", { name: "Displaced, people", exact: true });
    await slider.focus();
    await slider.press("PageDown");
    // What a chart says of a day follows the cursor when the browser has time.
    await expect
      .poll(() => slider.getAttribute("aria-valuetext"))
      .toBe("Wednesday, 5 February 2020: reported: 520,000 people, UN and NGOs");
    // The same cursor in another chart, and in the strip.
    await expect.poll(() => valueOf(page, "Civilians killed")).toMatch(/^Wednesday, 5 February 2020: /);
    expect(await page.locator(".chart-readout").textContent()).toContain("5 February");
    expect(readAddress(page, "day")).toBe("2020-02-06");
    await slider.press("Enter");
    await expect.poll(() => readAddress(page, "day")).toBe("2020-02-05");
    await slider.press("ArrowLeft");
    await expect
      .poll(() => slider.getAttribute("aria-valuetext"))
      .toMatch(/^Tuesday, 4 February 2020: reported: no number/);
    await close();
  });

  it("move the day at a press, show the table behind, and put a chart into the strip", async () => {
    const { page, complaints, close } = await openDashboard(browser, "?day=2020-02-06&drawer=open");
    const row = page.getByRole("article", { name: "Displaced, people", exact: true });
    await row.scrollIntoViewIfNeeded();
    const box = await row.locator(".plot").boundingBox();
    if (!box) throw new Error("There is no plot");
    await page.mouse.click(box.x + (box.width * 30) / 116, box.y + 20);
    await expect.poll(() => readAddress(page, "day")).toBe("2019-12-24");
    await row.getByRole("button", { name: "Table" }).click();
    const table = row.getByRole("table");
    expect(await table.getByRole("row").count()).toBeGreaterThan(10);
    expect(await table.textContent()).toContain("UN and NGOs");
    await row.getByRole("button", { name: "Displaced, people" }).click();
    await expect.poll(() => readAddress(page, "chart")).toBe("figure:displaced:persons");
    await expect.poll(() => page.locator(".strip-chart .shape-dot").count()).toBeGreaterThan(10);
    expect(complaints).toEqual([]);
    await close();
  });
});
