import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { IS_LONG } from "../fixtures/long.ts";
import { findViolations } from "./axe.ts";
import { launchBrowser } from "./chromium.ts";
import { type Dashboard, openDashboard } from "./dashboard.ts";

const MINI = fileURLToPath(new URL("../fixtures/mini", import.meta.url));
const STORY = "Northwestern Syria offensive";

let browser: Browser;
/** Holds the data sets that the tests drop. */
let sets: string;

beforeAll(async () => {
  browser = await launchBrowser();
  sets = await mkdtemp(join(tmpdir(), "frontline-opening-"));
  await cp(MINI, join(sets, "mini"), { recursive: true });
  await cp(MINI, join(sets, "faulty"), { recursive: true });
  const claim =
    "x1,atlantis,captured,whole,red,,2020-01-02,2020-01-02,stated,A press,stated,d1,1,0,A,,Nowhere.\n";
  await writeFile(join(sets, "faulty", "claims.csv"), claim, { flag: "a" });
  await cp(MINI, join(sets, "broken"), { recursive: true });
  await writeFile(join(sets, "broken", "dataset.json"), '{ "format": ');
  const names = await readdir(MINI);
  const files = await Promise.all(
    names.map(async (name) => [`war/${name}`, await readFile(join(MINI, name))] as const),
  );
  await writeFile(join(sets, "war.zip"), zipSync(Object.fromEntries(files)));
  await mkdir(join(sets, "loose"));
  const ground = (side: string, west: number, east: number) => {
    const ring = [
      [west, 50],
      [east, 50],
      [east, 51],
      [west, 51],
      [west, 50],
    ];
    return { type: "Feature", properties: { side }, geometry: { type: "Polygon", coordinates: [ring] } };
  };
  const features = [ground("Reds", 10, 10.5), ground("Blues", 10.5, 11)];
  await writeFile(
    join(sets, "loose", "areas.geojson"),
    JSON.stringify({ type: "FeatureCollection", features }),
  );
  await writeFile(
    join(sets, "loose", "places.csv"),
    "name,lng,lat,held by,date\nA,10.2,50.5,Reds,01/02/2024\nB,10.8,50.5,Blues,01/02/2024\nB,10.8,50.5,Blues,99/99/2024\n",
  );
  await mkdir(join(sets, "imported"));
  const held = ["place;lat;lon;day;holder", "Alba;51;11;06.02.2020;North", "Alba;51;11;13.02.2020;South"];
  await writeFile(join(sets, "imported", "control.csv"), held.join("\n"));
  const columns = { place: "place", day: "day", side: "holder" };
  await mkdir(join(sets, "ground"));
  const west = (east: number, from: string, to: string) => {
    const edge = [
      [32, 34.4],
      [east, 34.4],
      [east, 35.3],
      [32, 35.3],
      [32, 34.4],
    ];
    const properties = { side: "north", from, to };
    return { type: "Feature", properties, geometry: { type: "Polygon", coordinates: [edge] } };
  };
  const moving = [west(32.6, "2024-01-01", "2024-01-02"), west(33.1, "2024-01-02", "2024-01-03")];
  await writeFile(
    join(sets, "ground", "areas.geojson"),
    JSON.stringify({ type: "FeatureCollection", features: moving }),
  );
  const bare = {
    format: "frontline-atlas/1",
    title: "Ground",
    sides: [{ id: "north", name: "North" }],
    files: { control: "areas.geojson" },
  };
  await writeFile(join(sets, "ground", "dataset.json"), JSON.stringify(bare));
  const declaration = {
    format: "frontline-atlas/1",
    title: "Imported",
    sides: [{ id: "north" }, { id: "south" }],
    imports: {
      sheets: [{ from: "control.csv", kind: "held-places", columns, day_order: "day-month" }],
      sides: { North: "north", South: "south" },
    },
  };
  await writeFile(join(sets, "imported", "dataset.json"), JSON.stringify(declaration));
});
afterAll(async () => {
  await browser.close();
  await rm(sets, { recursive: true });
});

async function withDashboard(
  task: (dashboard: Dashboard) => Promise<void>,
  query = "",
  options?: Parameters<typeof openDashboard>[2],
): Promise<void> {
  const dashboard = await openDashboard(browser, query, options);
  try {
    await task(dashboard);
    // Requests to other places are among the complaints.
    expect(dashboard.complaints).toEqual([]);
  } finally {
    await dashboard.close();
  }
}

/** Drops files or folders of this machine on the page, as a reader's hand does. */
async function drop(page: Page, ...names: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: names.map((name) => join(sets, name)), dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver"] as const) {
    await session.send("Input.dispatchDragEvent", { type, x: 200, y: 300, data });
  }
  await page.locator(".drop-overlay:popover-open").waitFor();
  await session.send("Input.dispatchDragEvent", { type: "drop", x: 200, y: 300, data });
  await page.locator(".drop-overlay:popover-open").waitFor({ state: "detached" });
}

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await target.waitFor();
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error("the focus does not come there");
}

/** Each look takes a second or two: the dialog itself is looked at below. */
async function expectSound(page: Page): Promise<void> {
  const violations = IS_LONG ? await findViolations(page) : [];
  expect(violations).toEqual([]);
}

const titleOf = (page: Page) => page.locator(".title-card h1").textContent();

async function expectShown(page: Page, title: string): Promise<void> {
  await expect.poll(() => titleOf(page), { timeout: 30_000 }).toBe(title);
}

async function openDialog(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open data" }).first().click();
}

describe("a folder dropped on the page", () => {
  it("is shown on the dashboard, map, days and places", () =>
    withDashboard(async ({ page, slider, dayRegion, waitForMap }) => {
      await drop(page, "mini");
      await expectShown(page, "Mini story");
      await waitForMap("2020-01-02");
      expect(await slider.getAttribute("aria-valuetext")).toBe("Thursday, 2 January 2020");
      expect(await dayRegion.textContent()).toContain("Middle");
      expect(await page.locator(".maplibregl-ctrl-attrib").textContent()).toContain("Natural Earth");
      expect(await page.title()).toContain("Mini story");
    }));

  it.runIf(IS_LONG)("may have files as they were found, and places with dated control alone", () =>
    withDashboard(async ({ page, slider, dayRegion }) => {
      await drop(page, "imported");
      await expectShown(page, "Imported");
      await slider.press("End");
      await dayRegion.getByText("Alba").waitFor();
      expect(await slider.getAttribute("aria-valuetext")).toBe("Thursday, 13 February 2020");
      expect(await dayRegion.textContent()).toContain("between 7 and 13 February");
      await page.getByRole("button", { name: "Layers", exact: true }).click();
      await page.getByText("Who holds the nearest place (inferred)").click();
      await page.getByText("South: inferred from the nearest place, not drawn by a source").waitFor();
      expect(new URL(page.url()).searchParams.get("ground")).toBe("places");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Table", exact: true }).click();
      await page.getByRole("row", { name: /Alba.*South/i }).waitFor();
      await page.keyboard.press("Escape");
      // And areas alone, with places that a gazetteer lends.
      await drop(page, "ground");
      await expectShown(page, "Ground");
      await slider.press("End");
      await dayRegion.getByText(/Ground changed hands: (the )?North \+[\d,]+ km²\./).waitFor();
      await dayRegion.getByText("Limassol").first().click();
      await page.getByText("A place of the gazetteer GeoNames, not of the data set.").waitFor();
      await page.locator(".chart-bar").first().waitFor({ state: "attached" });
      expect(await page.locator(".chart-select").inputValue()).toBe("gained");
      expect(await page.locator(".chart-select").textContent()).toContain("Area gained per day");
    }),
  );

  it("keeps the reader's language and theme", () =>
    withDashboard(async ({ page }) => {
      await drop(page, "mini");
      await expectShown(page, "قصة صغيرة");
      const address = new URL(page.url()).searchParams;
      expect(Object.fromEntries(address)).toMatchObject({ lang: "ar", theme: "dark" });
    }, "?lang=ar&theme=dark"));

  it("without a dataset.json is understood with the reader's help, and shown, by keyboard alone", () =>
    withDashboard(async ({ page, slider }) => {
      await drop(page, "loose");
      const dialog = page.getByRole("dialog");
      const focused = (text: string) =>
        expect
          .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ""), { timeout: 30_000 })
          .toBe(text);
      const step = (name: string) => dialog.getByRole("navigation").getByRole("button", { name });
      await focused("Files");
      await dialog.getByText("Positions were taken from lat and lng.").waitFor();
      await expectSound(page);

      await tabTo(page, dialog.getByRole("button", { name: "Next: Meaning" }));
      await page.keyboard.press("Enter");
      await focused("Meaning");
      expect(await step("Meaning").getAttribute("aria-current")).toBe("step");
      await dialog.getByText("2 questions").waitFor();
      await tabTo(page, dialog.getByLabel("Does the day or the month come first?"));
      await page.keyboard.press("m");
      await dialog.getByText("1 question", { exact: true }).waitFor();
      await tabTo(page, dialog.getByLabel("On which day was this so?"));
      await page.keyboard.type("02012024");
      await dialog.getByText("0 questions").waitFor();
      await dialog.getByText("Up to date.").waitFor();
      await dialog.getByRole("img", { name: /2 areas, 2 places/ }).waitFor();
      await expectSound(page);

      await tabTo(page, step("Check"), "Shift+Tab");
      await page.keyboard.press("Enter");
      await focused("Check");
      await dialog.getByText("99/99/2024").waitFor();
      await tabTo(page, dialog.getByRole("button", { name: "Show the row" }).first());
      await page.keyboard.press("Enter");
      await dialog.locator("tr[aria-current] td").getByText("99/99/2024").waitFor();
      await expectSound(page);

      await tabTo(page, dialog.getByRole("button", { name: "Next: Open" }));
      await page.keyboard.press("Enter");
      await focused("Open");
      await expectSound(page);
      expect(await titleOf(page)).toBe(STORY);
      await tabTo(page, dialog.getByRole("button", { name: "Open on the dashboard" }));
      await page.keyboard.press("Enter");
      await expectShown(page, "loose");
      expect(await slider.getAttribute("aria-valuetext")).toContain("2024");
    }));
});

describe("files, archives and folders picked by button", () => {
  it.each([
    ["Open zip or files…", () => [join(sets, "war.zip")]],
    ["Open folder…", () => join(sets, "mini")],
    ["Open zip or files…", async () => (await readdir(MINI)).map((name) => join(MINI, name))],
  ] as const)("are shown: %s", (button, listFiles) =>
    withDashboard(async ({ page }) => {
      await openDialog(page);
      // As in browsers that hand over no folders of the disk; those that do follow them (edit.test.ts).
      await page.evaluate(() => Object.assign(window, { showDirectoryPicker: undefined }));
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: button }).click();
      await (await chooser).setFiles(await listFiles());
      await expectShown(page, "Mini story");
    }),
  );
});

describe("a zip archive dropped on the page", () => {
  it("is shown, though its files lie in a folder", () =>
    withDashboard(async ({ page }) => {
      await drop(page, "war.zip");
      await expectShown(page, "Mini story");
    }));
});

describe("data with problems", () => {
  it("is reported first, saved as CSV and JSON, and shown when the reader wants it", () =>
    withDashboard(async ({ page }) => {
      await drop(page, "faulty");
      const dialog = page.getByRole("dialog");
      await dialog.getByText("atlantis").first().waitFor();
      expect(await dialog.textContent()).toContain("1 error");
      expect(await titleOf(page)).toBe(STORY);
      for (const format of ["CSV", "JSON"]) {
        const download = page.waitForEvent("download");
        await dialog.getByRole("button", { name: `Save as ${format}` }).click();
        const file = await download;
        expect(file.suggestedFilename()).toBe(`problems.${format.toLowerCase()}`);
        expect(await readFile(await file.path(), "utf8")).toContain("atlantis");
      }
      await dialog.getByRole("button", { name: "Show on the dashboard" }).click();
      await expectShown(page, "Mini story");
      expect(await page.getByText("The data set has 1 error.").isVisible()).toBe(true);
    }));

  it("that cannot be shown leaves the data shown before, and says why", () =>
    withDashboard(async ({ page, waitForMap }) => {
      await waitForMap("2020-02-06");
      await drop(page, "broken");
      const dialog = page.getByRole("dialog");
      await dialog.getByText("broken cannot be shown.").waitFor();
      expect(await dialog.textContent()).toContain("dataset.json");
      await dialog.getByRole("button", { name: "Close" }).last().click();
      await dialog.waitFor({ state: "hidden" });
      expect(await titleOf(page)).toBe(STORY);
      await waitForMap("2020-02-06");
    }));
});

describe("opening", () => {
  it("can be cancelled, and what was shown stays in use", () =>
    withDashboard(
      async ({ page, slider }) => {
        await drop(page, "mini");
        const dialog = page.getByRole("dialog");
        await dialog.getByRole("progressbar").waitFor();
        await dialog.getByRole("button", { name: "Cancel" }).click();
        await page.getByText("Cancelled.").waitFor();
        expect(await titleOf(page)).toBe(STORY);
        await slider.press("ArrowRight");
        expect(await slider.getAttribute("aria-valuetext")).toBe("Friday, 7 February 2020");
        expect(page.workers().filter((worker) => worker.url().includes("assets/worker"))).toEqual([]);
      },
      "",
      // The worker never gets going.
      {
        prepare: async (page) => {
          await page.route(/assets\/worker-[^/]*\.js$/, () => {});
        },
      },
    ));
});

describe("a data set opened before", () => {
  it("survives a reload, is opened again after the story, and is gone once forgotten", () =>
    withDashboard(async ({ page, waitForMap }) => {
      await drop(page, "mini");
      await expectShown(page, "Mini story");
      await waitForMap("2020-01-02");
      const address = page.url();
      expect(new URL(address).searchParams.get("local")).toBe("mini-mini-story");
      await page.reload();
      await expectShown(page, "Mini story");

      await openDialog(page);
      await page.getByRole("button", { name: "Show the bundled story" }).click();
      await expectShown(page, STORY);
      expect(page.url()).not.toContain("local");

      await openDialog(page);
      await page.getByRole("button", { name: /^Mini story/ }).click();
      await expectShown(page, "Mini story");

      await openDialog(page);
      await page.getByRole("button", { name: "Forget Mini story" }).click();
      await page.getByText("None yet.").waitFor();
      await page.goto(address);
      await expectShown(page, STORY);
      await page.getByText("not kept in this browser").waitFor();
    }));

  it.runIf(IS_LONG)("has a link that says where it works", () =>
    withDashboard(
      async ({ page }) => {
        await drop(page, "mini");
        await expectShown(page, "Mini story");
        await page.getByRole("button", { name: "More", exact: true }).click();
        await page.getByRole("button", { name: "Share the link" }).click();
        await page.getByText("This address works in this browser only").waitFor();
        await page.getByRole("button", { name: "Copy link" }).click();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("local=");
      },
      "",
      { permissions: ["clipboard-read", "clipboard-write"] },
    ),
  );
});

describe("the dialog", () => {
  it.each([
    ["ar", "dark", 390, "faulty"],
    ...(IS_LONG
      ? ([
          ["en", "light", 1440, ""],
          ["ar", "light", 1440, "loose"],
        ] as const)
      : []),
  ] as const)("has no violation that axe can find: %s, %s, %i px wide, %s", (lang, theme, width, set) =>
    withDashboard(
      async ({ page }) => {
        await drop(page, set || "loose");
        const dialog = page.getByRole("dialog");
        await dialog.locator("h3").first().waitFor();
        if (set === "faulty") await dialog.getByText("atlantis").first().waitFor();
        expect(await findViolations(page)).toEqual([]);
        const box = await dialog.boundingBox();
        expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
      },
      `?lang=${lang}&theme=${theme}`,
      { viewport: { width, height: 844 } },
    ),
  );
});

describe("an address of this machine's own data", () => {
  it("opens the story elsewhere, on its own first view, and says so", () =>
    withDashboard(async ({ page, slider }) => {
      await page.getByText("not kept in this browser").waitFor();
      expect(await slider.getAttribute("aria-valuetext")).toBe("Thursday, 6 February 2020");
      expect(page.url().startsWith(inject("address"))).toBe(true);
    }, "?local=elsewhere&day=2022-03-06"));
});
