import type { Palette } from "../../styles/palette.ts";
import type { Atlas } from "../core/atlas.ts";
import { listDays } from "../core/day.ts";
import { findSeries } from "../core/measure/chart-series.ts";
import { listCharts } from "../core/measure/charts.ts";
import type { View } from "../core/view.ts";
import type { PagePart } from "../map/page/page-renderer.ts";
import { drawOnCanvas } from "../ui/charts/marks.ts";
import { composeCharts, LEAST_WIDTH, measureCharts } from "../ui/charts/picture.ts";
import type { OpenCharts } from "../ui/state/dashboard.ts";
import { finish } from "../ui/state/work-out.ts";
import { layOutTicks } from "../ui/timeline/ticks.ts";
import { wordsOf } from "../words/index.ts";

/**
 * The open charts as a part of a picture, as wide as it will be told and as many as have room in its height, once all days are worked out; `undefined` if none of
 * them are charts of the data set.
 */
export async function drawCharts(
  atlas: Atlas,
  { view, palette }: { readonly view: View; readonly palette: Palette },
  { keys, axis: span }: OpenCharts,
): Promise<((width: number, most: number) => PagePart) | undefined> {
  const charts = listCharts(atlas).filter(({ key }) => keys.includes(key));
  if (charts.length === 0) return undefined;
  for (const chart of charts) await finish(findSeries(atlas, chart));
  const axis = span ? { days: listDays(span.first, span.last) } : atlas;
  const words = wordsOf(view.language);
  const { fontFamily } = getComputedStyle(document.body);
  const context = document.createElement("canvas").getContext("2d");
  const measure = (text: string, size: number, weight: number) => {
    if (!context) return text.length * size;
    context.font = `${weight} ${size}px ${fontFamily}`;
    return context.measureText(text).width;
  };
  const compose = (width: number, shown: typeof charts) =>
    composeCharts({
      atlas,
      charts: shown,
      axis,
      day: view.day,
      words,
      palette,
      width: Math.max(LEAST_WIDTH, width),
      fontFamily,
      measure,
      layOutTicks: (plotWidth) => layOutTicks(axis, plotWidth, words.dates, (text) => measure(text, 12, 400)),
    });
  return (width, most) => {
    // Where there is no room for all of them, the first ones.
    const share = Math.min(1, width / LEAST_WIDTH);
    let count = charts.length;
    while (count > 1 && share * measureCharts(count) > most) count -= 1;
    return {
      height: share * measureCharts(count),
      // A page is laid out many times before it is drawn once.
      draw(onto) {
        onto.scale(share, share);
        drawOnCanvas(onto, compose(width, charts.slice(0, count)));
      },
    };
  };
}
