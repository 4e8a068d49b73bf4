import type { NoticeWords } from "../types.ts";
import { plural } from "./forms.ts";

/** What the French interface says when something is wrong or done. */
export const frNotices: NoticeWords = {
  dataProblems: (errors, warnings) => {
    const parts = [
      errors > 0 ? plural(errors, { one: "# erreur", other: "# erreurs" }) : "",
      warnings > 0 ? plural(warnings, { one: "# avertissement", other: "# avertissements" }) : "",
    ].filter((part) => part !== "");
    return `Le jeu de données comporte ${parts.join(" et ")}. Ce qui est valable est affiché.`;
  },
  nothingToShow: "Le jeu de données ne peut pas être affiché. Ce qui ne va pas :",
  showProblems: "Afficher les problèmes",
  problemsTitle: "Problèmes du jeu de données",
  file: "Fichier",
  found: "Trouvé",
  expected: "Attendu",
  remedy: "Remède",
  severity: (severity) => ({ error: "erreur", warning: "avertissement", note: "remarque" })[severity],
  saving: "Dessin de l’image…",
  saved: "Image enregistrée.",
  notSaved: (reason) => `L’image n’a pas pu être enregistrée : ${reason}`,
  dismiss: "Fermer",
  failed: (part) => `Cette partie de la page est en panne : ${part}.`,
  stillWorks: "Tout le reste fonctionne encore.",
  tryAgain: "Réessayer",
  mapPart: "carte",
  panelPart: "panneau",
  loading: "La carte et ses jours se chargent…",
  loadingLong:
    "C’est inhabituellement long : une partie de la page n’est peut-être pas arrivée. Vérifiez la connexion et rechargez la page.",
  reload: "Recharger la page",
  needsScripts:
    "Le navigateur dessine cette page avec des scripts, et ils sont désactivés. Autorisez JavaScript pour cette page et rechargez-la.",
  partMissing: "Une partie du programme n’a pas pu être chargée. Vérifiez la connexion et réessayez.",
  pageFailed: "La page s’est arrêtée sur une erreur qu’elle n’a pas pu surmonter.",
  mayBeData:
    "L’erreur vient peut-être du jeu de données. Vous pouvez revenir au récit fourni ; oublier le jeu de données le retire aussi de ce navigateur.",
  forgetShown: "Oublier ce jeu de données",
};
