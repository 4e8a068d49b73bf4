import type { SelectionWords } from "../selection-words.ts";

/** The French words for what is selected. */
export const frSelection: SelectionWords = {
  region: "Sélection",
  empty:
    "Choisissez une localité, un poste ou une route sur la carte, dans une liste ou par la recherche pour lire son histoire et qui la rapporte.",
  close: "Fermer la sélection",
  kinds: { place: "Localité", post: "Poste d’observation", highway: "Autoroute", source: "Source" },
  selected: (kind, name) => `Sélection : ${name} (${kind.charAt(0).toLowerCase()}${kind.slice(1)}).`,
  post: {
    states: {
      established: "Établi",
      encircled: "Encerclé",
      relieved: "Encerclement levé",
      evacuated: "Évacué",
    },
    list: "Postes d’observation",
    count: (standing, encircled) =>
      encircled === 0 ? `${standing} en place` : `${standing} en place, dont ${encircled} encerclés`,
  },
};
