import { useEffect } from "react";
import { addDays, type Day } from "../../core/day.ts";
import { useDashboard, useSession } from "./dashboard.ts";
import { CALM, useMedia } from "./media.ts";
import type { Speed } from "./session.ts";

/** The day that playing shows after `day`; `undefined` at the end of the story, where playing stops. */
export function findNextFrame(day: Day, lastDay: Day): Day | undefined {
  return day < lastDay ? addDays(day, 1) : undefined;
}

/** Where playing starts: where the reader is, or at the beginning if there is nothing left to play. */
export function findFirstFrame(day: Day, firstDay: Day, lastDay: Day): Day {
  return day < lastDay ? day : firstDay;
}

export function findFrameMilliseconds(speed: Speed): number {
  return 1000 / speed;
}

/** Moves the view on, day by day, while the session is playing. */
export function usePlayback(): void {
  const { atlas, store, session } = useDashboard();
  const isPlaying = useSession((state) => state.isPlaying);
  const speed = useSession((state) => state.speed);
  const { lastDay, control } = atlas.dataset;
  // Faster than that an eye follows no line.
  const isSwept = !useMedia(CALM) && speed < 8;
  useEffect(() => {
    if (!isPlaying) return;
    const milliseconds = findFrameMilliseconds(speed);
    const sweepOn = () => {
      const { day } = store.getState();
      const to = findNextFrame(day, lastDay);
      const isMoving = to && isSwept && control.findPhase(day) !== control.findPhase(to);
      session.setState({ sweep: isMoving ? { to, milliseconds } : undefined });
    };
    const timer = setInterval(() => {
      const day = findNextFrame(store.getState().day, lastDay);
      if (day) store.setState({ day });
      else session.setState({ isPlaying: false });
      sweepOn();
    }, milliseconds);
    sweepOn();
    return () => {
      clearInterval(timer);
      session.setState({ sweep: undefined });
    };
  }, [isPlaying, isSwept, speed, store, session, lastDay, control]);
}

export function useTogglePlay(): () => void {
  const { atlas, store, session } = useDashboard();
  return () => {
    const { isPlaying } = session.getState();
    const { firstDay, lastDay } = atlas.dataset;
    if (!isPlaying) store.setState({ day: findFirstFrame(store.getState().day, firstDay, lastDay) });
    session.setState({ isPlaying: !isPlaying });
  };
}
