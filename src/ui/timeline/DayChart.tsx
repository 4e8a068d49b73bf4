import { type CSSProperties, type PointerEvent, useMemo, useState } from "react";
import type { Day } from "../../core/day.ts";
import { useActions, useAtlas, useView, useWords } from "../state/dashboard.ts";
import { PHONE, useMedia } from "../state/media.ts";
import { findDayAt, listMonths, percentOf, placeAt, thinMonths } from "./bars.ts";
import { ChartBackground } from "./ChartBackground.tsx";
import { DayReadout } from "./DayReadout.tsx";

/**
 * Places gained per day: bars at the very positions of the slider's thumb. A picture of what the day panel says in
 * words, so it is hidden from screen readers; pressing or dragging on it moves the day like the slider below.
 */
export function DayChart() {
  const atlas = useAtlas();
  const words = useWords();
  const day = useView((view) => view.day);
  const compared = useView((view) => view.compared);
  const isPhone = useMedia(PHONE);
  const { goTo } = useActions();
  const [pointed, setPointed] = useState<Day>();
  const months = useMemo(() => thinMonths(listMonths(atlas), isPhone ? 6 : 16), [atlas, isPhone]);

  function handlePointer(event: PointerEvent<HTMLDivElement>) {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const fraction = (event.clientX - left) / width;
    const target = findDayAt(atlas, words.direction === "rtl" ? 1 - fraction : fraction);
    if (event.pointerType === "mouse") setPointed(target);
    if (event.buttons === 1 && target) goTo(target);
  }

  return (
    <div className="chart" aria-hidden="true">
      {!pointed && <span className="chart-caption">{words.timeline.chart}</span>}
      <div
        className="chart-plot"
        style={{ "--step": `${100 / Math.max(1, atlas.days.length - 1)}%` } as CSSProperties}
        onPointerDown={handlePointer}
        onPointerMove={handlePointer}
        onPointerLeave={() => setPointed(undefined)}
      >
        <ChartBackground />
        {compared && <ComparedSpan day={day} compared={compared} />}
        <span className="chart-playhead" style={placeAt(percentOf(atlas, day))} />
        {pointed && pointed !== day && <DayReadout day={pointed} />}
      </div>
      <div className="chart-months">
        {months.map((month, index) => (
          <span key={month} className="chart-label" style={placeAt(percentOf(atlas, month))}>
            {words.dates.month(month, !isPhone && (index === 0 || month.slice(5, 7) === "01"))}
          </span>
        ))}
      </div>
    </div>
  );
}

/** The days between the two that are compared, with a handle's mark at the other one. */
function ComparedSpan({ day, compared }: { readonly day: Day; readonly compared: Day }) {
  const atlas = useAtlas();
  const [start = day, end = day] = [day, compared].toSorted();
  const [from, to] = [percentOf(atlas, start), percentOf(atlas, end)];
  return (
    <>
      <span className="chart-compared" style={placeAt(from, { width: `${to - from}%` })} />
      <span className="chart-other-day" style={placeAt(percentOf(atlas, compared))} />
    </>
  );
}
