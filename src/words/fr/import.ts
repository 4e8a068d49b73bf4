import type { ImportWords } from "../import-words.ts";
import { dates, LOCALE, plural, quote } from "./forms.ts";

const languages = new Intl.DisplayNames(LOCALE, { type: "language" });

/** The French words of the import assistant. */
export const frImport: ImportWords = {
  steps: "Étapes",
  step: { files: "Fichiers", meaning: "Sens", check: "Contrôle", open: "Ouvrir" },
  lead: {
    files: "Ce qui a été lu, feuille par feuille.",
    meaning: "Comment les fichiers ont été compris. Corrigez ce qui est faux : la carte suit.",
    check: "Ce qui en résulte, et ce qui n’a pas pu servir.",
    open: "Voyez-le dans le tableau de bord, ou gardez-le comme jeu de données.",
  },
  undo: "Annuler",
  next: (step) => `Suite : ${step}`,
  working: "En cours…",
  upToDate: "À jour.",
  problems: (count) => plural(count, { one: "# problème", other: "# problèmes" }),
  questions: (count) => plural(count, { one: "# question", other: "# questions" }),
  failed: (reason) => `Les fichiers n’ont pas pu être lus : ${reason}`,
  tryAgain: "Choisir d’autres fichiers",

  map: "Petite carte",
  mapEmpty: "Rien ne peut encore être dessiné.",
  mapDay: "Jour de la petite carte",
  mapAlt: (day, areas, places) =>
    `${dates.long(day)} : ${plural(areas, { one: "# zone", other: "# zones" })}, ${plural(places, { one: "# lieu", other: "# lieux" })}`,

  rows: (count) => plural(count, { one: "# ligne", other: "# lignes" }),
  columns: (count) => plural(count, { one: "# colonne", other: "# colonnes" }),
  points: (count) => plural(count, { one: "# point", other: "# points" }),
  lines: (count) => plural(count, { one: "# tracé", other: "# tracés" }),
  areas: (count) => plural(count, { one: "# zone", other: "# zones" }),
  files: (count) => plural(count, { one: "# fichier", other: "# fichiers" }),
  nothingRead: "Aucun tableau ni aucune forme n’a été trouvé dans ces fichiers.",
  encodingOf: (file) => `Encodage de ${file}`,
  noteOf: (note) => {
    switch (note.kind) {
      case "encoding-guessed":
        return `Le fichier ne dit pas comment ses lettres sont codées ; lu comme ${note.encoding}. Si des noms semblent faux, choisissez un autre encodage.`;
      case "reprojected":
        return `Les coordonnées étaient dans un autre système (${note.system}) et ont été converties en longitude et latitude.`;
      case "placed-by-columns":
        return `Positions tirées de ${note.columns.join(" et ")}.`;
      case "rows-above-header":
        return `${plural(note.count, { one: "# ligne passée", other: "# lignes passées" })} au-dessus des noms de colonnes.`;
      case "no-header":
        return "La première ligne n’a pas de noms : les colonnes ont été numérotées.";
      case "row-of-tags":
        return "Une ligne d’étiquettes sous les noms de colonnes a été laissée de côté.";
      case "found-within":
        return `Les lignes ont été trouvées dans ${quote(note.path)}.`;
      case "files-passed-over":
        return `Laissés de côté, car on n’y cherche pas de données : ${note.paths.join(", ")}.`;
    }
  },
  problemsOfFiles: "Problèmes de lecture",

  dataTitle: "Titre",
  nameLanguage: "Langue des noms",
  openQuestions: "À vous de répondre",
  noQuestions: "Il n’y a rien à demander.",
  question: ({ about, wanted, sample }) => {
    const example = sample === "" ? "" : ` Par exemple : ${sample}.`;
    return {
      kind: "Que contient cette feuille ?",
      column: `Quelle colonne le dit : ${wanted} ?`,
      side:
        sample === ""
          ? "À quel camp sont ces zones ou ces lieux ?"
          : `Quel camp ${quote(sample)} désigne-t-il ?`,
      rest: "Qui tient tout ce qui n’est dans aucune zone ?",
      "day-order": `Le jour ou le mois vient-il d’abord ?${example}`,
      "day-numbers": `Que comptent les nombres qui désignent des jours ?${example}`,
      "day-end": `Le dernier jour d’une ligne compte-t-il encore ?${example}`,
      day: "Quel jour en était-il ainsi ? Ni colonne ni nom de fichier ne le dit.",
    }[about];
  },
  choose: "Choisir…",
  takeBack: "Comme deviné",
  isWhat: "De quoi il s’agit",
  kind: {
    settlements: "Lieux",
    "held-places": "Lieux et qui les tient",
    areas: "Zones tenues",
    lines: "Ligne de front",
    highways: "Grandes routes",
    regions: "Régions ou districts",
    claims: "Affirmations : qui a pris ou tenu quoi",
    events: "Événements",
    figures: "Chiffres",
    ignored: "Non utilisé",
  },
  column: {
    place: "Nom du lieu",
    place_id: "Code du lieu",
    governorate: "Gouvernorat",
    district: "District",
    precision: "Précision",
    spellings: "Autres graphies",
    place_kind: "Type de lieu",
    population: "Population",
    importance: "Importance",
    note: "Remarque",
    side: "Camp",
    side_by_day: "Camp, une colonne par jour",
    day: "Jour",
    first_day: "Premier jour",
    last_day: "Dernier jour",
    id: "Numéro de l’enregistrement",
    source: "Source",
    attribution: "Qui le dit",
    certainty: "Certitude",
    summary: "Résumé",
    action: "Ce qui est arrivé au lieu",
    extent: "Quelle part du lieu",
    actor: "Qui l’a fait",
    kind: "Type",
    title: "Titre",
    other_actor: "À qui",
    fatalities: "Morts",
    fatalities_low: "Morts, au moins",
    fatalities_high: "Morts, au plus",
    day_precision: "Précision du jour",
    measure: "Ce qui est compté",
    value: "Nombre",
    value_high: "Nombre le plus haut",
    unit: "Unité",
    concerns: "Qui cela concerne",
  },
  nameIn: (language) => `Nom en ${languages.of(language) ?? language}`,
  notUsed: "Non utilisée",
  meaningOf: (column) => `Sens de ${column}`,
  row: "Ligne",
  firstRows: (sheet) => `Premières lignes de ${sheet}`,
  why: (reason, detail) =>
    ({
      told: "Vous l’avez dit.",
      recipe: `Les colonnes sont celles de ${detail}.`,
      "column-name": `D’après le nom ${quote(detail)}.`,
      values: detail === "" ? "D’après les valeurs." : `D’après des valeurs comme ${quote(detail)}.`,
      shapes: "D’après les formes.",
      columns: "D’après les colonnes.",
      "file-name": `D’après le nom du fichier : ${detail}.`,
      "only-reading": `${quote(detail)} ne peut se lire autrement.`,
      format: "Le format le dit.",
      usual: "Supposé : la plupart des fichiers sont ainsi.",
      nothing: "Supposé : rien ne le dit.",
    })[reason],
  sheets: "Feuilles",
  order: "Jour et mois",
  orders: { "day-month": "Le jour d’abord : 31/12", "month-day": "Le mois d’abord : 12/31" },
  numbers: "Les nombres comptent",
  numberKinds: {
    milliseconds: "les millisecondes depuis 1970",
    seconds: "les secondes depuis 1970",
    serial: "les jours d’un tableur",
    digits: "année, mois, jour en chiffres",
  },
  end: "Dernier jour d’une ligne",
  ends: { inclusive: "compte encore", exclusive: "ne compte plus" },
  dayOfAll: "Jour de toutes les lignes",
  sides: "Camps",
  colourOf: (side) => `Couleur de ${side}`,
  nameOf: (side) => `Nom de ${side}`,
  values: "Valeurs",
  sideOf: (value) => `Camp de ${quote(value)}`,
  contested: "Disputé",
  leftOut: "Laissé de côté",
  anotherSide: "Un autre camp…",
  newSide: "Nom de l’autre camp",
  use: "Utiliser",
  nobody: "Personne, à ce qu’on sait",
  rest: "Ce qui n’est dans aucune zone est tenu par",
  sheetSide: "Camp de toutes les lignes",

  span: (first, last, count) =>
    count === 1
      ? `Un jour : ${dates.long(first)}.`
      : `${plural(count, { one: "# jour", other: "# jours" })} : du ${dates.long(first)} au ${dates.long(last)}.`,
  contents: "Ce qui en résulte",
  settlements: (count) => plural(count, { one: "# localité", other: "# localités" }),
  phases: (count) => plural(count, { one: "# état des zones", other: "# états des zones" }),
  claims: (count) => plural(count, { one: "# affirmation", other: "# affirmations" }),
  events: (count) => plural(count, { one: "# événement", other: "# événements" }),
  figures: (count) => plural(count, { one: "# chiffre", other: "# chiffres" }),
  names: "Les noms tels qu’ils sortent, et qui tient le lieu le dernier jour",
  noProblems: "Aucun problème : tout a pu servir.",
  showRow: "Montrer la ligne",
  rowOf: (record) => `Dans le fichier : ${record}`,
  noRow: "Cela concerne le fichier entier.",
  furtherProblems: (count) =>
    plural(count, { one: "# autre n’est pas listé.", other: "# autres ne sont pas listés." }),

  cannotOpen:
    "Rien ne peut encore être montré : il n’en résulte aucun jour, ni lieu ni zone. Revenez à l’étape Sens.",
  openQuestionsLeft: (count) =>
    `${plural(count, { one: "# question reste ouverte", other: "# questions restent ouvertes" })} ; d’ici là, une supposition est utilisée.`,
  openNow: "Ouvrir dans le tableau de bord",
  saveZip: "Enregistrer comme jeu de données (zip)",
  saveFolder: "Enregistrer comme dossier…",
  savedFolder: (folder) => `Enregistré comme dossier ${folder}.`,
  saveHelp:
    "L’archive contient les fichiers tels qu’ils étaient et un dataset.json qui dit ce qu’ils signifient : déposée sur cette page, ou décompressée et donnée à la ligne de commande, elle s’ouvre sans une question.",
};
