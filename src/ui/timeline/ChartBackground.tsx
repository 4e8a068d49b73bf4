import { memo, useMemo } from "react";
import { type Axis, percentOf, placeAt } from "../state/axis.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { lookOf } from "../state/sides.ts";
import { type DayGain, layOutBars, layOutCeasefires, layOutGaps } from "./bars.ts";
import type { Tick } from "./ticks.ts";

interface Props {
  readonly axis: Axis;
  readonly ticks: readonly Tick[];
  /** The bars of places gained, which give way to another chart. */
  readonly hasBars: boolean;
}

/** What the strip shows on every day alike: ceasefires, ticks, bars. Stays as it is while the day moves. */
export const ChartBackground = memo(function ChartBackground({ axis, ticks, hasBars }: Props) {
  const atlas = useAtlas();
  const ceasefires = useMemo(() => layOutCeasefires(atlas, axis), [atlas, axis]);
  const gaps = useMemo(() => layOutGaps(atlas, axis), [atlas, axis]);
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
      {ticks.map(({ day }) => (
        <span key={day} className="chart-month" style={placeAt(percentOf(axis, day))} />
      ))}
      {hasBars && <Bars axis={axis} />}
    </>
  );
});

/** A bar is three pixels wide at least, and a strip some twelve hundred. */
const COLUMNS = 400;

interface BarsProps {
  readonly axis: Axis;
  /** Without them, the places gained. */
  readonly gains?: readonly DayGain[];
}

export function Bars({ axis, gains }: BarsProps) {
  const atlas = useAtlas();
  const { bars, baseline } = useMemo(() => layOutBars(atlas, axis, COLUMNS, gains), [atlas, axis, gains]);
  return (
    <div className="chart-bars">
      <span className="chart-baseline" style={{ top: `${baseline}%` }} />
      {bars.map(({ day, side, isCertain, x, y, height }) => (
        <span
          key={`${day} ${side} ${isCertain}`}
          className="chart-bar"
          data-certain={isCertain}
          {...lookOf(atlas.dataset, side, placeAt(x, { top: `${y}%`, height: `${height}%` }))}
        />
      ))}
    </div>
  );
}
