import { formatSize, type OpeningWords, type OpenWords } from "../open-words.ts";
import { dates, LOCALE, plural } from "./forms.ts";

const moment = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeStyle: "short" });
const digits = new Intl.NumberFormat(LOCALE);

/** The French words for opening data of one's own. */
export const frOpen: OpenWords & OpeningWords = {
  button: "Ouvrir",
  title: "Ouvrir des données",
  introduction:
    "Voir un autre conflit sur ce tableau de bord : un jeu de données, ou des fichiers de toute sorte : tableaux, classeurs, GeoJSON, KML, shapefiles. Ce qu’ils ne disent pas eux-mêmes vous est demandé.",
  privacy: "Les fichiers sont lus sur cet ordinateur. Rien n’est envoyé.",
  openFolder: "Ouvrir un dossier…",
  openFiles: "Ouvrir un zip ou des fichiers…",
  orDrop: "Ou déposez-les n’importe où sur cette page.",
  dropHere: "Déposez pour ouvrir",
  dropHint:
    "Un dossier, une archive zip ou des fichiers de toute sorte. Ce qui est affiché reste jusqu’à ce que les nouvelles données soient prêtes.",
  pictureHint: "Une image ou un PDF exporté d’ici ramène à la vue qu’il montre.",
  pictureShown: (day, match) => {
    const shown = `Voici la vue de l’image : ${dates.long(day)}.`;
    return {
      same: shown,
      changed: `${shown} Les données ont changé depuis que l’image a été faite : les deux peuvent différer.`,
      unsure: `${shown} On ne sait pas si les données ont changé depuis.`,
    }[match];
  },
  pictureOther: (title) => `L’image montre « ${title} »`,
  pictureOtherHelp: (day) =>
    `C’est une vue du ${dates.long(day)} dans un autre jeu de données que celui de la page. Ouvrez ce jeu de données ci-dessous, et la vue de l’image s’affichera.`,
  story: "Récit fourni",
  showStory: "Afficher le récit fourni",
  recent: "Déjà ouverts, gardés dans ce navigateur",
  noRecent:
    "Aucun pour l’instant. Ce que vous ouvrez est gardé dans ce navigateur, pour pouvoir être rouvert sans ses fichiers.",
  noStorage: "Ce navigateur ne garde rien pour cette page, comme dans une fenêtre privée.",
  recentNote: (source, openedAt, sizeBytes) =>
    [source, moment.format(openedAt), formatSize(sizeBytes, ["Ko", "Mo"])]
      .filter((part) => part !== "")
      .join(" · "),
  shown: "Affiché actuellement",
  forget: "Oublier",
  forgetOne: (title) => `Oublier ${title}`,
  forgetAll: "Tout oublier",
  forgotten: "Oublié.",
  opening: (name) => (name === "" ? "Ouverture" : `Ouverture de ${name}`),
  finding: (count) => plural(count, { one: "# fichier trouvé", other: "# fichiers trouvés" }),
  progress: ({ stage, done, total }) => {
    const of = `${digits.format(done)} sur ${digits.format(total)}`;
    return {
      reading: `Fichiers lus : ${of}`,
      checking: `Jours vérifiés : ${of}`,
      compiling: "Compilation…",
    }[stage];
  },
  stage: (stage) => ({ reading: "Lecture", checking: "Vérification", compiling: "Compilation" })[stage],
  problemsSoFar: (count) => plural(count, { one: "# problème jusqu’ici", other: "# problèmes jusqu’ici" }),
  preparing: "Préparation du tableau de bord…",
  cancel: "Annuler",
  cancelled: "Annulé. Les données affichées auparavant le sont toujours.",
  contents: ({ settlements, days, firstDay, lastDay }) => {
    const places = plural(settlements, { one: "# localité", other: "# localités" });
    const span = plural(days, { one: "# jour", other: "# jours" });
    return `${places}, ${span} : du ${dates.long(firstDay)} au ${dates.long(lastDay)}.`;
  },
  counts: (errors, warnings, notes) =>
    [
      errors > 0 ? plural(errors, { one: "# erreur", other: "# erreurs" }) : "",
      warnings > 0 ? plural(warnings, { one: "# avertissement", other: "# avertissements" }) : "",
      notes > 0 ? plural(notes, { one: "# remarque", other: "# remarques" }) : "",
    ]
      .filter((part) => part !== "")
      .join(", "),
  soundIsShown: "Les enregistrements erronés sont laissés de côté, tous les autres sont affichés.",
  show: "Afficher sur le tableau de bord",
  keepPresent: "Garder ce qui est affiché",
  refused: (name) =>
    name === "" ? "Ces fichiers ne peuvent pas être affichés." : `${name} ne peut pas être affiché.`,
  presentStays: "Ce qui était affiché l’est toujours.",
  furtherProblems: (count) =>
    `${plural(count, { one: "# autre problème se trouve", other: "# autres problèmes se trouvent" })} dans le rapport enregistré.`,
  saveCsv: "Enregistrer en CSV",
  saveJson: "Enregistrer en JSON",
  failed: (name, reason) =>
    name === ""
      ? `Les données n’ont pas pu être ouvertes : ${reason}`
      : `${name} n’a pas pu être ouvert : ${reason}`,
  opened: (title) => `${title} est affiché. Rien n’a quitté cet ordinateur.`,
  notKept: (title, hasNoRoom) =>
    hasNoRoom
      ? `${title} est affiché, mais ce navigateur n’a plus de place pour le garder. Oubliez d’autres jeux de données pour en faire.`
      : `${title} est affiché, mais ce navigateur ne garde rien pour cette page. Conservez les fichiers pour le rouvrir.`,
  notHere:
    "L’adresse nomme un jeu de données qui n’est pas gardé dans ce navigateur. De tels liens ne fonctionnent que là où les données ont été ouvertes ; le récit fourni est affiché.",
  notForgotten:
    "Le navigateur a refusé d’oublier les données. Effacez les données de cette page dans ses réglages.",
  followed: "Les fichiers ont changé : voici leur nouvel état.",
  held: "Les fichiers ont changé et contiennent maintenant des erreurs. Leur dernier état valable est affiché.",
  lost: "Le serveur ne répond plus. La page reste telle quelle et ne suit plus les fichiers tant qu’il n’est pas relancé.",
  reached: "Le serveur répond de nouveau : la page suit les fichiers.",
};
