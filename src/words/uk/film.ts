import type { FilmWords } from "../film-words.ts";
import { plural, toComma } from "./forms.ts";

export const ukFilm: FilmWords = {
  series: { name: "Серія", hint: "Зображення на кожен день, в одному архіві" },
  film: { name: "Фільм", hint: "Дні один за одним" },
  saveSeries: "Зберегти серію",
  saveFilm: "Створити фільм",
  from: "Перший день",
  to: "Останній день",
  wrongOrder: "Перший день пізніший за останній.",
  onlyChanges: "Лише дні, коли місця переходили з рук у руки",
  noChanges: "У ці дні жодне місце не перейшло з рук у руки.",
  size: "Розмір",
  sizes: { "720p": "720p", "1080p": "1080p", square: "Квадрат", story: "9:16" },
  format: "Формат",
  missing: (format) => `${format}, немає в цьому браузері`,
  pace: "Секунд на день",
  paceOption: (seconds) => toComma(String(seconds)),
  motion: "Територія рухається від дня до дня",
  motionNote: "Те, що між двома днями, намальовано, а не відомо. Фільм каже про це, коли його показує.",
  motionCompared: "Поки порівнюються два дні, територія стоїть на місці.",
  stops: "Довше зупинятися на днях зі змінами",
  cards: "Назва на початку, джерела наприкінці",
  pictures: (count) =>
    plural(count, { one: "# зображення", few: "# зображення", many: "# зображень", other: "# зображення" }),
  seconds: (count) =>
    plural(count, { one: "# секунда", few: "# секунди", many: "# секунд", other: "# секунди" }),
  frames: (count) => plural(count, { one: "# кадр", few: "# кадри", many: "# кадрів", other: "# кадру" }),
  megabytes: (count) => `близько ${count} МБ`,
  atPicture: (number, count) => `Зображення ${number} з ${count}`,
  atFrame: (number, count) => `Кадр ${number} з ${count}`,
  secondsLeft: (count) =>
    plural(count, {
      one: "лишилася # секунда",
      few: "лишилося # секунди",
      many: "лишилося # секунд",
      other: "лишилося # секунди",
    }),
  minutesLeft: (count) =>
    plural(count, {
      one: "лишилося близько # хвилини",
      few: "лишилося близько # хвилин",
      many: "лишилося близько # хвилин",
      other: "лишилося близько # хвилини",
    }),
  made: (format) => `Формат фільму — ${format}.`,
  unsupported: (format) => `Цей браузер не вміє створювати ${format}.`,
  brokenFormat: (format) => `Цей браузер казав, що вміє створювати ${format}, але не зміг.`,
  noFormat: "Цей браузер не зміг створити фільм такого розміру. Оберіть менший або серію зображень.",
  noRoom: "На цьому пристрої забракло місця. Звільніть його або оберіть менше днів чи менший розмір.",
  days: (count) => plural(count, { one: "# день", few: "# дні", many: "# днів", other: "# дня" }),
  sources: "Джерела",
  noSources: "Набір даних не називає ні джерел, ні ліцензії.",
};
