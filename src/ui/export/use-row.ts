import { useMemo, useState } from "react";
import type { Day } from "../../core/day.ts";
import type { DayRange } from "../../core/view.ts";
import { FILM_PAGE_SIZES } from "../../export/pages/page-sizes.ts";
import { useAtlas, useView } from "../state/dashboard.ts";
import { CALM, useMedia } from "../state/media.ts";
import { choosePageOfRow, hasChanges, listDays, viewOn } from "./many-pages.ts";
import type { ChosenPage } from "./page-wish.ts";
import { keepRowChoice, readRowChoice, type RowChoice } from "./row-choice.ts";
import { usePage } from "./use-page.ts";

/** The reader's choice of many days, and the pages that it comes to. */
export interface Row {
  readonly choice: RowChoice;
  readonly change: (part: Partial<RowChoice>) => void;
  readonly range: DayRange;
  readonly setRange: (range: DayRange) => void;
  /** The days, in order; none if first and last are the wrong way round. */
  readonly days: readonly Day[];
  /** One of them as a page: that of the view, or else the first. `undefined` if there is none. */
  readonly page: ChosenPage | undefined;
  /** What pages look like, to be chosen. */
  readonly looks: Omit<ReturnType<typeof usePage>, "page">;
}

/**
 * Days between two: all of the story at first, or the range that playing keeps to. Those without changes are left out where
 * the reader chose that and `canLeaveOut` says that it can be chosen.
 */
export function useRow(canLeaveOut: boolean): Row {
  const atlas = useAtlas();
  const { page: shown, ...looks } = usePage();
  const isCalm = useMedia(CALM);
  const chosenRange = useView((view) => view.range);
  const [choice, setChoice] = useState(() => readRowChoice(isCalm));
  const [range, setRange] = useState<DayRange>(() => {
    const { firstDay, lastDay } = atlas.dataset;
    return chosenRange ?? { first: firstDay, last: lastDay };
  });
  const isLeavingOut = canLeaveOut && choice.onlyChanges;
  const days = useMemo(
    () => listDays(range).filter((day) => !isLeavingOut || hasChanges(atlas, day)),
    [atlas, range, isLeavingOut],
  );
  const { size } = choice;
  const page = useMemo(() => {
    const row = days.map((day) => viewOn(shown.view, day));
    const view = row.find(({ day }) => day === shown.view.day) ?? row[0];
    return view && choosePageOfRow({ ...shown, view }, FILM_PAGE_SIZES[size], row);
  }, [shown, days, size]);
  return {
    choice,
    change(part) {
      const changed = { ...choice, ...part };
      keepRowChoice(changed);
      setChoice(changed);
    },
    range,
    setRange,
    days,
    page,
    looks,
  };
}
