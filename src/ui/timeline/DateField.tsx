import { useActions, useView, useWords } from "../state/dashboard.ts";
import { Popover } from "../parts/Popover.tsx";
import { DayInput } from "../parts/DayInput.tsx";

/** The way to a day by its date. */
export function DateField() {
  const { timeline } = useWords();
  return (
    <Popover label={timeline.goToDate} icon="calendar" className="date-popover">
      <DateInput />
    </Popover>
  );
}

function DateInput() {
  const { timeline } = useWords();
  const { goTo } = useActions();
  const day = useView((view) => view.day);
  return <DayInput label={timeline.goToDate} initial={day} onDay={goTo} />;
}
