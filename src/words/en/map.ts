import type { MapWords } from "../map-words.ts";

/** The English words of the map and of exported pictures. */
export const enMap: MapWords = {
  mapLabel: (day) => `Map of control at the end of ${day}`,
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  credits: "Credits",
  licence: "Licence",
  kilometres: "km",
  metres: "m",
  noGraphics: "The map cannot be drawn because this browser offers no WebGL 2.",
  graphicsLost:
    "The map has stopped because the graphics processor was reset. Reload the page to draw it again.",
  pictureEmpty:
    "The picture came out empty because the map could not be drawn. Reload the page and try again.",
  pictureTimedOut: "The picture took too long to draw. Try a smaller size.",
  pictureTooLarge: (widthPx, heightPx) =>
    `This browser cannot draw a picture of ${widthPx} × ${heightPx} pixels. Try a smaller size.`,
};
