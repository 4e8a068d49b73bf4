import { toComma } from "./forms.ts";
import type { LayerWords } from "../types.ts";

/** The Ukrainian words of the layers of the map: their names in the menu, the lines of their legend, what a pointer finds. */
export const ukLayers: LayerWords = {
  frontLines: {
    front: "Лінія фронту",
    inferred: "Лінія фронту, виведена",
    quiet: "Лінія між сторонами, що не воюють",
  },
  comparedDay: {
    name: "Різниця з іншим днем",
    gained: (side: string) => `Здобуто: ${side}`,
    line: (day: string) => `Лінія фронту, ${day}`,
    settlements: "Контроль змінився між двома днями",
    compare: "Порівняти з іншим днем",
    leave: "Завершити порівняння",
    between: (first: string, last: string) => `${first} → ${last}`,
    otherDay: "День для порівняння",
  },
  trail: {
    previous: "Лінія фронту напередодні",
    legend: (days: number) => `Лінії фронту за попередні дні: ${days}`,
  },
  ground: {
    working: (percent: number) => `Попередні дні ще обчислюються: ${percent}\u00a0%`,
  },
  advance: {
    taken: (side: string) => `За днем здобуття: ${side}`,
    cuts: {
      week: "Лінія фронту наприкінці тижня",
      month: "Лінія фронту наприкінці місяця",
      quarter: "Лінія фронту наприкінці кварталу",
      year: "Лінія фронту наприкінці року",
    },
    since: (when: string, before: string | undefined) =>
      before === undefined ? `Контроль змінився: ${when}` : `Контроль змінився: ${when}. Раніше: ${before}`,
  },
  gainedSince: {
    gained: (side: string, day: string) => `Здобуто від ${day}: ${side}`,
    settlements: (day: string) => `Контроль змінився від ${day}`,
  },
  shown: {
    places:
      "Територію заштриховано за тим, хто утримує найближче місце: це виведено, жодне джерело цього не креслить.",
    changed: "Територію забарвлено за днем, коли контроль над нею востаннє змінився.",
    gained: (day: string) => `Забарвлено територію, здобуту від ${day}.`,
    trail: (days: number) => `Показано також лінії фронту за попередні дні: ${days}.`,
    difference: (day: string) => `Показано різницю з днем ${day}.`,
    both: (first: string, last: string) => `Дві карти: ${first} і ${last}.`,
  },
  inferred: {
    legend: (side: string) => `${side}: виведено з найближчого місця, не накреслено жодним джерелом`,
  },
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
  basePlaces: { name: "Інші місця" },
};
