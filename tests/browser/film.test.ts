import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import sirv from "sirv";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readProvenance } from "../../src/export/provenance/provenance.ts";
import { enFilm } from "../../src/words/en/film.ts";
import { enExport } from "../../src/words/en/export.ts";
import { findViolations } from "./axe.ts";
import { IS_LONG } from "../fixtures/long.ts";
import { launchBrowser } from "./chromium.ts";
import { type Dashboard, openDashboard } from "./dashboard.ts";
import type { Made } from "./film-page/entry.ts";
import { openExport, pressSave } from "./save-picture.ts";

const COLOURS = ["#f6f3ec", "#c9502b", "#0f8a6a", "#1d2329", "#e0a100"];

let browser: Browser;
let folder: string;
let server: Server;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontline-film-"));
  const root = fileURLToPath(new URL("film-page/", import.meta.url));
  await build({
    root,
    base: "./",
    configFile: false,
    logLevel: "error",
    build: { outDir: folder, minify: false },
  });
  const serve = sirv(folder, { dev: true });
  server = createServer((request, response) =>
    serve(request, response, () => {
      response.statusCode = 404;
      response.end();
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A page of its own, in a browser that keeps nothing, which `prepare` changes before its scripts run. */
async function openPage(prepare?: () => void): Promise<Page> {
  const context = await browser.newContext();
  const opened = await context.newPage();
  if (prepare) await opened.addInitScript(prepare);
  const { port } = server.address() as AddressInfo;
  await opened.goto(`http://127.0.0.1:${port}/`);
  return opened;
}

/** How far two colours are apart, in the part of red, green and blue that differs most. */
function differ(found: string, wanted: string): number {
  const parts = found.split(",").map(Number);
  const hex = [1, 3, 5].map((start) => Number.parseInt(wanted.slice(start, start + 2), 16));
  return Math.max(...hex.map((part, index) => Math.abs(part - (parts[index] ?? 999))));
}

describe("a film", () => {
  beforeAll(async () => {
    page = await openPage();
  });
  afterAll(() => page.context().close());

  it.each([
    ["mp4", "video/mp4"],
    ["webm-vp9", "video/webm"],
    ["webm-av1", "video/webm"],
  ] as const)(
    "as %s has every frame, in its colour and for its time, and says what it is",
    async (format, type) => {
      const wish = { format, colours: COLOURS, each: 6 };
      const made = (await page.evaluate((wanted) => window.makeFilm(wanted), wish)) as Made;
      expect(made).toMatchObject({ format, type, faults: [], begun: 1 });
      expect(made.progress).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
      const { packets, keys, colours, title, comment } = await page.evaluate(() => window.inspectFilm());
      expect(packets).toBe(30);
      // Each picture here stands for 0.6 seconds, long enough to be found at once.
      expect(keys).toEqual(expect.arrayContaining([0, 6, 12, 18, 24]));
      const wanted = COLOURS.flatMap((colour) => Array.from({ length: 6 }, () => colour));
      expect(colours).toHaveLength(30);
      expect(colours.filter((colour, index) => differ(colour, wanted[index] ?? "") > 6)).toEqual([]);
      expect([title, comment]).toEqual(["هجوم · Film", "?day=2020-02-06\nSHA-256 abc"]);
      // The browser's player finds a picture in its middle; at its edges it is a frame off.
      const times = COLOURS.map((_, index) => 0.6 * index + 0.3);
      const played = await page.evaluate((moments) => window.playFilm(moments), times);
      // The pictures are 95 pixels wide: codecs have colours for two by two.
      expect(played).toMatchObject({ width: 96, height: 64 });
      expect(played.duration).toBeCloseTo(3, 2);
      expect(played.colours.filter((colour, index) => differ(colour, COLOURS[index] ?? "") > 6)).toEqual([]);
    },
  );

  it("as GIF is read by the browser's own decoder, picture by picture", async () => {
    const wish = { format: "gif" as const, colours: COLOURS, each: 6 };
    const made = await page.evaluate((wanted) => window.makeFilm(wanted), wish);
    expect(made).toMatchObject({ format: "gif", type: "image/gif", faults: [], begun: 1 });
    const { frames, milliseconds, colours } = await page.evaluate(() => window.decodeGif());
    expect([frames, milliseconds]).toEqual([5, [600, 600, 600, 600, 600]]);
    expect(colours.filter((colour, index) => differ(colour, COLOURS[index] ?? "") > 4)).toEqual([]);
  });

  it("that is called off half-way leaves nothing behind, and the next one is made", async () => {
    const kept = await page.evaluate(() => window.listScratchFiles());
    for (const format of ["mp4", "gif"] as const) {
      const wish = { format, colours: COLOURS, each: 6, cancelAt: format === "gif" ? 12 : 13 };
      expect(await page.evaluate((wanted) => window.makeFilm(wanted), wish)).toBe("Error: called off");
    }
    expect(await page.evaluate(() => window.listScratchFiles())).toEqual(kept);
    const next = { format: "mp4" as const, colours: COLOURS.slice(0, 1), each: 3 };
    expect(await page.evaluate((wanted) => window.makeFilm(wanted), next)).toMatchObject({ format: "mp4" });
  });
});

describe("a codec", () => {
  const WISH = { format: "mp4" as const, colours: COLOURS, each: 6 };

  it("that says it can and fails at the first frame is left for the next, which is told", async () => {
    const opened = await openPage(() => {
      const { encode } = VideoEncoder.prototype;
      const { configure } = VideoEncoder.prototype;
      const broken = new WeakSet<VideoEncoder>();
      VideoEncoder.prototype.configure = function note(config) {
        if (config.codec.startsWith("avc")) broken.add(this);
        configure.call(this, config);
      };
      VideoEncoder.prototype.encode = function fail(...given) {
        if (broken.has(this)) throw new DOMException("The encoder is out of order", "EncodingError");
        encode.apply(this, given);
      };
    });
    const made = await opened.evaluate((wish) => window.makeFilm(wish), WISH);
    expect(made).toMatchObject({ format: "webm-vp9", faults: ["mp4 failed-at-once"], type: "video/webm" });
    expect((await opened.evaluate(() => window.inspectFilm())).packets).toBe(30);
    await opened.context().close();
  });

  it("that fails in the middle is left, and the film begun anew, whole", async () => {
    const opened = await openPage(() => {
      const { encode, configure } = VideoEncoder.prototype;
      const tired = new WeakSet<VideoEncoder>();
      let frames = 0;
      VideoEncoder.prototype.configure = function note(config) {
        if (config.codec.startsWith("vp09")) tired.add(this);
        configure.call(this, config);
      };
      VideoEncoder.prototype.encode = function fail(...given) {
        if (tired.has(this) && ++frames > 12)
          throw new DOMException("The encoder is out of order", "EncodingError");
        encode.apply(this, given);
      };
    });
    const wish = { ...WISH, format: "webm-vp9" as const };
    const made = await opened.evaluate((wanted) => window.makeFilm(wanted), wish);
    expect(made).toMatchObject({ format: "mp4", faults: ["webm-vp9 failed-later"] });
    expect((await opened.evaluate(() => window.inspectFilm())).packets).toBe(30);
    expect(await opened.evaluate(() => window.listScratchFiles())).toHaveLength(1);
    await opened.context().close();
  });

  it("is not there at all in some browsers: then the film is a GIF", async () => {
    const opened = await openPage(() => Reflect.deleteProperty(window, "VideoEncoder"));
    const made = await opened.evaluate((wish) => window.makeFilm(wish), WISH);
    const faults = ["mp4", "webm-vp9", "webm-av1"].map((format) => `${format} unsupported`);
    expect(made).toMatchObject({ format: "gif", faults, type: "image/gif" });
    await opened.context().close();
  });
});

describe("the disk", () => {
  it("that is full is told, whatever is being written, and nothing half-made stays on it", async () => {
    const opened = await openPage();
    const session = await opened.context().newCDPSession(opened);
    const { origin } = new URL(opened.url());
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 40_000 });
    const colours = Array.from({ length: 200 }, (_, index) => `hsl(${index} 60% 40%)`);
    const wish = { format: "gif" as const, colours, each: 1 };
    expect(await opened.evaluate(() => window.makeSeries(20, 50_000))).toBe("NoRoom");
    expect(await opened.evaluate(() => window.listScratchFiles())).toEqual([]);
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 8000 });
    for (const format of ["mp4", "gif"] as const)
      expect(await opened.evaluate((wanted) => window.makeFilm(wanted), { ...wish, format })).toMatch(
        /^NoRoom/,
      );
    await session.send("Storage.overrideQuotaForOrigin", { origin });
    expect(await opened.evaluate((wanted) => window.makeFilm(wanted), wish)).toMatchObject({ format: "gif" });
    await opened.context().close();
  });

  it("is there for no page of some windows: then the file is kept in memory", async () => {
    const opened = await openPage(() => {
      StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException("No", "SecurityError"));
    });
    const wish = { format: "mp4" as const, colours: COLOURS, each: 2 };
    expect(await opened.evaluate((wanted) => window.makeFilm(wanted), wish)).toMatchObject({ format: "mp4" });
    expect((await opened.evaluate(() => window.inspectFilm())).packets).toBe(10);
    await opened.context().close();
  });

  it("keeps what a page is writing from other pages, and loses what a page left when it was closed", async () => {
    const first = await openPage();
    await first.evaluate(() => window.leaveScratchFile());
    const second = await first.context().newPage();
    await second.goto(first.url());
    expect(await second.evaluate(() => window.makeSeries(1, 10))).toBeGreaterThan(10);
    expect(await second.evaluate(() => window.listScratchFiles())).toHaveLength(2);
    await first.close();
    // The browser takes a moment to tell that a page is gone.
    await expect
      .poll(async () => {
        await second.evaluate(() => window.makeSeries(1, 10));
        return (await second.evaluate(() => window.listScratchFiles())).length - 1;
      })
      .toBeLessThanOrEqual(2);
    await second.context().close();
  });
});

it.runIf(IS_LONG)(
  "a film whose fonts do not come is made in those that there are, frame by frame",
  async () => {
    const decoder = await openPage();
    const { page, waitForMap, close } = await openDashboard(browser, STORY, {
      prepare: async (opened) => void (await opened.route(/\.woff2/, () => {})),
    });
    try {
      await waitForMap("2020-02-26");
      await page.evaluate((row) => {
        localStorage.setItem("frontline-export", JSON.stringify({ kind: "film" }));
        localStorage.setItem("frontline-export-days", JSON.stringify(row));
      }, ROW);
      await openExport(page);
      const file = await pressSave(page);
      expect(file.suggestedFilename()).toMatch(/\.mp4$/);
      const film = (await readFile(await file.path())).toString("base64");
      const { height, width, shades } = await decoder.evaluate(async (content) => {
        const video = document.createElement("video");
        const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
        video.src = URL.createObjectURL(new Blob([bytes], { type: "video/mp4" }));
        video.muted = true;
        await video.play();
        const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
        const context = canvas.getContext("2d");
        context?.drawImage(video, 0, 0);
        const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
        const { width, height } = canvas;
        return { width, height, shades: new Set(data).size };
      }, film);
      expect([width, height]).toEqual([1280, 720]);
      expect(shades).toBeGreaterThan(100);
    } finally {
      await decoder.context().close();
      await close();
    }
  },
  180_000,
);

/** Two days between which much ground moves, and the range of both. */
const STORY = "?day=2020-02-26&from=2020-02-26&to=2020-02-27&theme=light";
/** Six frames a day, of which all but the first of the first day are ground on its way. */
const ROW = { size: "720p", pace: 0.25, hasMotion: true, hasStops: false, hasCards: false, format: "mp4" };
const FRAMES = 12;

describe("days to take away", () => {
  let dashboard: Dashboard;
  let pictures: string[];
  const shown = () => dashboard.page;
  const status = () => shown().locator(".export-status");
  const choose = (name: string) => shown().locator(".export-kind", { hasText: name }).click();
  const listLeft = () =>
    shown().evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const names: string[] = [];
      for await (const name of (await root.getDirectoryHandle("export", { create: true })).keys())
        names.push(name);
      return names;
    });

  beforeAll(async () => {
    page = await openPage();
    dashboard = await openDashboard(browser, STORY);
    await dashboard.waitForMap("2020-02-26");
    await shown().evaluate((row) => {
      localStorage.setItem("frontline-export", JSON.stringify({ kind: "series" }));
      localStorage.setItem("frontline-export-days", JSON.stringify(row));
    }, ROW);
    await openExport(shown());
  });
  afterAll(async () => {
    await page.context().close();
    await dashboard.close();
  });

  it("are a series: a picture a day that says what it shows, and a table of them", async () => {
    const file = await pressSave(shown());
    expect(file.suggestedFilename()).toBe("northwestern-syria-offensive-2020-02-26-2020-02-27.zip");
    const { "manifest.csv": manifest, ...entries } = unzipSync(await readFile(await file.path()));
    const days = ["2020-02-26", "2020-02-27"];
    expect(Object.keys(entries)).toEqual(days.map((day) => `${day}-northwestern-syria-offensive.png`));
    expect(strFromU8(manifest!).split("\r\n").slice(1, 3)).toEqual([
      expect.stringMatching(/^2020-02-26-.*\.png,2020-02-26,No place is recorded as changing hands/),
      expect.stringMatching(/^2020-02-27-.*\.png,2020-02-27,.*places changed hands/),
    ]);
    for (const [index, bytes] of Object.values(entries).entries()) {
      const { day, address, datasetHash } = readProvenance(bytes);
      expect([day, new URLSearchParams(address).get("day")]).toEqual([days[index], days[index]]);
      expect(datasetHash).toMatch(/^[0-9a-f]{64}$/);
    }
    pictures = Object.values(entries).map((bytes) => Buffer.from(bytes).toString("base64"));
    await shown().getByLabel(enFilm.onlyChanges).check();
    await shown().getByText(enFilm.pictures(1)).waitFor();
    await shown().getByLabel(enFilm.onlyChanges).uncheck();
  });

  it("do not come where the disk is full: the reader is told what to do, and nothing half-made is left", async () => {
    const kept = await listLeft();
    const session = await shown().context().newCDPSession(shown());
    const { origin } = new URL(shown().url());
    // Where not even a file can be begun, it grows in memory.
    const used = await shown().evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    let files = 0;
    const count = () => (files += 1);
    shown().on("download", count);
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: used + 60_000 });
    await shown().locator(".export-save").click();
    await expect.poll(() => status().textContent(), { timeout: 60_000 }).toBe(enExport.failed(enFilm.noRoom));
    await session.send("Storage.overrideQuotaForOrigin", { origin });
    expect((await listLeft()).filter((name) => !kept.includes(name))).toEqual([]);
    expect(files).toBe(0);
    shown().off("download", count);
  });

  it.runIf(IS_LONG)(
    "are a film in a tab that nobody sees, though the graphics processor is lost in the middle of it",
    async () => {
      await choose(enFilm.film.name);
      await shown().locator("canvas[data-stands]").waitFor();
      await shown().getByText(enFilm.frames(FRAMES)).waitFor();
      expect(await findViolations(shown())).toEqual([]);
      await shown().evaluate((half) => {
        // A tab that is hidden has no frames.
        window.requestAnimationFrame = () => 0;
        let isLost = false;
        new MutationObserver(() => {
          const frame = /^Frame (\d+)/.exec(document.querySelector(".export-note")?.textContent ?? "");
          if (isLost || Number(frame?.[1] ?? 0) < half) return;
          isLost = true;
          for (const canvas of document.querySelectorAll<HTMLCanvasElement>("[aria-hidden] canvas"))
            canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
          document.body.dataset.lost = "true";
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      }, FRAMES / 3);
      const file = await pressSave(shown());
      expect(file.suggestedFilename()).toBe("northwestern-syria-offensive-2020-02-26-2020-02-27.mp4");
      await expect.poll(() => status().textContent()).toContain(enFilm.made("MP4 (H.264)"));
      expect(await shown().evaluate(() => document.body.dataset.lost)).toBe("true");
      const film = (await readFile(await file.path())).toString("base64");
      const found = await page.evaluate(([content, days]) => window.compareFilm(content, days), [
        film,
        pictures,
      ] as const);
      expect(found).toHaveLength(FRAMES);
      const toFirst = found.map(([difference]) => difference ?? 1);
      const toLast = found.map(([, difference]) => difference ?? 1);
      // The first day stands, goes on its way, each frame farther from it, and the last day stands.
      expect(toFirst[0]).toBeLessThan(0.003);
      expect(toFirst.slice(0, FRAMES / 2)).toEqual(toFirst.slice(0, FRAMES / 2).toSorted((a, b) => a - b));
      expect(Math.min(...toFirst.slice(1))).toBeGreaterThan(0.003);
      expect(Math.max(...toLast.slice(FRAMES / 2))).toBeLessThan(0.003);
      expect(Math.min(...toLast.slice(0, FRAMES / 2))).toBeGreaterThan(0.01);
      expect(dashboard.complaints).toEqual([]);
    },
    180_000,
  );

  it.runIf(IS_LONG)("are cancelled at half: no file, nothing left, and the page goes on", async () => {
    const kept = await listLeft();
    let files = 0;
    shown().on("download", () => (files += 1));
    await shown().locator(".export-save").click();
    await shown()
      .locator(".export-note", { hasText: /^Frame [4-9]/ })
      .waitFor();
    await shown().getByRole("button", { name: enExport.cancel, exact: true }).dispatchEvent("click");
    await expect.poll(() => status().textContent()).toBe(enExport.cancelled);
    await expect.poll(async () => (await listLeft()).filter((name) => !kept.includes(name))).toEqual([]);
    expect(files).toBe(0);
  });
});
