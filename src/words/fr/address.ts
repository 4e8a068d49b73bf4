import { day, parseDay } from "../../core/day.ts";
import { pickName } from "../../core/names.ts";
import type { LaterWords } from "../later-words.ts";
import { dates, quote } from "./forms.ts";

/** What the French interface says of a value of the address that cannot be used. */
export const frViewProblem: LaterWords["viewProblem"] = ({ parameter, found, used }) => {
  const asked = quote(found);
  switch (parameter) {
    case "day": {
      const fault = parseDay(found) ? "est hors de ce récit" : "n’est pas un jour";
      return `L’adresse demandait le jour ${asked}, qui ${fault} ; jour affiché : ${dates.long(day(used))}.`;
    }
    case "with":
      return `L’adresse demandait de comparer avec « ${found} », qui n’est pas un jour de ce jeu de données.`;
    case "compare":
      return `L’adresse demandait la comparaison ${asked}, qui n’est pas proposée ; la différence est affichée.`;
    case "ground":
      return `L’adresse demandait le terrain ${asked}, ce qui n’est pas proposé ; la carte montre qui le tient.`;
    case "since":
      return `L’adresse demandait le terrain gagné depuis ${asked}, qui n’est pas un jour de ce jeu de données.`;
    case "trail":
      return `L’adresse demandait les lignes de ${asked} jours, ce qui n’est pas proposé.`;
    case "from":
    case "to":
      return `L’adresse demandait « ${found} » comme limite de lecture, ce qui n’en est pas une ici.`;
    case "chart":
      return `L’adresse demandait le graphique « ${found} », pour lequel ce jeu de données n’a pas de chiffres.`;
    case "drawer":
      return `L’adresse demandait les graphiques « ${found} », ce qui n’est pas proposé.`;
    case "place":
      return `L’adresse demandait la localité ${asked}, absente de ce jeu de données.`;
    case "post":
      return `L’adresse demandait le poste ${quote(found)}, qui n’est pas dans ce jeu de données ou s’ajoute à une autre sélection.`;
    case "highway":
      return `L’adresse demandait la route ${quote(found)}, qui n’est pas dans ce jeu de données ou s’ajoute à une autre sélection.`;
    case "source":
      return `L’adresse demandait la source ${quote(found)}, qui n’est pas dans ce jeu de données ou s’ajoute à une autre sélection.`;
    case "side":
      return `L’adresse demandait seulement le camp ${quote(found)}, que ce jeu de données n’a pas ; rien n’est écarté pour cela.`;
    case "said":
      return `L’adresse demandait seulement ce que dit ${quote(found)}, que ce jeu de données n’a pas ; rien n’est écarté pour cela.`;
    case "sure":
      return `L’adresse demandait seulement la certitude ${quote(found)}, que ce jeu de données n’a pas ; rien n’est écarté pour cela.`;
    case "kind":
      return `L’adresse demandait seulement les événements de type ${quote(found)}, que ce jeu de données n’a pas ; rien n’est écarté pour cela.`;
    case "story":
      return `L’adresse demandait l’étape ${quote(found)} du récit, qui n’existe pas dans ce jeu de données.`;
    case "wall":
      return `L’adresse demandait le mode mural « ${found} » ; sa valeur est « 1 », et jamais à côté du récit ou de deux cartes.`;
    case "lang":
      return `L’adresse demandait la langue ${asked}, qui n’est pas proposée ; la page est en anglais.`;
    case "theme":
      return `L’adresse demandait le thème ${asked}, qui n’est pas proposé.`;
    case "labels":
      return `L’adresse demandait des noms en ${asked}, ce qui n’est pas proposé ; les deux écritures sont affichées.`;
    case "hide":
      return `L’adresse demandait de masquer ${asked}, qui n’est pas une couche de cette carte.`;
    case "at":
      return `L’adresse demandait la position ${asked}, qui n’en est pas une.`;
  }
};

/** What the French interface says of an address that was made for other data. */
export const frDataProblem: LaterWords["dataProblem"] = ({ found, match, title, mark, lost }) => {
  const shown = `${quote(pickName(title, "fr"))}${mark === "" ? "" : ` (${mark})`}`;
  const meant = {
    changed: `Ce lien a été fait pour un autre état des données, ${found} ; la page affiche ${shown}`,
    other: `Ce lien a été fait pour un autre jeu de données, ${found} ; la page affiche ${shown}`,
    unsure: `Ce lien a été fait pour ${found}, peut-être un autre jeu de données ou un autre état de celui qui est affiché, ${shown}`,
    unreadable: `Ce lien nomme ses données ${quote(found)}, ce qui est coupé ou mal recopié ; la page affiche ${shown}`,
  }[match];
  const rest =
    lost.length === 0
      ? "et tout le reste de ce que le lien demande s’y trouve"
      : `et ceci, que le lien demande, ne s’y trouve pas : ${lost.join(", ")}`;
  return `${meant}, ${rest}.`;
};
