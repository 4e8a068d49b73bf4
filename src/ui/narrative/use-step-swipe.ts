import { type PointerEvent, useRef } from "react";
import { useDashboard, useWords } from "../state/dashboard.ts";
import { moveStep } from "../state/narrative.ts";

/** Shorter drags, and those that go more down than along, scroll or choose text. */
const SWIPE_PX = 56;

/** Handlers by which a finger drawn along the text goes to the step before or after, in the reading direction. */
export function useStepSwipe() {
  const dashboard = useDashboard();
  const { direction } = useWords();
  const start = useRef<{ readonly x: number; readonly y: number }>(undefined);
  return {
    onPointerDown({ pointerType, clientX: x, clientY: y }: PointerEvent) {
      start.current = pointerType === "touch" ? { x, y } : undefined;
    },
    onPointerUp({ clientX, clientY }: PointerEvent) {
      if (!start.current) return;
      const [along, down] = [clientX - start.current.x, clientY - start.current.y];
      start.current = undefined;
      if (Math.abs(along) < SWIPE_PX || Math.abs(along) < 2 * Math.abs(down)) return;
      moveStep(dashboard, along < 0 === (direction === "ltr") ? 1 : -1);
    },
    onPointerCancel() {
      start.current = undefined;
    },
  };
}
