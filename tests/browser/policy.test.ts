import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { loadWords } from "../../src/words/index.ts";
import { launchBrowser } from "./chromium.ts";
import { openDashboard } from "./dashboard.ts";
import { savePicture } from "./save-picture.ts";
import { IS_LONG } from "../fixtures/long.ts";

const MINI = fileURLToPath(new URL("../fixtures/mini", import.meta.url));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function zipMini(): Promise<Buffer> {
  const names = await readdir(MINI);
  const files = await Promise.all(
    names.map(async (name) => [`war/${name}`, await readFile(join(MINI, name))] as const),
  );
  return Buffer.from(zipSync(Object.fromEntries(files)));
}

describe("the policy of the page", () => {
  it("lets it do all that it does: scrub, open an archive, speak another language, save a picture", async () => {
    const violations: string[] = [];
    const { page, slider, waitForMap, complaints, close } = await openDashboard(browser, "?day=2020-02-06", {
      prepare: async (page) => {
        await page.exposeFunction("noteViolation", (text: string) => violations.push(text));
        await page.addInitScript(() => {
          addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
            const { noteViolation } = window as unknown as { noteViolation: (text: string) => void };
            noteViolation(`${violatedDirective} ${blockedURI}`);
          });
        });
      },
    });
    await waitForMap("2020-02-06");
    await slider.press("ArrowRight");
    await waitForMap("2020-02-07");
    await page.getByRole("button", { name: "Open data" }).first().click();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open zip or files…" }).click();
    await (await chooser).setFiles({ name: "war.zip", mimeType: "application/zip", buffer: await zipMini() });
    await expect
      .poll(() => page.locator(".title-card h1").textContent(), { timeout: 20_000 })
      .toBe("Mini story");
    await waitForMap("2020-01-02");
    await page.locator(".tools .language-select").selectOption("uk");
    expect((await savePicture(page)).bytes.length).toBeGreaterThan(10_000);
    expect(violations).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("stops scripts, pictures and requests that are not the page's own, but for those to a base map's host", async () => {
    const { page, close } = await openDashboard(browser, "?day=2020-02-06");
    const reached = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'from a script'";
      document.body.append(script);
      const holder = document.createElement("div");
      holder.innerHTML = `<img src="data:," onerror="document.title = 'from a handler'">`;
      document.body.append(holder);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const stopped: string[] = [];
      addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
        stopped.push(`${effectiveDirective} ${blockedURI}`);
      });
      const asked = await fetch("http://elsewhere.example/x").catch((error: unknown) => String(error));
      new Image().src = "https://elsewhere.example/x.png";
      const other = document.createElement("script");
      other.src = "https://elsewhere.example/x.js";
      document.body.append(other);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const evaluated = (() => {
        try {
          return String(new Function("return 1")());
        } catch (error) {
          return error instanceof Error ? error.name : "";
        }
      })();
      return { title: document.title, asked: String(asked), evaluated, stopped };
    });
    expect(reached.title).not.toContain("from a");
    expect(reached.evaluated).toBe("EvalError");
    expect(reached.asked).toContain("Failed to fetch");
    expect(reached.stopped.toSorted()).toEqual([
      "connect-src http://elsewhere.example/x",
      "img-src https://elsewhere.example/x.png",
      "script-src-elem https://elsewhere.example/x.js",
    ]);
    await close();
  });
});

describe("the page before its scripts", () => {
  it.each([["", "en", 0], ...(IS_LONG ? ([["?lang=ar&theme=dark", "ar", 20_000]] as const) : [])] as const)(
    "says that it is loading, and after a while what to do: %s",
    async (query, language, patience) => {
      const { notices } = await loadWords(language);
      const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
      // Neither scripts nor styles come, nor an answer that they do not.
      await page.route(/assets\//, () => {});
      await page.goto(inject("address") + query, { waitUntil: "commit" });
      await page.getByText(notices.loading).waitFor();
      const late = page.getByText(notices.loadingLong);
      const reload = page.getByRole("link", { name: notices.reload });
      expect(await late.isVisible()).toBe(false);
      const other = (await loadWords(language === "en" ? "ar" : "en")).notices;
      expect(await page.getByText(other.loading).isVisible()).toBe(false);
      if (patience > 0) await reload.waitFor({ timeout: patience });
      expect(await late.isVisible()).toBe(patience > 0);
      await page.close();
    },
  );

  it("says so out of its first file, which takes a slow line less than a second", async () => {
    const html = await (await fetch(inject("address"))).text();
    const { notices } = await loadWords("en");
    const end = html.indexOf(notices.loading);
    expect(end).toBeGreaterThan(0);
    // At 50 KB a second two seconds have 60 KB, less two answers that are 400 ms away.
    expect(gzipSync(html.slice(0, end)).length).toBeLessThan(60_000 / 4);
    // Nothing in front of it holds it up: styles and scripts of other files stand behind, or wait.
    expect(html.slice(0, end)).not.toMatch(/<link rel="stylesheet"|<script(?![^>]*type="module")[^>]* src/);
  });

  it.runIf(IS_LONG)("says so within two seconds at 50 KB a second and 400 ms", async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    const speed = { latency: 400, downloadThroughput: 50 * 1024, uploadThroughput: 50 * 1024 };
    await session.send("Network.emulateNetworkConditions", { offline: false, ...speed });
    await page.goto(`${inject("address")}?lang=ar`, { waitUntil: "commit" });
    await page.getByText((await loadWords("ar")).notices.loading).waitFor();
    const findPaint = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
    await expect.poll(() => page.evaluate(findPaint)).toBeLessThan(2000);
    await page.close();
  });

  it("says at once what to do where a script cannot be had", async () => {
    const { notices } = await loadWords("en");
    const page = await browser.newPage();
    await page.route(/assets\/index-.*js/, (route) => route.fulfill({ status: 404 }));
    await page.goto(inject("address"));
    await expect.poll(() => page.getByText(notices.loadingLong).isVisible(), { timeout: 3000 }).toBe(true);
    await page.close();
  });

  it("still says it is loading while the story hangs, and the dashboard takes its place", async () => {
    const { notices } = await loadWords("en");
    const page = await browser.newPage();
    let answer = () => {};
    const isAsked = new Promise<void>((resolve) => {
      void page.route(/story[^/]*\.frontline$/, (route) => {
        answer = () => void route.continue();
        resolve();
      });
    });
    await page.goto(inject("address"));
    await isAsked;
    expect(await page.getByText(notices.loading).isVisible()).toBe(true);
    answer();
    await page.getByRole("slider").waitFor();
    expect(await page.getByText(notices.loading).count()).toBe(0);
    await page.close();
  });

  it("says in every language that it needs scripts where there are none", async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(inject("address"));
    for (const language of ["en", "ar", "fr", "uk"]) {
      const { notices } = await loadWords(language);
      // What stands in a noscript element is no text to Playwright's search by text.
      const note = page.locator(`section[lang=${language}] noscript p`);
      expect(await note.textContent()).toBe(notices.needsScripts);
      expect(await note.isVisible()).toBe(true);
      expect(await page.getByText(notices.loading).isVisible()).toBe(false);
    }
    await page.close();
  });
});
