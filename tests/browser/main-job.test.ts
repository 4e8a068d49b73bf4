import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openNodeFolder } from "../../src/cli/node-folder.ts";
import { writeCompiled } from "../../src/data/compiled/compiled.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { launchBrowser } from "./chromium.ts";
import { type Dashboard, openDashboard } from "./dashboard.ts";
import { savePicture } from "./save-picture.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function withDashboard(
  query: string,
  task: (dashboard: Dashboard) => Promise<void>,
  options?: Parameters<typeof openDashboard>[2],
): Promise<void> {
  const dashboard = await openDashboard(browser, query, options);
  try {
    await task(dashboard);
    expect(dashboard.complaints).toEqual([]);
  } finally {
    await dashboard.close();
  }
}

describe("scrubbing", () => {
  it("moves by keyboard through a real slider that speaks the full date", () =>
    withDashboard("?day=2020-02-06", async ({ page, slider, waitForMap }) => {
      expect(await page.getByRole("slider", { name: "Day", exact: true }).count()).toBe(1);
      expect(await slider.getAttribute("aria-valuetext")).toBe("Thursday, 6 February 2020");
      await slider.press("ArrowRight");
      expect(await slider.getAttribute("aria-valuetext")).toBe("Friday, 7 February 2020");
      await slider.press("Home");
      expect(await slider.getAttribute("aria-valuetext")).toBe("Sunday, 24 November 2019");
      await slider.press("End");
      expect(await slider.getAttribute("aria-valuetext")).toBe("Thursday, 19 March 2020");
      await waitForMap("2020-03-19");
      await expect.poll(() => new URL(page.url()).searchParams.get("day")).toBe("2020-03-19");
    }));

  it("ends on the last day asked for, however fast the asking", () =>
    withDashboard("?day=2020-02-01", async ({ slider, waitForMap }) => {
      for (let step = 0; step < 25; step++) await slider.press("ArrowRight");
      await waitForMap("2020-02-26");
    }));

  it("plays and pauses", () =>
    withDashboard("?day=2020-02-01", async ({ page, slider }) => {
      await page.getByRole("button", { name: "Play", exact: true }).click();
      await expect.poll(() => slider.inputValue(), { timeout: 15_000 }).not.toBe("69");
      await page.getByRole("button", { name: "Pause", exact: true }).click();
      const stopped = await slider.inputValue();
      await page.waitForTimeout(1500);
      expect(await slider.inputValue()).toBe(stopped);
    }));

  it.each(["Pacific/Kiritimati", "America/Los_Angeles"])("shows the same day in %s", (timezoneId) =>
    withDashboard(
      "?day=2020-02-06",
      async ({ slider, dayRegion }) => {
        expect(await slider.getAttribute("aria-valuetext")).toBe("Thursday, 6 February 2020");
        expect(await dayRegion.textContent()).toContain("Afs");
      },
      { timezoneId },
    ),
  );
});

describe("the day", () => {
  it("lists what changed hands and who says so", () =>
    withDashboard("?day=2020-02-08", async ({ dayRegion }) => {
      const text = await dayRegion.textContent();
      for (const name of ["al-Eis", "Maryudah", "Talhiyah", "Jub Kas"]) expect(text).toContain(name);
      expect(text).toContain("العيس");
    }));
});

describe("a settlement", () => {
  it("clicked on the map tells its history of control", () =>
    withDashboard("?day=2020-02-06&at=36.8059,35.8645,11", async ({ page, settlementRegion, waitForMap }) => {
      await waitForMap("2020-02-06");
      const box = await page.locator("canvas.maplibregl-canvas").boundingBox();
      if (!box) throw new Error("The map has no canvas");
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await settlementRegion.waitFor();
      const text = await settlementRegion.textContent();
      expect(text).toContain("Saraqib");
      expect(text).toContain("سراقب");
      expect(text).toMatch(/27 February/);
      expect(text).toMatch(/3 March/);
      await expect.poll(() => new URL(page.url()).searchParams.get("place")).toBe("saraqib");
    }));

  it("named in the address is open at once, on its day", () =>
    withDashboard("?day=2020-02-06&place=saraqib", async ({ slider, settlementRegion }) => {
      expect(await slider.getAttribute("aria-valuetext")).toBe("Thursday, 6 February 2020");
      expect(await settlementRegion.textContent()).toContain("Saraqib");
    }));

  it("is found under another transliteration and in Arabic", () =>
    withDashboard("", async ({ page, settlementRegion }) => {
      const search = page.getByRole("combobox").first();
      await search.fill("maarat al numan");
      await search.press("ArrowDown");
      await search.press("Enter");
      await expect.poll(() => settlementRegion.textContent()).toContain("Maarrat al-Numan");
      await search.fill("سراقب");
      await page.getByRole("option").first().click();
      await expect.poll(() => settlementRegion.textContent()).toContain("Saraqib");
    }));
});

describe("the address", () => {
  it("with values that make no sense falls back, and says so", () =>
    withDashboard("?day=2020-13-40&place=atlantis", async ({ page, slider }) => {
      expect(await slider.getAttribute("aria-valuetext")).toBe("Thursday, 6 February 2020");
      // What is said of a bad address comes when there is one.
      await page.getByText("2020-13-40").first().waitFor();
      expect(await page.getByText("atlantis").first().isVisible()).toBe(true);
    }));
});

describe("Export", () => {
  it("saves a PNG of the asked size with more on it than paper", () =>
    withDashboard("?day=2020-02-06&place=saraqib", async ({ page, waitForMap }) => {
      await waitForMap("2020-02-06");
      const { name, bytes } = await savePicture(page, { preset: "hd" });
      expect(name).toBe("northwestern-syria-offensive-2020-02-06.png");
      expect(bytes.subarray(1, 4).toString()).toBe("PNG");
      const colours = await page.evaluate(countColours, `data:image/png;base64,${bytes.toString("base64")}`);
      expect(colours.width).toBe(1920);
      expect(colours.height).toBe(1080);
      expect(colours.distinct).toBeGreaterThan(200);
    }));
});

describe("data with mistakes", () => {
  it("lists them, and still shows what is good", () =>
    withDashboard(
      "?day=2020-02-06",
      async ({ page, dayRegion, waitForMap }) => {
        await waitForMap("2020-02-06");
        expect(await dayRegion.textContent()).toContain("Afs");
        await page.getByRole("button", { name: "Show problems" }).click();
        const dialog = page.getByRole("dialog");
        const text = await dialog.textContent();
        expect(text).toContain("atlantis");
        expect(text).toContain("2020-02-31");
      },
      {
        prepare: async (page) => {
          const body = await compileWith([
            { id: "x1", settlement: "atlantis", first_day: "2020-02-06", last_day: "2020-02-06" },
            { id: "x2", settlement: "saraqib", first_day: "2020-02-31", last_day: "2020-02-31" },
          ]);
          await page.route(/story[^/]*\.frontline$/, (route) => route.fulfill({ body }));
        },
      },
    ));
});

const CLAIM: Readonly<Record<string, string>> = {
  action: "captured",
  extent: "whole",
  side: "government",
  day_basis: "stated",
  attribution: "SOHR",
  certainty: "stated",
  source: "001",
  paragraph: "1",
  offset: "0",
  summary: "Said nowhere.",
};

/** The bundled story, compiled with more claims, good or bad. */
async function compileWith(claims: readonly Readonly<Record<string, string>>[]): Promise<Buffer> {
  const story = openNodeFolder(fileURLToPath(new URL("../../geodata", import.meta.url)));
  const { dataset, ...report } = await loadDataset({
    ...story,
    read: async (path) => {
      const bytes = await story.read(path);
      if (path !== "claims.csv") return bytes;
      const text = Buffer.from(bytes).toString();
      const columns = text.slice(0, text.indexOf("\n")).trim().split(",");
      const rows = claims.map((claim) =>
        columns.map((column) => claim[column] ?? CLAIM[column] ?? "").join(","),
      );
      return Buffer.from(`${text}${rows.join("\n")}\n`);
    },
  });
  if (!dataset) throw new Error("The story does not load");
  return Buffer.from(await writeCompiled({ dataset, ...report }));
}

/** Runs in the page: decodes a picture and counts the colours on a grid of its pixels. */
async function countColours(url: string): Promise<{ width: number; height: number; distinct: number }> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("No canvas");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const seen = new Set<string>();
  for (let index = 0; index < data.length; index += 4 * 97) seen.add(data.slice(index, index + 3).join());
  return { width: canvas.width, height: canvas.height, distinct: seen.size };
}
