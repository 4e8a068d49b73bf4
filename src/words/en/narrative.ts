import type { NarrativeWords } from "../narrative-words.ts";
import { plural } from "./forms.ts";

/** The English words for story mode. */
export const enNarrative: NarrativeWords = {
  region: "Story",
  extent: (steps, minutes) =>
    `${plural(steps, { one: "# step", other: "# steps" })}, ${plural(minutes, { one: "# minute", other: "# minutes" })}`,
  read: "Read the story",
  notNow: "Not now",
  loading: "The story is loading…",
};
