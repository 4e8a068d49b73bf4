import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import jsQR from "jsqr";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { loadExportWords } from "../../src/words/export-words.ts";
import { findViolations } from "./axe.ts";
import { IS_LONG } from "../fixtures/long.ts";
import { launchBrowser } from "./chromium.ts";
import { type Dashboard, openDashboard } from "./dashboard.ts";

const DAY = "2020-02-06";
const en = await loadExportWords("en");
const { share } = en;

let browser: Browser;
let dashboard: Dashboard;
/** What links say of the story that is shown. */
let mark = "";
beforeAll(async () => {
  browser = await launchBrowser();
  dashboard = await openDashboard(browser, `?day=${DAY}&place=saraqib&theme=light`, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await dashboard.waitForMap(DAY);
});
afterAll(() => browser.close());

const page = () => dashboard.page;
const settings = () => page().locator(".export-settings");
const told = () => page().locator(".export-status").textContent();
const copied = () => page().evaluate(() => navigator.clipboard.readText());
const text = () => page().locator(".export-text").first().inputValue();
const choose = (name: string) => page().locator(".export-kind", { hasText: name }).click();

/** What a picture says to a reader of QR codes, the browser having drawn it. */
async function scan(type: string, bytes: Buffer): Promise<string | undefined> {
  const { pixels, width, height } = await page().evaluate(
    async ([type, base64]) => {
      const picture = new Image();
      picture.src = `data:${type};base64,${base64}`;
      await picture.decode();
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext("2d");
      context?.drawImage(picture, 0, 0);
      const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      let text = "";
      for (let at = 0; at < data.length; at += 4) text += (data[at] ?? 0) < 128 ? "1" : "0";
      return { pixels: text, width: canvas.width, height: canvas.height };
    },
    [type, bytes.toString("base64")] as const,
  );
  const rgba = new Uint8ClampedArray(4 * width * height).fill(255);
  for (const [index, pixel] of [...pixels].entries())
    if (pixel === "1") rgba.fill(0, 4 * index, 4 * index + 3);
  return jsQR(rgba, width, height)?.data;
}

async function save(name: string): Promise<{ readonly file: string; readonly bytes: Buffer }> {
  const download = page().waitForEvent("download");
  await page().getByRole("button", { name, exact: true }).click();
  const file = await download;
  await expect.poll(told).toBe(en.saved(file.suggestedFilename()));
  return { file: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

describe("the link of a view", () => {
  it("is opened from the menu, says that it works here only, and is copied and photographed", async () => {
    await page().locator(".more-menu button").first().click();
    await page().getByRole("button", { name: "Share the link" }).click();
    await page().locator(".export-qr svg").waitFor();
    const address = await text();
    mark = new URL(address).searchParams.get("data") ?? "";
    expect(address).toMatch(
      new RegExp(`^${inject("address")}\\?day=${DAY}&place=saraqib&theme=light&data=[a-z-]+-[0-9a-f]{8}$`),
    );
    expect(await page().locator(".export-warning").textContent()).toBe(share.onlyMachine);
    expect(await findViolations(page())).toEqual([]);
    await page().getByRole("button", { name: share.link.copy }).click();
    await expect.poll(told).toBe(share.copied);
    expect(await copied()).toBe(address);
    for (const [format, type] of [
      ["SVG", "image/svg+xml"],
      ["PNG", "image/png"],
    ] as const) {
      const { file, bytes } = await save(share.link.saveCode(format));
      expect(file).toMatch(new RegExp(`${DAY}-qr\\.${format.toLowerCase()}$`));
      expect(await scan(type, bytes)).toBe(address);
    }
  });

  it("is selected for the reader's own key where the browser lets no page copy", async () => {
    await page().evaluate(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
      document.execCommand = () => false;
    });
    await page().getByRole("button", { name: share.link.copy }).click();
    await expect.poll(told).toBe(share.notCopied);
    const selected = await page().evaluate(() => {
      const field = document.activeElement as HTMLTextAreaElement;
      return field.value.slice(field.selectionStart, field.selectionEnd);
    });
    expect(selected).toBe(await text());
    await page().evaluate(() => {
      Reflect.deleteProperty(navigator, "clipboard");
      Reflect.deleteProperty(document, "execCommand");
    });
  });
});

describe("the citation of a view", () => {
  it("is written in each form, with the hash and without an address that leads nowhere", async () => {
    await choose(share.citation.name);
    const link = new URL(page().url());
    for (const form of [share.citation.plain, "BibTeX", "CSL-JSON"]) {
      await page().getByText(form, { exact: true }).last().click();
      await expect.poll(text).toMatch(/[0-9a-f]{64}/);
      const cited = await text();
      expect(cited).toContain("Wikipedia contributors");
      expect(cited).not.toContain(link.host);
    }
    const [item] = JSON.parse(await text());
    expect(item).toMatchObject({ type: "dataset", language: "en" });
    await page().getByRole("button", { name: share.citation.copy }).click();
    await expect.poll(told).toBe(share.copied);
    expect(await copied()).toBe(await text());
    const { file, bytes } = await save(share.citation.save);
    expect([file, bytes.toString()]).toEqual([`${item.id}.json`, `${await text()}\n`]);
    expect(await findViolations(page())).toEqual([]);
  });
});

describe("the page within another", () => {
  let article: Server;
  let code = "";
  beforeAll(async () => {
    // A page whose scripts were stripped, with the code as it was pasted.
    article = createServer((_, response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.setHeader("Content-Security-Policy", "script-src 'none'");
      response.end(`<!doctype html><html lang="en"><title>Article</title><h1>Article</h1>${code}</html>`);
    }).listen(0, "127.0.0.1");
  });
  afterAll(() => article.close());

  it.runIf(IS_LONG)("is seen as it will be, in the language and the theme that are chosen", async () => {
    await choose(share.embed.name);
    const frame = page().frameLocator(".export-frame iframe");
    await frame.locator(`[data-day="${DAY}"]`).first().waitFor({ state: "attached" });
    await settings().getByLabel(en.language).selectOption("ar");
    await frame.locator("html[dir=rtl]").waitFor();
    const { share: arShare } = await loadExportWords("ar");
    await expect.poll(text).toContain(`lang=ar&amp;theme=light&amp;embed`);
    expect(await text()).toContain(arShare.embed.title("هجوم شمال غرب سوريا", DAY as never));
    await settings().getByRole("spinbutton", { name: share.embed.height }).fill("99999");
    await page().locator(".export-fault").waitFor();
    expect(await text()).toBe("");
    await settings().getByRole("spinbutton", { name: share.embed.height }).fill("360");
    await expect.poll(text).toContain('height="360"');
    code = await text();
  });

  it.runIf(IS_LONG)(
    "stands in an article without any script, as high as was chosen, where its day can be changed",
    async () => {
      const other = await browser.newPage({ viewport: { width: 800, height: 700 }, deviceScaleFactor: 0.5 });
      await other.goto(`http://127.0.0.1:${(article.address() as AddressInfo).port}/`);
      const frame = other.frameLocator("iframe");
      await frame.locator(`[data-day="${DAY}"]`).first().waitFor({ state: "attached" });
      expect((await other.locator("iframe").boundingBox())?.height).toBe(360);
      await frame.getByRole("slider").press("ArrowLeft");
      await frame.locator('[data-day="2020-02-07"]').first().waitFor({ state: "attached" });
      expect(await frame.getByRole("alert").count()).toBe(0);
      await other.close();
    },
  );
});

describe("a link of another state of the data", () => {
  it("says so in one sentence, with what of it does not hold", async () => {
    await page().goto(`${inject("address")}?day=${DAY}&place=atlantis&data=northwestern-syria-00000000`);
    await page().locator(".notice-text").first().waitFor();
    const notices = await page().locator(".notice-text").allTextContents();
    expect(notices).toEqual([
      expect.stringMatching(/another state of the data, northwestern-syria-00000000, .*: place=atlantis\.$/),
    ]);
    expect(notices[0]).toContain(mark);
    expect(await dashboard.slider.getAttribute("aria-valuetext")).toContain("6 February 2020");
    expect(dashboard.complaints).toEqual([]);
  });
});

describe("on a phone", () => {
  it("all kinds are in one field that fits the page, in the reader's direction", async () => {
    await page().setViewportSize({ width: 390, height: 844 });
    await page().goto(`${inject("address")}?day=${DAY}&lang=ar&data=${mark}`);
    await dashboard.waitForMap(DAY);
    // A link of the state that is shown says nothing.
    expect(await page().locator(".notice-text").count()).toBe(0);
    await page().keyboard.press("e");
    const field = page().locator(".export-kind-field");
    await field.waitFor();
    expect(await field.locator("option").count()).toBe(7);
    await field.selectOption("citation");
    await page().locator(".export-page").waitFor();
    const overflow = () =>
      page().evaluate(() => {
        const body = document.querySelector(".modal-export .export");
        return (body?.scrollWidth ?? 0) - (body?.clientWidth ?? 0);
      });
    expect(await overflow()).toBe(0);
  });
});
