import type { CSSProperties } from "react";
import type { Day } from "../../core/day.ts";
import { isQuiet, summariseDay } from "../../core/measure/day-summary.ts";
import { listEventDays } from "../../core/measure/events.ts";
import { describeDay } from "../../words/day-sentence.ts";
import { type Axis, percentOf } from "../state/axis.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";

/** There is room for one line. */
const MOST_KINDS = 3;

/** The day under the pointer, in a line above the chart. */
export function DayReadout({ axis, day }: { readonly axis: Axis; readonly day: Day }) {
  const atlas = useAtlas();
  const words = useWords();
  const percent = percentOf(axis, day);
  const summary = summariseDay(atlas, day);
  const kinds = listEventDays(atlas).find((events) => events.day === day)?.kinds ?? [];
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
        {/* A day without changes has a bar of no height, which says so. */}
        {!isQuiet(summary) && ` · ${describeDay(summary, atlas.dataset, words)}`}
        {kinds.length > 0 &&
          ` · ${kinds
            .slice(0, MOST_KINDS)
            .map(({ kind }) => words.evidence.eventKind(kind))
            .join(words.comma)}${kinds.length > MOST_KINDS ? " …" : ""}`}
      </span>
    </>
  );
}
