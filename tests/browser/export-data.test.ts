import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeFolder, runIn } from "../fixtures/run-folder.ts";
import { IS_LONG } from "../fixtures/long.ts";
import { findViolations } from "./axe.ts";
import { launchBrowser } from "./chromium.ts";
import { openDashboard } from "./dashboard.ts";

const GEODATA = fileURLToPath(new URL("../../geodata", import.meta.url));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What the command line writes of the bundled story. */
async function exportByCommand(args: readonly string[], file: string): Promise<Buffer> {
  const cwd = makeFolder();
  const run = await runIn(cwd, ["export", GEODATA, ...args, "--out", file]);
  expect(run).toMatchObject({ code: 0, err: "" });
  return readFile(join(cwd, file));
}

async function openForm(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("button", { name: /^Data/ }).click();
  await page.getByLabel("What to save").waitFor();
}

async function save(page: Page): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const download = page.waitForEvent("download", { timeout: 60_000 });
  await page.getByRole("button", { name: "Save data" }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

describe("data from the page", () => {
  it("are byte for byte what the command line writes, the database too", async () => {
    const { page, complaints, close } = await openDashboard(browser, "?day=2020-02-06&place=saraqib");
    await openForm(page);
    for (const [what, label, format, ending] of [
      ["all", "All of these in one file", "GeoPackage", "gpkg"],
      ["areas", "Areas of control", "KML", "kml"],
      ["front-lines", "Front lines", "GeoJSON", "geojson"],
      ["changes", "Settlements that changed hands", "CSV", "csv"],
      ["figures", "Figures that documents give", "JSON", "json"],
    ] as const) {
      await page.getByLabel("What to save").selectOption({ label });
      await page.getByLabel("Format").selectOption({ label: format });
      const { name, bytes } = await save(page);
      expect(name).toBe(`northwestern-syria-offensive-${what}-2019-11-24-to-2020-03-19.${ending}`);
      const other = await exportByCommand(["--what", what], name);
      expect([what, bytes.equals(other)]).toEqual([what, true]);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it.runIf(IS_LONG)(
    "are of the days compared, or of those that are chosen, and of the place that is selected",
    async () => {
      const { page, close } = await openDashboard(browser, "?day=2020-02-06&with=2020-01-20&place=saraqib");
      await openForm(page);
      expect(await page.getByLabel("From", { exact: true }).inputValue()).toBe("2020-01-20");
      expect(await page.getByLabel("To", { exact: true }).inputValue()).toBe("2020-02-06");
      const rows = page.getByRole("region", { name: "changes" }).getByRole("row");
      await rows.nth(1).waitFor();
      expect(await rows.nth(1).textContent()).toContain("2020-01-2");
      await page.getByLabel("What to save").selectOption({ label: "History of Saraqib" });
      await page.getByRole("button", { name: "All days" }).click();
      const { name, bytes } = await save(page);
      expect(name).toContain("-history-saraqib-");
      const other = await exportByCommand(["--what", "history", "--place", "saraqib"], name);
      expect(bytes.equals(other)).toBe(true);
      expect(await findViolations(page)).toEqual([]);
      await close();
    },
  );

  it.runIf(IS_LONG)("cannot be had of days that are none, and the reason is told", async () => {
    const { page, close } = await openDashboard(browser, "?day=2020-02-06");
    await openForm(page);
    await page.getByLabel("From", { exact: true }).fill("2020-03-01");
    await page.getByLabel("To", { exact: true }).fill("2020-02-01");
    await page
      .getByRole("alert")
      .filter({ hasText: "Choose days from 24 November 2019 to 19 March 2020" })
      .waitFor();
    expect(await page.getByRole("button", { name: "Save data" }).getAttribute("aria-disabled")).toBe("true");
    await page.getByRole("button", { name: "The day shown" }).click();
    await page.getByText("Nothing on these days").or(page.getByText("The first rows")).first().waitFor();
    expect(await page.getByRole("button", { name: "Save data" }).getAttribute("aria-disabled")).toBe("false");
    await close();
  });
});
