import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, FrameLocator, Page } from "playwright-core";
import sirv from "sirv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../src/words/en/index.ts";
import { findViolations } from "./axe.ts";
import { launchBrowser } from "./chromium.ts";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
const INDEX = readFileSync(`${DIST}/index.html`, "utf8");

let browser: Browser;
const servers: Server[] = [];
/** Of the site that is embedded, of a newspaper that it was built for, and of a page that it was not. */
let site = "";
let paper = "";
let stranger = "";

function serve(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  );
}

/** An article around the map, that notes what it is told. */
function writeArticle(frame: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Article</title>
<body style="height:3000px"><main><h1>Article</h1><p>Text</p>${frame}</main>
<script>window.told = []; addEventListener("message", ({ data }) => told.push(data));</script>`;
}

beforeAll(async () => {
  browser = await launchBrowser();
  const files = sirv(DIST, { dev: true });
  let origins = "";
  site = await serve((request, response) => {
    // Frames in a sandbox have no origin: whoever wants these has to let all origins fetch.
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (/^\/(\?|$)/.test(request.url ?? "")) {
      response.setHeader("Content-Type", "text/html");
      response.end(INDEX.replace("<head>", `<head><meta name="frontline-origins" content="${origins}">`));
    } else {
      files(request, response, () => {
        response.writeHead(404).end();
      });
    }
  });
  const article = (sandbox: string) => (_: unknown, response: import("node:http").ServerResponse) => {
    response.setHeader("Content-Type", "text/html");
    response.end(
      writeArticle(
        `<iframe ${sandbox} src="${site}/?day=2020-02-06&place=saraqib&embed" width="640" height="480" title="Map"></iframe>`,
      ),
    );
  };
  paper = await serve(article(""));
  stranger = await serve(article('sandbox="allow-scripts"'));
  origins = paper;
});
afterAll(async () => {
  await browser.close();
  for (const server of servers) server.close();
});

async function openArticle(address: string): Promise<{ page: Page; frame: FrameLocator }> {
  const page = await browser.newPage({ viewport: { width: 800, height: 700 }, deviceScaleFactor: 0.5 });
  await page.goto(address);
  const frame = page.frameLocator("iframe");
  await frame.locator('[data-day="2020-02-06"]').first().waitFor({ state: "attached" });
  return { page, frame };
}

/** All that the article was told so far. */
const listTold = (page: Page) =>
  page.evaluate(() => (window as unknown as { told: readonly Record<string, unknown>[] }).told);
const say = (page: Page, message: object) =>
  page.evaluate(
    ([text]) => document.querySelector("iframe")?.contentWindow?.postMessage(JSON.parse(text ?? ""), "*"),
    [JSON.stringify(message)],
  );

describe("within a page that the site was built for", () => {
  let page: Page;
  let frame: FrameLocator;
  beforeAll(async () => ({ page, frame } = await openArticle(paper)));
  afterAll(() => page.close());

  it("has the map, the date, the days and the way to the whole page, and nothing else", async () => {
    expect(await frame.locator(".date").textContent()).toBe("6 February 2020");
    expect(await frame.getByRole("slider").count()).toBe(1);
    expect(await frame.getByRole("button", { name: en.timeline.play, exact: true }).count()).toBe(1);
    const link = new URL((await frame.getByRole("link").first().getAttribute("href")) ?? "");
    expect([link.origin, link.searchParams.get("day"), link.searchParams.get("place")]).toEqual([
      site,
      "2020-02-06",
      "saraqib",
    ]);
    expect(link.searchParams.has("embed")).toBe(false);
    for (const region of ["Day", "Selected"])
      expect(await frame.getByRole("region", { name: region, exact: true }).count()).toBe(0);
    expect(await frame.getByRole("searchbox").count()).toBe(0);
    expect(await findViolations(page)).toEqual([]);
  });

  it("says how high it would like to be and what it shows, and does what it is asked", async () => {
    const told = await listTold(page);
    expect(told).toContainEqual({ frontline: 1, height: expect.any(Number) });
    expect(told.map(({ state }) => state).filter(Boolean)).toContainEqual(
      expect.objectContaining({ day: "2020-02-06", place: "saraqib", firstDay: "2019-11-24" }),
    );
    await say(page, { frontline: 1, set: { day: "2020-02-20", place: null } });
    await frame.locator('[data-day="2020-02-20"]').first().waitFor({ state: "attached" });
    await expect
      .poll(async () => (await listTold(page)).at(-1)?.["state"])
      .toMatchObject({ day: "2020-02-20", place: null });
    await say(page, { frontline: 1, set: { day: "2021-01-01", place: "atlantis" } });
    await expect
      .poll(async () => (await listTold(page)).find(({ refused }) => refused)?.["refused"])
      .toEqual([expect.stringContaining("2021-01-01"), expect.stringContaining("atlantis")]);
    expect(await frame.locator(".date").textContent()).toBe("20 February 2020");
  });

  it("fills its frame, as narrow as on a phone", async () => {
    const measure = () =>
      frame.locator(".dock").evaluate((dock) => window.innerHeight - dock.getBoundingClientRect().bottom);
    expect(await measure()).toBe(0);
    await page.locator("iframe").evaluate((element) => element.setAttribute("width", "366"));
    await expect.poll(() => frame.locator("body").evaluate(() => window.innerWidth)).toBe(366);
    await expect.poll(measure).toBe(0);
    await page.locator("iframe").evaluate((element) => element.setAttribute("width", "640"));
  });

  it("leaves the wheel to the article, and its history", async () => {
    const entries = await page.evaluate(() => history.length);
    await page.mouse.move(300, 250);
    await page.mouse.wheel(0, 400);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
    await frame.getByRole("slider").press("Home");
    await frame.locator('[data-day="2019-11-24"]').first().waitFor({ state: "attached" });
    expect(await page.evaluate(() => history.length)).toBe(entries);
  });
});

describe("within a page that it was not built for, in a sandbox without storage", () => {
  it("draws the map, tells its height alone and does nothing that it is asked", async () => {
    const { page, frame } = await openArticle(stranger);
    await say(page, { frontline: 1, set: { day: "2020-02-20" } });
    await frame.getByRole("slider").press("ArrowRight");
    await frame.locator('[data-day="2020-02-07"]').first().waitFor({ state: "attached" });
    const told = await listTold(page);
    expect(told.length).toBeGreaterThan(0);
    for (const message of told) expect(Object.keys(message).toSorted()).toEqual(["frontline", "height"]);
    await page.close();
  });
});
