import type { NarrativeWords } from "../narrative-words.ts";
import { plural } from "./forms.ts";

const STEPS = { one: "# крок", few: "# кроки", many: "# кроків", other: "# кроку" };
const MINUTES = { one: "# хвилина", few: "# хвилини", many: "# хвилин", other: "# хвилини" };

/** The Ukrainian words for story mode. */
export const ukNarrative: NarrativeWords = {
  region: "Історія",
  extent: (steps, minutes) => `${plural(steps, STEPS)}, ${plural(minutes, MINUTES)}`,
  read: "Читати історію",
  notNow: "Не зараз",
  steps: "Кроки історії",
  position: (number, total) => `Крок ${number} із ${total}`,
  previous: "Попередній крок",
  next: "Наступний крок",
  leave: "Вийти з історії",
  explore: "Досліджувати звідси",
  back: "Назад до історії",
  mark: (number) => `Запис ${number}`,
  closeRecord: "Закрити запис",
  kinds: { claim: "Твердження", event: "Подія", figure: "Число" },
  loading: "Історія завантажується…",
};
