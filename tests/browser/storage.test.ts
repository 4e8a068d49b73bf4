import { zipSync } from "fflate";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { loadWords } from "../../src/words/index.ts";
import { IS_LONG } from "../fixtures/long.ts";
import { MINI_FILES, readMini } from "../fixtures/mini.ts";
import { SMALL_WAR } from "../fixtures/small-war.ts";
import { launchBrowser } from "./chromium.ts";

const { open } = await loadWords("en");

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const openContext = () =>
  browser.newContext({
    viewport: { width: 1000, height: 700 },
    deviceScaleFactor: 0.5,
    reducedMotion: "reduce",
  });

interface Tab {
  readonly page: Page;
  /** Errors of the page, and requests to other hosts. */
  readonly complaints: readonly string[];
}

async function openTab(context: BrowserContext, query = ""): Promise<Tab> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol === "http:" && origin !== new URL(inject("address")).origin) complaints.push(request.url());
  });
  await page.goto(inject("address") + query);
  await page.locator(".day-slider").waitFor();
  return { page, complaints };
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Opens an archive as a reader does. */
async function pick(page: Page, name: string, files: Files): Promise<void> {
  const encoder = new TextEncoder();
  const entries = Object.entries(files).map(
    ([path, content]) => [path, typeof content === "string" ? encoder.encode(content) : content] as const,
  );
  await page.getByRole("button", { name: open.button }).first().click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open zip or files…" }).click();
  const buffer = Buffer.from(zipSync(Object.fromEntries(entries)));
  await (await chooser).setFiles({ name, mimeType: "application/zip", buffer });
}

const titleOf = (page: Page) => page.locator(".title-card h1").textContent();
const expectTitle = (page: Page, title: string) =>
  expect.poll(() => titleOf(page), { timeout: 60_000 }).toBe(title);
const mini = Object.fromEntries(MINI_FILES.map((file) => [file, readMini(file)])) as Record<string, string>;

describe("a browser that keeps nothing", () => {
  it("shows what is opened, says that it is not kept, and loses nothing else", async () => {
    const context = await openContext();
    await context.addInitScript(() => {
      const refuse = () => {
        throw new DOMException("Refused", "SecurityError");
      };
      for (const name of ["indexedDB", "localStorage", "sessionStorage", "caches"])
        Object.defineProperty(window, name, { get: refuse });
    });
    const { page, complaints } = await openTab(context);
    await pick(page, "war.zip", mini);
    await page.getByText(open.notKept("Mini story", false)).waitFor();
    await expectTitle(page, "Mini story");
    await page.locator(".day-slider").press("ArrowRight");
    await page.locator('[data-day="2020-01-03"]').first().waitFor({ state: "attached" });
    // What the address names is nowhere: the story is shown, and the reader told.
    await page.reload();
    await page.getByText(open.notHere).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe.runIf(IS_LONG)("a browser with no room left", () => {
  it("shows what is opened, says that there is no room, and keeps it once there is", async () => {
    const context = await openContext();
    const { page, complaints } = await openTab(context);
    const session = await context.newCDPSession(page);
    const { origin } = new URL(inject("address"));
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
    await pick(page, "war.zip", mini);
    await page.getByText(open.notKept("Mini story", true)).waitFor();
    await expectTitle(page, "Mini story");
    await session.send("Storage.overrideQuotaForOrigin", { origin });
    await pick(page, "war.zip", mini);
    await page.getByText(open.opened("Mini story")).waitFor();
    await page.reload();
    await expectTitle(page, "Mini story");
    expect(complaints).toEqual([]);
    await context.close();
  });
});

/** Texts that would be something else if a page took them for markup. */
const MARKUP = `<img src="https://elsewhere.example/x.png" onerror="document.title='run'"><b>x</b>`;

function writeMarkup(): Files {
  const declaration = JSON.parse(mini["dataset.json"] ?? "");
  const marked = {
    ...declaration,
    title: MARKUP,
    description: MARKUP,
    licence: MARKUP,
    credits: [MARKUP],
    line_note: MARKUP,
  };
  const places = JSON.parse(mini["towns.geojson"] ?? "");
  for (const { properties } of places.features) properties.name_en = properties.name = MARKUP;
  const claims = (mini["claims.csv"] ?? "").replaceAll(
    "Middle: recaptured.",
    `"${MARKUP.replaceAll('"', '""')}"`,
  );
  return {
    ...mini,
    "dataset.json": JSON.stringify(marked),
    "towns.geojson": JSON.stringify(places),
    "claims.csv": claims,
  };
}

describe("two tabs with different data sets", () => {
  it.runIf(IS_LONG)(
    "stay apart, and one that is forgotten in the other goes on to its end",
    { timeout: 300_000 },
    async () => {
      const context = await openContext();
      // One after the other: a tab in the background is not drawn. They are kept once that is said.
      const one = await openTab(context);
      await pick(one.page, "war.zip", mini);
      await one.page.getByText(open.opened("Mini story")).waitFor({ timeout: 60_000 });
      const other = await openTab(context);
      await pick(other.page, "war.zip", SMALL_WAR);
      await other.page.getByText(open.opened("Small war")).waitFor({ timeout: 60_000 });
      await other.page.reload();
      await expectTitle(other.page, "Small war");
      await one.page.bringToFront();
      await one.page.reload();
      await expectTitle(one.page, "Mini story");
      await other.page.bringToFront();
      await other.page.getByRole("button", { name: open.button }).first().click();
      await other.page.getByRole("button", { name: "Forget Mini story" }).click();
      await one.page.bringToFront();
      await one.page.locator(".day-slider").press("ArrowRight");
      await one.page.locator('[data-day="2020-01-03"]').first().waitFor({ state: "attached" });
      await one.page.reload();
      await one.page.getByText(open.notHere).waitFor();
      expect([...one.complaints, ...other.complaints]).toEqual([]);
      await context.close();
    },
  );
});

describe("a data set whose texts are markup", () => {
  it.runIf(IS_LONG)("is shown letter by letter, and nothing is run or asked for", async () => {
    const context = await openContext();
    const { page, complaints } = await openTab(context);
    await pick(page, "war.zip", writeMarkup());
    await page.getByRole("button", { name: "Show on the dashboard" }).click();
    await expectTitle(page, MARKUP);
    await page.locator('[data-day="2020-01-02"]').first().waitFor({ state: "attached" });
    for (const key of ["ArrowRight", "ArrowRight", "t"]) await page.keyboard.press(key);
    await page.getByRole("row").nth(1).click();
    await page.waitForTimeout(500);
    expect(await page.locator("img[src*=elsewhere], b").count()).toBe(0);
    expect(await page.title()).toContain(MARKUP);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
