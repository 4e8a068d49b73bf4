import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "./chromium.ts";
import { openSharpDashboard as openDashboard } from "./dashboard.ts";
import { IS_LONG } from "../fixtures/long.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const readAddress = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

/** The days the dock shows while the clock is run on by hand, one after each interval. */
async function playOn(page: Page, milliseconds: number, count: number): Promise<(string | null)[]> {
  const shown: (string | null)[] = [];
  for (let step = 0; step < count; step++) {
    for (let passed = 0; passed < milliseconds; passed += 50) await page.clock.runFor(50);
    shown.push(await page.locator(".date time").getAttribute("datetime"));
  }
  return shown;
}

async function stopClock(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
}

/** Runs in the page: how many programs were linked stands at its root. */
function countPrograms(): void {
  const { linkProgram } = WebGL2RenderingContext.prototype;
  let count = 0;
  WebGL2RenderingContext.prototype.linkProgram = function link(program) {
    document.documentElement.dataset.programs = String(++count);
    return linkProgram.call(this, program);
  };
}

describe("playing", () => {
  it.runIf(IS_LONG)(
    "keeps to the range of the address and begins anew at its end where it loops",
    async () => {
      const query = "?day=2020-02-01&from=2020-02-10&to=2020-02-12";
      const { page, complaints, close } = await openDashboard(browser, query, { reducedMotion: "reduce" });
      await page.getByRole("button", { name: "Speed, loop and range: 2×" }).click();
      await page.getByLabel("Begin again at the end").check();
      await page.getByLabel("Days per second", { exact: true }).fill("4");
      await page.keyboard.press("Escape");
      await stopClock(page);
      await page.getByRole("button", { name: "Play", exact: true }).click();
      expect(await playOn(page, 250, 5)).toEqual([
        "2020-02-11",
        "2020-02-12",
        "2020-02-10",
        "2020-02-11",
        "2020-02-12",
      ]);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it("stops only on days with changes where it is told to", async () => {
    const { page, close } = await openDashboard(browser, "?day=2020-01-10", { reducedMotion: "reduce" });
    await page.getByRole("button", { name: "Next change" }).click();
    const next = await page.locator(".date time").getAttribute("datetime");
    await page.getByRole("button", { name: "Previous day" }).click();
    await page.getByRole("button", { name: "Speed, loop and range: 2×" }).click();
    await page.getByLabel("Stop only on days with changes").check();
    await page.keyboard.press("Escape");
    await stopClock(page);
    await page.getByRole("button", { name: "Play", exact: true }).click();
    const [first] = await playOn(page, 500, 1);
    expect(first).toBe(next);
    await close();
  });

  it.runIf(IS_LONG)(
    "has all programs of the graphics processor made ready before the reader steps",
    async () => {
      const { page, close } = await openDashboard(browser, "?day=2020-01-10", {
        reducedMotion: "reduce",
        prepare: async (page) => {
          await page.addInitScript(countPrograms);
        },
      });
      const countMade = () => page.evaluate(() => Number(document.documentElement.dataset.programs));
      // Idle time is when the map's own data are in, and nothing was made ready for a while.
      let before = -1;
      await expect
        .poll(
          async () => {
            const made = await countMade();
            const isSame = made === before && made > 0;
            before = made;
            return isSame;
          },
          { interval: 5_000, timeout: 60_000 },
        )
        .toBe(true);
      await page.getByRole("button", { name: "Next change" }).click();
      const next = (await page.locator(".date time").getAttribute("datetime")) ?? "";
      await page.getByRole("button", { name: "Next day" }).click();
      await page.getByRole("button", { name: "Previous day" }).click();
      await page.locator(`[data-day="${next}"]`).waitFor({ state: "attached", timeout: 60_000 });
      expect(await countMade()).toBe(before);
      await close();
    },
  );
});

describe("the axis", () => {
  it.each(IS_LONG ? ["en", "ar"] : ["ar"])(
    "gives a range to a drag, compares two days by one with Shift, in the reading direction: %s",
    async (lang) => {
      const { page, close } = await openDashboard(browser, `?day=2020-02-06&lang=${lang}`);
      const box = await page.locator(".chart-months").boundingBox();
      if (!box) throw new Error("There is no axis");
      const at = (share: number) => box.x + box.width * (lang === "ar" ? 1 - share : share);
      await page.mouse.move(at(20 / 116), box.y + 8);
      await page.mouse.down();
      await page.mouse.move(at(30 / 116), box.y + 8);
      await page.mouse.move(at(40 / 116), box.y + 8);
      await page.mouse.up();
      await expect.poll(() => readAddress(page, "from")).toBe("2019-12-14");
      await expect.poll(() => readAddress(page, "to")).toBe("2020-01-03");
      expect(await page.locator(".chart-pale").count()).toBe(2);
      await page.locator(".range-chip").click();
      await expect.poll(() => readAddress(page, "from")).toBeNull();
      const above = box.y - 20;
      await page.mouse.move(at(20 / 116), above);
      await page.keyboard.down("Shift");
      await page.mouse.down();
      await page.mouse.move(at(30 / 116), above);
      await page.mouse.move(at(40 / 116), above);
      await page.mouse.up();
      await page.keyboard.up("Shift");
      await expect.poll(() => readAddress(page, "with")).toBe("2019-12-14");
      await expect.poll(() => readAddress(page, "day")).toBe("2020-01-03");
      expect(await page.locator(".date").textContent()).toMatch(
        lang === "ar" ? /^14\s.+\s2019\s← 3\s.+\s2020$/ : /^14\sDecember\s2019\s→ 3\sJanuary\s2020$/,
      );
      await close();
    },
  );

  it("is zoomed by wheel and keys about the day, follows the day off its end, and is whole again at a double click", async () => {
    const { page, slider, complaints, close } = await openDashboard(browser, "?day=2020-02-06");
    expect(await slider.getAttribute("max")).toBe("116");
    await slider.press("+");
    await slider.press("+");
    expect(await slider.getAttribute("max")).toBe("29");
    expect(await slider.getAttribute("aria-valuetext")).toBe("Thursday, 6 February 2020");
    await slider.press("End");
    expect(await slider.getAttribute("aria-valuetext")).toBe("Thursday, 19 March 2020");
    expect(await slider.inputValue()).toBe("29");
    await slider.press("0");
    expect(await slider.getAttribute("max")).toBe("116");
    const box = await page.locator(".chart-plot").boundingBox();
    if (!box) throw new Error("There is no strip");
    await page.mouse.move(box.x + box.width / 2, box.y + 30);
    await page.mouse.wheel(0, -240);
    await expect.poll(() => slider.getAttribute("max")).toBe("58");
    await page.mouse.dblclick(box.x + box.width / 2, box.y + 30);
    await expect.poll(() => slider.getAttribute("max")).toBe("116");
    expect(complaints).toEqual([]);
    await close();
  });
});
