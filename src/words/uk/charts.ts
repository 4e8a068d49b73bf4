import { dates } from "./forms.ts";
import type { ChartWords } from "../types.ts";

/** The Ukrainian words for charts, and for how the line of time is played, zoomed and cut. */
export const ukCharts: ChartWords = {
  play: {
    options: "Як відтворювати",
    clearRange: (range) => `Відтворюється лише ${range}: відтворювати всі дні`,
    range: (first, last) => `${dates.brief(first)} – ${dates.brief(last)}`,
  },
  axis: {
    zoomIn: "Менше днів, більший масштаб",
    zoomOut: "Більше днів, менший масштаб",
    wholeStory: "Усі дні періоду",
    hint: "Протягніть, щоб вибрати дні для відтворення; крутіть коліщатко, щоб збільшити; двічі клацніть, щоб побачити все; протягніть вище з Shift, щоб порівняти два дні",
  },
  title: "Діаграми",
  open: "Відкрити діаграми",
  close: "Закрити діаграми",
  choose: "Що показує смуга",
  computed: "Обчислено",
  reported: "Повідомлено",
  gained: "Здобуті населені пункти за день",
  gainedArea: "Здобута площа за день, км²",
  area: "Площа, км²",
  share: (region) => `Частка (${region}), %`,
  settlements: "Утримувані населені пункти",
  highway: (name) => `${name}, км`,
  figure: (measure, unit) => (unit === "" ? measure : `${measure}, ${unit}`),
  notKnown: "невідомо",
  working: (percent) => `обчислення… ${percent} %`,
  table: "Таблиця",
};
