import type { ExportWords } from "../export-words.ts";

export const frExport: ExportWords = {
  title: "Exporter",
  kinds: "Que voulez-vous emporter ?",
  picture: { name: "Image", hint: "Un jour, à imprimer ou à publier" },
  preview: "Aperçu",
  settings: "Réglages",
  save: "Enregistrer l’image",
  cancel: "Annuler",
  cancelled: "Annulé. Rien n’a été enregistré.",
  working: (share) => `Dessin en cours… ${share} %`,
  saved: (file) => `Enregistré sous ${file}.`,
  failed: (reason) => `Non enregistré. ${reason}`,
  busy: "Un autre export est encore en cours. Attendez-le ou annulez-le.",
};
