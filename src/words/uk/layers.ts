import { toComma } from "./forms.ts";
import type { LayerWords } from "../types.ts";

/** The Ukrainian words of the layers of the map: their names in the menu, the lines of their legend, what a pointer finds. */
export const ukLayers: LayerWords = {
  frontLines: {
    front: "Лінія фронту",
    inferred: "Лінія фронту, виведена",
    quiet: "Лінія між сторонами, що не воюють",
  },
  previousLine: { name: "Вчорашня лінія", legend: "Лінія фронту напередодні" },
  gains: { name: "Здобута територія", legend: "Територія, здобута цього дня" },
  settlements: { name: "Населені пункти", changed: "Контроль змінився цього дня", contested: "Спірний" },
  names: { name: "Назви" },
  highways: {
    name: "Шосе за контролем",
    legend: (names: readonly string[]) => `${names.join(", ")} кольором сторони, що утримує`,
    corridor: (highway: string, widthKm: number) =>
      `Коридор безпеки ${highway}, по ${toComma(String(widthKm))} км з кожного боку`,
    patrols: (name: string, highway: string) => `${name}, ${highway}`,
  },
  posts: {
    name: "Спостережні пости",
    legend: "Спостережний пост",
    encircled: "оточений",
    states: {
      established: "Спостережний пост",
      encircled: "Спостережний пост, оточений",
      relieved: "Спостережний пост, деблокований",
    },
  },
  events: { name: "Події", legend: (kinds: string) => `Подія: ${kinds}` },
  roads: { name: "Інші дороги" },
};
