import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../browser/chromium.ts";
import { openDashboard } from "../browser/dashboard.ts";

const MINI = fileURLToPath(new URL("../fixtures/mini", import.meta.url));
const COUNT = 5000;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The files of the mini data set, with so many places more. */
async function makeFiles(more: number) {
  return Promise.all(
    (await readdir(MINI)).map(async (name) => {
      const content = await readFile(join(MINI, name));
      const isTowns = more > 0 && name === "towns.geojson";
      const buffer = isTowns ? Buffer.from(addTowns(content.toString(), more)) : content;
      return { name, mimeType: "application/octet-stream", buffer };
    }),
  );
}

function addTowns(text: string, more: number): string {
  const towns = JSON.parse(text);
  for (let number = 0; number < more; number++) {
    const place = towns.features[number % 3];
    const coordinates = [10.5 + (number % 150) * 0.02, 50.5 + Math.floor(number / 150) * 0.02];
    const properties = { ...place.properties, id: `p${number}`, name: `Place ${number}`, name_ar: "" };
    towns.features.push({ ...place, geometry: { type: "Point", coordinates }, properties });
  }
  return JSON.stringify(towns);
}

async function pick(page: Page, files: Awaited<ReturnType<typeof makeFiles>>): Promise<void> {
  await page.getByRole("button", { name: "Open data" }).first().click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open zip or files…" }).click();
  await (await chooser).setFiles(files);
}

async function expectShown(page: Page, title: string): Promise<void> {
  await expect.poll(() => page.locator(".title-card h1").textContent(), { timeout: 60_000 }).toContain(title);
}

describe("very many settlements", () => {
  it("are a table of some hundred rows at a time, in which all can be found", async () => {
    const { page, close } = await openDashboard(browser);
    await pick(page, await makeFiles(COUNT));
    const show = page.getByRole("button", { name: "Show on the dashboard" });
    await Promise.race([show.click().catch(() => {}), expectShown(page, "Mini story")]);
    await expectShown(page, "Mini story");
    await page.getByRole("button", { name: "Table" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Table" });
    const rows = dialog.locator("tbody tr");
    await rows.first().waitFor();
    expect(await rows.count()).toBeLessThan(500);
    expect(await dialog.textContent()).toContain(`of ${COUNT + 3}`);
    const first = await rows.first().textContent();
    await dialog.getByRole("button", { name: "Next rows" }).click();
    expect(await rows.first().textContent()).not.toBe(first);
    await dialog.getByRole("searchbox").fill("place 4321");
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.first().textContent()).toContain("Place 4321");
    await close();
  });
});

describe("data sets opened one after another", () => {
  it("leave no elements and listeners behind", async () => {
    const { page, waitForMap, close } = await openDashboard(browser);
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    const count = async () => {
      await page.waitForTimeout(500);
      await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      return ["Nodes", "JSEventListeners"].map(
        (name) => metrics.find((metric) => metric.name === name)?.value ?? 0,
      );
    };
    // Only once through the chooser of files: what Playwright gives it to, it keeps.
    await pick(page, await makeFiles(0));
    await expectShown(page, "Mini story");
    const counts: number[][] = [];
    for (let round = 0; round < 3; round++) {
      await page.getByRole("button", { name: "Open data" }).first().click();
      await page.getByRole("button", { name: "Show the bundled story" }).click();
      await expectShown(page, "offensive");
      await page.getByRole("button", { name: "Open data" }).first().click();
      await page.getByRole("button", { name: /^Mini story/ }).click();
      await expectShown(page, "Mini story");
      await waitForMap("2020-01-02");
      counts.push(await count());
    }
    const [nodes = 0, listeners = 0] = counts[0] ?? [];
    const [nodesLater = 0, listenersLater = 0] = counts.at(-1) ?? [];
    // Four openings more; each has some five hundred elements of its own.
    expect(nodesLater - nodes).toBeLessThan(60);
    expect(listenersLater - listeners).toBeLessThan(20);
    await close();
  });
});
