import type { CSSProperties } from "react";
import type { Day } from "../../core/day.ts";
import { summariseDay } from "../../core/measure/day-summary.ts";
import { describeDay } from "../../words/day-sentence.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { percentOf } from "./bars.ts";

/** The day under the pointer, in a line above the chart. */
export function DayReadout({ day }: { readonly day: Day }) {
  const atlas = useAtlas();
  const words = useWords();
  const percent = percentOf(atlas, day);
  const summary = summariseDay(atlas, day);
  // A day without changes has a bar of no height, which says so.
  const isQuiet = summary.kind === "known" && summary.changed + summary.changedAndBack === 0;
  const style = {
    "--at": `${percent}%`,
    "--anchor": `${-percent}%`,
    "--anchor-rtl": `${percent}%`,
  } as CSSProperties;
  return (
    <>
      <span className="chart-pointer" style={style} />
      <span className="chart-readout" style={style}>
        <strong>{words.dates.short(day)}</strong>
        {!isQuiet && ` · ${describeDay(summary, atlas.dataset, words)}`}
      </span>
    </>
  );
}
