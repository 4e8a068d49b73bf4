import type { ReactNode } from "react";
import type { Day } from "../../core/day.ts";
import { useActions, useWords } from "../state/dashboard.ts";

/** A date that moves the slider there. Shown as the full date unless given other words. */
export function DayButton({ day, children }: { readonly day: Day; readonly children?: ReactNode }) {
  const { goTo } = useActions();
  const { dates } = useWords();
  return (
    <button type="button" className="day-button" onClick={() => goTo(day)}>
      <time dateTime={day}>{children ?? dates.long(day)}</time>
    </button>
  );
}
