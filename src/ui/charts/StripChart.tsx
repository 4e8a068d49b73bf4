import { memo, useMemo } from "react";
import { type Chart, listCharts, listReported } from "../../core/measure/charts.ts";
import type { Axis } from "../state/axis.ts";
import { useAtlas, useView } from "../state/dashboard.ts";
import { Shapes } from "./Shapes.tsx";
import { layOutChart } from "./layout.ts";
import { useLines } from "./use-lines.ts";

/** The chart that the view names, small, in place of the bars; nothing where it names one that the data set does not have. */
export const StripChart = memo(function StripChart({ axis }: { readonly axis: Axis }) {
  const atlas = useAtlas();
  const key = useView((view) => view.chart);
  const chart = useMemo(() => listCharts(atlas).find((candidate) => candidate.key === key), [atlas, key]);
  return chart && <StripLines key={chart.key} axis={axis} chart={chart} />;
});

/** As many as the strip of a laptop has pixels. */
const COLUMNS = 1280;

function StripLines({ axis, chart }: { readonly axis: Axis; readonly chart: Chart }) {
  const atlas = useAtlas();
  const { lines } = useLines(chart);
  const figures = useMemo(() => listReported(atlas, chart), [atlas, chart]);
  const shapes = useMemo(
    () => layOutChart(axis, atlas.dataset.firstDay, lines, figures, COLUMNS),
    [axis, atlas, lines, figures],
  );
  return (
    <div className="chart-bars strip-chart">
      <Shapes shapes={shapes} />
    </div>
  );
}
