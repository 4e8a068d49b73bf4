import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "./chromium.ts";
import { openDashboard } from "./dashboard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const addressOf = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axePath, "utf8"));
  const { violations } = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: () => Promise<AxeResults> } };
    return axe.run();
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

describe("the table of settlements", () => {
  it("sorts, filters by side, is gone through by keys, opens a settlement, and has no violation that axe can find", async () => {
    const { page, complaints, close } = await openDashboard(browser, "?day=2020-02-12&theme=dark");
    await page.getByRole("button", { name: "Table", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Table" });
    const grid = dialog.getByRole("grid", { name: "Control of every settlement" });
    const rows = grid.locator("tbody tr[data-index]");
    await rows.first().waitFor();
    expect(await grid.getAttribute("aria-rowcount")).toBe("201");
    // Only those in sight, and some to spare, are on the page.
    expect(await rows.count()).toBeLessThan(60);

    await dialog.getByRole("button", { name: "Changes" }).click();
    const head = dialog.getByRole("columnheader", { name: "Changes" });
    expect(await head.getAttribute("aria-sort")).toBe("ascending");
    await dialog.getByRole("button", { name: "Changes" }).click();
    expect(await head.getAttribute("aria-sort")).toBe("descending");
    expect(await grid.locator("[aria-sort]").count()).toBe(1);
    const readCounts = async () =>
      (await grid.locator("td[data-column=changes]").allTextContents()).map(Number);
    await expect.poll(async () => (await readCounts())[0]).toBeGreaterThan(1);
    const counts = await readCounts();
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(await findViolations(page)).toEqual([]);

    await dialog.getByRole("button", { name: /^Opposition \d+$/ }).click();
    await expect.poll(() => addressOf(page, "side")).toBe("opposition");
    const left = Number((await dialog.locator("output").textContent())?.match(/^(\d+) of 200$/)?.[1]);
    expect(
      await dialog.getByRole("button", { name: `Opposition ${left}` }).getAttribute("aria-pressed"),
    ).toBe("true");
    await expect.poll(() => grid.getAttribute("aria-rowcount")).toBe(String(left + 1));

    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-rowindex"));
    await dialog.getByRole("searchbox").press("ArrowDown");
    expect(await focused()).toBe("2");
    for (const [key, index] of [
      ["End", left + 1],
      ["ArrowDown", left + 1],
      ["ArrowUp", left],
      ["Home", 2],
      ["ArrowDown", 3],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(focused).toBe(String(index));
      expect(await page.locator(":focus").isVisible()).toBe(true);
    }
    await page.keyboard.press("PageDown");
    await expect.poll(async () => Number(await focused())).toBeGreaterThan(8);
    // Below the head, which lies over what is scrolled.
    const [row, above] = await Promise.all([page.locator(":focus").boundingBox(), head.boundingBox()]);
    expect(row?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0) - 1);
    const name = await page.locator(":focus th").textContent();
    await page.keyboard.press("Enter");
    await expect.poll(() => dialog.count()).toBe(0);
    const selected = page.getByRole("region", { name: "Selected", exact: true });
    await expect.poll(() => selected.textContent()).toContain(name);
    expect(addressOf(page, "place")).not.toBeNull();
    expect(complaints).toEqual([]);
    await close();
  });
});
