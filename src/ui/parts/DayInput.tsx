import { useState } from "react";
import { type Day, parseDay } from "../../core/day.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";

interface Props {
  readonly label: string;
  readonly initial: Day;
  /** A day of the story that cannot be chosen. */
  readonly excluded?: Day;
  /** Without the days between which it must lie. */
  readonly isBrief?: boolean;
  readonly onDay: (day: Day) => void;
}

/** A typed day. It is told as soon as what is typed is a day of the story that can be chosen. */
export function DayInput({ label, initial, excluded, isBrief = false, onDay }: Props) {
  const { firstDay, lastDay } = useAtlas().dataset;
  const { timeline } = useWords();
  const [typed, setTyped] = useState<string>(initial);
  const [known, setKnown] = useState(initial);
  // It may be set elsewhere while this stands open.
  if (known !== initial) {
    setKnown(initial);
    setTyped(initial);
  }
  const findDay = (text: string): Day | undefined => {
    const day = parseDay(text);
    return day && day >= firstDay && day <= lastDay && day !== excluded ? day : undefined;
  };
  return (
    <label className="date-field">
      <span>{label}</span>
      <input
        type="date"
        min={firstDay}
        max={lastDay}
        value={typed}
        aria-invalid={findDay(typed) === undefined}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          const day = findDay(text);
          if (day) onDay(day);
        }}
      />
      {!isBrief && <small className="quiet">{timeline.outsideStory(firstDay, lastDay)}</small>}
    </label>
  );
}
