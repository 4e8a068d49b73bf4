import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync, zipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "./chromium.ts";
import { openDashboard } from "./dashboard.ts";

const MINI = fileURLToPath(new URL("../fixtures/mini", import.meta.url));

let browser: Browser;
let folder: string;
let files: Record<string, Uint8Array>;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), "frontline-edit-"));
  const names = await readdir(MINI);
  const read = names.map(
    async (name) => [`war/${name}`, new Uint8Array(await readFile(join(MINI, name)))] as const,
  );
  files = Object.fromEntries(await Promise.all(read));
  await writeFile(join(folder, "war.zip"), zipSync(files));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function openZip(page: Page, path: string): Promise<void> {
  await page.getByRole("button", { name: "Open data" }).first().click();
  await page.locator("input[type=file][multiple]").setInputFiles(path);
  await expect
    .poll(() => page.locator(".title-card h1").textContent(), { timeout: 30_000 })
    .toBe("Mini story");
}

async function select(page: Page, place: string): Promise<void> {
  await page.getByRole("combobox", { name: "Find a place" }).fill(place);
  await page
    .getByRole("option", { name: new RegExp(place) })
    .first()
    .click();
}

/** Who holds the selected settlement on the day. */
const holderOf = (page: Page) => page.locator(".control-line").first().textContent();

describe("a data set of the reader's own", () => {
  it("takes a claim and another position, shows them at once, undoes them, and is saved with nothing else changed", async () => {
    const dashboard = await openDashboard(browser);
    const { page, settlementRegion, slider, waitForMap } = dashboard;
    await openZip(page, join(folder, "war.zip"));
    await slider.press("Home");
    await slider.press("ArrowRight");
    await slider.press("ArrowRight");
    await waitForMap("2020-01-03");
    await select(page, "West");
    await settlementRegion.waitFor();
    expect(await holderOf(page)).toContain("Red forces");

    await settlementRegion.getByRole("button", { name: "Add a claim" }).click();
    const form = settlementRegion.locator("form");
    const add = form.getByRole("button", { name: "Add" });
    await form.getByLabel("Side").selectOption("blue");
    // A rule of the data set, at its field; the row cannot be added.
    await form.getByLabel("Source").fill("d77");
    await form.locator(".edit-fault").getByText("d77").waitFor();
    expect(await form.getByLabel("Source").getAttribute("aria-invalid")).toBe("true");
    expect(await add.getAttribute("aria-disabled")).toBe("true");
    await form.getByLabel("Source").fill("d1");
    await form.getByLabel("What it says").fill("Blue forces, back “for good”");
    await expect.poll(() => add.getAttribute("aria-disabled")).toBe("false");
    await page.keyboard.press("Tab");
    await add.press("Enter");
    await page.getByText("1 unsaved change", { exact: true }).waitFor();
    await waitForMap("2020-01-03");
    expect(await holderOf(page)).toContain("Blue forces");
    expect(await settlementRegion.textContent()).toContain("Blue forces, back “for good”");

    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => holderOf(page), { timeout: 10_000 }).toContain("Red forces");
    await page.getByRole("button", { name: "Redo" }).click();
    await expect.poll(() => holderOf(page), { timeout: 10_000 }).toContain("Blue forces");

    await settlementRegion.getByRole("button", { name: "Move this place" }).click();
    const pin = page.locator(".map-pin");
    await pin.waitFor();
    const box = (await pin.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 10, y - 20, { steps: 4 });
    await page.mouse.up();
    const lat = settlementRegion.getByLabel("Latitude");
    await expect.poll(async () => Number(await lat.inputValue())).toBeGreaterThan(52);
    await lat.fill("52.25");
    await settlementRegion.getByLabel("Longitude").fill("11.25");
    const move = settlementRegion.locator("form").getByRole("button", { name: "Move" });
    await expect.poll(() => move.getAttribute("aria-disabled")).toBe("false");
    await move.click();
    await page.getByText("2 unsaved changes", { exact: true }).waitFor();
    expect(await settlementRegion.textContent()).toContain("52.2500, 11.2500");

    // Nothing is put away without a word.
    await page.getByRole("button", { name: "Open data" }).first().click();
    await page.getByRole("button", { name: "Show the bundled story" }).click();
    await page.getByText("Changes that are not saved").waitFor();
    await page.getByRole("button", { name: "Stay here" }).click();

    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as zip" }).click();
    const saved = join(folder, "saved.zip");
    await (await download).saveAs(saved);
    await page.getByText("All changes are saved").waitFor();
    const after = unzipSync(new Uint8Array(await readFile(saved)));
    const changed = Object.keys(files).filter((name) => strFromU8(after[name]!) !== strFromU8(files[name]!));
    expect(changed.toSorted()).toEqual(["war/claims.csv", "war/towns.geojson"]);
    const row = 'c4,west,captured,,blue,,2020-01-03,2020-01-03,,,,d1,,,,,"Blue forces, back “for good”"\n';
    expect(strFromU8(after["war/claims.csv"]!)).toBe(strFromU8(files["war/claims.csv"]!) + row);

    await openZip(page, saved);
    // The areas of the file were not redrawn, and say otherwise: that is told, and no reason to leave the claim out.
    await page.getByText("1 error", { exact: false }).first().waitFor();
    await page.getByRole("button", { name: "Show on the dashboard" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await expect.poll(() => page.locator(".edit-bar").count()).toBe(0);
    await slider.press("End");
    await select(page, "West");
    expect(await holderOf(page)).toContain("Blue forces");
    expect(await settlementRegion.textContent()).toContain("52.2500, 11.2500");
    expect(dashboard.complaints).toEqual([]);
    await dashboard.close();
  });
});
