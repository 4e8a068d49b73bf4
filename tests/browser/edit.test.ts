import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync, zipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IS_LONG } from "../fixtures/long.ts";
import { launchBrowser } from "./chromium.ts";
import { type Dashboard, openDashboard } from "./dashboard.ts";

const MINI = fileURLToPath(new URL("../fixtures/mini", import.meta.url));

/** What stands in for the reader's disk. */
interface Disk {
  readonly read: (name: string) => Promise<string>;
  readonly write: (name: string, text: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

let browser: Browser;
let dashboard: Dashboard;
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
  // Drawing is what takes most of the time, and no pixel is looked at.
  dashboard = await openDashboard(browser, "", { viewport: { width: 1000, height: 600 } });
});
afterAll(async () => {
  await dashboard.close();
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
    await slider.press("ArrowRight");
    await select(page, "West");
    expect(await holderOf(page)).toContain("Blue forces");
    expect(await settlementRegion.textContent()).toContain("52.2500, 11.2500");
    expect(dashboard.complaints).toEqual([]);
  });

  it.runIf(IS_LONG)(
    "follows its folder, asks where both have changed, is saved there, and tells when it is gone",
    async () => {
      const { page, settlementRegion, slider } = dashboard;
      // What a reader chooses on the disk: the browser's own private folder has the same handles.
      await page.evaluate(
        async (given) => {
          const root = await navigator.storage.getDirectory();
          const war = await root.getDirectoryHandle("war", { create: true });
          const write = async (name: string, text: string) => {
            const stream = await (await war.getFileHandle(name, { create: true })).createWritable();
            await stream.write(text);
            await stream.close();
          };
          for (const [name, text] of given) await write(name, text);
          const read = async (name: string) => (await (await war.getFileHandle(name)).getFile()).text();
          Object.assign(window, {
            showDirectoryPicker: async () => war,
            disk: { read, write, remove: () => root.removeEntry("war", { recursive: true }) },
          });
        },
        Object.entries(files).map(([path, bytes]) => [path.slice("war/".length), strFromU8(bytes)] as const),
      );
      const read = (name: string) =>
        page.evaluate((name) => (window as unknown as { disk: Disk }).disk.read(name), name);
      const append = async (name: string, text: string) => {
        const whole = (await read(name)) + text;
        await page.evaluate(
          ([name, text]) => (window as unknown as { disk: Disk }).disk.write(name!, text!),
          [name, whole],
        );
      };
      await page.getByRole("button", { name: "Open data" }).first().click();
      await page.getByRole("button", { name: "Open folder…" }).click();
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      await slider.press("ArrowRight");
      await select(page, "West");
      expect(await holderOf(page)).toContain("Red forces on 3 January");

      await append("claims.csv", "x1,west,captured,,blue,,2020-01-03,2020-01-03,,,,d1,,,,,From outside.\n");
      await settlementRegion.getByText("From outside.").waitFor();
      expect(await holderOf(page)).toContain("Blue forces on 3 January");

      await settlementRegion.getByRole("button", { name: "Add a claim" }).click();
      const form = settlementRegion.locator("form");
      await form.getByLabel("What it says").fill("From the page.");
      const add = form.getByRole("button", { name: "Add" });
      await expect.poll(() => add.getAttribute("aria-disabled")).toBe("false");
      await add.click();
      await page.getByText("1 unsaved change", { exact: true }).waitFor();
      await append("events.csv", "e9,strike,2020-01-03,2020-01-03,,west,Later,,,d1,,,,,Elsewhere.\n");
      await page.getByRole("button", { name: "Take them, and my changes with them" }).click();
      await page.getByRole("button", { name: "Save to the folder" }).click();
      await page.getByText("All changes are saved").waitFor();
      const claims = (await read("claims.csv")).split("\n");
      expect(claims.slice(-3)).toEqual([
        "x1,west,captured,,blue,,2020-01-03,2020-01-03,,,,d1,,,,,From outside.",
        "c4,west,captured,,red,,2020-01-03,2020-01-03,,,,,,,,,From the page.",
        "",
      ]);
      expect(await read("events.csv")).toContain("Elsewhere.");

      await page.evaluate(() => (window as unknown as { disk: Disk }).disk.remove());
      await page.getByText("is no longer there").waitFor();
      expect(dashboard.complaints).toEqual([]);
    },
  );
});
