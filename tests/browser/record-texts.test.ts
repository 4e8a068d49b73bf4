import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import type * as recording from "../../src/export/pdf/record-texts.ts";
import { launchBrowser } from "./chromium.ts";

declare const recorder: typeof recording;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const entry = fileURLToPath(new URL("../../src/export/pdf/record-texts.ts", import.meta.url));
  const [made] = (await build({
    configFile: false,
    logLevel: "warn",
    build: { write: false, lib: { entry, name: "recorder", formats: ["iife"] } },
  })) as Rolldown.RolldownOutput[];
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: made?.output[0].code ?? "" });
});

afterAll(() => browser.close());

it("notes of every text that is drawn the place where its ink is, and changes nothing of it", async () => {
  const results = await page.evaluate(() => {
    const makeCanvas = () => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [900, 700];
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      return context;
    };
    const cases = ["ltr", "rtl"].flatMap((direction) =>
      ["left", "right", "center", "start", "end"].flatMap((align) =>
        ["alphabetic", "middle", "top"].flatMap((baseline) =>
          ["Who held it", "معرة النعمان 12"].flatMap((text) =>
            [undefined, 60].map((maxWidth) => ({ direction, align, baseline, text, maxWidth })),
          ),
        ),
      ),
    );
    return cases.map(({ direction, align, baseline, text, maxWidth }) => {
      const [plain, noted] = [makeCanvas(), makeCanvas()];
      const { context, texts } = recorder.recordTexts(noted);
      for (const pen of [plain, context]) {
        pen.translate(450, 350);
        pen.rotate(0.3);
        pen.scale(2, 1.5);
        pen.font = "600 24px sans-serif";
        pen.direction = direction as CanvasDirection;
        pen.textAlign = align as CanvasTextAlign;
        pen.textBaseline = baseline as CanvasTextBaseline;
        pen.strokeText("", 0, 0);
        if (maxWidth === undefined) pen.fillText(text, 5, -3);
        else pen.fillText(text, 5, -3, maxWidth);
        pen.fillText("  ", 0, 0);
      }
      const [note] = texts;
      if (!note) throw new Error("nothing was noted");
      // The ink, in the units in which the text was noted.
      const back = new DOMMatrix([...note.matrix]).inverse();
      const { data, width } = noted.getImageData(0, 0, 900, 700);
      const [xs, ys]: [number[], number[]] = [[], []];
      for (let at = 3; at < data.length; at += 4) {
        if ((data[at] ?? 0) < 128) continue;
        const pixel = (at - 3) / 4;
        const point = back.transformPoint({ x: (pixel % width) + 0.5, y: Math.floor(pixel / width) + 0.5 });
        xs.push(point.x);
        ys.push(point.y);
      }
      const least = (values: number[]) => values.reduce((one, other) => Math.min(one, other), Infinity);
      const most = (values: number[]) => values.reduce((one, other) => Math.max(one, other), -Infinity);
      return {
        what: `${direction} ${align} ${baseline} ${text} ${maxWidth ?? ""}`,
        isSame: plain.canvas.toDataURL() === noted.canvas.toDataURL(),
        count: texts.length,
        note: { text: note.text, direction: note.direction, size: note.size },
        joined: note.parts.map((part) => part.text).join(""),
        width: note.parts.reduce((sum, part) => sum + part.width, 0),
        ink: { left: least(xs), right: most(xs), top: least(ys), bottom: most(ys) },
        hasBaseline: noted.textBaseline === baseline,
      };
    });
  });
  expect(results).toHaveLength(120);
  for (const { what, isSame, count, note, joined, width, ink, hasBaseline } of results) {
    const [direction] = what.split(" ");
    expect({ what, isSame, count, hasBaseline }).toEqual({ what, isSame: true, count: 1, hasBaseline: true });
    expect({ what, ...note }).toEqual({ what, text: joined, direction, size: 24 });
    // From edge to edge but for the room that a letter has at its sides, of which a squeezed one has less.
    expect(ink.left, what).toBeGreaterThan(-1.5);
    expect(ink.left, what).toBeLessThan(4);
    expect(ink.right, what).toBeLessThan(width + 1.5);
    expect(ink.right, what).toBeGreaterThan(width - 4);
    // Latin letters stand on the line, Arabic ones go below it.
    expect(ink.bottom, what).toBeGreaterThan(-2);
    expect(ink.bottom, what).toBeLessThan(/[A-Z]/.test(joined) ? 1.5 : 12);
    expect(ink.top, what).toBeGreaterThan(-26);
    expect(ink.top, what).toBeLessThan(-14);
  }
});
