import { useEffect, useMemo, useState } from "react";
import { type ChartLine, findSeries } from "../../core/measure/chart-series.ts";
import type { Chart } from "../../core/measure/charts.ts";
import { useAtlas } from "../state/dashboard.ts";
import { workOut } from "../state/work-out.ts";

export interface Lines {
  readonly lines: readonly ChartLine[];
  /** From 0 to 1: how much of the story is worked out. */
  readonly share: number;
}

/** The computed lines of a chart as far as they are known: the rest is worked out while the browser has nothing else to do. */
export function useLines(chart: Chart): Lines {
  const atlas = useAtlas();
  const series = findSeries(atlas, chart);
  const [told, setTold] = useState(0);
  useEffect(() => workOut(series, () => setTold((count) => count + 1)), [series]);
  return useMemo(() => {
    const lines = series.listLines();
    const share = series.isDone() ? 1 : (lines[0]?.values.length ?? 0) / Math.max(1, atlas.days.length);
    return { lines, share };
    // oxlint-disable-next-line react/exhaustive-deps -- what is told is that the series has more
  }, [series, atlas, told]);
}
