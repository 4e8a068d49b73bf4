import type { Atlas } from "../../core/atlas.ts";
import { listChangesOn } from "../../core/atlas.ts";
import { addDays, type Day } from "../../core/day.ts";
import { pickName } from "../../core/names.ts";
import type { DayRange, View } from "../../core/view.ts";
import { NoRoom } from "../../export/files/scratch-file.ts";
import { type PageSize, toCss } from "../../export/pages/page-sizes.ts";
import type { FilmWords } from "../../words/film-words.ts";
import type { ChosenPage } from "./page-wish.ts";

/** All days between two, both included; none if they are in the wrong order. */
export function listDays({ first, last }: DayRange): Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Whether a settlement changes hands on a day, be it for a part of it. */
export function hasChanges(atlas: Atlas, day: Day): boolean {
  return listChangesOn(atlas, day).length > 0;
}

/** Whether ground is known on both days and differs. */
export function movesOn({ dataset: { control } }: Atlas, day: Day): boolean {
  const phases = [day, addDays(day, 1)].map((end) => control.findPhase(end));
  return phases.every((phase) => phase >= 0) && phases[0] !== phases[1];
}

/** What is seen on a day of a row: the chosen view with another day. A day is not compared with itself. */
export function viewOn(view: View, day: Day): View {
  return { ...view, day, compared: view.compared === day ? undefined : view.compared };
}

/** The page of one day out of many, with the same size and layout on all of them. */
export function choosePageOfRow(
  { view, wish }: ChosenPage,
  size: PageSize,
  row: readonly View[],
): ChosenPage {
  return { view, wish: { ...wish, ...toCss(size), row } };
}

/** The title that stands on a page. */
export function titleOf(atlas: Atlas, { view, wish }: ChosenPage): string {
  return wish.parts.title ?? pickName(atlas.dataset.title, view.language);
}

/** Tells how long it takes until all is done, from how long the part that is done took. */
export function createClock(words: FilmWords): (share: number) => string | undefined {
  const start = performance.now();
  return (share) => {
    const passed = (performance.now() - start) / 1000;
    // At first nothing can be said.
    if (passed < LEAST_SECONDS || share <= 0) return undefined;
    const left = Math.ceil((passed * (1 - share)) / share);
    return left < 90 ? words.secondsLeft(left) : words.minutesLeft(Math.round(left / 60));
  };
}

const LEAST_SECONDS = 3;

/** What went wrong, in the reader's words where there are some. */
export function tellFault(error: unknown, words: FilmWords): unknown {
  return error instanceof NoRoom ? new Error(words.noRoom, { cause: error }) : error;
}
