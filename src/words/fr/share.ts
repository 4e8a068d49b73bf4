import type { ShareWords } from "../share-words.ts";
import { dates, LOCALE } from "./forms.ts";

const digits = new Intl.NumberFormat(LOCALE, { numberingSystem: "latn" });

export const frShare: ShareWords = {
  link: {
    name: "Lien",
    hint: "L’adresse de cette vue, aussi en code QR",
    address: "Adresse",
    copy: "Copier le lien",
    what: "Il ouvre ce jour, avec la sélection et l’endroit que montre la carte.",
    ofState: (state) =>
      `Il dit pour quel état des données il a été fait (${state}) : sur tout autre état, la page le signale.`,
    code: "Code QR",
    saveCode: (format) => `Enregistrer en ${format}`,
    tooLong:
      "Cette adresse est trop longue pour un code QR. Une vue avec moins de filtres en a une plus courte.",
  },
  citation: {
    name: "Citation",
    hint: "Pour travaux et articles",
    form: "Forme",
    plain: "Texte",
    copy: "Copier la citation",
    save: "Enregistrer dans un fichier",
    noAddress:
      "Elle est sans adresse, car celle de cette page ne fonctionne qu’ici. Un site construit avec son adresse publique (frontline build --url) donne celle-là.",
    noMakers: "Le jeu de données ne nomme pas ses auteurs.",
    title: (name, first, last) =>
      `${name}, ${dates.long(first)}${last === undefined ? "" : ` et ${dates.long(last)}`}`,
    shows: (day) => `Situation à la fin du ${dates.long(day)}`,
    compares: (first, last) => `Situation à la fin du ${dates.long(first)} et du ${dates.long(last)}`,
    dataset: "jeu de données",
    state: (state) => `jeu de données, état ${state}`,
    licence: (licence) => `Licence : ${licence}`,
    hash: (hash) => `SHA-256 des données : ${hash}`,
    accessed: (day) => `Consulté le ${dates.long(day)}`,
  },
  embed: {
    name: "Intégration",
    hint: "La carte dans un article",
    code: "Code pour l’article",
    copy: "Copier le code",
    width: "Largeur",
    fullWidth: "Toute la place",
    height: "Hauteur",
    sizeLimits: (least, most) => `Entre ${digits.format(least)} et ${digits.format(most)} pixels.`,
    asReader: "Comme le système du lecteur",
    oneFile:
      "Cette page est un seul fichier, qui ne peut pas figurer dans une autre page. Un site le peut (frontline build --site).",
    oembed: "Adresse pour oEmbed",
    what: "Carte, date, curseur, légende et un lien vers la page entière. Dans un an, elle montrera le même jour qu’aujourd’hui, avec ce qu’on en saura alors.",
    title: (name, day) => `Carte : qui tenait quoi le ${dates.long(day)}. ${name}`,
  },
  copied: "Copié.",
  notCopied:
    "Le navigateur ne laisse pas la page copier. Le texte est sélectionné : appuyez sur Ctrl+C ou ⌘C.",
  onlyMachine:
    "Cette adresse ne fonctionne que sur cette machine. Un site construit avec son adresse publique (frontline build --url) donne celle-là.",
  onlyFile:
    "Cette adresse ouvre ce fichier sur cette machine. Pour le montrer à d’autres, envoyez-leur le fichier lui-même.",
  onlyBrowser:
    "Cette adresse ne fonctionne que dans ce navigateur : les données sont sur cet ordinateur et nulle part ailleurs.",
  noState: "Le navigateur n’a pas pu établir ici l’état des données : l’adresse ne le dit donc pas.",
};
