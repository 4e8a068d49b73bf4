import { memo, useMemo, useState } from "react";
import type { Day } from "../../core/day.ts";
import type { ChartLine } from "../../core/measure/chart-series.ts";
import { type Chart, listReported } from "../../core/measure/charts.ts";
import type { Figure } from "../../core/records.ts";
import { SideMark } from "../parts/SideMark.tsx";
import type { Axis } from "../state/axis.ts";
import { nameChart } from "../parts/chart-name.ts";
import { useAtlas, useDashboard, useView, useWords } from "../state/dashboard.ts";
import { nameSideShortly } from "../state/sides.ts";
import { ChartPlot } from "./ChartPlot.tsx";
import { ChartTable } from "./ChartTable.tsx";
import { findReported, readLines, writeFigure, writeValue } from "./readings.ts";
import { useLines } from "./use-lines.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";

interface Props {
  readonly axis: Axis;
  readonly chart: Chart;
  /** The day that is read: the one pointed at, or the one shown. */
  readonly day: Day;
}

/** A chart with its title and what it says of the day, or the table behind it. */
export const ChartRow = memo(function ChartRow({ axis, chart, day }: Props) {
  const atlas = useAtlas();
  const words = useWords();
  const [isTable, setTable] = useState(false);
  const { lines, share } = useLines(chart);
  const figures = useMemo(() => listReported(atlas, chart), [atlas, chart]);
  const { charts } = words;
  return (
    <article className="chart-row" data-chart={chart.key} aria-label={nameChart(chart, words)}>
      <div className="chart-row-head">
        <RowTitle chart={chart} />
        <button
          type="button"
          className="text-button chart-row-table"
          aria-pressed={isTable}
          onClick={() => setTable(!isTable)}
        >
          {isTable ? laterWordsOf(words).chartTable.drawing : charts.table}
        </button>
        <Readings chart={chart} lines={lines} figures={figures} day={day} />
        {share < 1 && <p className="quiet">{charts.working(Math.floor(100 * share))}</p>}
      </div>
      {isTable ? (
        <ChartTable chart={chart} lines={lines} figures={figures} />
      ) : (
        <ChartPlot axis={axis} chart={chart} lines={lines} figures={figures} day={day} />
      )}
    </article>
  );
});

/** The title puts the chart into the strip. */
function RowTitle({ chart }: { readonly chart: Chart }) {
  const { store } = useDashboard();
  const words = useWords();
  const isChosen = useView((view) => view.chart === chart.key);
  return (
    <h3>
      <button
        type="button"
        className="chart-row-title"
        title={words.charts.choose}
        aria-pressed={isChosen}
        onClick={() => store.setState({ chart: chart.key })}
      >
        {nameChart(chart, words)}
      </button>
    </h3>
  );
}

interface ReadingsProps {
  readonly chart: Chart;
  readonly lines: readonly ChartLine[];
  readonly figures: readonly Figure[];
  readonly day: Day;
}

/** More numbers of one day than this are in the table only. */
const MOST_FIGURES = 2;

function Readings({ chart, lines, figures, day }: ReadingsProps) {
  const atlas = useAtlas();
  const words = useWords();
  const { dataset } = atlas;
  const reported = findReported(figures, day);
  const asOf = reported[0]?.lastDay;
  return (
    <ul className="chart-readings">
      {readLines(lines, dataset.firstDay, day).map(({ side, value }) => (
        <li key={side}>
          <SideMark side={side} /> {nameSideShortly(dataset, side, words)}{" "}
          <strong className="figures">
            {value === undefined ? words.charts.notKnown : writeValue(chart, value, words)}
          </strong>
        </li>
      ))}
      {reported.slice(0, MOST_FIGURES).map((figure) => (
        <li key={figure.id} className={asOf === day ? "chart-reported" : "chart-reported quiet"}>
          {asOf !== undefined && asOf !== day && `${words.dates.brief(asOf)}: `}
          <bdi>{writeFigure(atlas, figure, words)}</bdi>
        </li>
      ))}
      {reported.length > MOST_FIGURES && <li className="quiet">{`+${reported.length - MOST_FIGURES}`}</li>}
    </ul>
  );
}
