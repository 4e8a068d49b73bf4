import type { MapWords } from "../map-words.ts";

/** The Ukrainian words of the map and of exported pictures. */
export const ukMap: MapWords = {
  mapLabel: (day) => `Карта контролю на кінець дня: ${day}`,
  zoomIn: "Наблизити",
  zoomOut: "Віддалити",
  credits: "Джерела та права",
  licence: "Ліцензія",
  kilometres: "км",
  metres: "м",
  noGraphics: "Карту неможливо намалювати: цей браузер не підтримує WebGL 2.",
  graphicsLost:
    "Карта зупинилася, бо графічний процесор було перезапущено. Перезавантажте сторінку, щоб намалювати її знову.",
  pictureEmpty:
    "Зображення вийшло порожнім, бо карту не вдалося намалювати. Перезавантажте сторінку і спробуйте ще раз.",
  pictureTimedOut: "Малювання зображення тривало надто довго. Спробуйте менший розмір.",
  pictureTooLarge: (widthPx, heightPx) =>
    `Цей браузер не може намалювати зображення ${widthPx} × ${heightPx} пікселів. Спробуйте менший розмір.`,
};
