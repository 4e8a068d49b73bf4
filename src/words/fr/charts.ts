import { dates } from "./forms.ts";
import type { ChartWords } from "../types.ts";

/** The French words for charts, and for how the line of time is played, zoomed and cut. */
export const frCharts: ChartWords = {
  play: {
    options: "Mode de lecture",
    clearRange: (range) => `Seule la période ${range} est lue : lire tous les jours`,
    range: (first, last) => `${dates.brief(first)} – ${dates.brief(last)}`,
  },
  axis: {
    zoomIn: "Moins de jours, plus grands",
    zoomOut: "Plus de jours, plus petits",
    wholeStory: "Tous les jours de la période",
    hint: "Glissez pour choisir les jours à lire ; tournez la molette pour agrandir ; double-cliquez pour tout voir ; glissez au-dessus avec Maj pour comparer deux jours",
  },
  title: "Graphiques",
  open: "Ouvrir les graphiques",
  close: "Fermer les graphiques",
  choose: "Ce que montre la bande",
  computed: "Calculé",
  reported: "Rapporté",
  gained: "Localités gagnées par jour",
  gainedArea: "Superficie gagnée par jour, km²",
  area: "Superficie, km²",
  share: (region) => `Part de ${region}, %`,
  settlements: "Localités tenues",
  highway: (name) => `${name}, km`,
  figure: (measure, unit) => (unit === "" ? measure : `${measure}, ${unit}`),
  notKnown: "inconnu",
  working: (percent) => `calcul en cours… ${percent} %`,
  table: "Tableau",
};
