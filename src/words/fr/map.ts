import type { MapWords } from "../map-words.ts";

/** The French words of the map and of exported pictures. */
export const frMap: MapWords = {
  mapLabel: (day) => `Carte des zones de contrôle à la fin du ${day}`,
  zoomIn: "Zoom avant",
  zoomOut: "Zoom arrière",
  credits: "Crédits",
  licence: "Licence",
  baseFrom: (host) => `Fond de carte de ${host}`,
  kilometres: "km",
  metres: "m",
  trouble: {
    "no-graphics": "La carte ne peut pas être dessinée : ce navigateur ne propose pas WebGL 2.",
    "graphics-lost":
      "La carte s’est arrêtée car le processeur graphique a été réinitialisé. Elle revient d’elle-même dès que le navigateur le permet ; sinon, rechargez la page.",
    "no-program":
      "La carte ne peut pas être dessinée : son programme n’a pas pu être chargé. Vérifiez la connexion et rechargez la page.",
    "no-worker":
      "La carte ne peut pas être dessinée : le programme qui la prépare n’a pas démarré. Vérifiez la connexion et rechargez la page.",
    "no-tiles":
      "Les tuiles des localités n’ont pas pu être lues. Toutes les localités sont dessinées depuis la liste, ce qui peut être lent.",
    "no-fonts": "Les polices de la carte n’ont pas pu être chargées. Les noms sont dessinés dans une autre.",
    "no-base":
      "Une partie du fond de carte (côtes, eaux, frontières ou routes) n’a pas pu être chargée. Rechargez la page pour réessayer.",
    incomplete: "Quelque chose n’a pas pu être dessiné sur la carte. Rechargez la page pour réessayer.",
  },
  pictureEmpty:
    "L’image est sortie vide car la carte n’a pas pu être dessinée. Rechargez la page et réessayez.",
  pictureTimedOut: "Le dessin de l’image a pris trop de temps. Essayez un format plus petit.",
  pictureLost: "Le processeur graphique a été réinitialisé pendant le dessin de l’image. Réessayez.",
  pictureTooLarge: (widthPx, heightPx) =>
    `Ce navigateur ne peut pas dessiner une image de ${widthPx} × ${heightPx} pixels. Essayez un format plus petit.`,
};
