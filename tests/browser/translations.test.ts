import { readFile } from "node:fs/promises";
import papaparse from "papaparse";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadWords } from "../../src/words/index.ts";
import { IS_LONG } from "../fixtures/long.ts";
import { launchBrowser } from "./chromium.ts";
import { openDashboard } from "./dashboard.ts";

const DAY = "2020-02-06";
const PART = /\/translations-[^/]*\.part$/;

type Row = Readonly<Record<string, string>>;

/** The rows of a table of the story, as the file has them. */
async function readRows(table: string): Promise<readonly Row[]> {
  const text = await readFile(new URL(`../../geodata/${table}`, import.meta.url), "utf8");
  return papaparse.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

async function readRow(table: string, isWanted: (row: Row) => boolean): Promise<Row> {
  const row = (await readRows(table)).find(isWanted);
  if (!row) throw new Error(`${table} has no such row`);
  return row;
}

const readEvent = () =>
  readRow(
    "events.csv",
    ({ first_day, last_day, kind }) => first_day === DAY && last_day === DAY && kind === "strike",
  );

/** Which translations a page asks for. */
function noteParts(asked: string[]) {
  return async (page: Page) => {
    page.on("request", (request) => {
      if (PART.test(request.url())) asked.push(request.url());
    });
  };
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe("what the records say", () => {
  it("is Arabic for readers of Arabic, and the English is a click away", async () => {
    const event = await readEvent();
    const { record } = await loadWords("ar");
    const asked: string[] = [];
    const { page, complaints, close } = await openDashboard(browser, `?day=${DAY}&lang=ar`, {
      prepare: noteParts(asked),
    });
    const title = page.locator("#panel-day .event-title bdi", { hasText: event["title_ar"] ?? "" });
    await title.first().waitFor();
    expect(asked).toHaveLength(1);
    expect(await title.first().getAttribute("lang")).toBe("ar");
    expect(await title.first().getAttribute("dir")).toBe("rtl");
    const english = page.locator("#panel-day .original", { hasText: event["title"] ?? "" });
    expect(await english.count()).toBe(0);
    await page.locator("#panel-day .translation-note").getByText(record.showOriginals).click();
    await english.first().waitFor();
    expect(await english.first().getAttribute("lang")).toBe("en");
    expect(await english.first().getAttribute("dir")).toBe("ltr");
    await title.first().click();
    await page.getByText(event["summary_ar"] ?? "", { exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it.runIf(IS_LONG)(
    "is the original for readers of English and French, and no translation is asked for",
    async () => {
      const event = await readEvent();
      const asked: string[] = [];
      for (const language of ["en", "fr"]) {
        const { page, waitForMap, close } = await openDashboard(browser, `?day=${DAY}&lang=${language}`, {
          prepare: noteParts(asked),
        });
        const title = page.locator("#panel-day .event-title bdi", { hasText: event["title"] ?? "" });
        await title.first().waitFor();
        await waitForMap(DAY);
        expect(await page.locator(".translation-note").count()).toBe(0);
        await close();
      }
      expect(asked).toEqual([]);
    },
  );

  it("comes with the change of language, names of those who say so included, and goes with it", async () => {
    const event = await readRow(
      "events.csv",
      ({ first_day, attribution, source }) => first_day === DAY && attribution !== "article" && source !== "",
    );
    const { page, close } = await openDashboard(browser, `?day=${DAY}`);
    const who = (name = "") => page.locator("#panel-day .event .attribution", { hasText: name }).first();
    await who(event["attribution"]).waitFor();
    await page.locator(".tools .language-select").selectOption("ar");
    await who(event["attribution_ar"]).waitFor();
    expect(await who(event["attribution"]).count()).toBe(0);
    await page.locator(".tools .language-select").selectOption("en");
    await who(event["attribution"]).waitFor();
    expect(await who(event["attribution_ar"]).count()).toBe(0);
    await close();
  });

  it.runIf(IS_LONG)(
    "is found by the filter in the words of either language, in the list as on the map",
    async () => {
      const event = await readEvent();
      const { layers, evidence } = await loadWords("ar");
      const ofDay = (await readRows("events.csv")).filter(
        ({ first_day = "", last_day = "" }) => first_day <= DAY && DAY <= last_day,
      );
      const findLongWord = (text = "") => text.split(" ").find((word) => word.length > 5) ?? "";
      for (const text of [findLongWord(event["title_ar"]), findLongWord(event["title"])]) {
        const query = `?day=${DAY}&lang=ar&text=${encodeURIComponent(text)}`;
        const { page, waitForMap, close } = await openDashboard(browser, query);
        await page
          .locator("#panel-day .event-title bdi", { hasText: event["title_ar"] ?? "" })
          .first()
          .waitFor();
        await waitForMap(DAY);
        await page
          .locator(".legend", { hasText: layers.events.legend(evidence.eventKind("strike")) })
          .waitFor();
        expect(await page.locator("#panel-day .event").count()).toBeLessThan(ofDay.length);
        await close();
      }
    },
  );

  it.each([
    ["is not there", { status: 404, body: "" }],
    ["is another", { status: 200, body: "something else" }],
  ])("stays English where its translation %s, and the page says so", async (_, answer) => {
    const event = await readEvent();
    const { record, chrome } = await loadWords("ar");
    const { page, close } = await openDashboard(browser, `?day=${DAY}&lang=ar`, {
      prepare: async (blocked) => void (await blocked.route(PART, (route) => route.fulfill(answer))),
    });
    await page.getByText(record.translationMissing).waitFor();
    await page
      .locator("#panel-day .event-title bdi", { hasText: event["title"] ?? "" })
      .first()
      .waitFor();
    expect(await page.getByLabel(chrome.search).count()).toBeGreaterThan(0);
    expect(await page.locator(".translation-note").count()).toBe(0);
    await close();
  });
});
