import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import sirv from "sirv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IS_LONG } from "../fixtures/long.ts";
import { readProvenance } from "../../src/export/provenance/provenance.ts";
import { launchBrowser } from "./chromium.ts";
import { savePicture } from "./save-picture.ts";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
const PATH = "/maps/a/";
const DAY = "2020-02-06";

const folder = mkdtempSync(join(tmpdir(), "offline-"));
let browser: Browser;
let server: Server;
let context: BrowserContext;
let page: Page;
/** The folder that the host has now; `undefined`: it does not answer. */
let hosted: string | undefined;

beforeAll(async () => {
  const serve = new Map<string, ReturnType<typeof sirv>>();
  server = createServer((request, response) => {
    const path = request.url ?? "";
    if (hosted === undefined || !path.startsWith(PATH)) return void request.socket.destroy();
    const handle = serve.get(hosted) ?? sirv(hosted, { dev: true });
    serve.set(hosted, handle);
    request.url = path.slice(PATH.length - 1);
    handle(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  }).listen(0, "127.0.0.1");
  browser = await launchBrowser();
  context = await browser.newContext({
    serviceWorkers: "allow",
    viewport: { width: 1000, height: 700 },
    deviceScaleFactor: 0.5,
    acceptDownloads: true,
  });
  page = await context.newPage();
});
afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true });
});

const address = (query: string) =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}?${query}`;
const waitForMap = (day: string) =>
  page.locator(`[data-day="${day}"]`).first().waitFor({ state: "attached" });
/** What the caches of the page hold, as names of files. */
const listKept = () =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url.split("/").at(-1) ?? "");
  });

describe("after one visit, under a path of a host", () => {
  it("all files that the page needs are kept", async () => {
    hosted = DIST;
    await page.goto(address(`day=${DAY}`));
    await waitForMap(DAY);
    const scripts = readdirSync(join(DIST, "assets")).filter((name) =>
      /^(page|maplibre-gl|ar|MapView)-.*\.js$/.test(name),
    );
    expect(scripts.length).toBeGreaterThan(3);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await expect.poll(listKept, { timeout: 60_000 }).toEqual(expect.arrayContaining([...scripts, ""]));
  });

  it("the page opens at any view without a network, in another language", async () => {
    hosted = undefined;
    await page.goto(address("day=2020-02-20&lang=ar"));
    await waitForMap("2020-02-20");
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    expect(await page.locator("[role=alert]").count()).toBe(0);
  });

  it("and a picture is made of it, which says what it shows", async () => {
    const { name, bytes } = await savePicture(page);
    expect(name).toMatch(/2020-02-20\.png$/);
    expect(readProvenance(bytes)).toMatchObject({ day: "2020-02-20", language: "ar" });
  });
});

describe("a network that goes away during the first visit", () => {
  it("leaves the page as it stands, every day of it", async () => {
    hosted = DIST;
    const first = await browser.newContext({
      viewport: { width: 1000, height: 700 },
      deviceScaleFactor: 0.5,
    });
    const visit = await first.newPage();
    await visit.goto(address(`day=${DAY}`));
    await visit.locator(`[data-day="${DAY}"]`).first().waitFor({ state: "attached" });
    hosted = undefined;
    await visit.getByRole("slider").press("ArrowRight");
    await visit.locator('[data-day="2020-02-07"]').first().waitFor({ state: "attached" });
    expect(await visit.locator(".date").first().textContent()).toContain("7 February 2020");
    await first.close();
  });
});

describe("a site that is updated while a tab is open", () => {
  it.runIf(IS_LONG)(
    "serves the open tab the files of its own build, and the new page when it is loaded anew",
    async () => {
      const update = join(folder, "update");
      cpSync(DIST, update, { recursive: true });
      // As after a build with other content: files of the old one are gone, and the page is another.
      for (const name of readdirSync(join(update, "assets"))) {
        if (/^fr-.*\.js$/.test(name)) rmSync(join(update, "assets", name));
      }
      const index = readFileSync(join(update, "index.html"), "utf8");
      writeFileSync(
        join(update, "index.html"),
        index.replace("<head>", '<head><meta name="build" content="2">'),
      );
      hosted = update;
      await page
        .locator("#language, [name=language]")
        .first()
        .waitFor({ state: "attached" })
        .catch(() => {});
      await page.evaluate(() => history.pushState(null, "", "?lang=fr"));
      const words = readdirSync(join(DIST, "assets")).find((name) => /^fr-.*\.js$/.test(name)) ?? "";
      const status = await page.evaluate(
        async (path) => (await fetch(path)).status,
        new URL(`assets/${words}`, address("")).href,
      );
      expect(status).toBe(200);
      await page.goto(address(`day=${DAY}`));
      await waitForMap(DAY);
      expect(await page.locator("meta[name=build]").getAttribute("content")).toBe("2");
    },
  );
});
