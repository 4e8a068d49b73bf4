import type { FilmWords } from "../film-words.ts";
import { plural, toComma } from "./forms.ts";

export const frFilm: FilmWords = {
  series: { name: "Série", hint: "Une image par jour, dans une archive" },
  film: { name: "Film", hint: "Les jours l’un après l’autre" },
  saveSeries: "Enregistrer la série",
  saveFilm: "Faire le film",
  from: "Premier jour",
  to: "Dernier jour",
  wrongOrder: "Le premier jour est après le dernier.",
  onlyChanges: "Seulement les jours où des lieux ont changé de mains",
  noChanges: "Aucun lieu n’a changé de mains ces jours-là.",
  size: "Taille",
  sizes: { "720p": "720p", "1080p": "1080p", square: "Carré", story: "9:16" },
  format: "Format",
  missing: (format) => `${format}, absent de ce navigateur`,
  pace: "Secondes par jour",
  paceOption: (seconds) => toComma(String(seconds)),
  motion: "Le terrain bouge d’un jour à l’autre",
  motionNote: "Ce qui est entre deux jours est dessiné, non connu. Le film le dit pendant qu’il le montre.",
  motionCompared: "Pendant la comparaison de deux jours, le terrain ne bouge pas.",
  stops: "S’attarder sur les jours de changement",
  cards: "Titre au début, sources à la fin",
  pictures: (count) => plural(count, { one: "# image", other: "# images" }),
  seconds: (count) => plural(count, { one: "# seconde", other: "# secondes" }),
  frames: (count) => plural(count, { one: "# image de film", other: "# images de film" }),
  megabytes: (count) => `environ ${count} Mo`,
  atPicture: (number, count) => `Image ${number} sur ${count}`,
  atFrame: (number, count) => `Image ${number} sur ${count}`,
  secondsLeft: (count) => plural(count, { one: "encore # seconde", other: "encore # secondes" }),
  minutesLeft: (count) =>
    plural(count, { one: "encore une minute environ", other: "encore # minutes environ" }),
  made: (format) => `Le film est au format ${format}.`,
  unsupported: (format) => `Ce navigateur ne sait pas produire le format ${format}.`,
  brokenFormat: (format) => `Ce navigateur disait savoir produire le format ${format}, et a échoué.`,
  noFormat:
    "Ce navigateur n’a pu produire aucun film de cette taille. Choisissez-en une plus petite, ou une série d’images.",
  noRoom:
    "Il n’y a plus assez de place sur cet appareil. Libérez-en, ou choisissez moins de jours ou une taille plus petite.",
  days: (count) => plural(count, { one: "# jour", other: "# jours" }),
  sources: "Sources",
  noSources: "Le jeu de données ne nomme ni sources ni licence.",
};
