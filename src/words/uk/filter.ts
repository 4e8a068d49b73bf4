import type { FilterWords } from "../filter-words.ts";

/** The Ukrainian words of the filters. */
export const ukFilter: FilterWords = {
  button: "Фільтр",
  facets: {
    sides: "Сторона",
    said: "Хто це каже",
    certainties: "Певність",
    kinds: "Вид події",
    text: "Слова",
  },
  of: (shown, total) => `${shown} з ${total}`,
  chip: (facet, chosen, total) => `${facet}: ${chosen} з ${total}`,
  textChip: (text) => `«${text}»`,
  remove: (chip) => `Зняти фільтр ${chip}`,
  clear: "Зняти всі фільтри",
  told: (chips) => `Відфільтровано: ${chips.join(", ")}. Контроль не фільтрується.`,
  allLeftOut: "Фільтр нічого з цього не залишає.",
};
