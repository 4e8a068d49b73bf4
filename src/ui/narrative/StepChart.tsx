import type { Day } from "../../core/day.ts";
import { listCharts } from "../../core/measure/charts.ts";
import { ChartRow } from "../charts/ChartRow.tsx";
import { useAtlas } from "../state/dashboard.ts";

interface Props {
  /** Nothing is drawn of one that the data set has no numbers for. */
  readonly chart: string;
  readonly day: Day;
}

/** The chart of a step, over all days of the story, read at the step's day. */
export function StepChart({ chart: key, day }: Props) {
  const atlas = useAtlas();
  const chart = listCharts(atlas).find((candidate) => candidate.key === key);
  return (
    chart && (
      <div className="step-chart">
        <ChartRow axis={atlas} chart={chart} day={day} />
      </div>
    )
  );
}
