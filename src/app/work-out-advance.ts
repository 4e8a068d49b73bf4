import type { StoreApi } from "zustand/vanilla";
import type { Atlas } from "../core/atlas.ts";
import { type Advance, findAdvance } from "../core/measure/advance.ts";
import { findInferredTint } from "../core/measure/inferred-tint.ts";
import { findGround, listMapViews, type View } from "../core/view.ts";
import { whenIdle } from "../map/live/warm-up.ts";

/** How long it may go on at a time: a frame is missed at most. */
const WORK_MS = 25;
/** How often those who watch are told how far it is. */
const TELL_MS = 300;

/**
 * Fetches what infers ground from places, and works out what changed hands on which day, while the view asks for it, a little at a time when the browser has nothing
 * else to do, and tells those who watch the advance. Returns what ends that.
 */
export function workOutAdvance(atlas: Atlas, store: StoreApi<View>): () => void {
  const advance = findAdvance(atlas);
  let isWaiting = false;
  let isEnded = false;
  let told = 0;

  const isWanted = () => isLacking(advance, store.getState());

  function work(): void {
    isWaiting = false;
    if (isEnded || !isWanted()) return;
    const begun = performance.now();
    let isLast = false;
    while (!isLast && performance.now() - begun < WORK_MS) isLast = !advance.workOn() || !isWanted();
    if (isLast || performance.now() - told > TELL_MS) {
      told = performance.now();
      advance.tell();
    }
    if (!isLast) wait();
  }
  function wait(): void {
    if (isWaiting) return;
    isWaiting = true;
    whenIdle(work);
  }
  const check = () => {
    if (isWanted()) wait();
    // It is asked for again with the next view if it has not come.
    if (findGround(store.getState()) === "places")
      findInferredTint(atlas)
        .load()
        .catch(() => {});
  };
  check();
  const stop = store.subscribe(check);
  return () => {
    isEnded = true;
    stop();
  };
}

/** The same at once, for a picture. */
export async function finishAdvance(atlas: Atlas, view: View): Promise<void> {
  const advance = findAdvance(atlas);
  if (findGround(view) === "places") await findInferredTint(atlas).load();
  if (!isLacking(advance, view)) return;
  while (isLacking(advance, view) && advance.workOn()) {
    // The page answers in between.
    await new Promise((resolve) => setTimeout(resolve));
  }
  advance.tell();
}

function isLacking(advance: Advance, view: View): boolean {
  const lastDay = listMapViews(view).at(-1)?.day ?? view.day;
  return findGround(view) === "changed" && !advance.isKnownUntil(lastDay);
}
