import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { extractImages, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Day } from "../../src/core/day.ts";
import { openContainer } from "../../src/data/compiled/container.ts";
import { type Provenance, readProvenance, stampProvenance } from "../../src/export/provenance/provenance.ts";
import { LOSSY_WEBP, PNG } from "../export/pictures.ts";
import { IS_LONG } from "../fixtures/long.ts";
import { findViolations } from "./axe.ts";
import { launchBrowser } from "./chromium.ts";
import { openDashboard } from "./dashboard.ts";
import { savePicture } from "./save-picture.ts";

const ASSETS = new URL("../../dist/assets/", import.meta.url);
const STORY = "Northwestern Syria offensive";
const MINI = fileURLToPath(new URL("../fixtures/mini", import.meta.url));
const ADDRESS = "day=2020-02-06&with=2020-01-20&place=saraqib&lang=ar&theme=dark&at=36.8000,35.8500,10.00";

let browser: Browser;
let folder: string;
let provenance: Provenance;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), "frontline-pictures-"));
  await cp(MINI, join(folder, "mini"), { recursive: true });
  const name = (await readdir(ASSETS)).find((file) => /^story-?.*\.frontline$/.test(file)) ?? "";
  const story = openContainer(Uint8Array.from(await readFile(new URL(name, ASSETS))));
  provenance = {
    address: ADDRESS,
    datasetTitle: STORY,
    datasetHash: story.hash,
    version: "0.1.0",
    day: "2020-02-06" as Day,
    comparedDay: "2020-01-20" as Day,
    language: "ar",
    sources: [],
  };
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Chooses a picture with this provenance, as a reader does in the dialog. */
async function open(page: Page, name: string, changes: Partial<Provenance> = {}): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, stampProvenance(PNG, "image/png", { ...provenance, ...changes }));
  await pick(page, path);
}

async function pick(page: Page, path: string): Promise<void> {
  const opener = page.getByRole("button", { name: "Open data" }).first();
  if (!(await page.getByRole("dialog").isVisible())) await opener.click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open zip or files…" }).click();
  await (await chooser).setFiles(path);
}

const queryOf = (page: Page) => new URL(page.url()).search.slice(1);

it("a picture of the data set on the page opens its view, language and theme included", async () => {
  const { page, waitForMap, complaints, close } = await openDashboard(browser, "?day=2020-01-01");
  try {
    await open(page, "same.png");
    await page.getByText("هذا هو عرض الصورة: 6 شباط 2020.", { exact: true }).waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => queryOf(page)).toBe(ADDRESS);
    await waitForMap("2020-02-06");
    // The browser's back leads to where the reader was.
    await page.goBack();
    await expect.poll(() => queryOf(page)).toContain("day=2020-01-01");
    expect(complaints).toEqual([]);
  } finally {
    await close();
  }
});

it("a picture of another state of the data set says that, and what cannot be shown", async () => {
  const { page, close } = await openDashboard(browser, "?day=2020-01-01");
  try {
    const address = "day=2020-02-06&place=nowhere";
    await open(page, "changed.png", { datasetHash: "0".repeat(64), address });
    const message = page.getByText("The data has changed since the picture was made");
    await message.waitFor();
    expect(await message.textContent()).toMatch(
      /^This is the view of the picture: 6 February 2020\. .*nowhere/,
    );
    await expect.poll(() => queryOf(page)).toBe("day=2020-02-06");
  } finally {
    await close();
  }
});

it.runIf(IS_LONG)(
  "a picture of another data set says which it needs, and its view is shown once that is opened",
  async () => {
    const { page, complaints, close } = await openDashboard(browser, "?day=2020-01-01", {
      // As in the browsers that hand over no folder of the disk, but lists of files.
      prepare: (page) => page.addInitScript("delete window.showDirectoryPicker").then(() => {}),
    });
    try {
      const address = "day=2020-01-03&place=middle";
      const day = "2020-01-03" as Day;
      const { comparedDay: _, ...single } = provenance;
      provenance = single;
      await open(page, "other.png", {
        datasetTitle: "Mini story",
        datasetHash: "0".repeat(64),
        address,
        day,
      });
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("heading", { name: "The picture shows “Mini story”" }).waitFor();
      expect(await dialog.textContent()).toContain("3 January 2020 in another data set");
      expect(queryOf(page)).toContain("day=2020-01-01");
      expect(await findViolations(page)).toEqual([]);
      const chooser = page.waitForEvent("filechooser");
      await dialog.getByRole("button", { name: "Open folder…" }).click();
      await (await chooser).setFiles(join(folder, "mini"));
      await expect
        .poll(() => queryOf(page), { timeout: 30_000 })
        .toMatch(/^local=[^&]+&day=2020-01-03&place=middle$/);
      expect(complaints).toEqual([]);
    } finally {
      await close();
    }
  },
);

it("a picture that says nothing is refused in words, and the page stays", async () => {
  const { page, close } = await openDashboard(browser, "?day=2020-01-01");
  try {
    const path = join(folder, "bare.webp");
    await writeFile(path, LOSSY_WEBP);
    await pick(page, path);
    const dialog = page.getByRole("dialog");
    await dialog.getByText("A picture that does not say which view it shows").waitFor();
    expect(await dialog.textContent()).toContain("bare.webp");
    expect(queryOf(page)).toContain("day=2020-01-01");
  } finally {
    await close();
  }
});

const QUERY = "?day=2020-02-06&place=saraqib&lang=ar&theme=light";

it.runIf(IS_LONG)(
  "a picture exported in any format says which view it shows, and leads back to it",
  async () => {
    const { page, waitForMap, complaints, close } = await openDashboard(browser, QUERY);
    try {
      await waitForMap("2020-02-06");
      let path = "";
      for (const format of ["png", "webp", "pdf"]) {
        const { name, bytes } = await savePicture(page, { format });
        await page.keyboard.press("Escape");
        const found = readProvenance(bytes);
        expect(found).toMatchObject({
          datasetTitle: "هجوم شمال غرب سوريا",
          datasetHash: provenance.datasetHash,
          version: JSON.parse(await readFile("package.json", "utf8")).version,
          day: "2020-02-06",
          language: "ar",
          licence: expect.stringContaining("CC"),
        });
        expect(found).not.toHaveProperty("permalink");
        expect(found.sources.join()).toContain("OpenStreetMap");
        expect(`?${found.address}`).toBe(QUERY);
        path = join(folder, name);
        await writeFile(path, bytes);
      }
      expect(path).toMatch(/\.pdf$/);
      await page.locator(".day-slider").first().focus();
      await page.keyboard.press("Home");
      await expect.poll(() => queryOf(page)).not.toContain("day=2020-02-06");
      await page.getByRole("button", { name: "فتح بيانات" }).first().click();
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "فتح أرشيف أو ملفات…" }).click();
      await (await chooser).setFiles(path);
      await expect.poll(() => `?${queryOf(page)}`).toBe(QUERY);
      expect(complaints).toEqual([]);
    } finally {
      await close();
    }
  },
  240_000,
);

it.runIf(IS_LONG)(
  "an exported PDF has the page's words where they stand, in the order of reading, and its pixels",
  async () => {
    const { page, waitForMap, close } = await openDashboard(browser, QUERY);
    try {
      await waitForMap("2020-02-06");
      const { bytes } = await savePicture(page, { format: "pdf" });
      const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
      const first = await document.getPage(1);
      // 900 by 600 CSS pixels.
      expect(first.view).toEqual([0, 0, 675, 450]);
      const { items } = await first.getTextContent();
      const words = items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item] : []));
      const text = words.map(({ str }) => str).join("\n");
      expect(text).toContain("هجوم شمال غرب سوريا");
      expect(text).toContain("6 شباط 2020");
      for (const { transform, width } of words) {
        expect(transform[4]).toBeGreaterThan(0);
        expect(transform[4] + width).toBeLessThan(675);
      }
      // What was written is what is seen: there is ink of its own where the date, the largest text, stands.
      const date = words.toSorted((one, other) => other.height - one.height)[0];
      expect(date?.str).toContain("شباط");
      const [image] = await extractImages(Uint8Array.from(bytes), 1);
      expect([image?.width, image?.height]).toEqual([900, 600]);
      const inkOf = (x: number, y: number, width: number, height: number) => {
        const colours = new Set<string>();
        for (let row = Math.floor(y); row < y + height; row++)
          for (let column = Math.floor(x); column < x + width; column++)
            colours.add(
              image?.data.subarray(3 * (row * 900 + column), 3 * (row * 900 + column) + 3).join() ?? "",
            );
        return colours.size;
      };
      const [x, y] = [(date?.transform[4] ?? 0) / 0.75, (450 - (date?.transform[5] ?? 0)) / 0.75];
      const [width, height] = [(date?.width ?? 0) / 0.75, (date?.height ?? 0) / 0.75];
      expect(inkOf(x, y - 0.7 * height, width, 0.7 * height)).toBeGreaterThan(20);
      const tree = await first.getStructTree();
      expect(JSON.stringify(tree)).toContain('"alt":"تغيّرت السيطرة على موقعين');
    } finally {
      await close();
    }
  },
);
