import { useState } from "react";
import { parseDay } from "../../core/day.ts";
import { useAtlas, useDashboard, useView, useWords } from "../state/dashboard.ts";
import { toggleComparison } from "../state/comparison.ts";
import { Popover } from "../parts/Popover.tsx";

/** The other day to compare with, and the way out of a comparison. */
export function CompareField() {
  const { layers } = useWords();
  const isComparing = useView((view) => view.compared !== undefined);
  return (
    <Popover
      label={layers.comparedDay.compare}
      icon="compare"
      className={isComparing ? "date-popover is-active" : "date-popover"}
    >
      <CompareInput />
    </Popover>
  );
}

function CompareInput() {
  const atlas = useAtlas();
  const { store } = useDashboard();
  const { layers, timeline } = useWords();
  const { firstDay, lastDay } = atlas.dataset;
  const compared = useView((view) => view.compared);
  const day = useView((view) => view.day);
  const [typed, setTyped] = useState<string>(compared ?? firstDay);
  const asked = parseDay(typed);
  const isUsable = asked !== undefined && asked >= firstDay && asked <= lastDay && asked !== day;

  function compare(text: string) {
    setTyped(text);
    const target = parseDay(text);
    if (target && target >= firstDay && target <= lastDay && target !== day)
      store.setState({ compared: target });
  }

  return (
    <div className="compare-field">
      <label className="date-field">
        <span>{layers.comparedDay.compare}</span>
        <input
          type="date"
          min={firstDay}
          max={lastDay}
          value={typed}
          aria-invalid={!isUsable}
          onChange={(event) => compare(event.currentTarget.value)}
        />
        <small className="quiet">{timeline.outsideStory(firstDay, lastDay)}</small>
      </label>
      <button type="button" className="button" onClick={() => store.setState(toggleComparison(atlas))}>
        {compared ? layers.comparedDay.leave : layers.comparedDay.compare}
      </button>
    </div>
  );
}
