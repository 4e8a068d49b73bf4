import type { SelectionWords } from "../selection-words.ts";

/** The Ukrainian words for what is selected. */
export const ukSelection: SelectionWords = {
  region: "Вибране",
  empty:
    "Виберіть населений пункт, пост або трасу на карті, у списку чи пошуком, щоб прочитати їхню історію та хто про це каже.",
  close: "Закрити вибране",
  kinds: { place: "Населений пункт", post: "Спостережний пост", highway: "Траса", source: "Джерело" },
  selected: (kind, name) => `Вибрано: ${name} (${kind.charAt(0).toLowerCase()}${kind.slice(1)}).`,
  post: {
    states: {
      established: "Встановлено",
      encircled: "Оточено",
      relieved: "Деблоковано",
      evacuated: "Виведено",
    },
    list: "Спостережні пости",
    count: (standing, encircled) =>
      encircled === 0 ? `На місці: ${standing}` : `На місці: ${standing}, з них оточено: ${encircled}`,
  },
};
