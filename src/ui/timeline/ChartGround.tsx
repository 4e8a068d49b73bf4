import { memo, useMemo } from "react";
import { useAtlas } from "../dashboard.ts";
import { layOutBars, listMonths, percentOf } from "./bars.ts";
import { placeAt } from "./place-at.ts";

/** What the chart shows on every day alike: months, base line, bars. Stays as it is while the day moves. */
export const ChartGround = memo(function ChartGround() {
  const atlas = useAtlas();
  const { bars, baseline } = useMemo(() => layOutBars(atlas), [atlas]);
  return (
    <>
      {listMonths(atlas).map((month) => (
        <span key={month} className="chart-month" style={placeAt(percentOf(atlas, month))} />
      ))}
      <span className="chart-baseline" style={{ top: `${baseline}%` }} />
      {bars.map(({ day, colour, isCertain, x, y, height }) => (
        <span
          key={`${day} ${colour} ${isCertain}`}
          className="chart-bar"
          data-colour={colour}
          data-certain={isCertain}
          style={placeAt(x, { top: `${y}%`, height: `${height}%` })}
        />
      ))}
    </>
  );
});
