import type { FilterWords } from "../filter-words.ts";

/** The English words of the filters. */
export const enFilter: FilterWords = {
  button: "Filter",
  facets: {
    sides: "Side",
    said: "Who says so",
    certainties: "Certainty",
    kinds: "Kind of event",
    text: "Words",
  },
  of: (shown, total) => `${shown} of ${total}`,
  chip: (facet, chosen, total) => `${facet}: ${chosen} of ${total}`,
  textChip: (text) => `“${text}”`,
  remove: (chip) => `Remove the filter ${chip}`,
  clear: "Clear filters",
  told: (chips) => `Filtered: ${chips.join(", ")}. Control is not filtered.`,
  allLeftOut: "The filter leaves nothing of this.",
};
