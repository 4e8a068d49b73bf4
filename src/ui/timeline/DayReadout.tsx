import type { CSSProperties } from "react";
import { listChangesOn } from "../../core/atlas.ts";
import type { Day } from "../../core/day.ts";
import { summariseDay } from "../day/summary.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { percentOf } from "./bars.ts";

/** The day under the pointer, in a line above the chart. */
export function DayReadout({ day }: { readonly day: Day }) {
  const atlas = useAtlas();
  const words = useWords();
  const percent = percentOf(atlas, day);
  const changes = listChangesOn(atlas, day);
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
        {changes.length > 0 && ` · ${summariseDay(changes, atlas.dataset, words)}`}
      </span>
    </>
  );
}
