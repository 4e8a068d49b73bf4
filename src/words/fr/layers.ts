import type { LayerWords } from "../types.ts";

/** The French words of the layers of the map: their names in the menu, the lines of their legend, what a pointer finds. */
export const frLayers: LayerWords = {
  frontLines: {
    front: "Ligne de front",
    inferred: "Ligne de front, déduite",
    quiet: "Ligne entre camps qui ne se combattent pas",
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
};
