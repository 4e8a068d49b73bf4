import { memo, useMemo } from "react";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { layOutBars, layOutCeasefires, layOutGaps, listMonths, percentOf, placeAt } from "./bars.ts";
import { lookOf } from "../state/sides.ts";

/** What the chart shows on every day alike: ceasefires, months, base line, bars. Stays as it is while the day moves. */
export const ChartBackground = memo(function ChartBackground() {
  const atlas = useAtlas();
  const { bars, baseline } = useMemo(() => layOutBars(atlas), [atlas]);
  const ceasefires = useMemo(() => layOutCeasefires(atlas), [atlas]);
  const gaps = useMemo(() => layOutGaps(atlas), [atlas]);
  const { ceasefire } = useWords().evidence;
  return (
    <>
      {gaps.map(({ from, x, width }) => (
        <span key={from} className="chart-gap" style={placeAt(x, { width: `${width}%` })} />
      ))}
      {ceasefires.map(({ from, x, width }) => (
        <span key={from} className="chart-span" style={placeAt(x, { width: `${width}%` })}>
          <span className="chart-span-label">{ceasefire}</span>
        </span>
      ))}
      {listMonths(atlas).map((month) => (
        <span key={month} className="chart-month" style={placeAt(percentOf(atlas, month))} />
      ))}
      <span className="chart-baseline" style={{ top: `${baseline}%` }} />
      {bars.map(({ day, side, isCertain, x, y, height }) => (
        <span
          key={`${day} ${side} ${isCertain}`}
          className="chart-bar"
          data-certain={isCertain}
          {...lookOf(atlas.dataset, side, placeAt(x, { top: `${y}%`, height: `${height}%` }))}
        />
      ))}
    </>
  );
});
