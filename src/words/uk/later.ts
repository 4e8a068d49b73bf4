import { dates, plural, toComma } from "./forms.ts";
import { formatDistance } from "../evidence-words.ts";
import type { LaterWords } from "../later-words.ts";
import { ukDataProblem, ukViewProblem } from "./address.ts";
import { ukEvents } from "./events.ts";

/** The Ukrainian words of what is there once it is asked for. */
export const ukLater: LaterWords = {
  viewProblem: ukViewProblem,
  dataProblem: ukDataProblem,
  events: ukEvents,
  story: {
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
  },
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
    month: (month) => `місяць: ${month}`,
    uncertain: "джерела розходяться або припускають",
    ground: (side) => `На території: ${side}`,
    history: "Історія поста",
  },
  looks: {
    labels: "Назви письмом",
    labelsBoth: "Обидва",
    theme: "Тема",
    themeAuto: "Авто",
    themeLight: "Світла",
    themeDark: "Темна",
    themeContrast: "Контраст",
  },
  place: {
    spellings: (names) => `Пишуть також: ${names.join(", ")}`,
    held: (side, day) => `Утримує ${side}, ${dates.long(day)}`,
    contested: (side, day) =>
      side === undefined
        ? `Спірний, ${dates.long(day)}`
        : `Спірний, ${dates.long(day)}; на карті — територія: ${side}`,
    unknown: (day) => `Невідомо, хто утримував його ${dates.long(day)}`,
    bandHint: "Натисніть, щоб перейти до дня",
    initialSide: (side, first) => `На початку, ${dates.long(first)}: ${side}`,
    initialSideUnknown: (first) => `На початку, ${dates.long(first)}: невідомо`,
    history: "Історія контролю",
    noChanges: "За цей період змін контролю не зафіксовано.",
    otherClaims: "Інші твердження",
    position: "Координати",
    precision: (km) => `з точністю до ${toComma(km)} км`,
    positionSource: (source, raw) => {
      if (source === undefined) return raw;
      return {
        "geonames-wof": "GeoNames через Who’s On First",
        geonames: "GeoNames",
        "wikipedia-map-module": "Модуль карти Вікіпедії",
        wikipedia: "Вікіпедія",
        "ocha-cod": "спільні оперативні дані OCHA",
        estimate: "власна оцінка за документами",
      }[source];
    },
    elsewhere: "Пошукати деінде",
    contextOnly: "Показано для орієнтації: жоден документ цього набору даних його не називає.",
    frontDistance: (distanceKm) => `${toComma(formatDistance(distanceKm))} км від лінії фронту`,
    nearestPost: (name, distanceKm, state) => {
      const words = {
        established: "діє",
        encircled: "оточений",
        relieved: "деблокований",
        evacuated: "залишений",
      };
      return `Найближчий спостережний пост: ${name}, ${toComma(formatDistance(distanceKm))} км, ${words[state]}`;
    },
  },
  shortcut: (name) =>
    ({
      "toggle-play": "Відтворити або призупинити",
      "previous-day": "На день назад",
      "next-day": "На день уперед",
      "previous-change": "Попередній день зі змінами",
      "next-change": "Наступний день зі змінами",
      "first-day": "Перший день",
      "last-day": "Останній день",
      compare: "Порівняти з іншим днем або припинити",
      charts: "Відкрити або закрити діаграми",
      story: "Читати історію або вийти з неї",
      "previous-step": "Попередній крок історії",
      "next-step": "Наступний крок історії",
      filter: "Фільтрувати записи",
      layers: "Що показує карта",
      table: "Таблиця всіх населених пунктів",
      export: "Забрати або поширити: зображення, фільм, дані, посилання",
      search: "Шукати населений пункт",
      help: "Цей список",
      escape: "Закрити відкрите або зняти вибір",
    })[name],
  baseMap: {
    name: "Основа карти",
    builtIn: "Вбудована",
    own: "Власна",
    address: "Адреса файлу PMTiles, тайлів із {z}/{x}/{y} або стилю",
    use: "Застосувати",
    note: "Вимкнено, доки ви її не задасте. Увімкнена, ця сторінка запитує в того вузла карту місць, на які ви дивитеся, тож вузол знає, де вони. Зберігається лише в цьому браузері.",
    opening: "Запит…",
    shown: (host) => `Показано, з ${host}.`,
    fault: {
      "no-address": "Це не адреса в мережі. Показано вбудовану карту.",
      unreachable:
        "З цієї адреси нічого не надійшло: немає такого вузла, немає з’єднання або він не дозволяє іншим сторінкам користуватися своїми файлами. Показано вбудовану карту.",
      refused: "Вузол відмовився надати цю карту. Показано вбудовану карту.",
      "no-map": "Те, що надає ця адреса, не є картою, яку тут можна намалювати. Показано вбудовану карту.",
    },
  },
  table: {
    caption: (day) => `Контроль кожного населеного пункту на кінець дня: ${dates.full(day)}`,
    name: "Населений пункт",
    otherName: "Арабська назва",
    kind: "Тип",
    governorate: "Провінція",
    control: "Контроль",
    since: "З",
    contested: (side) => (side === undefined ? "Спірний" : `Спірний (територія: ${side})`),
    find: "Знайти в таблиці",
    changes: "Зміни",
    bySide: "Утримує",
    howToRead:
      "Стрілки переходять від рядка до рядка, Home і End — до першого й останнього, Enter показує населений пункт і його історію.",
  },
  comparison: {
    hint: "Що інакше наприкінці пізнішого дня, хоч би що сталося між ними.",
    unknown: "У наборі даних немає територій для одного з двох днів: територію не можна порівняти.",
    same: "Між двома днями немає різниці.",
    side: "Сторона",
    places: "Населені пункти",
    gainedKm2: "км² здобуто",
    areaKm2: "км² усього",
    placesList: "Населені пункти під іншою стороною",
    saveList: "Зберегти список (CSV)",
  },
  highway: {
    overTime: "Хто її утримував, день за днем",
    working: (percent) => `Триває вимірювання: ${percent}\u00a0%`,
    days: (count) =>
      plural(count, {
        one: "# зміна довжини, у числах",
        few: "# зміни довжини, у числах",
        many: "# змін довжини, у числах",
        other: "# зміни довжини, у числах",
      }),
    stretches: "Відтинки на кінець дня",
    stretch: (from, to) => (from === to ? `поблизу: ${from}` : `${from} – ${to}`),
    outside: "поза зонами карти",
    events: "Події вздовж траси",
    eventsNote: (km) =>
      `Ті, що називають її, і ті, що про траси й патрулі в населених пунктах не далі ніж за ${km} км від неї.`,
    noEvents: "Жодна подія цього набору даних про неї не розповідає.",
  },
  source: {
    date: "Дата",
    leaning: "Прихильність",
    id: "Коротка назва в даних",
    open: "Відкрити документ",
    rests: "Що на ньому ґрунтується",
    claims: "Твердження",
    figures: "Числа",
    nothing: "Ніщо в цьому наборі даних на ньому не ґрунтується.",
    corridors: "Угоди",
  },
  chartTable: {
    reportedOn: "повідомлено:",
    noReport: "немає числа",
    howToRead:
      "Стрілки читають день за днем, Page Up і Page Down переходять до чисел, які наводять документи, Enter показує день на мапі.",
    drawing: "Діаграма",
    tableDay: "День",
    tableValue: "Число",
    tableWho: "Хто це каже",
    tableSays: "Що сказано",
    previousRows: "Попередні рядки",
    nextRows: "Наступні рядки",
  },
  compareModes: {
    mode: "Показати порівняння як",
    modes: { difference: "Різниця", swipe: "Шторка", beside: "Поруч" },
    divider: "Межа між двома днями",
    dividerAt: (percent: number, day: string) => `${percent}\u00a0% карти показує ${day}`,
  },
  filterForm: {
    note: "Фільтрує списки, таблицю й події на карті; хто що утримує, не фільтрується ніколи. Кожен вибір стосується лише того, що про це каже: події не називають сторони.",
    textHint: "Слова в записі чи назві",
  },
  playFields: {
    daysPerSecond: "Днів за секунду",
    loop: "Починати знову наприкінці",
    changesOnly: "Зупинятися лише на днях зі змінами",
    from: "Від",
    to: "До",
    allDays: "Усі дні",
  },
  groundChoice: {
    name: "Територія показує",
    options: {
      holder: "Хто її утримує",
      changed: "День, коли змінився контроль",
      gained: "Здобуте від певного дня",
      places: "Хто утримує найближче місце (виведено)",
    },
    since: "Здобуте від",
    trail: "Попередні лінії фронту, днів",
    none: "Жодної",
  },
  ground: {
    area: "Площа на кінець дня",
    heldKm2: (side, km2, gained) => `${side} ${km2} км²${gained === undefined ? "" : ` (+${gained})`}`,
    place: (name) => `Місце з газетира ${name}, а не з набору даних.`,
  },
  embed: {
    whole: "Відкрити всю карту",
    gestures: {
      control: "Утримуйте Ctrl і прокручуйте, щоб масштабувати карту",
      command: "Утримуйте ⌘ і прокручуйте, щоб масштабувати карту",
      touch: "Рухайте карту двома пальцями",
    },
  },
  file: {
    noBaseMap:
      "Ця сторінка — один файл і нічого не запитує з мережі, тож не може показати власну основу карти.",
  },
  wall: {
    region: "Режим для стіни",
    leave: "Вийти",
    notFull: "F11 або меню браузера розгортає сторінку на весь екран.",
    notAwake: "Цей браузер не втримує екран від згасання.",
  },
  tour: {
    position: (number, total) => `${number} із ${total}`,
    next: "Далі",
    back: "Назад",
    skip: "Пропустити огляд",
    finish: "Готово",
    stops: {
      map: {
        name: "Карта",
        text: "Кольори показують, хто утримував територію наприкінці дня, а темна лінія — це фронт. Виберіть населений пункт, щоб прочитати історію контролю над ним і хто про це свідчить.",
      },
      legend: {
        name: "Легенда",
        text: "Що означає кожен знак: завжди лише те, що зараз є на карті. Останній рядок пояснює, звідки взято лінію фронту.",
      },
      days: {
        name: "Дні",
        text: "Тягніть повзунок, натисніть «Відтворити» або користуйтеся стрілками. Стовпчики лічать, що перейшло з рук у руки за день; знаки над ними позначають події.",
      },
      day: {
        name: "Що сталося того дня",
        text: "Які місця перейшли з рук у руки, хто про це свідчить і наскільки це певно, що цьому суперечить і що ще записано про цей день.",
      },
      story: {
        name: "Історія",
        text: "Увесь перебіг, розказаний крок за кроком поруч із картою. Малі цифри відкривають записи, на які спирається кожне речення.",
      },
      search: {
        name: "Знайти місце",
        text: "Введіть назву в будь-якому написанні; сюди веде і клавіша скісної риски. Карта перейде до того, що ви виберете.",
      },
      tools: {
        name: "Усе інше",
        text: "Приховуйте шари, перегляньте всі населені пункти в таблиці, збережіть зображення. Цей огляд і список клавіш лишаються за трьома крапками.",
      },
    },
  },
};
