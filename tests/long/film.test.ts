import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../browser/chromium.ts";
import { type Dashboard, openDashboard } from "../browser/dashboard.ts";
import { openExport, pressSave } from "../browser/save-picture.ts";
import { decode, ensureFfmpeg, probe } from "./ffmpeg.ts";

/** Three days, with much ground that moves from the first to the second. */
const STORY = "?day=2020-02-26&from=2020-02-26&to=2020-02-28&theme=light";
const DAYS = ["2020-02-26", "2020-02-27", "2020-02-28"];
const ROW = { size: "720p", pace: 0.25, hasMotion: true, hasStops: true, hasCards: true };
/** Six a day, as many again on the one day with changes, and 24 a second for two and three seconds of cards. */
const [TITLE, SOURCES, FIRST, STOPPED] = [48, 72, 6, 12];
const FRAMES = TITLE + FIRST + STOPPED + FIRST + SOURCES;
const [WIDTH, HEIGHT] = [160, 90];

let browser: Browser;
let dashboard: Dashboard;
let folder: string;
/** The days as a series shows them, in small. */
let days: Buffer[];

beforeAll(async () => {
  ensureFfmpeg();
  folder = await mkdtemp(join(tmpdir(), "frontline-film-"));
  browser = await launchBrowser();
  dashboard = await openDashboard(browser, STORY);
  await dashboard.waitForMap("2020-02-26");
  const zip = await save(dashboard.page, "series", {});
  const entries = Object.entries(unzipSync(await readFile(zip))).filter(([name]) => name.endsWith(".png"));
  if (entries.map(([name]) => name.slice(0, 10)).join() !== DAYS.join()) throw new Error("Other days");
  days = [];
  for (const [name, bytes] of entries) {
    await writeFile(join(folder, name), bytes);
    days.push(...decode(join(folder, name), WIDTH, HEIGHT));
  }
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

async function save(page: Page, kind: "series" | "film", changed: Readonly<Record<string, unknown>>) {
  await page.evaluate(
    ([chosen, row]) => {
      localStorage.setItem("frontline-export", JSON.stringify({ kind: chosen }));
      localStorage.setItem("frontline-export-days", row);
    },
    [kind, JSON.stringify({ ...ROW, ...changed })] as const,
  );
  await openExport(page);
  const file = await pressSave(page, 600_000);
  const path = join(folder, `${Date.now()}-${file.suggestedFilename()}`);
  await file.saveAs(path);
  await page.keyboard.press("Escape");
  return path;
}

/** The mean difference of red, green and blue, from 0 to 255. */
function differ(one: Buffer | undefined, other: Buffer | undefined): number {
  if (!one || !other || one.length !== other.length) return 255;
  return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length;
}

function countColours(pixels: Buffer | undefined): number {
  const colours = new Set<string>();
  const bytes = pixels ?? Buffer.alloc(0);
  for (let at = 0; at < bytes.length; at += 3) colours.add(bytes.toString("hex", at, at + 3));
  return colours.size;
}

describe("a film of the story, decoded by ffmpeg", () => {
  it.each([
    ["mp4", "h264"],
    ["webm-vp9", "vp9"],
    ["webm-av1", "av1"],
  ])("has as %s every frame, its size, and the days as pictures show them", async (format, codec) => {
    const file = await save(dashboard.page, "film", { format });
    const { tags, ...found } = probe(file);
    expect(found).toMatchObject({ codec, width: 1280, height: 720, frames: FRAMES });
    expect(found.duration).toBeCloseTo(FRAMES / 24, 1);
    expect(tags["title"]).toBe("Northwestern Syria offensive");
    expect(tags["comment"]).toMatch(/^\?day=2020-02-26[^]*SHA-256 [0-9a-f]{64}/);
    const frames = decode(file, WIDTH, HEIGHT);
    expect(frames).toHaveLength(FRAMES);
    for (const [index, frame] of frames.entries())
      expect([index, countColours(frame) > 20]).toEqual([index, true]);
    // Day by day, where it stands still; the last frame but the card is of the last day.
    const starts = [TITLE, TITLE + FIRST, TITLE + FIRST + STOPPED];
    for (const [index, start] of starts.entries()) {
      const far = days.map((day) => differ(frames[start], day));
      expect([index, far[index], Math.min(...far)]).toEqual([index, far[index], far[index]]);
      expect(far[index]).toBeLessThan(1.5);
    }
    expect(differ(frames[FRAMES - SOURCES - 1], days[2])).toBeLessThan(1.5);
    // Between the first and the second, each frame is farther from the first.
    const way = frames.slice(TITLE, TITLE + FIRST).map((frame) => differ(frame, days[0]));
    expect(way).toEqual(way.toSorted((one, other) => one - other));
  });

  it("has as GIF each picture for its time, in one palette", async () => {
    const file = await save(dashboard.page, "film", { format: "gif" });
    const { codec, width, height, duration } = probe(file);
    expect([codec, width, height]).toEqual(["gif", 1280, 720]);
    expect(duration).toBeCloseTo(FRAMES / 24, 1);
    const frames = decode(file, WIDTH, HEIGHT);
    // Two cards, three days, and five frames of ground on its way from the first to the second; then it stays.
    expect(frames).toHaveLength(2 + 3 + 5);
    for (const [frame, day] of [
      [1, 0],
      [7, 1],
      [8, 2],
    ] as const)
      expect([frame, differ(frames[frame], days[day]) < 3]).toEqual([frame, true]);
  });
});
