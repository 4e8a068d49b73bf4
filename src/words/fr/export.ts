import type { ExportWords } from "../export-words.ts";
import { frExportData } from "./export-data.ts";
import { frFilm } from "./film.ts";
import { plural } from "./forms.ts";
import { frShare } from "./share.ts";

const digits = new Intl.NumberFormat("fr", { numberingSystem: "latn" });

export const frExport: ExportWords = {
  film: frFilm,
  kinds: "Que voulez-vous emporter ?",
  groups: { pictures: "Images et film", data: "Données", share: "Partage" },
  picture: { name: "Image", hint: "Un jour, à imprimer ou à publier" },
  data: frExportData,
  share: frShare,
  preview: "Aperçu",
  settings: "Réglages",
  save: "Enregistrer l’image",
  cancel: "Annuler",
  cancelled: "Annulé. Rien n’a été enregistré.",
  working: (share) => `Dessin en cours… ${share} %`,
  saved: (file) => `Enregistré sous le nom ${file}.`,
  failed: (reason) => `Non enregistré. ${reason}`,
  busy: "Un autre export est encore en cours. Attendez-le ou annulez-le.",
  otherFormat: (asked, written) =>
    `Ce navigateur ne sait pas écrire le format ${asked} : le fichier est au format ${written}.`,
  notEncoded:
    "Le navigateur n’a pas pu faire un fichier d’une image de cette taille. Choisissez-en une plus petite.",
  size: "Taille",
  preset: {
    screen: "Comme sur cet écran",
    hd: "Full HD, 16:9",
    uhd: "4K, 16:9",
    square: "Carré, pour une publication",
    story: "Story, 9:16",
    "a4-portrait": "A4 en hauteur, 300 ppp",
    "a4-landscape": "A4 en largeur, 300 ppp",
    "a3-portrait": "A3 en hauteur, 300 ppp",
    "a3-landscape": "A3 en largeur, 300 ppp",
    own: "Vos propres dimensions",
  },
  width: "Largeur",
  height: "Hauteur",
  density: "Densité",
  sizeLimits: (least, most) =>
    `Entre ${digits.format(least)} et ${digits.format(most)} pixels dans chaque sens, et une densité de 1 à 4.`,
  pixels: (width, height) => `${width} × ${height} pixels`,
  format: "Format",
  theme: "Couleurs",
  themeOfPage: "Comme sur la page",
  themePrint: "Pour l’impression : blanc, avec des motifs",
  language: "Langue",
  texts: "Textes",
  titleField: "Titre",
  subtitle: "Sous-titre",
  subtitleHint: "Aucun",
  logo: "Logo",
  chooseLogo: "Choisir une image…",
  removeLogo: "Retirer le logo",
  logoStays: "Il reste sur votre machine.",
  logoUnreadable:
    "Ce fichier n’est pas une image que le navigateur sache lire. PNG, JPEG et WebP conviennent.",
  parts: "Sur l’image",
  part: {
    sentence: "Ce qui s’est passé, en une phrase",
    changes: "Liste des lieux qui ont changé de mains",
    charts: "Graphiques",
    legend: "Légende",
    scale: "Échelle",
    north: "Flèche du nord",
  },
  comparedWith: (date) => `Comparaison avec le ${date}`,
  sources: "Sources et licence",
  sourcesStay: "Toujours présentes : leurs licences le demandent.",
  noSources: "Le jeu de données ne nomme ni sources ni licence.",
  lineNote: "Comment les lignes ont été établies",
  lineNoteStays: "Toujours présent, pour que personne ne prenne les lignes pour un relevé.",
  north: "N",
  more: (count) => plural(count, { one: "et un autre", other: "et # autres" }),
};
