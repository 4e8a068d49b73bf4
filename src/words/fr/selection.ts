import type { SelectionWords } from "../selection-words.ts";
import { dates, plural } from "./forms.ts";

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
  highway: {
    overTime: "Qui la tenait, jour par jour",
    working: (percent) => `Mesure en cours : ${percent}\u00a0%`,
    days: (count) =>
      plural(count, {
        one: "# changement de longueur, en chiffres",
        other: "# changements de longueur, en chiffres",
      }),
    stretches: "Tronçons à la fin de la journée",
    stretch: (from, to) => (from === to ? `près de ${from}` : `de ${from} à ${to}`),
    outside: "hors des zones de la carte",
    events: "Événements le long de la route",
    eventsNote: (km) =>
      `Ceux qui la nomment, et ceux sur les routes et les patrouilles dans des localités à ${km} km au plus.`,
    noEvents: "Aucun événement de ce jeu de données n’en parle.",
  },
  source: {
    date: "Date",
    leaning: "Orientation",
    id: "Nom court dans les données",
    open: "Ouvrir le document",
    rests: "Ce qui repose sur elle",
    claims: "Affirmations",
    figures: "Chiffres",
    nothing: "Rien dans ce jeu de données ne repose sur elle.",
    corridors: "Accords",
  },
};
