import type { SelectionWords } from "../selection-words.ts";

/** The English words for what is selected. */
export const enSelection: SelectionWords = {
  region: "Selected",
  empty:
    "Choose a place, a post or a highway on the map, in a list or by search to read its history and who says so.",
  close: "Close what is selected",
  kinds: { place: "Settlement", post: "Observation post", highway: "Highway", source: "Source" },
  selected: (kind, name) => `Selected: ${name} (${kind.charAt(0).toLowerCase()}${kind.slice(1)}).`,
  post: {
    states: {
      established: "Set up",
      encircled: "Encircled",
      relieved: "Encirclement ended",
      evacuated: "Left",
    },
    list: "Observation posts",
    count: (standing, encircled) =>
      encircled === 0 ? `${standing} in place` : `${standing} in place, ${encircled} of them encircled`,
  },
};
