import type { SelectionWords } from "../selection-words.ts";
import { dates } from "./forms.ts";

/** The French words for what is selected. */
export const frSelection: SelectionWords = {
  region: "Sélection",
  empty:
    "Choisissez une localité, un poste ou une route sur la carte, dans une liste ou par la recherche pour lire son histoire et qui la rapporte.",
  close: "Fermer la sélection",
  kinds: { place: "Localité", post: "Poste d’observation", highway: "Autoroute", source: "Source" },
  selected: (kind, name) => `Sélection : ${name} (${kind.charAt(0).toLowerCase()}${kind.slice(1)}).`,
  post: {
    operator: (side, number) => (number === undefined ? side : `${side}, nº ${number}`),
    today: (state, day) =>
      ({
        established: `En place le ${dates.long(day)}`,
        encircled: `Encerclé le ${dates.long(day)}`,
        relieved: `En place, encerclement levé, le ${dates.long(day)}`,
        evacuated: `N’est plus là le ${dates.long(day)}`,
      })[state],
    notYet: (day) => `Pas encore établi le ${dates.long(day)}`,
    states: {
      established: "Établi",
      encircled: "Encerclé",
      relieved: "Encerclement levé",
      evacuated: "Évacué",
    },
    month: (month) => `en ${month}`,
    uncertain: "les sources divergent ou supposent",
    ground: (side) => `Sur le terrain de ${side}`,
    history: "Histoire du poste",
    list: "Postes d’observation",
    count: (standing, encircled) =>
      encircled === 0 ? `${standing} en place` : `${standing} en place, dont ${encircled} encerclés`,
  },
};
