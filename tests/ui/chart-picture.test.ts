import { beforeAll, describe, expect, it } from "vitest";
import { palettes } from "../../styles/palette.ts";
import { toneSides } from "../../styles/side-tones.ts";
import { type Atlas, buildAtlas } from "../../src/core/atlas.ts";
import { day, type Day } from "../../src/core/day.ts";
import { findSeries } from "../../src/core/measure/chart-series.ts";
import { type Chart, listCharts, listReported } from "../../src/core/measure/charts.ts";
import { measureDay } from "../../src/core/measure/measures.ts";
import { drawOnCanvas, type Drawing, writeSvg } from "../../src/ui/charts/marks.ts";
import { composeCharts } from "../../src/ui/charts/picture.ts";
import { percentOf } from "../../src/ui/state/axis.ts";
import { layOutTicks } from "../../src/ui/timeline/ticks.ts";
import { loadWords } from "../../src/words/index.ts";
import { loadBundled } from "../geodata/bundled.ts";

const SHOWN = day("2020-02-12");
const [WIDTH, PLOT_START, PLOT_WIDTH] = [1520, 284, 1086];

let atlas: Atlas;
let area: Chart;
let displaced: Chart;
beforeAll(async () => {
  atlas = buildAtlas((await loadBundled()).dataset);
  const find = (key: string) => listCharts(atlas).find((chart) => chart.key === key) as Chart;
  [area, displaced] = [find("area"), find("figure:displaced:persons")];
  const series = findSeries(atlas, area);
  while (!series.isDone()) series.workOn();
});

/** About the width of a text in any font. */
const measure = (text: string, size: number) => text.length * size * 0.55;

async function draw(language: string, charts: readonly Chart[]): Promise<Drawing> {
  const words = await loadWords(language);
  return composeCharts({
    atlas,
    charts,
    axis: atlas,
    day: SHOWN,
    words,
    palette: palettes.light,
    width: WIDTH,
    fontFamily: '"Some Font", sans-serif',
    measure,
    layOutTicks: (width) => layOutTicks(atlas, width, words.dates, (text) => measure(text, 12)),
  });
}

/** The height at which an SVG path of steps stands at `x`. */
function readHeight(path: string, x: number): number {
  const points = [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((found) => [
    Number(found[1]),
    Number(found[2]),
  ]);
  const last = points.findLast(([across = 0]) => across <= x + 0.01);
  return last?.[1] ?? Number.NaN;
}

describe("charts outside the page", () => {
  it("show what is measured: a line read off against the grid gives the area of the day", async () => {
    const svg = writeSvg(await draw("en", [area]));
    const strokes = [...svg.matchAll(/<path d="([^"]+)" fill="none" stroke="([^"]+)"/g)];
    const grid = strokes
      .filter(
        ([, path = ""]) =>
          path.startsWith(`M${PLOT_START},`) && path.includes(`L${PLOT_START + PLOT_WIDTH},`),
      )
      .filter(([, , colour]) => colour === palettes.light.rule)
      .map(([, path = ""]) => readHeight(path, PLOT_START));
    const top = Number(
      /text-anchor="end"[^>]*>([\d,]+)<\/text>\n/
        .exec(svg.slice(svg.indexOf("Area")))?.[1]
        ?.replaceAll(",", ""),
    );
    expect(top).toBe(20_000);
    const [zero, highest] = [Math.max(...grid), Math.min(...grid)];
    let compared = 0;
    for (const on of ["2019-12-25", "2020-02-12", "2020-03-10"] as Day[]) {
      const x = PLOT_START + (PLOT_WIDTH * percentOf(atlas, on)) / 100;
      for (const [side, km2] of measureDay(atlas, on).areaKm2) {
        const mark = toneSides(palettes.light, atlas.dataset.sides).get(side)?.mark;
        const path = strokes.find(
          ([, path = "", colour]) => colour === mark && path.split("L").length > 10,
        )?.[1];
        if (!path) continue;
        const read = (top * (zero - readHeight(path, x))) / (zero - highest);
        expect(Math.abs(read - km2)).toBeLessThan(top / 400);
        compared++;
      }
    }
    // Three sides on three days.
    expect(compared).toBe(9);
  });

  it("have a ring for each number of a document, who says so, the day and the dates", async () => {
    const svg = writeSvg(await draw("en", [displaced]));
    const reported = listReported(atlas, displaced);
    expect(reported.length).toBeGreaterThan(10);
    const rings = [...svg.matchAll(/<circle cx="([\d.]+)"[^>]*stroke=/g)].map(([, x]) => Number(x));
    const key = rings.find((x) => x > PLOT_START + PLOT_WIDTH);
    expect(key).toBeDefined();
    const expected = reported.map(
      ({ lastDay }) => PLOT_START + (PLOT_WIDTH * percentOf(atlas, lastDay)) / 100,
    );
    const there = rings.filter((x) => x !== key).toSorted((a, b) => a - b);
    expect(there.map(Math.round)).toEqual(expected.toSorted((a, b) => a - b).map(Math.round));
    for (const text of ["Displaced, people", "United Nations", "12 February", "Computed", "Reported", "Mar"])
      expect(svg).toContain(`>${text}</text>`);
  });

  it("run from right to left in Arabic: every mark is mirrored, no text is", async () => {
    const [ltr, rtl] = [await draw("en", [displaced]), await draw("ar", [displaced])];
    const rings = ({ marks }: Drawing) => marks.flatMap((mark) => (mark.kind === "ring" ? [mark.x] : []));
    // The key stands beside words of another length.
    expect(rings(rtl).slice(1).map(Math.round)).toEqual(
      rings(ltr)
        .slice(1)
        .map((x) => Math.round(WIDTH - x)),
    );
    expect(writeSvg(rtl)).toContain('direction="rtl"');
  });

  it("keep signs of markup in names apart from markup, and are put on a canvas as they are written", async () => {
    const drawing: Drawing = {
      ...(await draw("en", [area, displaced])),
      fontFamily: '"A & B"',
    };
    const said: string[] = [];
    const context = new Proxy({} as Record<string, unknown>, {
      get: (target, name) =>
        target[name as string] ??
        ((...given: unknown[]) => {
          if (name === "fillText") said.push(String(given[0]));
        }),
      set: (target, name, value) => {
        target[name as string] = value;
        return true;
      },
    });
    const before = globalThis.Path2D;
    globalThis.Path2D = function nothing() {} as unknown as typeof Path2D;
    drawOnCanvas(context as unknown as CanvasRenderingContext2D, drawing);
    globalThis.Path2D = before;
    const svg = writeSvg(drawing);
    expect(svg).toContain("&quot;A &amp; B&quot;");
    const written = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) =>
      text.replaceAll("&amp;", "&"),
    );
    expect(said).toEqual(written);
    expect(said.length).toBeGreaterThan(20);
  });
});
