import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findViolations } from "./axe.ts";
import { launchBrowser } from "./chromium.ts";
import { openDashboard } from "./dashboard.ts";
import { savePicture } from "./save-picture.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const addressOf = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

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

    // What the pointer rests on is pointed at on the map, and not what is scrolled under it.
    const pointed = grid.locator("[data-pointed]");
    await rows.nth(4).hover();
    await expect.poll(() => pointed.count()).toBe(1);
    await page.mouse.move(2, 2);
    await expect.poll(() => pointed.count()).toBe(0);
    // What a browser says of a row that comes under a pointer which has not moved.
    await rows.nth(6).evaluate((row) => {
      for (const kind of ["pointerover", "pointermove"])
        row.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerType: "mouse" }));
    });
    await page.waitForTimeout(300);
    expect(await pointed.count()).toBe(0);

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
    // The table follows the address a moment later.
    await expect.poll(() => dialog.locator("output").textContent()).not.toBe("200 of 200");
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

describe("the picture that is saved while charts are open", () => {
  it("has the charts in sight below the map, with lines in the sides' colours and the day across them", async () => {
    const { page, complaints, close } = await openDashboard(
      browser,
      "?day=2020-02-12&drawer=open&theme=light",
    );
    await page.locator(".chart-row .plot-last").first().waitFor();
    const inSight = await page.locator(".chart-row").evaluateAll(
      (rows) =>
        rows.filter((row) => {
          const [box, list] = [row.getBoundingClientRect(), row.parentElement?.getBoundingClientRect()];
          return list && Math.min(box.bottom, list.bottom) - Math.max(box.top, list.top) > 0.6 * box.height;
        }).length,
    );
    expect(inSight).toBeGreaterThan(1);
    const colour = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue("--side-0-mark"),
    );
    const own = { widthPx: 1600, heightPx: 1000, density: 1 };
    const { bytes } = await savePicture(page, { own, parts: { charts: true } });
    const url = `data:image/png;base64,${bytes.toString("base64")}`;
    const strip = await page.evaluate(readStrip, { url, colour });
    expect([strip.width, strip.height]).toEqual([1600, 1000]);
    expect(strip.columnsOfLine).toBeGreaterThan(250);
    expect(strip.longestUpright).toBeGreaterThan(75);
    expect(strip.colours).toBeGreaterThan(20);
    expect(complaints).toEqual([]);
    await close();
  });
});

/** Runs in the page: decodes a picture and reads its lower end beside the words, where the charts are. */
async function readStrip({ url, colour }: { readonly url: string; readonly colour: string }) {
  const image = new Image();
  image.src = url;
  await image.decode();
  const [width, height] = [image.naturalWidth, image.naturalHeight];
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext("2d");
  if (!context) throw new Error("No canvas");
  context.drawImage(image, 0, 0);
  const [column, top] = [450, 720];
  const { data } = context.getImageData(column, top, width - column, height - top);
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.trim().slice(at, at + 2), 16));
  const colours = new Set<number>();
  const columns = new Set<number>();
  let longestUpright = 0;
  const partAt = (at: number) => data[at] ?? 0;
  for (let x = 0; x < width - column; x += 1) {
    let upright = 0;
    for (let y = 0; y < height - top; y++) {
      const at = 4 * (y * (width - column) + x);
      const [red, green, blue] = [partAt(at), partAt(at + 1), partAt(at + 2)];
      if (y % 8 === 0) colours.add((red << 16) | (green << 8) | blue);
      if (wanted.every((part, index) => Math.abs(part - partAt(at + index)) < 6)) columns.add(x);
      // The ink of the day's line.
      upright = red < 60 && green < 60 && blue < 60 ? upright + 1 : 0;
      longestUpright = Math.max(longestUpright, upright);
    }
  }
  return { width, height, colours: colours.size, columnsOfLine: columns.size, longestUpright };
}
