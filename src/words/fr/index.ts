import { OWN_WORDS } from "../../core/records.ts";
import type { Words } from "../types.ts";
import { dates, plural, quote } from "./forms.ts";
import { frCharts } from "./charts.ts";
import { frLayers } from "./layers.ts";
import { frLater } from "./later.ts";
import { frMap } from "./map.ts";
import { frNotices } from "./notices.ts";
import { frFilter } from "./filter.ts";
import { frOpen } from "./open.ts";
import { frNarrative } from "./narrative.ts";
import { frSelection } from "./selection.ts";
import { frEvidence } from "./evidence.ts";
import { frProblems } from "./problems.ts";

const PLACES = { one: "# localité", other: "# localités" };

/** The interface in French. */
export const words: Words = {
  language: "fr",
  direction: "ltr",
  comma: ", ",
  dates,
  timeline: {
    region: "Chronologie",
    slider: "Jour",
    play: "Lecture",
    pause: "Pause",
    previousDay: "Jour précédent",
    nextDay: "Jour suivant",
    previousChange: "Changement précédent",
    nextChange: "Changement suivant",
    speed: "Vitesse en jours par seconde",
    speedOption: (daysPerSecond) => `${daysPerSecond}×`,
    goToDate: "Aller à une date",
    between: (window) => `${window.charAt(0).toUpperCase()}${window.slice(1)} : dessiné, non connu`,
    outsideStory: (first, last) => `Entre le ${dates.long(first)} et le ${dates.long(last)}`,
    showChart: "Afficher le graphique",
    hideChart: "Masquer le graphique",
    chart: "Localités gagnées par jour (pâle : implicite ou contesté)",
  },
  day: {
    region: "Jour",
    changedHands: (count) =>
      plural(count, { one: "# localité a changé de mains", other: "# localités ont changé de mains" }),
    gain: (side, count) => `${side} +${count}`,
    nothingChanged: "Aucun changement de mains n’est relevé ce jour-là.",
    groundChanged: "Du terrain a changé de mains",
    gainedKm2: (side, km2) => `${side} +${km2} km²`,
    vacatedKm2: (km2) => `${km2} km² quittés par tous`,
    noGroundChanged: "Aucun terrain n’a changé de mains ce jour-là, d’après les données.",
    missing: "Le jeu de données n’a pas de zones pour ce jour : on ne sait pas qui tenait quoi.",
    changedAndBack: (count) =>
      plural(count, {
        one: "# localité a changé de mains et a été reprise dans la journée",
        other: "# localités ont changé de mains et ont été reprises dans la journée",
      }),
    sentence: (head, parts) => (parts.length > 0 ? `${head} : ${parts.join(", ")}.` : `${head}.`),
    changes: "Changements de mains",
    contested: "Disputées",
    alsoReported: "Également rapporté",
    index: "Parties de la journée",
    previousChanges: (day) => `Avant : ${dates.short(day)}`,
    nextChanges: (day) => `Après : ${dates.short(day)}`,
    balance: (count) => `Contrôle de ${plural(count, PLACES)} à la fin de la journée`,
    unknownHolder: "Inconnu",
    withinDay: "reprise dans la journée",
  },
  gazetteer: {
    said: (text, name) => `${text} (d’après le répertoire de lieux ${name}, non d’après les données)`,
  },
  selection: frSelection,
  narrative: frNarrative,
  filter: frFilter,
  settlement: {
    kind: (kind) =>
      ({
        city: "Grande ville",
        town: "Ville",
        village: "Village",
        suburb: "Faubourg",
        hill: "Colline",
        base: "Base",
        site: "Site",
      })[kind],
    whereabouts: (kind, governorate) => (governorate === "" ? kind : `${kind}, ${governorate}`),
  },
  record: {
    certainty: (certainty) =>
      ({
        stated: "énoncé",
        reported: "rapporté",
        disputed: "contesté",
        implied: "implicite",
        inferred: "déduit",
        contested: "disputée",
      })[certainty],
    certaintyMeaning: (certainty) =>
      ({
        stated: "Énoncé tel quel par un document",
        reported: "Rapporté par quelqu’un qu’un document nomme ou évoque",
        disputed: "Une autre affirmation dit le contraire",
        implied: "Aucun document ne le dit ; l’un d’eux le présuppose",
        inferred: "Aucune affirmation n’en parle ; lu sur les zones",
        contested: "On ne peut dire qu’aucun camp la tient",
      })[certainty],
    impliedBy: (reason) =>
      ({
        "revealed-by-recapture":
          "Implicite : une reprise ultérieure montre qu’elle avait été perdue auparavant",
        presupposed: "Implicite : une affirmation ultérieure présuppose qu’elle avait changé de mains",
        "passed-by-the-front": "Implicite : le front l’a dépassée ; aucun document ne dit quel jour",
        "shared-with-neighbour": "Implicite : elle a partagé le sort de la localité documentée voisine",
        "said-of-its-ground": "Implicite : un document le dit de tout le territoire où elle se trouve",
      })[reason],
    action: (action) =>
      ({
        captured: "prise",
        recaptured: "reprise",
        entered: "entrée",
        attacked: "attaque",
        repelled: "attaque repoussée",
        withdrew: "retrait",
        held: "maintien",
        bombarded: "bombardement",
        encircled: "encerclement",
        relieved: "désencerclement",
        contested: "combats",
      })[action],
    attribution: (attribution, publisher) =>
      attribution === OWN_WORDS ? `${publisher}, en ses propres termes` : attribution || "sans attribution",
    claims: (count) => plural(count, { one: "# affirmation", other: "# affirmations" }),
    saysOtherwise: "dit le contraire",
    line: (line) => `ligne ${line}`,
    printedAs: (spelling) => `imprimé ${quote(spelling)}`,
    saidOf: (ground) => `dit de ${quote(ground)}, où elle se trouve`,
    nobody: "Inconnu",
    translated: (original) => `Les textes du relevé sont des traductions ; langue d’origine : ${original}.`,
    showOriginals: "Afficher les originaux",
    hideOriginals: "Masquer les originaux",
    translationMissing:
      "Les traductions du relevé n’ont pas pu être chargées ; les textes d’origine sont affichés.",
  },
  chrome: {
    title: "Frontline Atlas",
    search: "Chercher une localité",
    searchHint: (example) => `Chercher… ${example}`,
    openSearch: "Ouvrir la recherche",
    noMatch: (query) => `Aucune localité trouvée pour ${quote(query)}`,
    matches: (count) => plural(count, { one: "# localité trouvée", other: "# localités trouvées" }),
    layers: "Couches",
    table: "Tableau",
    more: "Plus",
    language: "Langue",
    languageMissing: (language) =>
      `Les textes en ${language} n’ont pas pu être chargés. Réessayez une fois en ligne.`,
    exportPicture: "Exporter",
    shareLink: "Partager le lien",
    help: "Raccourcis clavier",
    close: "Fermer",
    showPanel: "Afficher le panneau",
    hidePanel: "Masquer le panneau",
    enlarge: "Agrandir le panneau",
    shrink: "Réduire le panneau",
    legend: "Légende",
    tour: "Visite d’une minute",
  },
  map: frMap,
  layers: frLayers,
  charts: frCharts,
  evidence: frEvidence,
  open: frOpen,
  opening: frOpen,
  later: frLater,
  notices: frNotices,
  problems: frProblems,
};
