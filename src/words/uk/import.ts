import type { ImportWords } from "../import-words.ts";
import { dates, LOCALE, plural } from "./forms.ts";

const languages = new Intl.DisplayNames(LOCALE, { type: "language" });

const ROWS = { one: "# рядок", few: "# рядки", many: "# рядків", other: "# рядка" };

/** The Ukrainian words of the import assistant. */
export const ukImport: ImportWords = {
  steps: "Кроки",
  step: { files: "Файли", meaning: "Значення", check: "Перевірка", open: "Відкрити" },
  lead: {
    files: "Що прочитано, аркуш за аркушем.",
    meaning: "Як зрозуміло файли. Виправте те, що хибне: карта одразу зміниться.",
    check: "Що з цього виходить і чого не вдалося використати.",
    open: "Перегляньте на панелі або збережіть як набір даних.",
  },
  undo: "Скасувати",
  next: (step) => `Далі: ${step}`,
  working: "Триває робота…",
  upToDate: "Усе враховано.",
  problems: (count) =>
    plural(count, { one: "# проблема", few: "# проблеми", many: "# проблем", other: "# проблеми" }),
  questions: (count) =>
    plural(count, { one: "# запитання", few: "# запитання", many: "# запитань", other: "# запитання" }),
  failed: (reason) => `Файли не вдалося прочитати: ${reason}`,
  tryAgain: "Вибрати інші файли",

  map: "Мала карта",
  mapEmpty: "Поки що нічого намалювати.",
  mapDay: "День на малій карті",
  mapAlt: (day, areas, places) =>
    `${dates.long(day)}: ${plural(areas, { one: "# область", few: "# області", many: "# областей", other: "# області" })}, ${plural(places, { one: "# місце", few: "# місця", many: "# місць", other: "# місця" })}`,

  rows: (count) => plural(count, ROWS),
  columns: (count) =>
    plural(count, { one: "# стовпець", few: "# стовпці", many: "# стовпців", other: "# стовпця" }),
  points: (count) => plural(count, { one: "# точка", few: "# точки", many: "# точок", other: "# точки" }),
  lines: (count) => plural(count, { one: "# лінія", few: "# лінії", many: "# ліній", other: "# лінії" }),
  areas: (count) =>
    plural(count, { one: "# область", few: "# області", many: "# областей", other: "# області" }),
  files: (count) => plural(count, { one: "# файл", few: "# файли", many: "# файлів", other: "# файлу" }),
  nothingRead: "У цих файлах не знайдено ні таблиць, ні фігур.",
  encodingOf: (file) => `Кодування файлу ${file}`,
  noteOf: (note) => {
    switch (note.kind) {
      case "encoding-guessed":
        return `Файл не вказує свого кодування; прочитано як ${note.encoding}. Якщо назви виглядають неправильно, виберіть інше кодування.`;
      case "reprojected":
        return `Координати були в іншій системі (${note.system}); їх переведено в довготу й широту.`;
      case "placed-by-columns":
        return `Розташування взято зі стовпців: ${note.columns.join(", ")}.`;
      case "rows-above-header":
        return `Над назвами стовпців пропущено ${plural(note.count, ROWS)}.`;
      case "no-header":
        return "У першому рядку немає назв: стовпці пронумеровано.";
      case "row-of-tags":
        return "Рядок міток під назвами стовпців пропущено.";
      case "found-within":
        return `Рядки знайдено в «${note.path}».`;
      case "files-passed-over":
        return `Пропущено, бо даних у них не шукають: ${note.paths.join(", ")}.`;
    }
  },
  problemsOfFiles: "Проблеми читання",

  dataTitle: "Назва",
  nameLanguage: "Мова назв",
  openQuestions: "Потрібна ваша відповідь",
  noQuestions: "Запитань немає.",
  question: ({ about, wanted, sample }) => {
    const example = sample === "" ? "" : ` Наприклад: ${sample}.`;
    return {
      kind: "Що в цьому аркуші?",
      column: `Який стовпець про це каже: ${wanted}?`,
      side: sample === "" ? "Чиї це області або місця?" : `Яку сторону означає «${sample}»?`,
      rest: "Хто утримує все, що не входить у жодну область?",
      "day-order": `Що стоїть першим: день чи місяць?${example}`,
      "day-numbers": `Що лічать числа, які означають дні?${example}`,
      "day-end": `Чи входить останній день рядка до проміжку?${example}`,
      day: "Якого дня так було? Цього не каже ні стовпець, ні назва файлу.",
    }[about];
  },
  choose: "Вибрати…",
  takeBack: "Як здогадано",
  isWhat: "Що це",
  kind: {
    settlements: "Місця",
    "held-places": "Місця і хто їх утримує",
    areas: "Утримувані області",
    lines: "Лінія фронту",
    highways: "Шосе",
    regions: "Регіони або райони",
    claims: "Твердження: хто що взяв чи утримав",
    events: "Події",
    figures: "Числа",
    ignored: "Не використовується",
  },
  column: {
    place: "Назва місця",
    place_id: "Код місця",
    governorate: "Область (адміністративна)",
    district: "Район",
    precision: "Точність",
    spellings: "Інші написання",
    place_kind: "Тип місця",
    population: "Населення",
    importance: "Важливість",
    note: "Примітка",
    side: "Сторона",
    side_by_day: "Сторона, стовпець на кожен день",
    day: "День",
    first_day: "Перший день",
    last_day: "Останній день",
    id: "Номер запису",
    source: "Джерело",
    attribution: "Хто це каже",
    certainty: "Певність",
    summary: "Стислий зміст",
    action: "Що сталося з місцем",
    extent: "Яка частина місця",
    actor: "Хто це зробив",
    kind: "Тип",
    title: "Заголовок",
    other_actor: "Кому",
    fatalities: "Загиблі",
    fatalities_low: "Загиблі, щонайменше",
    fatalities_high: "Загиблі, щонайбільше",
    day_precision: "Точність дня",
    measure: "Що лічать",
    value: "Число",
    value_high: "Найбільше число",
    unit: "Одиниця",
    concerns: "Кого стосується",
  },
  nameIn: (language) => `Назва, мова: ${languages.of(language) ?? language}`,
  notUsed: "Не використовується",
  meaningOf: (column) => `Значення стовпця ${column}`,
  row: "Рядок",
  firstRows: (sheet) => `Перші рядки: ${sheet}`,
  why: (reason, detail) =>
    ({
      told: "Так сказали ви.",
      recipe: `Стовпці такі, як у ${detail}.`,
      "column-name": `За назвою «${detail}».`,
      values: detail === "" ? "За значеннями." : `За значеннями, як-от «${detail}».`,
      shapes: "За фігурами.",
      columns: "За стовпцями.",
      "file-name": `За назвою файлу: ${detail}.`,
      "only-reading": `«${detail}» інакше прочитати не можна.`,
      format: "Так каже формат.",
      usual: "Здогад: так у більшості файлів.",
      nothing: "Здогад: ніщо на це не вказує.",
    })[reason],
  sheets: "Аркуші",
  order: "День і місяць",
  orders: { "day-month": "Спершу день: 31/12", "month-day": "Спершу місяць: 12/31" },
  numbers: "Числа лічать",
  numberKinds: {
    milliseconds: "мілісекунди від 1970 року",
    seconds: "секунди від 1970 року",
    serial: "дні електронної таблиці",
    digits: "рік, місяць, день цифрами",
  },
  end: "Останній день рядка",
  ends: { inclusive: "ще входить", exclusive: "уже не входить" },
  dayOfAll: "День усіх рядків",
  sides: "Сторони",
  colourOf: (side) => `Колір: ${side}`,
  nameOf: (side) => `Назва: ${side}`,
  values: "Значення у стовпцях",
  sideOf: (value) => `Сторона для «${value}»`,
  contested: "Оспорюється",
  leftOut: "Пропустити",
  anotherSide: "Інша сторона…",
  newSide: "Назва іншої сторони",
  use: "Застосувати",
  nobody: "Невідомо хто",
  rest: "Що не входить у жодну область, утримує",
  sheetSide: "Сторона всіх рядків",

  span: (first, last, count) =>
    count === 1
      ? `Один день: ${dates.long(first)}.`
      : `${plural(count, { one: "# день", few: "# дні", many: "# днів", other: "# дня" })}: від ${dates.long(first)} до ${dates.long(last)}.`,
  contents: "Що виходить",
  settlements: (count) =>
    plural(count, {
      one: "# населений пункт",
      few: "# населені пункти",
      many: "# населених пунктів",
      other: "# населеного пункту",
    }),
  phases: (count) =>
    plural(count, {
      one: "# стан областей",
      few: "# стани областей",
      many: "# станів областей",
      other: "# стану областей",
    }),
  claims: (count) =>
    plural(count, { one: "# твердження", few: "# твердження", many: "# тверджень", other: "# твердження" }),
  events: (count) => plural(count, { one: "# подія", few: "# події", many: "# подій", other: "# події" }),
  figures: (count) => plural(count, { one: "# число", few: "# числа", many: "# чисел", other: "# числа" }),
  names: "Назви, якими вони виходять, і хто утримує місце останнього дня",
  noProblems: "Проблем немає: використано все.",
  showRow: "Показати рядок",
  rowOf: (record) => `У файлі: ${record}`,
  noRow: "Це стосується файлу загалом.",
  furtherProblems: (count) =>
    plural(count, {
      one: "Ще # не показано.",
      few: "Ще # не показано.",
      many: "Ще # не показано.",
      other: "Ще # не показано.",
    }),

  cannotOpen:
    "Поки що показати нічого: не вийшло жодного дня, місця чи області. Поверніться до кроку «Значення».",
  openQuestionsLeft: (count) =>
    `${plural(count, { one: "Лишилося # запитання", few: "Лишилося # запитання", many: "Лишилося # запитань", other: "Лишилося # запитання" })}; до відповіді діє здогад.`,
  openNow: "Відкрити на панелі",
  saveZip: "Зберегти як набір даних (zip)",
  saveFolder: "Зберегти як теку…",
  savedFolder: (folder) => `Збережено як теку ${folder}.`,
  saveHelp:
    "В архіві файли, якими вони були, і dataset.json, який каже, що вони означають: кинутий на цю сторінку або розпакований для командного рядка, він відкривається без жодного запитання.",
};
