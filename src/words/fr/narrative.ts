import type { NarrativeWords } from "../narrative-words.ts";
import { plural } from "./forms.ts";

/** The French words for story mode. */
export const frNarrative: NarrativeWords = {
  region: "Récit",
  extent: (steps, minutes) =>
    `${plural(steps, { one: "# étape", other: "# étapes" })}, ${plural(minutes, { one: "# minute", other: "# minutes" })}`,
  read: "Lire le récit",
  notNow: "Pas maintenant",
  loading: "Le récit se charge…",
};
