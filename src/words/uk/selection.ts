import type { SelectionWords } from "../selection-words.ts";
import { dates } from "./forms.ts";

/** The Ukrainian words for what is selected. */
export const ukSelection: SelectionWords = {
  region: "Вибране",
  empty:
    "Виберіть населений пункт, пост або трасу на карті, у списку чи пошуком, щоб прочитати їхню історію та хто про це каже.",
  close: "Закрити вибране",
  kinds: { place: "Населений пункт", post: "Спостережний пост", highway: "Траса", source: "Джерело" },
  selected: (kind, name) => `Вибрано: ${name} (${kind.charAt(0).toLowerCase()}${kind.slice(1)}).`,
  post: {
    operator: (side, number) => (number === undefined ? side : `${side}, № ${number}`),
    today: (state, day) =>
      ({
        established: `Стоїть на місці, ${dates.long(day)}`,
        encircled: `Оточений, ${dates.long(day)}`,
        relieved: `Стоїть на місці, деблокований, ${dates.long(day)}`,
        evacuated: `Його вже немає, ${dates.long(day)}`,
      })[state],
    notYet: (day) => `Ще не встановлений, ${dates.long(day)}`,
    states: {
      established: "Встановлено",
      encircled: "Оточено",
      relieved: "Деблоковано",
      evacuated: "Виведено",
    },
    month: (month) => `місяць: ${month}`,
    uncertain: "джерела розходяться або припускають",
    ground: (side) => `На території: ${side}`,
    history: "Історія поста",
    list: "Спостережні пости",
    count: (standing, encircled) =>
      encircled === 0 ? `На місці: ${standing}` : `На місці: ${standing}, з них оточено: ${encircled}`,
  },
};
