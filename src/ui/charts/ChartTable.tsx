import { useState } from "react";
import type { ChartLine } from "../../core/measure/chart-series.ts";
import type { Chart } from "../../core/measure/charts.ts";
import type { Figure } from "../../core/records.ts";
import { RecordText } from "../parts/RecordText.tsx";
import { DayButton } from "../parts/DayButton.tsx";
import { nameAttribution } from "../parts/facts.ts";
import { describeNumber } from "../parts/figure-number.ts";
import { nameChart } from "../parts/chart-name.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { nameSideShortly } from "../state/sides.ts";
import { readLines, writeValue } from "./readings.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";

interface Props {
  readonly chart: Chart;
  readonly lines: readonly ChartLine[];
  readonly figures: readonly Figure[];
}

/** Rows on the page at a time. */
const PAGE_ROWS = 200;

/** The numbers behind a chart: a row for each day that is computed, and one for each number of a document. */
export function ChartTable({ chart, lines, figures }: Props) {
  return (
    <div className="chart-table" tabIndex={-1}>
      {figures.length > 0 && <ReportedTable chart={chart} figures={figures} />}
      {lines.length > 0 && <ComputedTable chart={chart} lines={lines} />}
    </div>
  );
}

function ComputedTable({ chart, lines }: Omit<Props, "figures">) {
  const { days, dataset } = useAtlas();
  const words = useWords();
  const { chartTable: said } = laterWordsOf(words);
  const { charts } = words;
  const [page, setPage] = useState(0);
  const shown = days.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS);
  const isLast = (page + 1) * PAGE_ROWS >= days.length;
  return (
    <>
      <table className="data-table">
        <caption>{`${nameChart(chart, words)} (${words.evidence.computed})`}</caption>
        <thead>
          <tr>
            <th scope="col">{said.tableDay}</th>
            {lines.map(({ side }) => (
              <th key={side} scope="col">
                {nameSideShortly(dataset, side, words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((day) => (
            <tr key={day}>
              <th scope="row">
                <DayButton day={day}>{words.dates.long(day)}</DayButton>
              </th>
              {readLines(lines, dataset.firstDay, day).map(({ side, value }) => (
                <td key={side} className="figures">
                  {value === undefined ? charts.notKnown : writeValue(chart, value, words)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {days.length > PAGE_ROWS && (
        <p className="chart-pages">
          <button type="button" className="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {said.previousRows}
          </button>
          <button type="button" className="button" disabled={isLast} onClick={() => setPage(page + 1)}>
            {said.nextRows}
          </button>
        </p>
      )}
    </>
  );
}

function ReportedTable({ chart, figures }: Omit<Props, "lines">) {
  const atlas = useAtlas();
  const words = useWords();
  const { chartTable: said } = laterWordsOf(words);
  const { charts } = words;
  return (
    <table className="data-table">
      <caption>{`${nameChart(chart, words)} (${charts.reported})`}</caption>
      <thead>
        <tr>
          <th scope="col">{said.tableDay}</th>
          <th scope="col">{said.tableValue}</th>
          <th scope="col">{said.tableWho}</th>
          <th scope="col">{said.tableSays}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => {
          const { before, number, after } = describeNumber(figure, words);
          return (
            <tr key={figure.id}>
              <th scope="row">
                <DayButton day={figure.lastDay}>{words.dates.long(figure.lastDay)}</DayButton>
              </th>
              <td>
                {before} <bdi className="figures">{number}</bdi> {after}
              </td>
              <td>
                <bdi>{nameAttribution(atlas, figure, words)}</bdi>
              </td>
              <td>
                <RecordText record={figure} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
