import { writeFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { compilePath } from "../../src/cli/open-dataset.ts";
import { readProvenance } from "../../src/export/provenance/provenance.ts";
import { enFilm } from "../../src/words/en/film.ts";
import { type Dashboard, openDashboard } from "../browser/dashboard.ts";
import { openExport, pressSave, savePicture } from "../browser/save-picture.ts";
import { decode, probe } from "./ffmpeg.ts";
import { launchFirefox } from "./firefox.ts";
import { ensureReaders, findOnSheet, readText, renderSheets } from "./paper.ts";

/** What ffprobe calls what a film is encoded in. */
const CODECS: Readonly<Record<string, string>> = {
  mp4: "h264",
  "webm-vp9": "vp9",
  "webm-av1": "av1",
  gif: "gif",
};

const MINI = fileURLToPath(new URL("../fixtures/mini", import.meta.url));

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await launchFirefox();
  folder = await mkdtemp(join(tmpdir(), "frontline-firefox-"));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function withDashboard(query: string, task: (dashboard: Dashboard) => Promise<void>): Promise<void> {
  const dashboard = await openDashboard(browser, query, { deviceScaleFactor: 1 });
  try {
    await task(dashboard);
    expect(dashboard.complaints).toEqual([]);
  } finally {
    await dashboard.close();
  }
}

const ask = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

describe("the main job in Firefox", () => {
  it("scrubs by keys and pointer, lists the day, tells a settlement's history by a click and by search", () =>
    withDashboard(
      "?day=2020-02-06&at=36.8059,35.8645,11",
      async ({ page, slider, dayRegion, settlementRegion, waitForMap }) => {
        await waitForMap("2020-02-06");
        expect(await dayRegion.textContent()).toContain("Afs");
        const canvas = await page.locator("canvas.maplibregl-canvas").boundingBox();
        if (!canvas) throw new Error("The map has no canvas");
        await page.mouse.click(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
        await expect.poll(() => settlementRegion.textContent()).toMatch(/Saraqib[^]*27 February[^]*3 March/);
        await expect.poll(() => ask(page, "place")).toBe("saraqib");

        await slider.press("ArrowRight");
        expect(await slider.getAttribute("aria-valuetext")).toBe("Friday, 7 February 2020");
        await slider.press("End");
        await waitForMap("2020-03-19");
        const track = await slider.boundingBox();
        if (!track) throw new Error("The slider has no size");
        await page.mouse.move(track.x + track.width - 10, track.y + track.height / 2);
        await page.mouse.down();
        await page.mouse.move(track.x + track.width / 2, track.y + track.height / 2, { steps: 8 });
        await page.mouse.up();
        await expect.poll(() => slider.getAttribute("aria-valuetext")).toMatch(/2[0-3] January 2020/);

        const search = page.getByRole("combobox").first();
        // By keys: what the driver writes into a field at once escapes the page.
        await search.pressSequentially("maarat al numan");
        await search.press("ArrowDown");
        await search.press("Enter");
        await expect.poll(() => settlementRegion.textContent()).toContain("Maarrat al-Numan");
        await page.goBack();
        await expect.poll(() => ask(page, "place")).toBe("saraqib");
      },
    ));
});

describe("opening in Firefox", () => {
  const expectShown = async ({ page, waitForMap }: Dashboard) => {
    await expect
      .poll(() => page.locator(".title-card h1").textContent(), { timeout: 30_000 })
      .toBe("Mini story");
    await waitForMap("2020-01-02");
  };
  const pick = async (page: Page, files: string | readonly string[]) => {
    await page.getByRole("button", { name: "Open data" }).first().click();
    await page.locator(".open-pickers input:not([webkitdirectory])").setInputFiles(files);
  };
  /** Firefox takes no folders from programs: its files come with the paths that it gives them when a hand picks it. */
  const pickFolder = async (page: Page, files: readonly string[]) => {
    await page.getByRole("button", { name: "Open data" }).first().click();
    const field = page.locator(".open-pickers input").first();
    await field.evaluate((input: HTMLInputElement) => {
      if (!input.webkitdirectory) throw new Error("It takes no folders");
      Object.assign(input, { multiple: true, webkitdirectory: false });
      Object.defineProperty(File.prototype, "webkitRelativePath", {
        get(this: File) {
          return `mini/${this.name}`;
        },
      });
    });
    await field.setInputFiles(files);
  };

  it("takes a folder, a zip archive, a compiled file and loose files, and keeps the last for later", async () => {
    const names = await readdir(MINI);
    const contents = await Promise.all(
      names.map(async (name) => [`war/${name}`, await readFile(join(MINI, name))] as const),
    );
    const zip = join(folder, "war.zip");
    await writeFile(zip, zipSync(Object.fromEntries(contents)));
    const compiled = join(folder, "mini.frontline");
    await writeFile(compiled, (await compilePath(MINI)).bytes ?? "");
    const loose = names.map((name) => join(MINI, name));
    await withDashboard("?day=2020-02-06", async (dashboard) => {
      const { page } = dashboard;
      for (const open of [
        () => pickFolder(page, loose),
        () => pick(page, zip),
        () => pick(page, compiled),
        () => pick(page, loose),
      ]) {
        await page.goto(page.url().replace(/[?].*$/, "?day=2020-02-06"));
        await dashboard.waitForMap("2020-02-06");
        await open();
        await expectShown(dashboard);
      }
      await page.reload();
      await expectShown(dashboard);
    });
  });
});

/** How many colours there are on the map of a picture. */
function countColours(png: Buffer): number {
  const file = join(folder, "picture.png");
  writeFileSync(file, png);
  const pixels = decode(file, 240, 160)[0] ?? Buffer.alloc(0);
  const colours = new Set<string>();
  for (let at = 0; at < pixels.length; at += 3) colours.add(pixels.toString("hex", at, at + 3));
  return colours.size;
}

describe("Export in Firefox", () => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    ensureReaders();
    dashboard = await openDashboard(browser, "?day=2020-02-26&from=2020-02-26&to=2020-02-27&theme=light", {
      deviceScaleFactor: 1,
    });
    await dashboard.waitForMap("2020-02-26");
  });
  afterEach(() => dashboard.page.keyboard.press("Escape"));
  afterAll(() => dashboard.close());

  it("saves a picture that says what it shows", async () => {
    const { name, bytes } = await savePicture(dashboard.page);
    expect(name).toBe("northwestern-syria-offensive-2020-02-26.png");
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([900, 600]);
    expect(readProvenance(bytes).day).toBe("2020-02-26");
    expect(countColours(bytes)).toBeGreaterThan(200);
  });

  it("saves a page as PDF with the picture and words to search", async () => {
    const { page } = dashboard;
    const screen = (await savePicture(page)).bytes;
    await page.keyboard.press("Escape");
    const pdf = (await savePicture(page, { format: "pdf" })).bytes;
    expect(readText(pdf)).toMatch(/26 February 2020/);
    const [sheet] = renderSheets(pdf);
    expect(findOnSheet(sheet!, screen).likeness).toBeGreaterThan(0.9);
  });

  it("makes a film of every format that it says it can make, and says of the others that it cannot", async () => {
    const { page } = dashboard;
    await page.evaluate(() => {
      localStorage.setItem("frontline-export", JSON.stringify({ kind: "film" }));
      localStorage.setItem(
        "frontline-export-days",
        JSON.stringify({ size: "720p", pace: 0.25, hasMotion: true, hasStops: false, hasCards: false }),
      );
    });
    await openExport(page);
    const field = page.getByRole("combobox", { name: enFilm.format, exact: true });
    const formats = await field
      .locator("option")
      .evaluateAll((options) =>
        options.map((option) => [(option as HTMLOptionElement).value, option.textContent ?? ""] as const),
      );
    expect(formats.map(([format]) => format)).toEqual(["mp4", "webm-vp9", "webm-av1", "gif"]);
    const made: string[] = [];
    for (const [format, said] of formats) {
      await field.selectOption(format);
      if (said.includes(enFilm.missing(""))) continue;
      const file = await pressSave(page, 150_000);
      const path = join(folder, file.suggestedFilename());
      await file.saveAs(path);
      const { codec, width, height, frames } = probe(path);
      expect([format, codec]).toEqual([format, CODECS[format]]);
      expect([width, height, frames]).toEqual([1280, 720, format === "gif" ? frames : 12]);
      expect(decode(path, 160, 90).length).toBe(frames);
      made.push(format);
    }
    process.stderr.write(`Firefox makes films as ${made.join(", ")}\n`);
    expect(made).toContain("gif");
    expect(dashboard.complaints).toEqual([]);
  });
});
