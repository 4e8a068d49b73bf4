import type { CSSProperties, KeyboardEvent } from "react";
import type { Day } from "../../core/day.ts";
import { useActions, useAtlas, useDashboard, useView, useWords } from "../state/dashboard.ts";
import { percentOf } from "./bars.ts";

const WEEK = 7;

/** The day shown as a handle on the line of time, and the compared day as a second one while there is one. */
export function DaySliders() {
  const { store } = useDashboard();
  const { timeline, layers } = useWords();
  const { goTo } = useActions();
  const day = useView((view) => view.day);
  const compared = useView((view) => view.compared);
  return (
    <div className="day-sliders">
      <DaySlider className="day-slider" label={timeline.slider} day={day} onDay={goTo} />
      {compared && (
        <DaySlider
          className="day-slider other-day-slider"
          label={layers.comparedDay.otherDay}
          day={compared}
          onDay={(other) => store.setState({ compared: other })}
        />
      )}
    </div>
  );
}

interface Props {
  readonly className: string;
  readonly label: string;
  readonly day: Day;
  readonly onDay: (day: Day) => void;
}

/**
 * The browser's own slider over the days. Arrows, Home and End are native, in the reading direction; Page Up and Page
 * Down are ours, since a native page is a tenth of the range and not a week.
 */
function DaySlider({ className, label, day, onDay }: Props) {
  const atlas = useAtlas();
  const words = useWords();
  const last = atlas.days.length - 1;
  const index = atlas.days.indexOf(day);

  function goToIndex(asked: number) {
    const target = atlas.days[Math.min(last, Math.max(0, asked))];
    if (target) onDay(target);
  }

  function handleKeyDown(event: KeyboardEvent) {
    const weeks = { PageUp: 1, PageDown: -1 }[event.key];
    if (weeks === undefined) return;
    event.preventDefault();
    goToIndex(index + weeks * WEEK);
  }

  return (
    <input
      type="range"
      className={className}
      min={0}
      max={last}
      step={1}
      value={index}
      aria-label={label}
      aria-valuetext={words.dates.full(day)}
      style={{ "--fraction": percentOf(atlas, day) / 100 } as CSSProperties}
      onChange={(event) => goToIndex(event.currentTarget.valueAsNumber)}
      onKeyDown={handleKeyDown}
    />
  );
}
