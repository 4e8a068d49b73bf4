import type { StoreApi } from "zustand/vanilla";
import type { CompareMode, View } from "../../core/view.ts";
import type { Dashboard } from "./dashboard.ts";
import { exploreFromHere } from "./narrative.ts";

type Wall = Pick<Dashboard, "atlas" | "store">;

/** How two days were compared before a wall, which has one map. */
const earlierModes = new WeakMap<StoreApi<View>, CompareMode>();

/**
 * Begins wall mode on the day that is shown, out of the story if that is read. To be called while a press is answered: browsers
 * give the whole screen at no other time, and where they do not the mode begins all the same.
 */
export function enterWall(wall: Wall): void {
  const { store } = wall;
  if (store.getState().step !== undefined) exploreFromHere(wall);
  earlierModes.set(store, store.getState().compare);
  store.setState({ wall: true, compare: "difference" });
  document.documentElement.requestFullscreen?.().catch(() => {});
}

/** Ends wall mode and keeps the day. */
export function leaveWall({ store }: Pick<Wall, "store">): void {
  store.setState(({ compare }) => ({ wall: false, compare: earlierModes.get(store) ?? compare }));
}
