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
  note: "Фільтрує списки, таблицю й події на карті; хто що утримує, не фільтрується ніколи. Кожен вибір стосується лише того, що про це каже: події не називають сторони.",
  textHint: "Слова в записі чи назві",
  of: (shown, total) => `${shown} з ${total}`,
  chip: (facet, chosen, total) => `${facet}: ${chosen} з ${total}`,
  textChip: (text) => `«${text}»`,
  remove: (chip) => `Зняти фільтр ${chip}`,
  clear: "Зняти всі фільтри",
  told: (chips) => `Відфільтровано: ${chips.join(", ")}. Контроль не фільтрується.`,
  allLeftOut: "Фільтр нічого з цього не залишає.",
};
