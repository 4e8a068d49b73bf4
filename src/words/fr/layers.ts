import type { LayerWords } from "../types.ts";

/** The French words of the layers of the map: their names in the menu, the lines of their legend, what a pointer finds. */
export const frLayers: LayerWords = {
  frontLines: {
    front: "Ligne de front",
    inferred: "Ligne de front, déduite",
    quiet: "Ligne entre camps qui ne se combattent pas",
  },
  comparedDay: {
    name: "Différence avec un autre jour",
    gained: (side: string) => `Gagné : ${side}`,
    line: (day: string) => `Ligne de front du ${day}`,
    settlements: "A changé de mains entre les deux jours",
    compare: "Comparer à un autre jour",
    leave: "Quitter la comparaison",
    between: (first: string, last: string) => `${first} → ${last}`,
    hint: "Ce qui diffère à la fin du second jour, quoi qu’il se soit passé entre-temps.",
    unknown:
      "Le jeu de données n’a pas de zones pour l’un des deux jours : le terrain ne peut pas être comparé.",
    same: "Rien ne diffère entre les deux jours.",
    side: "Camp",
    places: "Localités",
    gainedKm2: "km² gagnés",
    areaKm2: "km² en tout",
    placesList: "Localités passées à un autre camp",
    saveList: "Enregistrer la liste (CSV)",
  },
  previousLine: { name: "Ligne de la veille", legend: "Ligne de front de la veille" },
  gains: { name: "Terrain gagné", legend: "Terrain gagné ce jour-là" },
  settlements: { name: "Localités", changed: "A changé de mains ce jour-là", contested: "Disputée" },
  names: { name: "Noms" },
  highways: {
    name: "Routes selon le contrôle",
    legend: (names: readonly string[]) => `${names.join(", ")} à la couleur du camp qui les tient`,
    corridor: (highway: string, widthKm: number) =>
      `Corridor de sécurité ${highway}, ${widthKm} km de chaque côté`,
    patrols: (name: string, highway: string) => `${name}, ${highway}`,
  },
  posts: {
    name: "Postes d’observation",
    legend: "Poste d’observation",
    encircled: "encerclé",
    states: {
      established: "Poste d’observation",
      encircled: "Poste d’observation, encerclé",
      relieved: "Poste d’observation, désencerclé",
    },
  },
  events: { name: "Événements", legend: (kinds: string) => `Événement : ${kinds}` },
  roads: { name: "Autres routes" },
  basePlaces: { name: "Autres lieux" },
};
