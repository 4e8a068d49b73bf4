import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readProvenance } from "../../src/export/provenance/provenance.ts";
import { loadWords } from "../../src/words/index.ts";
import { IS_LONG } from "../fixtures/long.ts";
import { runIn } from "../fixtures/run-folder.ts";
import { launchBrowser } from "./chromium.ts";
import { savePicture } from "./save-picture.ts";

const DASHBOARD = fileURLToPath(new URL("../../dist", import.meta.url));
const GEODATA = fileURLToPath(new URL("../../geodata", import.meta.url));
const MINI = fileURLToPath(new URL("../fixtures/mini", import.meta.url));
const HOSTILE = 'War </title></script><script>document.title="owned"</script><!--';

// A path with blanks and letters that are not Latin, as people have them.
const folder = join(mkdtempSync(join(tmpdir(), "single-")), "جبهة und Karte #1");
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(join(folder, ".."), { recursive: true });
});

/** A data set with a title that means harm, as one file; gives its address. */
async function makeFile(set: string, name: string): Promise<string> {
  const copy = join(folder, name);
  cpSync(set, copy, { recursive: true });
  const declaration = join(copy, "dataset.json");
  const declared = JSON.parse(readFileSync(declaration, "utf8"));
  writeFileSync(declaration, JSON.stringify({ ...declared, title: HOSTILE }));
  const args = ["build", name, "--single-file", `${name}.html`];
  expect(await runIn(folder, args, DASHBOARD)).toMatchObject({ code: 0 });
  return pathToFileURL(join(folder, `${name}.html`)).href;
}

/** Opens a file from disk, where no network is. */
async function openFile(address: string) {
  const context = await browser.newContext({
    viewport: { width: 1000, height: 700 },
    deviceScaleFactor: 0.5,
    offline: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  const asked = new Set<string>();
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  context.on("request", (request) => {
    const { protocol, pathname } = new URL(request.url());
    if (!["data:", "blob:"].includes(protocol)) asked.add(protocol + pathname.split("/").at(-1));
  });
  await page.goto(address);
  const waitForMap = (day: string) =>
    page.locator(`[data-day="${day}"]`).first().waitFor({ state: "attached" });
  return { page, complaints, asked, waitForMap, close: () => context.close() };
}

/** Drops a folder of this machine on the page, as a reader's hand does. */
async function drop(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, x: 200, y: 300, data });
}

describe("a single file, opened from disk without a network", () => {
  it("draws the map, steps, speaks another language, and asks for nothing but itself", async () => {
    const { page, complaints, asked, waitForMap, close } = await openFile(await makeFile(MINI, "mini"));
    await waitForMap("2020-01-02");
    expect(await page.locator(".title-card h1").textContent()).toBe(HOSTILE);
    expect(await page.title()).toContain(HOSTILE);
    await page.locator(".day-slider").press("ArrowRight");
    await waitForMap("2020-01-03");
    await page.locator(".tools .language-select").selectOption("ar");
    const { chrome } = await loadWords("ar");
    await page.getByRole("button", { name: chrome.table, exact: true }).click();
    await page.getByRole("dialog").getByRole("grid").waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get("day")).toBe("2020-01-03");
    expect(complaints).toEqual([]);
    expect([...asked]).toEqual(["file:mini.html"]);
    await close();
  });

  it.runIf(IS_LONG)("does all that a site does", { timeout: 240_000 }, async () => {
    const address = await makeFile(GEODATA, "story");
    const { page, complaints, asked, waitForMap, close } = await openFile(`${address}?day=2020-02-06`);
    await waitForMap("2020-02-06");
    for (const language of ["uk", "fr", "ar", "en"]) {
      await page.locator(".tools .language-select").selectOption(language);
      await expect.poll(() => page.locator("html").getAttribute("lang")).toBe(language);
    }
    await page.keyboard.press("g");
    await page.getByRole("region", { name: "Charts" }).getByRole("slider").first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("t");
    const table = page.getByRole("dialog", { name: "Table" });
    await table.locator("tbody tr[data-index]").first().waitFor();
    await page.keyboard.press("Escape");
    await table.waitFor({ state: "hidden" });
    const story = page.getByRole("button", { name: "Story", exact: true });
    await story.click();
    await page.locator(".step-heading").nth(15).waitFor();
    await story.click();

    const { bytes } = await savePicture(page, { format: "png" });
    expect(readProvenance(new Uint8Array(bytes)).datasetTitle).toBe(HOSTILE);
    await page.keyboard.press("Escape");
    await saveData(page, "gpkg");
    expect(await cutWorld(page)).toBeGreaterThan(0);
    await drop(page, MINI);
    await expect
      .poll(() => page.locator(".title-card h1").textContent(), { timeout: 20_000 })
      .toBe("Mini story");
    await waitForMap("2020-01-02");
    expect(complaints).toEqual([]);
    expect([...asked]).toEqual(["file:story.html"]);
    await close();
  });
});

/** How many pieces of land the page's own worker cuts out of the map of the world, which only workers ask for. */
function cutWorld(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const parts = [...document.querySelectorAll<HTMLScriptElement>('script[data-needs*="countries-10m"]')];
    const [smallest] = parts.toSorted((one, other) => one.text.length - other.text.length);
    const address = `${location.href.replace(/[?#].*/, "")}/${smallest?.dataset["part"]}`;
    const worker = new Worker(address, { type: "module" });
    const answer = new Promise<{ land: { features: readonly unknown[] } } | undefined>((resolve, reject) => {
      worker.addEventListener("message", ({ data }) => resolve(data));
      worker.addEventListener("error", ({ message }) => reject(new Error(message)));
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
    worker.postMessage({ bounds: [35, 35, 38, 37], regions: [] });
    return (await answer)?.land.features.length ?? 0;
  });
}

/** SQLite runs in a worker, from WebAssembly that is in the file. */
async function saveData(page: Page, ending: string): Promise<void> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("button", { name: /^Data/ }).click();
  await page.getByLabel("What to save").selectOption({ label: "All of these in one file" });
  await page.getByLabel("Format").selectOption({ label: "GeoPackage" });
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save data" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
  expect(readFileSync(await file.path(), "latin1").slice(0, 15)).toBe("SQLite format 3");
  await page.keyboard.press("Escape");
}
