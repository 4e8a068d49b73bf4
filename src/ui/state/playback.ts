import { useEffect } from "react";
import { type Atlas, findDayWithChanges } from "../../core/atlas.ts";
import { addDays, type Day } from "../../core/day.ts";
import type { DayRange } from "../../core/view.ts";
import { useDashboard, useSession, useView } from "./dashboard.ts";
import { CALM, useMedia } from "./media.ts";
import type { Session } from "./session.ts";

/** Which days playing shows. */
export interface Course extends Pick<Session, "isLooping" | "isStoppingAtChangesOnly"> {
  readonly range: DayRange;
}

/** The day that playing shows after `day`; `undefined` at the end, where playing stops. A loop begins anew there. */
export function findNextFrame(
  atlas: Atlas,
  day: Day,
  { range: { first, last }, isLooping, isStoppingAtChangesOnly }: Course,
): Day | undefined {
  const find = (after: Day) =>
    isStoppingAtChangesOnly ? findDayWithChanges(atlas, after, 1) : addDays(after, 1);
  const start = find(addDays(first, -1));
  const next = day < first ? start : find(day);
  if (next && next <= last) return next;
  return isLooping && start && start <= last && start !== day ? start : undefined;
}

/** Where playing starts: where the reader is, or at the beginning if that is outside or there is nothing left to play. */
export function findFirstFrame(atlas: Atlas, day: Day, course: Course): Day {
  const { first, last } = course.range;
  if (day >= first && day < last && findNextFrame(atlas, day, { ...course, isLooping: false })) return day;
  return findNextFrame(atlas, addDays(first, -1), course) ?? day;
}

/** All of the story where no range is chosen. */
function findRange({ dataset }: Atlas, range: DayRange | undefined): DayRange {
  return range ?? { first: dataset.firstDay, last: dataset.lastDay };
}

/** Faster than that, in days per second, an eye follows no line. */
const TOO_FAST_TO_SWEEP = 8;

/** Moves the view on, day by day, while the session is playing. */
export function usePlayback(): void {
  const { atlas, store, session } = useDashboard();
  const isPlaying = useSession((state) => state.isPlaying);
  const speed = useSession((state) => state.speed);
  const isLooping = useSession((state) => state.isLooping);
  const isStoppingAtChangesOnly = useSession((state) => state.isStoppingAtChangesOnly);
  const findStay = useSession((state) => state.findStay);
  const range = useView((view) => view.range);
  const { control } = atlas.dataset;
  const isSwept = !useMedia(CALM) && speed < TOO_FAST_TO_SWEEP;
  useEffect(() => {
    if (!isPlaying) return;
    const milliseconds = 1000 / speed;
    const course = { range: findRange(atlas, range), isLooping, isStoppingAtChangesOnly };
    const findNext = () => findNextFrame(atlas, store.getState().day, course);
    /** Frames for which the day stands before it goes on its way. */
    const countStill = () => {
      const next = findStay && findNext();
      return next ? countStillFrames(findStay(store.getState().day, next), milliseconds) : 0;
    };
    let still = countStill();
    const sweepOn = () => {
      if (still > 0) return session.setState({ sweep: undefined });
      const { day } = store.getState();
      const to = findNext();
      // Ground is swept to the very next day; over days that are left out it would have moved otherwise.
      const isNext = to === addDays(day, 1);
      const isMoving = to && isNext && isSwept && control.findPhase(day) !== control.findPhase(to);
      session.setState({ sweep: isMoving ? { to, milliseconds } : undefined });
    };
    const timer = setInterval(() => {
      if (still > 0) still -= 1;
      else {
        const day = findNext();
        if (day) store.setState({ day });
        else session.setState({ isPlaying: false });
        still = countStill();
      }
      sweepOn();
    }, milliseconds);
    sweepOn();
    return () => {
      clearInterval(timer);
      session.setState({ sweep: undefined });
    };
  }, [
    isPlaying,
    isSwept,
    speed,
    isLooping,
    isStoppingAtChangesOnly,
    range,
    findStay,
    atlas,
    store,
    session,
    control,
  ]);
}

/** How many frames of so many milliseconds each a day stands still in a stay, of which the last is the way to the next day. */
export function countStillFrames(stay: number, milliseconds: number): number {
  return Math.max(0, Math.ceil(stay / milliseconds) - 1);
}

export function useTogglePlay(): () => void {
  const { atlas, store, session } = useDashboard();
  return () => {
    const { isPlaying, isLooping, isStoppingAtChangesOnly } = session.getState();
    const { day, range } = store.getState();
    const course = { range: findRange(atlas, range), isLooping, isStoppingAtChangesOnly };
    if (!isPlaying) store.setState({ day: findFirstFrame(atlas, day, course) });
    session.setState({ isPlaying: !isPlaying });
  };
}
