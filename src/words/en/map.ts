import type { MapWords } from "../map-words.ts";

/** The English words of the map and of exported pictures. */
export const enMap: MapWords = {
  mapLabel: (day) => `Map of control at the end of ${day}`,
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  credits: "Credits",
  licence: "Licence",
  baseFrom: (host) => `Base map from ${host}`,
  kilometres: "km",
  metres: "m",
  trouble: {
    "no-graphics": "The map cannot be drawn because this browser offers no WebGL 2.",
    "graphics-lost":
      "The map has stopped because the graphics processor was reset. It comes back by itself as soon as the browser allows it; if it does not, reload the page.",
    "no-program":
      "The map cannot be drawn because its program could not be fetched. Check the connection and reload the page.",
    "no-worker":
      "The map cannot be drawn because the program that prepares it did not start. Check the connection and reload the page.",
    "no-tiles":
      "The tiles with the settlements could not be read. All settlements are drawn from the list instead, which may be slow.",
    "no-fonts": "The fonts of the map could not be fetched. Names are drawn in another one.",
    "no-base":
      "Some of what lies under the map (coasts, waters, borders or roads) could not be fetched. Reload the page to try again.",
    incomplete: "Something on the map could not be drawn. Reload the page to try again.",
  },
  pictureEmpty:
    "The picture came out empty because the map could not be drawn. Reload the page and try again.",
  pictureTimedOut: "The picture took too long to draw. Try a smaller size.",
  pictureLost: "The graphics processor was reset while the picture was drawn. Try again.",
  pictureTooLarge: (widthPx, heightPx) =>
    `This browser cannot draw a picture of ${widthPx} × ${heightPx} pixels. Try a smaller size.`,
};
