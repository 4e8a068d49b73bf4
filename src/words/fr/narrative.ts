import type { NarrativeWords } from "../narrative-words.ts";
import { plural } from "./forms.ts";

/** The French words for story mode. */
export const frNarrative: NarrativeWords = {
  region: "Récit",
  extent: (steps, minutes) =>
    `${plural(steps, { one: "# étape", other: "# étapes" })}, ${plural(minutes, { one: "# minute", other: "# minutes" })}`,
  read: "Lire le récit",
  notNow: "Pas maintenant",
  steps: "Étapes du récit",
  position: (number, total) => `Étape ${number} sur ${total}`,
  previous: "Étape précédente",
  next: "Étape suivante",
  leave: "Quitter le récit",
  explore: "Explorer à partir d’ici",
  back: "Revenir au récit",
  mark: (number) => `Source ${number}`,
  closeRecord: "Fermer la source",
  kinds: { claim: "Affirmation", event: "Événement", figure: "Chiffre" },
  loading: "Le récit se charge…",
};
