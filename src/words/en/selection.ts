import type { SelectionWords } from "../selection-words.ts";
import { dates, inSentence } from "./forms.ts";

/** The English words for what is selected. */
export const enSelection: SelectionWords = {
  region: "Selected",
  empty:
    "Choose a place, a post or a highway on the map, in a list or by search to read its history and who says so.",
  close: "Close what is selected",
  kinds: { place: "Settlement", post: "Observation post", highway: "Highway", source: "Source" },
  selected: (kind, name) => `Selected: ${name} (${kind.charAt(0).toLowerCase()}${kind.slice(1)}).`,
  post: {
    operator: (side, number) => (number === undefined ? side : `${side}, No. ${number}`),
    today: (state, day) =>
      ({
        established: `In place on ${dates.long(day)}`,
        encircled: `Encircled on ${dates.long(day)}`,
        relieved: `In place, its encirclement ended, on ${dates.long(day)}`,
        evacuated: `No longer there on ${dates.long(day)}`,
      })[state],
    notYet: (day) => `Not set up yet on ${dates.long(day)}`,
    states: {
      established: "Set up",
      encircled: "Encircled",
      relieved: "Encirclement ended",
      evacuated: "Left",
    },
    month: (month) => `in ${month}`,
    uncertain: "the sources differ or guess",
    ground: (side) => `On the ground of ${inSentence(side)}`,
    history: "History of the post",
    list: "Observation posts",
    count: (standing, encircled) =>
      encircled === 0 ? `${standing} in place` : `${standing} in place, ${encircled} of them encircled`,
  },
};
