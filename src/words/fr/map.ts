import type { MapWords } from "../map-words.ts";

/** The French words of the map and of exported pictures. */
export const frMap: MapWords = {
  mapLabel: (day) => `Carte des zones de contrôle à la fin du ${day}`,
  zoomIn: "Zoom avant",
  zoomOut: "Zoom arrière",
  credits: "Crédits",
  licence: "Licence",
  kilometres: "km",
  metres: "m",
  noGraphics: "La carte ne peut pas être dessinée : ce navigateur ne propose pas WebGL 2.",
  graphicsLost:
    "La carte s’est arrêtée car le processeur graphique a été réinitialisé. Rechargez la page pour la redessiner.",
  pictureEmpty:
    "L’image est sortie vide car la carte n’a pas pu être dessinée. Rechargez la page et réessayez.",
  pictureTimedOut: "Le dessin de l’image a pris trop de temps. Essayez un format plus petit.",
  pictureTooLarge: (widthPx, heightPx) =>
    `Ce navigateur ne peut pas dessiner une image de ${widthPx} × ${heightPx} pixels. Essayez un format plus petit.`,
};
