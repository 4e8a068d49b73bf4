import { useState } from "react";
import type { DayRange } from "../../core/view.ts";
import { Segmented } from "../parts/Segmented.tsx";
import { useAtlas, useDashboard, useSession, useView, useWords } from "../state/dashboard.ts";
import { readSpeed, SPEEDS } from "../state/session.ts";
import { DayInput } from "../parts/DayInput.tsx";
import { laterWordsOf } from "../../words/words-of-later.ts";

/** Speed, loop, days with changes only, and the range by its dates. */
export function PlayFields() {
  return (
    <>
      <SpeedChoice />
      <PlayChecks />
      <RangeFields />
    </>
  );
}

function SpeedChoice() {
  const { session } = useDashboard();
  const words = useWords();
  const { timeline } = words;
  const speed = useSession((state) => state.speed);
  const [typed, setTyped] = useState(String(speed));
  const setSpeed = (chosen: number) => session.setState({ speed: chosen });
  return (
    <>
      <Segmented
        legend={timeline.speed}
        value={String(speed)}
        options={SPEEDS.map((option) => ({ value: String(option), label: timeline.speedOption(option) }))}
        onChange={(chosen) => {
          setTyped(chosen);
          setSpeed(Number(chosen));
        }}
      />
      <label className="speed-field">
        <span>{laterWordsOf(words).playFields.daysPerSecond}</span>
        <input
          type="text"
          inputMode="decimal"
          value={typed}
          aria-invalid={readSpeed(typed) === undefined}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            const chosen = readSpeed(text);
            if (chosen !== undefined) setSpeed(chosen);
          }}
        />
      </label>
    </>
  );
}

function PlayChecks() {
  const { session } = useDashboard();
  const { playFields: play } = laterWordsOf(useWords());
  const isLooping = useSession((state) => state.isLooping);
  const isStoppingAtChangesOnly = useSession((state) => state.isStoppingAtChangesOnly);
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={isLooping}
          onChange={() => session.setState({ isLooping: !isLooping })}
        />
        <span>{play.loop}</span>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={isStoppingAtChangesOnly}
          onChange={() => session.setState({ isStoppingAtChangesOnly: !isStoppingAtChangesOnly })}
        />
        <span>{play.changesOnly}</span>
      </label>
    </>
  );
}

/** The range by its dates, for those who drag nothing. */
function RangeFields() {
  const { firstDay, lastDay } = useAtlas().dataset;
  const { store } = useDashboard();
  const { playFields: play } = laterWordsOf(useWords());
  const chosen = useView((view) => view.range);
  const { first, last } = chosen ?? { first: firstDay, last: lastDay };
  const choose = (range: DayRange) => {
    const isWhole = range.first === firstDay && range.last === lastDay;
    store.setState({ range: isWhole ? undefined : range });
  };
  return (
    <div className="range-fields">
      <DayInput
        label={play.from}
        initial={first}
        isBrief
        onDay={(day) => choose({ first: day, last: day > last ? lastDay : last })}
      />
      <DayInput
        label={play.to}
        initial={last}
        isBrief
        onDay={(day) => choose({ first: day < first ? firstDay : first, last: day })}
      />
      {chosen && (
        <button type="button" className="button" onClick={() => store.setState({ range: undefined })}>
          {play.allDays}
        </button>
      )}
    </div>
  );
}
