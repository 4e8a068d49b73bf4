import type { NarrativeWords } from "../narrative-words.ts";
import { plural } from "./forms.ts";

/** The English words for story mode. */
export const enNarrative: NarrativeWords = {
  region: "Story",
  extent: (steps, minutes) =>
    `${plural(steps, { one: "# step", other: "# steps" })}, ${plural(minutes, { one: "# minute", other: "# minutes" })}`,
  read: "Read the story",
  notNow: "Not now",
  steps: "Steps of the story",
  position: (number, total) => `Step ${number} of ${total}`,
  previous: "Previous step",
  next: "Next step",
  leave: "Leave the story",
  explore: "Explore from here",
  back: "Back to the story",
  mark: (number) => `Record ${number}`,
  closeRecord: "Close the record",
  kinds: { claim: "Claim", event: "Event", figure: "Figure" },
  loading: "The story is loading…",
};
