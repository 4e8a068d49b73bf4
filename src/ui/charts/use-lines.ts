import { useEffect, useMemo, useState } from "react";
import { type ChartLine, type ChartSeries, findSeries } from "../../core/measure/chart-series.ts";
import type { Chart } from "../../core/measure/charts.ts";
import { useAtlas } from "../state/dashboard.ts";

/** How long it may go on at a time, in milliseconds: a frame is missed at most. */
const WORK_MS = 20;
/** How often what is there so far is drawn, in milliseconds. */
const TELL_MS = 250;

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

/** Works a series out in idle time and tells now and then, and at the end. Returns what ends that. */
function workOut(series: ChartSeries, tell: () => void): () => void {
  let told = performance.now();
  let stopWaiting = () => {};
  function work(): void {
    const begun = performance.now();
    while (!series.isDone() && performance.now() - begun < WORK_MS) series.workOn();
    if (series.isDone() || performance.now() - told > TELL_MS) {
      told = performance.now();
      tell();
    }
    if (!series.isDone()) stopWaiting = whenIdle(work);
  }
  if (!series.isDone()) stopWaiting = whenIdle(work);
  return () => stopWaiting();
}

/** Safari has no idle callbacks; a pause leaves it time to answer the reader in between. */
function whenIdle(work: () => void): () => void {
  if (!("requestIdleCallback" in globalThis)) {
    const timer = setTimeout(work, 50);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(work, { timeout: 500 });
  return () => cancelIdleCallback(asked);
}
