import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import sirv from "sirv";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listSamples } from "../fixtures/import-samples.ts";
import { readFiles } from "../fixtures/source-files.ts";
import { launchBrowser } from "./chromium.ts";

let browser: Browser;
let folder: string;
let server: Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontline-sheets-"));
  const root = fileURLToPath(new URL("sheets-page/", import.meta.url));
  await build({
    root,
    base: "./",
    configFile: false,
    logLevel: "error",
    build: { outDir: folder, minify: false, assetsInlineLimit: 0 },
    worker: { format: "es" },
  });
  server = createServer(sirv(folder, { dev: true }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

describe("the readers in a browser", () => {
  it("read every format in a worker as they do without one, in another zone and under the policy of the page", async () => {
    const context = await browser.newContext({ timezoneId: "Pacific/Kiritimati" });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const samples = await listSamples();
    const files = samples.map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")] as const);
    const inBrowser = await page.evaluate((given) => window.readFiles(given), files);
    const here = await readFiles(Object.fromEntries(samples));
    expect(here.sheets.length).toBeGreaterThan(15);
    // Through JSON both, in which what is undefined is null.
    expect(JSON.parse(JSON.stringify(inBrowser.sheets))).toEqual(JSON.parse(JSON.stringify(here.sheets)));
    expect(inBrowser.problems).toEqual(here.problems);
    expect(inBrowser.notes).toEqual(here.notes);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
