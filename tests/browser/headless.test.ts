import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { compilePath } from "../../src/cli/open-dataset.ts";
import { runCli } from "../../src/cli/run-cli.ts";
import { startServing } from "../../src/cli/serve.ts";
import { readProvenance } from "../../src/export/provenance/provenance.ts";
import { IS_LONG } from "../fixtures/long.ts";
import { ensureFfmpeg, probe } from "../long/ffmpeg.ts";
import { MINI_FOLDER } from "../fixtures/mini.ts";
import { launchBrowser } from "./chromium.ts";
import { comparePictures } from "./compare-pictures.ts";
import { savePicture } from "./save-picture.ts";

const DASHBOARD = fileURLToPath(new URL("../../dist", import.meta.url));
const cwd = mkdtempSync(join(tmpdir(), "frontline-headless-"));

beforeAll(() => {
  cpSync(MINI_FOLDER, join(cwd, "mini"), { recursive: true });
  vi.stubEnv("CHROMIUM_PATH", process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium");
  vi.stubEnv("TMPDIR", cwd);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

let said = "";
const io = {
  cwd,
  compile: compilePath,
  findDashboard: () => DASHBOARD,
  out: () => {},
  err: (text: string) => (said += text),
};

/** Runs the command line with a browser of this machine. Gives what it says on the error stream. */
async function run(...args: readonly string[]): Promise<string> {
  said = "";
  expect(await runCli(args, io), said).toBe(0);
  return said;
}

const WISH = "--day 2020-01-03 --compare 2020-01-01 --size 900x600 --density 1 --theme light";

it("a picture is drawn without anybody there, and says what it shows", async () => {
  await run("snapshot", "mini", ...WISH.split(" "), "--url", "https://example.org/war/", "--out", "a.png");
  const bytes = readFileSync(join(cwd, "a.png"));
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([900, 600]);
  // A page without its map takes less than half of it.
  expect(bytes.length).toBeGreaterThan(40_000);
  expect(readProvenance(Uint8Array.from(bytes))).toMatchObject({
    datasetTitle: "Mini story",
    day: "2020-01-03",
    comparedDay: "2020-01-01",
    permalink: expect.stringContaining("https://example.org/war/?day=2020-01-03&with=2020-01-01"),
  });
  // The browser's own files lay here, too.
  expect(readdirSync(cwd).filter((name) => /browser|chrom/i.test(name))).toEqual([]);
});

it.runIf(IS_LONG)(
  "a picture is the one that the page's own Export makes",
  async () => {
    const serving = await startServing(
      { command: "serve", folder: "mini", host: "127.0.0.1", port: 0, format: "table", isStrict: false },
      io,
    );
    const browser: Browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(`${serving?.address}?day=2020-01-03&with=2020-01-01`);
      await page.locator("[data-day='2020-01-03']").waitFor({ state: "attached", timeout: 60_000 });
      const own = await savePicture(page, { theme: "light" });
      await run("snapshot", "mini", ...WISH.split(" "), "--out", "b.png");
      const [different, total] = await page.evaluate(comparePictures, [
        own.bytes.toString("base64"),
        readFileSync(join(cwd, "b.png")).toString("base64"),
      ] as const);
      expect(total).toBe(900 * 600);
      // One pixel in a thousand by more than a tenth of its range: letters may be smoothed otherwise.
      expect(different / total).toBeLessThan(0.001);
    } finally {
      await browser.close();
      await serving?.close();
    }
  },
  180_000,
);

it.runIf(IS_LONG)(
  "a series, a film and cards are drawn too, in whatever language and shape",
  async () => {
    ensureFfmpeg();
    const days = "--from 2020-01-02 --to 2020-01-04 --size 480x270";
    await run("series", "mini", ...days.split(" "), "--language", "ar", "--out", "days.zip");
    const entries = Object.keys(unzipSync(Uint8Array.from(readFileSync(join(cwd, "days.zip")))));
    expect(entries).toHaveLength(4);
    expect(entries[0]).toMatch(/^2020-01-02-.*\.png$/);
    await run("series", "mini", ...days.split(" "), "--format", "webp", "--out", "days");
    expect(readdirSync(join(cwd, "days"))).toHaveLength(3);
    for (const [format, codec] of [
      ["mp4", "h264"],
      ["webm", "vp9"],
      ["gif", "gif"],
    ]) {
      const told = await run(
        "film",
        "mini",
        ...days.split(" "),
        "--pace",
        "0.25",
        "--no-cards",
        "--out",
        `film.${format}`,
      );
      expect(told).toMatch(/^The film is /);
      const probed = probe(join(cwd, `film.${format}`));
      // Six frames a day, and as many more for each of two days with changes; a GIF has one for as long as nothing moves.
      expect(probed).toMatchObject({
        codec,
        width: 480,
        height: 270,
        ...(format !== "gif" && { frames: 30 }),
      });
    }
    await run("build", "mini", "--site", "site", "--cards", "--url", "https://example.org/");
    const cards = readdirSync(join(cwd, "site/cards"));
    expect(cards.filter((name) => name !== "card.css")).toEqual(
      ["2020-01-02", "2020-01-04"].flatMap((day) =>
        ["html", "json", "png"].map((ending) => `${day}.${ending}`),
      ),
    );
    const picture = readFileSync(join(cwd, "site/cards/2020-01-02.png"));
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
  },
  600_000,
);
