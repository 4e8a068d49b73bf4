import type { ExportWords } from "../export-words.ts";

export const ukExport: ExportWords = {
  title: "Експорт",
  kinds: "Що взяти із собою",
  picture: { name: "Зображення", hint: "Один день, готовий до друку чи публікації" },
  preview: "Попередній перегляд",
  settings: "Налаштування",
  save: "Зберегти зображення",
  cancel: "Скасувати",
  cancelled: "Скасовано. Нічого не збережено.",
  working: (share) => `Малювання… ${share} %`,
  saved: (file) => `Збережено як ${file}.`,
  failed: (reason) => `Не збережено. ${reason}`,
  busy: "Ще триває інший експорт. Зачекайте або скасуйте його.",
};
