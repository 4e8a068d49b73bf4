import type { LaterWords } from "../later-words.ts";
import { frDataProblem, frViewProblem } from "./address.ts";
import { frEvents } from "./events.ts";

/** The French words of what is there once it is asked for. */
export const frLater: LaterWords = {
  viewProblem: frViewProblem,
  dataProblem: frDataProblem,
  events: frEvents,
  shortcut: (name) =>
    ({
      "toggle-play": "Lecture ou pause",
      "previous-day": "Un jour en arrière",
      "next-day": "Un jour en avant",
      "previous-change": "Jour de changement précédent",
      "next-change": "Jour de changement suivant",
      "first-day": "Premier jour",
      "last-day": "Dernier jour",
      compare: "Comparer à un autre jour, ou cesser",
      charts: "Ouvrir ou fermer les graphiques",
      story: "Lire le récit, ou le quitter",
      "previous-step": "Étape précédente du récit",
      "next-step": "Étape suivante du récit",
      filter: "Filtrer les données",
      layers: "Ce que montre la carte",
      table: "Tableau de toutes les localités",
      export: "Emporter ou partager : image, film, données, lien",
      search: "Chercher une localité",
      help: "Cette liste",
      escape: "Fermer ce qui est ouvert, ou désélectionner",
    })[name],
  embed: {
    whole: "Ouvrir la carte entière",
    gestures: {
      control: "Maintenez Ctrl et faites défiler pour zoomer",
      command: "Maintenez ⌘ et faites défiler pour zoomer",
      touch: "Déplacez la carte avec deux doigts",
    },
  },
  file: {
    noBaseMap:
      "Cette page est un seul fichier et ne demande rien au réseau : elle ne peut pas montrer un fond de carte à vous.",
  },
  wall: {
    region: "Mode mural",
    leave: "Quitter",
    notFull: "F11 ou le menu du navigateur remplit l’écran.",
    notAwake: "Ce navigateur n’empêche pas l’écran de s’éteindre.",
  },
  tour: {
    position: (number, total) => `${number} sur ${total}`,
    next: "Suivant",
    back: "Retour",
    skip: "Passer la visite",
    finish: "Terminer",
    stops: {
      map: {
        name: "La carte",
        text: "Les couleurs disent qui tenait le terrain à la fin du jour ; la ligne sombre est le front. Choisissez une localité pour lire l’histoire de son contrôle et qui l’affirme.",
      },
      legend: {
        name: "La légende",
        text: "Le sens de chaque signe : toujours ce qui se trouve sur la carte, et rien d’autre. Sa dernière ligne dit d’où vient la ligne de front.",
      },
      days: {
        name: "Les jours",
        text: "Faites glisser le curseur, lancez la lecture ou utilisez les flèches du clavier. Les barres comptent ce qui a changé de mains chaque jour ; les signes au-dessus marquent des événements.",
      },
      day: {
        name: "Ce qui s’est passé ce jour-là",
        text: "Les localités qui ont changé de mains, qui l’affirme et avec quelle certitude, ce qui le contredit, et ce que les données rapportent d’autre sur ce jour.",
      },
      story: {
        name: "Le récit",
        text: "Tout le déroulement, raconté étape par étape à côté de la carte. De petits numéros ouvrent les sources de chaque phrase.",
      },
      search: {
        name: "Trouver une localité",
        text: "Tapez un nom dans n’importe quelle graphie ; la touche barre oblique mène aussi ici. La carte va à ce que vous choisissez.",
      },
      tools: {
        name: "Tout le reste",
        text: "Masquez des couches, voyez toutes les localités dans un tableau, enregistrez l’image. Cette visite et la liste des touches restent derrière les trois points.",
      },
    },
  },
};
