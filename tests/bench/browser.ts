import { addDays, day } from "../../src/core/day.ts";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import sirv from "sirv";
import { launchBrowser } from "../browser/chromium.ts";
import { MANY_EVENTS, writeEvents } from "./events.ts";
import { writeConflict } from "./generate.ts";
import { print } from "./measure.ts";
import { runQuietly } from "./run-quietly.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const STEPS = 20;
const SCRUBS = 1000;

/** What a reader of the page waits for, on the story and on a generated half year with long fronts and many settlements. */
export async function reportPage(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "frontline-bench-"));
  const browser = await launchBrowser();
  try {
    await writeConflict(join(folder, "large"), {
      days: 60,
      settlements: 18_000,
      vertices: 3000,
      seed: 1,
      sides: "two",
    });
    const sets = [
      { name: "the story", data: join(ROOT, "geodata") },
      { name: "60 days, 18,000 settlements, fronts of 3,000 vertices", data: join(folder, "large") },
    ];
    await buildBenchPage(join(folder, "page"));
    for (const [index, { name, data }] of sets.entries()) {
      const site = join(folder, `site-${index}`);
      const compiled = join(folder, "page", `${index}.frontline`);
      await runQuietly(["build", data, "--site", site]);
      await runQuietly(["build", data, "--out", compiled]);
      const file = join(folder, `file-${index}.html`);
      await runQuietly(["build", data, "--single-file", file]);
      print("\nThe page in Chromium, software rendering: %s", [name]);
      await reportDrawing(browser, join(folder, "page"), `${index}.frontline`);
      await reportFilm(join(folder, "page"), `${index}.frontline`);
      await reportFirstPicture(browser, { bare: join(folder, "page"), site, file });
      await reportUse(browser, site);
      await reportPlaying(browser, site);
    }
    await writeEvents(join(folder, "events"), MANY_EVENTS);
    await runQuietly(["build", join(folder, "events"), "--out", join(folder, "page", "events.frontline")]);
    print("\nThe page in Chromium, software rendering: %s events on %s days", [
      MANY_EVENTS.events,
      MANY_EVENTS.days,
    ]);
    await reportEventDays(browser, join(folder, "page"));
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function buildBenchPage(outDir: string): Promise<void> {
  const { build } = await import("vite");
  const root = fileURLToPath(new URL("page/", import.meta.url));
  await build({
    root,
    base: "./",
    configFile: false,
    logLevel: "error",
    worker: { format: "es" },
    build: {
      outDir,
      target: "es2022",
      rolldownOptions: { input: ["index.html", "bare.html", "film.html"].map((name) => join(root, name)) },
    },
  });
}

async function reportDrawing(browser: Browser, folder: string, compiled: string): Promise<void> {
  await withPage(browser, folder, async (page, address) => {
    const failed = new Promise<never>((_, reject) => page.on("pageerror", reject));
    await page.goto(address);
    const measured = page.evaluate(
      ([file = "", steps = "1"]) => window.measureSteps(file, Number(steps)),
      [compiled, String(STEPS)],
    );
    // A page that fails would be waited for without end.
    const { redraw, step, stepAgain, setData, style, picture, plainPicture } = await Promise.race([
      measured,
      failed,
    ]);
    await writeFile(join(folder, "style.json"), style);
    print("  a redraw without a change                     %s ms   baseline", [redraw.toFixed(0)]);
    print(
      "  a step to another day, until its ground is there  %s ms   %s x the redraw; on the way back %s x",
      [step.toFixed(0), (step / redraw).toFixed(2), (stepAgain / redraw).toFixed(2)],
    );
    print("  the same by setData in sources of the same style  %s ms   our step is %s x of it", [
      setData.toFixed(0),
      (step / setData).toFixed(2),
    ]);
    print(
      "  a picture of 3840 × 2160 pixels               %s ms   %s x a plain map of as many pixels, once",
      [picture.toFixed(0), (picture / plainPicture).toFixed(2)],
    );
  });
}

/** Days with a hundred events each, until all of them stand on the map. */
async function reportEventDays(browser: Browser, folder: string): Promise<void> {
  await withPage(browser, folder, async (page, address) => {
    await page.goto(address);
    const { redraw, stand } = await page.evaluate(
      ([file = "", steps = "1"]) => window.measureSteps(file, Number(steps)),
      ["events.frontline", String(STEPS)],
    );
    print("  a redraw without a change                     %s ms   baseline", [redraw.toFixed(0)]);
    print("  a step to another day, until it stands        %s ms   %s x the redraw", [
      stand.toFixed(0),
      (stand / redraw).toFixed(2),
    ]);
  });
}

const FILM_FRAMES = 90;

/** A film of ground on its way, frame by frame, beside drawing the same frames and no more; and what ten times as many take. */
async function reportFilm(folder: string, compiled: string): Promise<void> {
  const measure = async (frames: number, isFilm: boolean) => {
    // A browser of its own: of one that has drawn before, the peak would be that of before.
    const browser = await launchBrowser();
    let [milliseconds, peak] = [0, 0];
    try {
      await withPage(browser, folder, async (page, address) => {
        await page.goto(`${address}film.html`);
        milliseconds = await page.evaluate((wish) => window.measureFilm(wish), { compiled, frames, isFilm });
        peak = await readPeak(browser);
      });
    } finally {
      await browser.close();
    }
    return { milliseconds, peak };
  };
  const drawn = await measure(FILM_FRAMES, false);
  const film = await measure(FILM_FRAMES, true);
  const long = await measure(10 * FILM_FRAMES, true);
  print("  a film of %s frames of 1280 × 720 pixels        %s ms   %s x drawing them alone", [
    FILM_FRAMES,
    film.milliseconds.toFixed(0),
    (film.milliseconds / drawn.milliseconds).toFixed(2),
  ]);
  print("  peak memory of its page, graphics included    %s MB   %s x that with %s frames", [
    (film.peak / 1024).toFixed(0),
    (long.peak / film.peak).toFixed(2),
    10 * FILM_FRAMES,
  ]);
}

/** The most memory that page and graphics process ever had, in KB; NaN where the system does not say so. */
async function readPeak(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const peaks = processInfo
    .filter(({ type }) => ["renderer", "GPU"].includes(type))
    .map(async ({ id }) => {
      const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]);
    });
  return (await Promise.all(peaks)).reduce((sum, peak) => sum + peak, 0);
}

/** Where the same data set is: a page that draws it with nothing else around it, a site, a single file. */
interface Forms {
  readonly bare: string;
  readonly site: string;
  readonly file: string;
}

/**
 * From the address to the front line on the map, and to the complete first picture: ours beside a bare page that draws the
 * same style with MapLibre; and the same page within another and as one file beside ours.
 */
async function reportFirstPicture(browser: Browser, { bare, site, file }: Forms): Promise<void> {
  const marks = ["front-line", "first-picture"] as const;
  const open = (folder: string, path: string) => {
    let taken: readonly number[] = [];
    return withPage(browser, folder, async (page, address) => {
      await page.addInitScript(noteFirstDrawing);
      await page.goto(path.startsWith("file:") ? path : address + path);
      await page.locator("[data-day]").waitFor({ state: "attached", timeout: 120_000 });
      taken = await page.evaluate(
        (names) => names.map((name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN),
        [...marks],
      );
    }).then(() => taken);
  };
  type Times = Readonly<Record<"ours" | "bare" | "embed" | "file", readonly number[]>>;
  const times: Times[] = [];
  for (let round = 0; round < 5; round++) {
    times.push({
      bare: await open(bare, "bare.html"),
      ours: await open(site, ""),
      embed: await open(site, "?embed"),
      file: await open(site, pathToFileURL(file).href),
    });
  }
  for (const [index, name] of ["the first front line", "the complete first picture"].entries()) {
    const [ours, theirs] = [
      median(times.map((time) => time.ours[index] ?? NaN)),
      median(times.map((time) => time.bare[index] ?? NaN)),
    ];
    print("  %s %s ms   %s x a bare page of the same style (%s ms)", [
      name.padEnd(45),
      ours.toFixed(0),
      (ours / theirs).toFixed(2),
      theirs.toFixed(0),
    ]);
    for (const [form, of] of [
      ["embed", "within another page"],
      ["file", "of the single file, from disk"],
    ] as const) {
      const taken = median(times.map((time) => time[form][index] ?? NaN));
      print("    %s %s ms   %s x ours", [of.padEnd(43), taken.toFixed(0), (taken / ours).toFixed(2)]);
    }
  }
}

/** Runs in a page before its own scripts; of each mark the first one counts. A bare page notes its front line itself. */
function noteFirstDrawing(): void {
  // Nothing but our front lines is drawn so. A function with a name of its own would not survive the way into the page.
  const { drawArraysInstanced } = WebGL2RenderingContext.prototype;
  Object.assign(WebGL2RenderingContext.prototype, {
    drawArraysInstanced(this: WebGL2RenderingContext, ...given: [number, number, number, number]) {
      performance.mark("front-line");
      drawArraysInstanced.apply(this, given);
    },
  });
  new MutationObserver(() => {
    if (document.querySelector("[data-day]")) performance.mark("first-picture");
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-day"] });
}

const PLAYED_SECONDS = 5;

/** Eight days a second, for a while: how many days the page has gone on by, and whether the map has kept up. */
async function reportPlaying(browser: Browser, site: string): Promise<void> {
  await withPage(browser, site, async (page, address) => {
    await page.goto(address);
    const map = page.locator("[data-day]");
    await map.waitFor({ state: "attached", timeout: 120_000 });
    const slider = page.getByRole("slider");
    await slider.press("Home");
    await page.waitForTimeout(2000);
    await page.getByRole("button", { name: /^Speed/ }).click();
    await page.getByLabel("Days per second", { exact: true }).fill("8");
    await page.keyboard.press("Escape");
    const readDay = async () => Number(await slider.inputValue());
    const first = await readDay();
    const firstDay = addDays(day((await map.getAttribute("data-day")) ?? ""), -first);
    await page.getByRole("button", { name: "Play", exact: true }).click();
    const start = performance.now();
    await page.waitForTimeout(PLAYED_SECONDS * 1000);
    await page.keyboard.press("Space");
    const seconds = (performance.now() - start) / 1000;
    const played = (await readDay()) - first;
    const stopped = performance.now();
    // The address follows a little later than the slider, so it does not tell the last day yet.
    await page.locator(`[data-day="${addDays(firstDay, first + played)}"]`).waitFor({
      state: "attached",
      timeout: 120_000,
    });
    print(
      "  played at 8 days a second                     %s days in %s s, %s asked; the last one stands after %s ms",
      [played, seconds.toFixed(1), Math.floor(seconds * 8), (performance.now() - stopped).toFixed(0)],
    );
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function reportUse(browser: Browser, site: string): Promise<void> {
  await withPage(browser, site, async (page, address) => {
    await page.addInitScript(() => {
      const tasks: number[] = [];
      Object.assign(window, { tasks });
      new PerformanceObserver((list) =>
        tasks.push(...list.getEntries().map(({ duration }) => duration)),
      ).observe({
        type: "longtask",
      });
    });
    await page.goto(address);
    const map = page.locator("[data-day]");
    await map.waitFor({ state: "attached", timeout: 120_000 });
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    const slider = page.getByRole("slider");
    await slider.focus();
    await page.waitForTimeout(2000);
    for (const [way, key] of [
      ["the first way", "ArrowRight"],
      ["the way back", "ArrowLeft"],
    ] as const) {
      await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks.splice(0));
      const scripts = [];
      for (let step = 0; step < STEPS; step++) {
        const before = await readScript();
        await page.keyboard.press(key);
        await page.waitForTimeout(400);
        scripts.push((await readScript()) - before);
      }
      const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks.splice(0));
      const longest = tasks.reduce((most, task) => Math.max(most, task), 0);
      print("  %s: script a step %s ms in the median, %s tasks over 50 ms, the longest %s ms", [
        way.padEnd(13),
        (scripts.toSorted((a, b) => a - b)[STEPS / 2] ?? 0).toFixed(1),
        tasks.length,
        longest.toFixed(0),
      ]);
    }
    await scrub(200);
    const before = await readHeap();
    await scrub(SCRUBS);
    print("  %s random days: heap %s x what it was", [SCRUBS, ((await readHeap()) / before).toFixed(2)]);

    async function readScript(): Promise<number> {
      const { metrics } = await session.send("Performance.getMetrics");
      return (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0) * 1000;
    }
    async function readHeap(): Promise<number> {
      await page.waitForTimeout(3000);
      await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0;
    }
    async function scrub(times: number): Promise<void> {
      const box = await slider.boundingBox();
      if (!box) throw new Error("The slider cannot be seen");
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      for (let round = 0; round < times; round++) {
        // Spread evenly and without a pattern.
        await page.mouse.move(box.x + box.width * ((round * 0.754877666) % 1), box.y + box.height / 2);
      }
      await page.mouse.up();
    }
  });
}

async function withPage(
  browser: Browser,
  folder: string,
  use: (page: Page, address: string) => Promise<void>,
): Promise<void> {
  const serve = sirv(folder, { dev: true });
  const server = createServer((request, response) =>
    serve(request, response, () => {
      response.statusCode = 404;
      response.end();
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await use(page, `http://127.0.0.1:${port}/`);
  } finally {
    await page.close();
    server.close();
  }
}
