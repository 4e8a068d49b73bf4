import { formatSize, type OpeningWords, type OpenWords } from "../open-words.ts";
import { ERRORS, dates, LOCALE, plural, WARNINGS } from "./forms.ts";

const moment = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeStyle: "short" });
const digits = new Intl.NumberFormat(LOCALE);

/** The Ukrainian words for opening data of one's own. */
export const ukOpen: OpenWords & OpeningWords = {
  button: "Відкрити",
  title: "Відкрити дані",
  introduction:
    "Побачити інший конфлікт на цій панелі: набір даних або файли будь-якого виду: таблиці, книги, GeoJSON, KML, shapefile. Чого вони не кажуть самі, про те запитають.",
  privacy: "Файли читаються на цьому комп’ютері. Нічого не надсилається.",
  openFolder: "Відкрити теку…",
  openFiles: "Відкрити zip або файли…",
  orDrop: "Або перетягніть їх будь-куди на цю сторінку.",
  dropHere: "Відпустіть, щоб відкрити",
  dropHint:
    "Тека, zip-архів або файли будь-якого виду. Показане зараз лишається, доки нові дані не будуть готові.",
  pictureHint: "Експортоване звідси зображення або PDF веде назад до вигляду, який воно показує.",
  pictureShown: (day, match) => {
    const shown = `Це вигляд із зображення: ${dates.long(day)}.`;
    return {
      same: shown,
      changed: `${shown} Відтоді, як зображення зроблено, дані змінилися, тож вони можуть відрізнятися.`,
      unsure: `${shown} Чи змінилися відтоді дані, невідомо.`,
    }[match];
  },
  pictureOther: (title) => `На зображенні — «${title}»`,
  pictureOtherHelp: (day) =>
    `Це вигляд за ${dates.long(day)} з іншого набору даних, ніж на сторінці. Відкрийте той набір нижче, і з’явиться вигляд із зображення.`,
  story: "Вбудована історія",
  showStory: "Показати вбудовану історію",
  recent: "Відкривалося раніше, збережено в цьому браузері",
  noRecent:
    "Поки нічого. Те, що ви відкриваєте, зберігається в цьому браузері, щоб його можна було відкрити знову без файлів.",
  noStorage: "Цей браузер не зберігає даних для цієї сторінки, як у приватному вікні.",
  recentNote: (source, openedAt, sizeBytes) =>
    [source, moment.format(openedAt), formatSize(sizeBytes, ["КБ", "МБ"])]
      .filter((part) => part !== "")
      .join(" · "),
  shown: "Показано зараз",
  forget: "Забути",
  forgetOne: (title) => `Забути: ${title}`,
  forgetAll: "Забути все",
  forgotten: "Забуто.",
  opening: (name) => (name === "" ? "Відкривання" : `Відкривання: ${name}`),
  finding: (count) =>
    plural(count, {
      one: "Знайдено # файл",
      few: "Знайдено # файли",
      many: "Знайдено # файлів",
      other: "Знайдено # файлу",
    }),
  progress: ({ stage, done, total }) => {
    const of = `${digits.format(done)} з ${digits.format(total)}`;
    return {
      reading: `Прочитано файлів: ${of}`,
      checking: `Перевірено днів: ${of}`,
      compiling: "Компілювання…",
    }[stage];
  },
  stage: (stage) => ({ reading: "Читання", checking: "Перевірка", compiling: "Компілювання" })[stage],
  problemsSoFar: (count) =>
    plural(count, {
      one: "# проблема поки що",
      few: "# проблеми поки що",
      many: "# проблем поки що",
      other: "# проблеми поки що",
    }),
  preparing: "Готується панель…",
  cancel: "Скасувати",
  cancelled: "Скасовано. Попередні дані й далі показано.",
  contents: ({ settlements, days, firstDay, lastDay }) => {
    const places = plural(settlements, {
      one: "# населений пункт",
      few: "# населені пункти",
      many: "# населених пунктів",
      other: "# населеного пункту",
    });
    const span = plural(days, { one: "# день", few: "# дні", many: "# днів", other: "# дня" });
    return `${places}, ${span}: від ${dates.long(firstDay)} до ${dates.long(lastDay)}.`;
  },
  counts: (errors, warnings, notes) =>
    [
      errors > 0 ? plural(errors, ERRORS) : "",
      warnings > 0 ? plural(warnings, WARNINGS) : "",
      notes > 0
        ? plural(notes, { one: "# примітка", few: "# примітки", many: "# приміток", other: "# примітки" })
        : "",
    ]
      .filter((part) => part !== "")
      .join(", "),
  soundIsShown: "Записи з помилками пропущено, решту показано.",
  show: "Показати на панелі",
  keepPresent: "Лишити те, що показано зараз",
  refused: (name) => (name === "" ? "Ці файли неможливо показати." : `${name}: неможливо показати.`),
  presentStays: "Те, що було показано раніше, й далі показано.",
  furtherProblems: (count) =>
    `${plural(count, { one: "Ще # проблема", few: "Ще # проблеми", many: "Ще # проблем", other: "Ще # проблеми" })} — у збереженому звіті.`,
  saveCsv: "Зберегти як CSV",
  saveJson: "Зберегти як JSON",
  failed: (name, reason) =>
    name === "" ? `Дані не вдалося відкрити: ${reason}` : `${name}: не вдалося відкрити: ${reason}`,
  opened: (title) => `Показано: ${title}. Нічого не вийшло за межі цього комп’ютера.`,
  notKept: (title, hasNoRoom) =>
    hasNoRoom
      ? `Показано: ${title}, але в цьому браузері бракує місця, щоб зберегти дані. Забудьте інші набори, щоб його звільнити.`
      : `Показано: ${title}, але цей браузер не зберігає даних для цієї сторінки. Збережіть файли, щоб відкрити їх знову.`,
  notHere:
    "Адреса називає набір даних, якого немає в цьому браузері. Такі посилання діють лише там, де дані було відкрито; показано вбудовану історію.",
  notForgotten: "Браузер відмовився забути дані. Очистьте дані цієї сторінки в налаштуваннях браузера.",
  followed: "Файли змінилися: це їхній новий стан.",
  held: "Файли змінилися і тепер містять помилки. Показано їхній останній справний стан.",
  lost: "Сервер більше не відповідає. Сторінка лишається такою, як є, і не стежить за файлами, доки його не запустять знову.",
  reached: "Сервер знову відповідає: сторінка стежить за файлами.",
};
