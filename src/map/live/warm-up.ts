import { countDaysBetween, type Day } from "../../core/day.ts";

/**
 * Calls `draw` for every day while the browser has nothing else to do, the days nearest to `around` first, so that
 * scrubbing finds them drawn. Returns a function that ends it.
 */
export function warmUp(days: readonly Day[], around: Day, draw: (day: Day) => void): () => void {
  const distance = (day: Day) => Math.abs(countDaysBetween(around, day));
  const waiting = days.toSorted((a, b) => distance(a) - distance(b));
  let isEnded = false;

  function drawNext(): void {
    const day = waiting.shift();
    if (day === undefined || isEnded) return;
    draw(day);
    whenIdle(drawNext);
  }
  whenIdle(drawNext);
  return () => {
    isEnded = true;
  };
}

/** Calls back when the browser has nothing else to do. Safari has no idle callbacks; a pause leaves it time to answer the reader in between. Returns what calls it off. */
export function whenIdle(callback: () => void): () => void {
  if (!("requestIdleCallback" in globalThis)) {
    const timer = setTimeout(callback, 100);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(callback);
  return () => cancelIdleCallback(asked);
}
