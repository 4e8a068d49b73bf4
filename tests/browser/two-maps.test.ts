import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { day, listDays } from "../../src/core/day.ts";
import { dates } from "../../src/words/en/forms.ts";
import { loadBundled } from "../geodata/bundled.ts";
import { palettes } from "../../styles/palette.ts";
import { findViolations } from "./axe.ts";
import { IS_LONG } from "../fixtures/long.ts";
import { launchBrowser } from "./chromium.ts";
import { openDashboard } from "./dashboard.ts";
import { savePicture } from "./save-picture.ts";

/** Saraqib, which the government took on 6 February 2020, in the middle of the map. */
const PLACE = { lng: 36.80591, lat: 35.86447 };
const [BEFORE, AFTER] = ["2020-01-20", "2020-03-05"];
const QUERY = `?day=${AFTER}&with=${BEFORE}&theme=light&hide=labels,posts,events&at=${PLACE.lng},${PLACE.lat},10`;
const [OPPOSITION, GOVERNMENT] = [palettes.light.sides.green.mark, palettes.light.sides.vermilion.mark];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Runs in the page: the colour of one pixel of a picture as `#rrggbb`. */
async function readPixel([base64, x, y]: readonly [string, number, number]): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes]));
  const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  context?.drawImage(picture, 0, 0);
  const [red = 0, green = 0, blue = 0] = context?.getImageData(x, y, 1, 1).data ?? [];
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

async function findColour(page: Page, x: number, y: number): Promise<string> {
  // A pixel of the picture for each of the page, whatever the window has.
  const shot = await page.screenshot({ scale: "css" });
  return page.evaluate(readPixel, [shot.toString("base64"), Math.round(x), Math.round(y)] as const);
}

async function findMiddle(page: Page, selector: string): Promise<readonly [x: number, y: number]> {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`nothing to see: ${selector}`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

const MAIN = ".map-area > .map";
const OTHER = ".other-map .map";

/** Waits until a pixel has a colour: the map draws in its own time. */
async function expectColour(page: Page, [x, y]: readonly [number, number], colour: string): Promise<void> {
  await expect.poll(() => findColour(page, x, y), { timeout: 20_000, interval: 300 }).toBe(colour);
}

async function openComparison(mode: "swipe" | "beside", more = "") {
  const dashboard = await openDashboard(browser, `${QUERY}&compare=${mode}${more}`, {
    // Counts the contexts that the page has made and still holds.
    prepare: async (page) => {
      await page.addInitScript(() => {
        const made = new Set<WebGL2RenderingContext>();
        const find = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: [string]) {
          const context = find.apply(this, args) as WebGL2RenderingContext | null;
          if (args[0] === "webgl2" && context) made.add(context);
          return context as never;
        } as typeof find;
        Object.assign(window, {
          countContexts: () => [...made].filter((one) => !one.isContextLost()).length,
        });
      });
    },
  });
  await dashboard.waitForMap(AFTER);
  await dashboard.waitForMap(BEFORE);
  return dashboard;
}

function countContexts(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { countContexts: () => number }).countContexts());
}

describe("two days under a divider", () => {
  it("are drawn each on its half, and the divider is moved by keys, in both directions of reading", async () => {
    for (const [language, further] of [
      ["en", "ArrowRight"],
      ["ar", "ArrowLeft"],
    ] as const) {
      const { page, complaints, close } = await openComparison("swipe", `&lang=${language}`);
      const middle = await findMiddle(page, MAIN);
      const divider = page.locator(".divider");
      await divider.focus();
      for (let step = 0; step < 8; step++) await page.keyboard.press(further);
      expect(Number(await divider.inputValue())).toBeGreaterThan(55);
      const thumb = await page.locator(".divider-line").boundingBox();
      expect(Math.sign((thumb?.x ?? 0) - middle[0])).toBe(language === "en" ? 1 : -1);
      await expectColour(page, middle, OPPOSITION);
      for (let step = 0; step < 16; step++)
        await page.keyboard.press(further === "ArrowRight" ? "ArrowLeft" : "ArrowRight");
      expect(Number(await divider.inputValue())).toBeLessThan(45);
      await expectColour(page, middle, GOVERNMENT);
      expect(complaints).toEqual([]);
      await close();
    }
  });

  it.runIf(IS_LONG)("lie on the same land and water, as far as the map is seen", async () => {
    const query = `?day=${AFTER}&with=${BEFORE}&compare=swipe&theme=light`;
    const { page, waitForMap, close } = await openDashboard(browser, query);
    await waitForMap(BEFORE);
    // Far out at sea, where the base of the first picture ends.
    await expectColour(page, [45, 250], palettes.light.sea);
    await close();
  });

  it.runIf(IS_LONG)(
    "follow the pointer at the handle and the map everywhere else, and Escape leads out of it",
    async () => {
      const { page, close } = await openComparison("swipe");
      const [x, y] = await findMiddle(page, MAIN);
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 150, y, { steps: 5 });
      await page.mouse.up();
      expect((await page.locator(".divider-line").boundingBox())?.x).toBeCloseTo(x + 149, -1);
      await expectColour(page, [x, y], OPPOSITION);
      // On either half the ground is taken along, and with it the other.
      await page.mouse.move(x - 100, y + 100);
      await page.mouse.down();
      await page.mouse.move(x + 130, y + 100, { steps: 10 });
      await page.waitForTimeout(200);
      await page.mouse.up();
      await expectColour(page, [x + 230, y], GOVERNMENT);
      await page.locator(".divider").focus();
      await page.keyboard.press("Escape");
      await page.locator(".other-map").waitFor({ state: "detached" });
      await expect.poll(() => new URL(page.url()).searchParams.get("with")).toBe(null);
      expect(await page.locator("canvas.maplibregl-canvas").count()).toBe(1);
      expect(await countContexts(page)).toBe(1);
      await close();
    },
  );
});

describe("two days side by side", () => {
  it("show the same ground after a drag on either map and a change of zoom", async () => {
    const { page, complaints, close } = await openComparison("beside");
    const [main, other] = [await findMiddle(page, MAIN), await findMiddle(page, OTHER)];
    expect(other[0]).toBeLessThan(main[0]);
    await expectColour(page, main, GOVERNMENT);
    await expectColour(page, other, OPPOSITION);
    const drag = async ([x, y]: readonly [number, number], dx: number, dy: number) => {
      await page.mouse.move(x - 60, y - 40);
      await page.mouse.down();
      await page.mouse.move(x - 60 + dx, y - 40 + dy, { steps: 8 });
      await page.waitForTimeout(200);
      await page.mouse.up();
    };
    const expectAt = async (dx: number, dy: number) => {
      await expectColour(page, [main[0] + dx, main[1] + dy], GOVERNMENT);
      await expectColour(page, [other[0] + dx, other[1] + dy], OPPOSITION);
    };
    await drag(main, 60, 30);
    await expectAt(60, 30);
    await drag(other, -30, -60);
    await expectAt(30, -30);
    // Twice as large around the middle.
    await page.locator(`${MAIN} canvas`).press("=");
    await expectAt(60, -60);
    await expect.poll(() => new URL(page.url()).searchParams.get("at")).toMatch(/,11\.00$/);
    await page.locator(`${OTHER} canvas`).press("-");
    await expectAt(30, -30);
    expect(complaints).toEqual([]);
    await close();
  });

  it.runIf(IS_LONG)(
    "leave nothing behind after being shown and left again and again",
    async () => {
      const { page, slider, complaints, close } = await openComparison("beside");
      for (let time = 0; time < 6; time++) {
        await page.locator("canvas.maplibregl-canvas").first().press("c");
        await page.locator(".other-map").waitFor({ state: "detached" });
        expect(await countContexts(page)).toBe(1);
        await slider.blur();
        await page.keyboard.press("c");
        await page.locator(`${OTHER} canvas`).waitFor();
      }
      await page.keyboard.press("Escape");
      await page.locator(".other-map").waitFor({ state: "detached" });
      expect(await page.locator("canvas.maplibregl-canvas").count()).toBe(1);
      expect(await countContexts(page)).toBe(1);
      const box = await page.locator(MAIN).boundingBox();
      expect(box?.width).toBe((await page.locator(".map-area").boundingBox())?.width);
      await expectColour(page, await findMiddle(page, MAIN), GOVERNMENT);
      expect(complaints).toEqual([]);
      await close();
    },
    300_000,
  );

  it.runIf(IS_LONG)("tell of a graphics processor that either map has lost, and recover", async () => {
    const { page, waitForMap, close } = await openComparison("beside");
    const setGraphics = (selector: string, isThere: boolean) =>
      page.evaluate(
        ([css, there]) => {
          const held = window as unknown as Record<string, WEBGL_lose_context | null | undefined>;
          const canvas = document.querySelector<HTMLCanvasElement>(`${css} canvas`);
          held[css] ??= canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context");
          if (there) held[css]?.restoreContext();
          else held[css]?.loseContext();
        },
        [selector, isThere] as const,
      );
    const notice = page.getByText("graphics processor was reset");
    await setGraphics(OTHER, false);
    await notice.waitFor();
    await setGraphics(MAIN, false);
    await setGraphics(OTHER, true);
    await waitForMap(BEFORE);
    // The other one is still without.
    expect(await notice.count()).toBe(1);
    await setGraphics(MAIN, true);
    await waitForMap(AFTER);
    await notice.waitFor({ state: "detached" });
    await expectColour(page, await findMiddle(page, OTHER), OPPOSITION);
    await expectColour(page, await findMiddle(page, MAIN), GOVERNMENT);
    // What is amiss with a map that is left is over.
    await setGraphics(OTHER, false);
    await notice.waitFor();
    await page.keyboard.press("Escape");
    await notice.waitFor({ state: "detached" });
    await close();
  });

  it.runIf(IS_LONG)("are both in the exported picture, each with its ground", async () => {
    const { page, close } = await openComparison("beside");
    // Each map has a frame of its own.
    await page.evaluate(() => {
      const frames: number[][] = [];
      Object.assign(window, { frames });
      const stroke = CanvasRenderingContext2D.prototype.strokeRect;
      CanvasRenderingContext2D.prototype.strokeRect = function (x, y, width, height) {
        if (this.canvas.width === 1200 && height > 300) frames.push([x + width / 2, y + height / 2]);
        stroke.call(this, x, y, width, height);
      };
    });
    const { bytes } = await savePicture(page, { own: { widthPx: 1200, heightPx: 750, density: 1 } });
    const middles = await page.evaluate(() => (window as unknown as { frames: number[][] }).frames);
    const colours = [];
    for (const [x = 0, y = 0] of middles) {
      const at = [bytes.toString("base64"), Math.round(x), Math.round(y)] as const;
      colours.push(await page.evaluate(readPixel, at));
    }
    expect(colours).toEqual([OPPOSITION, GOVERNMENT]);
    await close();
  });
});

describe("a comparison", () => {
  it.each(IS_LONG ? (["swipe", "beside"] as const) : (["swipe"] as const))(
    "shown as %s has no accessibility violation that axe can find",
    async (mode) => {
      const { page, close } = await openComparison(mode);
      const found = await findViolations(page);
      await close();
      expect(found).toEqual([]);
    },
  );

  it("has a handle for either day on the line of time, and on a phone no two maps side by side", async () => {
    const { page, slider, waitForMap, close } = await openDashboard(browser, `${QUERY}&compare=beside`, {
      viewport: { width: 390, height: 844 },
    });
    await waitForMap(BEFORE);
    expect(await page.getByRole("radio", { name: "Side by side" }).count()).toBe(0);
    expect(await page.locator(".divider").count()).toBe(1);
    const other = page.getByRole("slider", { name: "Day to compare with" });
    await other.press("ArrowRight");
    await expect.poll(() => new URL(page.url()).searchParams.get("with")).toBe("2020-01-21");
    await slider.press("ArrowLeft");
    await expect.poll(() => new URL(page.url()).searchParams.get("day")).toBe("2020-03-04");
    await close();
  });
});

/** A point far from all settlements that changed hands, and the day on which asking every day says it did so last. */
async function findChangedPoint() {
  const { dataset } = await loadBundled();
  const { control, settlements, sides } = dataset;
  const days = listDays(dataset.firstDay, day(AFTER));
  for (let lat = 35.6; lat < 36.2; lat += 0.01) {
    for (let lng = 36.6; lng < 37; lng += 0.01) {
      const isFree = settlements.every(({ position: [x, y] }) => Math.hypot(x - lng, y - lat) > 0.03);
      const holders = days.map((asked) => control.findSide([lng, lat], asked));
      const last = holders.findLastIndex((holder, index) => index > 0 && holder !== holders[index - 1]);
      const before = sides.find(({ id }) => id === holders[last - 1]);
      if (isFree && last > 0 && before)
        return { lng, lat, day: days[last] ?? "", before: before.name["en"] ?? "" };
    }
  }
  throw new Error("No ground of the story changed hands far from settlements.");
}

describe("the advance map", () => {
  it("is chosen among the layers, says since when ground is whose, and has a ramp in the legend", async () => {
    const wanted = await findChangedPoint();
    const at = `${wanted.lng.toFixed(4)},${wanted.lat.toFixed(4)},11`;
    const { page, waitForMap, complaints, close } = await openDashboard(
      browser,
      `?day=${AFTER}&theme=light&hide=posts,events&at=${at}`,
    );
    await waitForMap(AFTER);
    await page.getByRole("button", { name: "Layers" }).click();
    await page.getByText("The day it changed hands").click();
    await page.keyboard.press("Escape");
    await expect.poll(() => new URL(page.url()).searchParams.get("ground")).toBe("changed");
    await page.getByText("still being worked out").waitFor({ state: "detached", timeout: 60_000 });
    await page.getByText("By the day it came under government forces").waitFor();
    const [x, y] = await findMiddle(page, MAIN);
    await page.mouse.move(x, y);
    const note = page.getByText(/^Changed hands: /);
    await note.waitFor();
    const [, when = "", before = ""] = /: (.*)\. Before: (.*)$/.exec((await note.textContent()) ?? "") ?? [];
    expect([when, before.toLowerCase()]).toEqual([dates.long(day(wanted.day)), wanted.before.toLowerCase()]);
    expect(complaints).toEqual([]);
    await close();
  });
});
