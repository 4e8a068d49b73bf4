import type { CSSProperties, KeyboardEvent } from "react";
import { useActions, useAtlas, useView, useWords } from "../state/dashboard.ts";
import { percentOf } from "./bars.ts";

const WEEK = 7;

/**
 * The browser's own slider over the days. Arrows, Home and End are native, in the reading direction; Page Up and Page
 * Down are ours, since a native page is a tenth of the range and not a week.
 */
export function DaySlider() {
  const atlas = useAtlas();
  const day = useView((view) => view.day);
  const words = useWords();
  const { goTo } = useActions();
  const last = atlas.days.length - 1;
  const index = atlas.days.indexOf(day);

  function goToIndex(asked: number) {
    const target = atlas.days[Math.min(last, Math.max(0, asked))];
    if (target) goTo(target);
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
      className="day-slider"
      min={0}
      max={last}
      step={1}
      value={index}
      aria-label={words.timeline.slider}
      aria-valuetext={words.dates.full(day)}
      style={{ "--fraction": percentOf(atlas, day) / 100 } as CSSProperties}
      onChange={(event) => goToIndex(event.currentTarget.valueAsNumber)}
      onKeyDown={handleKeyDown}
    />
  );
}
