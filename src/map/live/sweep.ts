import { addDays, type Day } from "../../core/day.ts";
import type { Ground } from "../ground/ground.ts";
import { foreseeMotion, type Motion, planMotion } from "../ground/motion.ts";
import type { Shown } from "../shown.ts";
import { whenIdle } from "./warm-up.ts";

/**
 * Lets the ground move on from the day that is shown to the next, `to`, over so much time. `findStanding` gives what is
 * shown, once it is what was asked for last. Returns what ends it; the ground then stays where it is.
 */
export function startSweep(
  ground: Ground,
  to: Day,
  milliseconds: number,
  findStanding: () => Shown | undefined,
): () => void {
  const start = performance.now();
  let motion: Motion | undefined;
  let moving = requestAnimationFrame(function step(now) {
    moving = requestAnimationFrame(step);
    const shown = findStanding();
    // The day before has to stand first, and with the day itself all is where it was going.
    if (!shown || addDays(shown.view.day, 1) !== to) return;
    const { content, pictures, picture, view } = shown;
    motion ??= planMotion(content.atlas, to, picture, pictures.draw({ ...view, day: to }));
    if (motion) ground.move(motion, Math.min(1, (now - start) / milliseconds));
    else cancelAnimationFrame(moving);
  });
  const endForesight = whenIdle(() => {
    const shown = findStanding();
    if (shown) foreseeMotion(shown.content.atlas, to);
  });
  return () => {
    cancelAnimationFrame(moving);
    endForesight();
  };
}
