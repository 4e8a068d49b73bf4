import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { getDocumentProxy } from "unpdf";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { injectData } from "../../src/cli/dashboard-page.ts";
import { loadExportWords } from "../../src/words/export-words.ts";
import { loadWords } from "../../src/words/index.ts";
import { findViolations } from "./axe.ts";
import { IS_LONG } from "../fixtures/long.ts";
import { launchBrowser } from "./chromium.ts";
import { comparePictures } from "./compare-pictures.ts";
import { type Dashboard, openDashboard } from "./dashboard.ts";
import { chooseBefore, openExport, pressSave, savePicture, SMALL_PAGE } from "./save-picture.ts";

const PAGE = fileURLToPath(new URL("../../dist/index.html", import.meta.url));
const QUERY = "?day=2020-02-06&theme=light";
const en = await loadExportWords("en");
const ar = await loadExportWords("ar");

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Notes every text that is written on a canvas of that width. */
async function noteTexts(page: Page, width: number): Promise<() => Promise<readonly string[]>> {
  await page.evaluate((width) => {
    const written: string[] = [];
    Object.assign(window, { written });
    const fill = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
      if (this.canvas.width === width) written.push(text);
      fill.call(this, text, x, y);
    };
  }, width);
  return () => page.evaluate(() => (window as unknown as { written: string[] }).written.splice(0));
}

const statusOf = (page: Page) => page.locator(".export-status");

describe("the dialog for taking away", () => {
  let dashboard: Dashboard;
  const page = () => dashboard.page;
  beforeAll(async () => {
    dashboard = await openDashboard(browser, QUERY);
    await dashboard.waitForMap("2020-02-06");
    await chooseBefore(page(), {});
  });
  afterEach(() => page().keyboard.press("Escape"));
  afterAll(() => dashboard.close());

  it("is not needed to print: the map comes out as it stands, with date, legend and credits", async () => {
    // The copy that is printed in place of the map, whose pixels browsers give up; what makes it comes after the first picture.
    const copy = () =>
      page().evaluate(() => {
        window.dispatchEvent(new Event("beforeprint"));
        const canvas = document.querySelector<HTMLCanvasElement>(".map-print");
        const data = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
        window.dispatchEvent(new Event("afterprint"));
        return new Set(new Uint32Array(data?.buffer ?? new ArrayBuffer(0))).size;
      });
    await expect.poll(copy, { timeout: 20_000 }).toBeGreaterThan(300);
    const bytes = Uint8Array.from(await page().pdf({ format: "A4" }));
    expect(await page().locator(".map-print").count()).toBe(0);
    const printed = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
    const { items } = await (await printed.getPage(1)).getTextContent();
    const text = items.flatMap((item) => ("str" in item ? [item.str] : [])).join(" ");
    for (const words of ["6 February 2020", "Front line", "OpenStreetMap", "Two places changed hands"])
      expect(text).toContain(words);
    // What a picture says of itself in a PDF: of one colour it would be packed to nothing.
    const pictures = [
      ...Buffer.from(bytes)
        .toString("latin1")
        .matchAll(/\/Subtype \/Image([^>]*)>>/g),
    ];
    const read = (text: string, key: string) => Number(new RegExp(`/${key} (\\d+)`).exec(text)?.[1]);
    const maps = pictures.filter(
      ([, text = ""]) =>
        read(text, "Width") * read(text, "Height") > 100_000 && read(text, "Length") > 20_000,
    );
    expect(maps).toHaveLength(1);
  });

  it("opens with E, shows the page in small, and has no violation that axe can find", async () => {
    await page().keyboard.press("e");
    await page().locator("canvas[data-stands='2020-02-06']").waitFor();
    const colours = await page()
      .locator(".page-preview canvas")
      .evaluate((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement;
        const data = (canvas as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height).data;
        return new Set(new Uint32Array(data?.buffer ?? new ArrayBuffer(0))).size;
      });
    expect(colours).toBeGreaterThan(300);
    expect(await findViolations(page())).toEqual([]);
  });

  it("changes the preview without ever showing none, and gives up its graphics when it is shut", async () => {
    await openExport(page());
    await page().evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>(".page-preview canvas");
      const blanks: number[] = [];
      Object.assign(window, { blanks });
      const look = () => {
        if (!canvas?.isConnected) return;
        const middle = [canvas.width / 2, canvas.height / 2] as const;
        if (canvas.getContext("2d")?.getImageData(...middle, 1, 1).data[3] === 0) blanks.push(1);
        requestAnimationFrame(look);
      };
      look();
    });
    const read = () => page().locator(".page-preview canvas").screenshot();
    const before = await read();
    await page().getByRole("combobox", { name: en.theme, exact: true }).selectOption("print");
    await page().locator("canvas[aria-busy='true']").waitFor();
    await page().locator("canvas[data-stands]").waitFor();
    expect((await read()).equals(before)).toBe(false);
    expect(await page().evaluate(() => (window as unknown as { blanks: number[] }).blanks)).toEqual([]);
    await page().keyboard.press("Escape");
    await expect.poll(() => page().locator("canvas.maplibregl-canvas").count()).toBe(1);
  });

  it.runIf(IS_LONG)(
    "writes the format that was asked for, and says so where the browser writes another",
    async () => {
      const jpeg = await savePicture(page(), { format: "jpeg" });
      expect([jpeg.name.split(".").at(-1), jpeg.bytes.subarray(0, 3).toString("hex")]).toEqual([
        "jpg",
        "ffd8ff",
      ]);
      await page().keyboard.press("Escape");
      await page().evaluate(() => {
        const write = HTMLCanvasElement.prototype.toBlob;
        HTMLCanvasElement.prototype.toBlob = function (callback, type, quality) {
          HTMLCanvasElement.prototype.toBlob = write;
          write.call(this, callback, type === "image/webp" ? "image/png" : type, quality);
        };
      });
      const png = await savePicture(page(), { format: "webp" });
      expect([png.name.split(".").at(-1), png.bytes.subarray(1, 4).toString()]).toEqual(["png", "PNG"]);
      await expect.poll(() => statusOf(page()).textContent()).toContain(en.otherFormat("WebP", "PNG"));
      const webp = await (await pressSave(page())).path();
      expect((await readFile(webp)).subarray(8, 12).toString()).toBe("WEBP");
    },
  );

  it("is cancelled at half without a file, and goes on while it is shut", async () => {
    await chooseBefore(page(), { preset: "hd" });
    await openExport(page());
    let files = 0;
    page().on("download", () => (files += 1));
    // Sooner than a pointer could come there: drawing leaves little time in between.
    await page().evaluate(() => {
      const watch = new MutationObserver(() => {
        const cancel = document.querySelector<HTMLElement>(".export-cancel");
        if (!cancel) return;
        watch.disconnect();
        setTimeout(() => cancel.click(), 20);
      });
      watch.observe(document.body, { childList: true, subtree: true });
    });
    await page().locator(".export-save").click();
    await expect.poll(() => statusOf(page()).textContent(), { timeout: 30_000 }).toBe(en.cancelled);
    expect(files).toBe(0);
    await page().evaluate(() => {
      const button = document.querySelector(".export-button");
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => said.push(button?.textContent ?? "")).observe(document.body, {
        characterData: true,
        childList: true,
        subtree: true,
      });
    });
    const download = pressSave(page());
    await page().locator(".export-cancel").waitFor();
    await page().keyboard.press("Escape");
    await dashboard.slider.press("ArrowRight");
    // What was asked for is what comes, whatever is looked at meanwhile.
    expect((await download).suggestedFilename()).toContain("2020-02-06");
    const said = await page().evaluate(() => (window as unknown as { said: string[] }).said);
    expect(said.some((text) => /^\d+ %$/.test(text))).toBe(true);
    await dashboard.slider.press("ArrowLeft");
    await expect.poll(() => page().locator(".export-button").textContent()).toBe("Export");
  });

  it("takes texts in any script, says them in another language, and names the file after them", async () => {
    await chooseBefore(page(), {});
    await openExport(page());
    const read = await noteTexts(page(), SMALL_PAGE.own.widthPx);
    await page().getByLabel(en.titleField, { exact: true }).fill("A/B \u202E🔥 دەڤەرێن ڵ ڕ");
    await page().getByLabel(en.subtitle).fill("Second line");
    await page().getByRole("combobox", { name: en.language, exact: true }).last().selectOption("ar");
    const name = (await pressSave(page())).suggestedFilename();
    expect(name).toBe("a-b-دەڤەرێن-ڵ-ڕ-2020-02-06.png");
    const texts = (await read()).join("\n");
    expect(texts).toContain("6 شباط 2020");
    expect(texts).toContain("Second line");
    expect(texts).toMatch(/OpenStreetMap/);
    // An address that only works on this machine leads nobody anywhere.
    expect(texts).not.toContain(new URL(page().url()).host);
    await page().getByLabel(en.titleField, { exact: true }).fill("");
    await page().getByLabel(en.subtitle).fill("");
    await page().getByRole("combobox", { name: en.language, exact: true }).last().selectOption("en");
  });

  it("refuses a size that cannot be, beside the fields", async () => {
    await openExport(page());
    await page().getByLabel(en.width, { exact: true }).fill("12");
    await page().getByRole("alert").getByText(en.sizeLimits(200, 16_384)).waitFor();
    expect(await page().locator(".export-save").getAttribute("aria-disabled")).toBe("true");
    await page().getByLabel(en.width, { exact: true }).fill("900");
  });

  it.runIf(IS_LONG)("has a logo from the reader's own file, and says of a file that is none", async () => {
    await openExport(page());
    const field = page().locator(".export-logo input");
    await field.setInputFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
    await page().getByText(en.logoUnreadable).waitFor();
    const before = await page().locator(".page-preview canvas").screenshot();
    const red = await page().evaluate(async () => {
      const canvas = new OffscreenCanvas(300, 100);
      const context = canvas.getContext("2d");
      if (context) context.fillStyle = "#ff0000";
      context?.fillRect(0, 0, 300, 100);
      return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
    });
    await field.setInputFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from(red) });
    await page().getByRole("button", { name: en.removeLogo }).waitFor();
    await page().locator("canvas[data-stands]").waitFor();
    expect((await page().locator(".page-preview canvas").screenshot()).equals(before)).toBe(false);
    await page().getByRole("button", { name: en.removeLogo }).click();
    expect(dashboard.complaints).toEqual([]);
  });
});

describe("an export when something goes wrong", () => {
  let dashboard: Dashboard;
  const page = () => dashboard.page;
  beforeAll(async () => {
    dashboard = await openDashboard(browser, `${QUERY}&lang=ar`);
    await dashboard.waitForMap("2020-02-06");
  });
  afterEach(() => page().keyboard.press("Escape"));
  afterAll(() => dashboard.close());

  it.runIf(IS_LONG)(
    "is finished in a tab that nobody looks at, and drawn in tiles that fit where the graphics give little",
    async () => {
      await page().evaluate(() => {
        const real = window.requestAnimationFrame;
        Object.assign(window, { giveFrames: () => (window.requestAnimationFrame = real) });
        window.requestAnimationFrame = () => 0;
      });
      const whole = await savePicture(page());
      await page().evaluate(() => (window as unknown as { giveFrames: () => void }).giveFrames());
      await page().keyboard.press("Escape");
      await page().evaluate(() => {
        for (const name of ["drawingBufferWidth", "drawingBufferHeight"] as const) {
          const real = Object.getOwnPropertyDescriptor(WebGL2RenderingContext.prototype, name);
          Object.defineProperty(WebGL2RenderingContext.prototype, name, {
            configurable: true,
            get(this: WebGL2RenderingContext) {
              const isHidden = this.canvas instanceof HTMLCanvasElement && !this.canvas.closest(".map-area");
              return Math.min(Number(real?.get?.call(this)), isHidden ? 540 : 9999);
            },
          });
        }
      });
      const tiled = await savePicture(page());
      const [different, total] = await page().evaluate(comparePictures, [
        whole.bytes.toString("base64"),
        tiled.bytes.toString("base64"),
      ] as const);
      expect(total).toBe(900 * 600);
      expect(different / total).toBeLessThan(0.004);
      expect(dashboard.complaints).toEqual([]);
    },
    150_000,
  );

  it.runIf(IS_LONG)(
    "begins anew where the graphics are reset, says so where they go again, and then comes out",
    async () => {
      /** Takes their graphics from the hidden maps there are, and from so many of those that are made after them. */
      const loseContexts = (more: number) =>
        page().evaluate((more) => {
          const lose = (context: WebGL2RenderingContext | null | undefined) =>
            context?.getExtension("WEBGL_lose_context")?.loseContext();
          const before = [...document.querySelectorAll<HTMLCanvasElement>("canvas.maplibregl-canvas")];
          for (const canvas of before) if (!canvas.closest(".map-area")) lose(canvas.getContext("webgl2"));
          let left = more;
          const find = HTMLCanvasElement.prototype.getContext;
          HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: [string]) {
            const context = find.apply(this, args) as WebGL2RenderingContext | null;
            if (args[0] === "webgl2" && left > 0 && !this.closest(".map-area")) {
              left -= 1;
              setTimeout(lose, 50, context);
            }
            return context as never;
          } as typeof find;
        }, more);
      await chooseBefore(page(), {});
      await openExport(page());
      const download = pressSave(page());
      await loseContexts(0);
      expect((await readFile(await (await download).path())).length).toBeGreaterThan(10_000);
      await loseContexts(99);
      await page().locator(".export-save").click();
      const { map: arMap } = await loadWords("ar");
      await expect
        .poll(() => statusOf(page()).textContent(), { timeout: 30_000 })
        .toBe(ar.failed(arMap.pictureLost));
      await page().evaluate(() => location.reload());
      await dashboard.waitForMap("2020-02-06");
      expect((await savePicture(page())).bytes.length).toBeGreaterThan(10_000);
    },
    150_000,
  );
});

describe("an export without a part of the program", () => {
  it("is refused in the reader's words", async () => {
    const { page, close } = await openDashboard(browser, `${QUERY}&lang=ar`, {
      prepare: async (page) =>
        void (await page.route(/export-pages-/, (route) => route.fulfill({ status: 404, body: "" }))),
    });
    await page.locator(".export-button").click();
    await page.locator(".export-save").click();
    const { notices } = await loadWords("ar");
    await expect.poll(() => statusOf(page).textContent()).toBe(ar.failed(notices.partMissing));
    await close();
  });
});

describe("a site that knows where it is, and whose fonts do not come", () => {
  it.runIf(IS_LONG)("has its address drawn into pictures, with the view", async () => {
    const body = injectData(await readFile(PAGE, "utf8"), {
      data: "",
      status: undefined,
      url: "https://example.org/war/",
    });
    const { page, close } = await openDashboard(browser, QUERY, {
      prepare: async (page) => {
        await page.route(/\.woff2/, () => {});
        await page.route(
          (url) => url.pathname === "/",
          (route) => route.fulfill({ body, contentType: "text/html" }),
        );
      },
    });
    const read = await noteTexts(page, SMALL_PAGE.own.widthPx);
    await savePicture(page);
    const texts = (await read()).map((text) => text.replaceAll(/[\u2066-\u2069]/g, "")).join("");
    expect(texts).toMatch(
      /https:\/\/example\.org\/war\/\?day=2020-02-06&theme=light&data=northwestern-syria-[0-9a-f]{8}/,
    );
    await close();
  });
});
