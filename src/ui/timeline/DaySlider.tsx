import type { CSSProperties, KeyboardEvent } from "react";
import type { Day } from "../../core/day.ts";
import { type Axis, percentOf, zoomAxis } from "../state/axis.ts";
import { useActions, useAtlas, useDashboard, useView, useWords } from "../state/dashboard.ts";

const WEEK = 7;

/** The day shown as a handle on the line of time, and the compared day as a second one while there is one. */
export function DaySliders({ axis }: { readonly axis: Axis }) {
  const { store } = useDashboard();
  const { timeline, layers } = useWords();
  const { goTo } = useActions();
  const day = useView((view) => view.day);
  const compared = useView((view) => view.compared);
  return (
    <div className="day-sliders">
      <DaySlider className="day-slider" axis={axis} label={timeline.slider} day={day} onDay={goTo} />
      {compared && (
        <DaySlider
          className="day-slider other-day-slider"
          axis={axis}
          label={layers.comparedDay.otherDay}
          day={compared}
          onDay={(other) => store.setState({ compared: other })}
        />
      )}
    </div>
  );
}

interface Props {
  readonly axis: Axis;
  readonly className: string;
  readonly label: string;
  readonly day: Day;
  readonly onDay: (day: Day) => void;
}

/**
 * The browser's own slider over the days of the axis. Its keys are ours: a native page is a tenth of the range and not a week,
 * and native arrows end where the axis does, beyond which the story may go on. Plus and minus zoom the axis, 0 gives all days.
 */
function DaySlider({ axis, className, label, day, onDay }: Props) {
  const atlas = useAtlas();
  const { session } = useDashboard();
  const words = useWords();
  const all = atlas.days.length - 1;
  const last = axis.days.length - 1;
  const percent = Math.min(100, Math.max(0, percentOf(axis, day)));
  const index = Math.round((percent / 100) * last);

  function zoom(factor: number) {
    session.setState({ axis: zoomAxis(atlas, axis, factor, percent / 100) });
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = atlas.days.indexOf(day);
    const goTo = (asked: number) => {
      const target = atlas.days[Math.min(all, Math.max(0, asked))];
      if (target) onDay(target);
    };
    const onwards = words.direction === "rtl" ? -1 : 1;
    const perform: Readonly<Record<string, () => void>> = {
      ArrowRight: () => goTo(here + onwards),
      ArrowLeft: () => goTo(here - onwards),
      ArrowUp: () => goTo(here + 1),
      ArrowDown: () => goTo(here - 1),
      PageUp: () => goTo(here + WEEK),
      PageDown: () => goTo(here - WEEK),
      Home: () => goTo(0),
      End: () => goTo(all),
      "+": () => zoom(1 / 2),
      "=": () => zoom(1 / 2),
      "-": () => zoom(2),
      "0": () => session.setState({ axis: undefined }),
    };
    const act = perform[event.key];
    if (!act) return;
    event.preventDefault();
    act();
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
      style={{ "--fraction": percent / 100 } as CSSProperties}
      onChange={(event) => {
        const target = axis.days[event.currentTarget.valueAsNumber];
        if (target) onDay(target);
      }}
      onKeyDown={handleKeyDown}
    />
  );
}
