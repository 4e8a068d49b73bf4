import { useState } from "react";
import { parseDay } from "../../core/day.ts";
import { useActions, useAtlas, useView, useWords } from "../state/dashboard.ts";
import { Popover } from "../parts/Popover.tsx";

/** A typed date. The map follows as soon as what is typed is a day of the story. */
export function DateField() {
  const { timeline } = useWords();
  return (
    <Popover label={timeline.goToDate} icon="calendar" className="date-popover">
      <DateInput />
    </Popover>
  );
}

function DateInput() {
  const { firstDay, lastDay } = useAtlas().dataset;
  const { timeline } = useWords();
  const { goTo } = useActions();
  const day = useView((view) => view.day);
  const [typed, setTyped] = useState<string>(day);
  const asked = parseDay(typed);
  const isInStory = asked !== undefined && asked >= firstDay && asked <= lastDay;
  return (
    <label className="date-field">
      <span>{timeline.goToDate}</span>
      <input
        type="date"
        min={firstDay}
        max={lastDay}
        value={typed}
        aria-invalid={!isInStory}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          const target = parseDay(text);
          if (target && target >= firstDay && target <= lastDay) goTo(target);
        }}
      />
      <small className="quiet">{timeline.outsideStory(firstDay, lastDay)}</small>
    </label>
  );
}
