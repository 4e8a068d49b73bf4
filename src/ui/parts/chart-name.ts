import type { Chart } from "../../core/measure/charts.ts";
import { pickName } from "../../core/names.ts";
import type { Words } from "../../words/types.ts";
import { saysItsUnit } from "./figure-number.ts";

/** More than one by any language's rule, where a unit is named without a number. */
const SEVERAL = 1000;

/** The name of a chart with its unit. */
export function nameChart(chart: Chart, { charts, evidence, language }: Words): string {
  switch (chart.kind) {
    case "area":
      return charts.area;
    case "share":
      return charts.share(pickName(chart.region.names, language));
    case "settlements":
      return charts.settlements;
    case "highway":
      return charts.highway(pickName(chart.highway.names, language));
    case "figure":
      return charts.figure(
        evidence.measure(chart.measure),
        saysItsUnit(chart.measure) ? "" : evidence.unit(chart.unit, SEVERAL),
      );
  }
}
