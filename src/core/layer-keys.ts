/**
 * Keys of the layers of the map that can be put away, in the order of the menu: for what reads data without knowing the map.
 * That they are those of `src/layers` is held by a test.
 */
export const LAYER_KEYS = [
  "difference",
  "gains",
  "towns",
  "labels",
  "highways",
  "posts",
  "events",
  "roads",
  "base-places",
] as const;
