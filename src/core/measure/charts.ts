import type { Atlas } from "../atlas.ts";
import { listContents } from "../contents.ts";
import { FIGURE_MEASURES, type Figure, type FigureMeasure, type Highway, type Region } from "../records.ts";

/** Something that can be drawn over the days of a story: computed at the end of each, given by documents, or both. */
export type Chart =
  /** Square kilometres by side. */
  | { readonly key: "area"; readonly kind: "area" }
  /** Percent, from 0 to 100, of the chief region by side. */
  | { readonly key: "share"; readonly kind: "share"; readonly region: Region }
  /** Documented settlements that a side holds uncontested. */
  | { readonly key: "settlements"; readonly kind: "settlements" }
  /** Kilometres of a highway by side. */
  | { readonly key: `highway:${string}`; readonly kind: "highway"; readonly highway: Highway }
  /** What documents give of one measure in one unit; nothing is computed. */
  | {
      readonly key: `figure:${string}`;
      readonly kind: "figure";
      readonly measure: FigureMeasure;
      readonly unit: string;
    };

/** The charts that a data set has numbers for: first what is computed, then each measure and unit that a figure has. */
export function listCharts({ dataset }: Atlas): readonly Chart[] {
  const { settlements, highways, regions, chiefRegion, figures } = dataset;
  const { hasGround } = listContents(dataset);
  const region = hasGround ? regions.find(({ id }) => id === chiefRegion) : undefined;
  const charts: Chart[] = [];
  if (hasGround) charts.push({ key: "area", kind: "area" });
  if (region) charts.push({ key: "share", kind: "share", region });
  if (settlements.some(({ isContext }) => !isContext))
    charts.push({ key: "settlements", kind: "settlements" });
  if (hasGround)
    charts.push(
      ...highways.map((highway): Chart => ({ key: `highway:${highway.id}`, kind: "highway", highway })),
    );
  for (const measure of FIGURE_MEASURES) {
    const units = new Set(figures.filter((figure) => figure.measure === measure).map(({ unit }) => unit));
    for (const unit of units) {
      const isBesideShare = region && measure === "share-of-governorate" && unit === PERCENT;
      if (!isBesideShare) charts.push({ key: `figure:${measure}:${unit}`, kind: "figure", measure, unit });
    }
  }
  return charts;
}

const PERCENT = "percent";

/** The numbers of documents that belong into a chart, by their last day; those without a day of the story are left out. */
export function listReported({ dataset }: Atlas, chart: Chart): readonly Figure[] {
  const { figures, firstDay, lastDay } = dataset;
  const wanted =
    chart.kind === "share"
      ? { measure: "share-of-governorate", unit: PERCENT }
      : chart.kind === "figure"
        ? chart
        : undefined;
  if (!wanted) return [];
  return figures
    .filter(({ measure, unit }) => measure === wanted.measure && unit === wanted.unit)
    .filter((figure) => figure.lastDay >= firstDay && figure.lastDay <= lastDay)
    .toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0));
}
