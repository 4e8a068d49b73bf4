import { useCallback, useSyncExternalStore } from "react";

/** Below this the panel is a sheet at the bottom, on a screen: paper has room. The style sheets name the same widths. */
export const PHONE = "screen and (max-width: 899px) and (min-height: 520px)";
/** From this size on the legend leaves enough of the map free to be open at first. */
export const ROOMY = "(min-width: 1200px) and (min-height: 700px)";
/** From this size on, day and settlement stand one above the other and need no tabs. */
export const WALL = "(min-width: 2200px) and (min-height: 1100px)";

/** Readers who asked for little motion. */
export const CALM = "(prefers-reduced-motion: reduce)";

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", onChange);
      return () => list.removeEventListener("change", onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
