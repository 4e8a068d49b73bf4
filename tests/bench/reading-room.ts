import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import sirv from "sirv";
import { compilePath } from "../../src/cli/open-dataset.ts";
import { runCli } from "../../src/cli/run-cli.ts";
import { launchBrowser } from "../browser/chromium.ts";
import { writeConflict, type WriteOptions } from "./generate.ts";
import { print } from "./measure.ts";
import { MANY } from "./rows.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const ROUNDS = 15;

/** Charts of ten years, and the table of a hundred thousand settlements, as a reader of the built page waits for them. */
export async function reportReadingRoom(): Promise<void> {
  const years = { days: 3650, settlements: 40, vertices: 30, seed: 4, sides: "two" } as const;
  print("\nCharts in Chromium: %s days", [years.days]);
  await withSite(years, reportCharts);
  print("\nThe table in Chromium: %s settlements", [MANY.settlements]);
  await withSite(MANY, reportTable);
}

async function reportCharts(page: Page): Promise<void> {
  await page.keyboard.press("g");
  const row = page.locator(".chart-row").first();
  await row.locator(".plot-last").first().waitFor();
  // Until all days are worked out.
  await page.waitForFunction(() => !document.querySelector(".chart-row-head > .quiet"), undefined, {
    timeout: 600_000,
  });
  const slider = page.locator(".day-slider").first();
  const frame = await timeToFrame(page, () =>
    page.evaluate(() => document.body.toggleAttribute("data-bench")),
  );
  print("  a frame in which nothing is drawn             %s ms   baseline", [frame.toFixed(1)]);
  await slider.press("+");
  const whole = await timeToFrame(page, async (round) => {
    await slider.press(round % 2 === 0 ? "0" : "+");
  });
  print("  all charts in sight, zoomed to all days or half of them  %s ms   %s x that frame", [
    whole.toFixed(1),
    (whole / frame).toFixed(1),
  ]);
  await slider.press("0");
  const box = await row.locator(".plot").boundingBox();
  if (!box) throw new Error("There is no plot");
  await reportTasks(page, "pointed at from end to end, 100 times", async () => {
    for (let step = 0; step < 100; step++)
      await page.mouse.move(box.x + (box.width * step) / 100, box.y + box.height / 2);
  });
  const strip = await page.locator(".chart-plot").boundingBox();
  if (!strip) throw new Error("There is no strip");
  await page.mouse.move(strip.x + strip.width / 3, strip.y + strip.height / 2);
  await reportTasks(page, "zoomed in and out and panned by the wheel, 40 times", async () => {
    for (let step = 0; step < 40; step++) {
      const turn = step % 8 < 4 ? -120 : 120;
      await page.mouse.wheel(step % 4 === 3 ? 300 : 0, step % 4 === 3 ? 0 : turn);
      await page.waitForTimeout(30);
    }
  });
}

async function reportTable(page: Page): Promise<void> {
  await reportTasks(page, "opened, until its rows are there", async () => {
    await page.locator(".tools .collapsible:has(.icon-table)").click();
    await page.locator(".settlement-table tbody th").first().waitFor();
  });
  await reportTasks(page, "put into the order of names in idle time", () =>
    page.locator(".table-caption > :nth-child(3)").waitFor({ state: "detached", timeout: 120_000 }),
  );
  const scroller = page.locator(".table-scroll");
  await reportTasks(page, "scrolled through, 120 turns of the wheel", async () => {
    const box = await scroller.boundingBox();
    if (!box) throw new Error("There is no table");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    for (let step = 0; step < 120; step++) {
      await page.mouse.wheel(0, step < 60 ? 700 : 40_000);
      await page.waitForTimeout(16);
    }
  });
  const frame = await timeToFrame(page, () =>
    page.evaluate(() => document.body.toggleAttribute("data-bench")),
  );
  print("  a frame in which nothing is drawn             %s ms   baseline", [frame.toFixed(1)]);
  for (const column of ["control", "since", "kind", "name"]) {
    const sort = await timeToFrame(page, () =>
      page.locator(`th[data-column=${column}] button`).press("Enter"),
    );
    print("  sorted by %s %s ms   %s x that frame", [
      column.padEnd(34),
      sort.toFixed(1),
      (sort / frame).toFixed(1),
    ]);
  }
  const field = page.locator(".table-search");
  const letters = "marbadar";
  const typed = await timeToFrame(page, async (round) => {
    if (round % letters.length === 0) await field.fill("");
    await field.press(letters[round % letters.length] ?? "m");
  });
  print("  a letter typed into the field above it        %s ms   %s x that frame", [
    typed.toFixed(1),
    (typed / frame).toFixed(1),
  ]);
  await reportTasks(page, "a word typed and deleted, letter by letter", async () => {
    await field.fill("");
    for (const letter of letters) await field.press(letter);
    for (const _ of letters) await field.press("Backspace");
  });
}

/** Runs in the page: notes long tasks, and when the last frame was drawn that follows from a deed. */
const WATCHES = `
Object.assign(window, { tasks: [], begun: 0, ended: 0 });
new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
  type: "longtask",
});
const noteFrame = () => {
  window.begun ||= performance.now();
  // Two frames: the second begins once the first has been drawn.
  requestAnimationFrame(() => requestAnimationFrame(() => (window.ended = performance.now())));
};
window.watchFrames = () => {
  window.begun = window.ended = 0;
  for (const type of ["keydown", "input"]) addEventListener(type, noteFrame, { capture: true, once: true });
  const watch = new MutationObserver(noteFrame);
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  setTimeout(() => watch.disconnect(), 1000);
};
`;

/**
 * The median, in milliseconds, from a reader's deed until the frame after all that follows from it has been drawn: what is
 * deferred is waited for too.
 */
async function timeToFrame(page: Page, act: (round: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.evaluate("watchFrames()");
    await act(round);
    await page.waitForTimeout(400);
    times.push(
      await page.evaluate(() => {
        const { begun, ended } = window as unknown as { begun: number; ended: number };
        return ended - begun;
      }),
    );
    await page.waitForTimeout(650);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

async function reportTasks(page: Page, name: string, act: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks.splice(0));
  await act();
  await page.waitForTimeout(300);
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks.splice(0));
  const longest = tasks.reduce((most, task) => Math.max(most, task), 0);
  print("  %s %s tasks over 50 ms%s", [
    name.padEnd(52),
    tasks.length,
    tasks.length > 0 ? `, the longest ${longest.toFixed(0)} ms` : "",
  ]);
}

/** A generated conflict, built as a site and opened, once its map stands. */
async function withSite(options: WriteOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "frontline-bench-"));
  const browser = await launchBrowser();
  const [data, site] = [join(folder, "data"), join(folder, "site")];
  const serve = sirv(site, { dev: true });
  const server = createServer((request, response) =>
    serve(request, response, () => {
      response.statusCode = 404;
      response.end();
    }),
  );
  try {
    await writeConflict(data, options);
    let said = "";
    const code = await runCli(["build", data, "--site", site], {
      cwd: ROOT,
      compile: compilePath,
      findDashboard: () => join(ROOT, "dist"),
      out: () => {},
      err: (text) => (said += text),
    });
    if (code !== 0) throw new Error(said);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript({ content: WATCHES });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.locator("[data-day]").first().waitFor({ state: "attached", timeout: 180_000 });
    await page.waitForTimeout(4000);
    await use(page);
  } finally {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
