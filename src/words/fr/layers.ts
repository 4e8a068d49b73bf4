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
    otherDay: "Jour de comparaison",
  },
  trail: {
    previous: "Ligne de front de la veille",
    legend: (days: number) => `Lignes de front des ${days} jours précédents`,
  },
  ground: {
    working: (percent: number) => `Les jours précédents sont en cours de calcul : ${percent}\u00a0%`,
  },
  advance: {
    taken: (side: string) => `Par jour de prise : ${side}`,
    cuts: {
      week: "Ligne de front à la fin d’une semaine",
      month: "Ligne de front à la fin d’un mois",
      quarter: "Ligne de front à la fin d’un trimestre",
      year: "Ligne de front à la fin d’une année",
    },
    since: (when: string, before: string | undefined) =>
      before === undefined
        ? `A changé de mains : ${when}`
        : `A changé de mains : ${when}. Auparavant : ${before}`,
  },
  gainedSince: {
    gained: (side: string, day: string) => `Gagné depuis le ${day} : ${side}`,
    settlements: (day: string) => `A changé de mains depuis le ${day}`,
  },
  shown: {
    places:
      "Le terrain est hachuré selon qui tient la localité la plus proche : c’est déduit, aucune source ne le trace.",
    changed: "Le terrain est coloré selon le jour où il a changé de mains pour la dernière fois.",
    gained: (day: string) => `Le terrain gagné depuis le ${day} est coloré.`,
    trail: (days: number) => `Les lignes de front des ${days} jours précédents sont aussi tracées.`,
    difference: (day: string) => `La différence avec le ${day} est affichée.`,
    both: (first: string, last: string) => `Deux cartes : ${first} et ${last}.`,
  },
  inferred: {
    legend: (side: string) => `${side} : déduit de la localité la plus proche, tracé par aucune source`,
  },
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
