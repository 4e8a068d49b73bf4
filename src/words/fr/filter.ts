import type { FilterWords } from "../filter-words.ts";
import { quote } from "./forms.ts";

/** The French words of the filters. */
export const frFilter: FilterWords = {
  button: "Filtrer",
  facets: {
    sides: "Camp",
    said: "Qui le dit",
    certainties: "Certitude",
    kinds: "Type d’événement",
    text: "Mots",
  },
  of: (shown, total) => `${shown} sur ${total}`,
  chip: (facet, chosen, total) => `${facet} : ${chosen} sur ${total}`,
  textChip: (text) => quote(text),
  remove: (chip) => `Retirer le filtre ${chip}`,
  clear: "Retirer les filtres",
  told: (chips) => `Filtré : ${chips.join(", ")}. Le contrôle n’est pas filtré.`,
  allLeftOut: "Le filtre n’en laisse rien.",
};
