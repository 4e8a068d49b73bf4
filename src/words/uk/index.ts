import { OWN_WORDS } from "../../core/records.ts";
import type { Words } from "../types.ts";
import { dates, plural } from "./forms.ts";
import { ukCharts } from "./charts.ts";
import { ukLayers } from "./layers.ts";
import { ukLater } from "./later.ts";
import { ukMap } from "./map.ts";
import { ukNotices } from "./notices.ts";
import { ukFilter } from "./filter.ts";
import { ukOpen } from "./open.ts";
import { ukNarrative } from "./narrative.ts";
import { ukSelection } from "./selection.ts";
import { ukEvidence } from "./evidence.ts";
import { ukProblems } from "./problems.ts";

const PLACES = {
  one: "# населений пункт",
  few: "# населені пункти",
  many: "# населених пунктів",
  other: "# населеного пункту",
};
const OF_PLACES = {
  one: "# населеного пункту",
  few: "# населених пунктів",
  many: "# населених пунктів",
  other: "# населеного пункту",
};

/** The interface in Ukrainian. */
export const words: Words = {
  language: "uk",
  direction: "ltr",
  comma: ", ",
  dates,
  timeline: {
    region: "Часова шкала",
    slider: "День",
    play: "Відтворити",
    pause: "Пауза",
    previousDay: "Попередній день",
    nextDay: "Наступний день",
    previousChange: "Попередня зміна",
    nextChange: "Наступна зміна",
    speed: "Швидкість, днів за секунду",
    speedOption: (daysPerSecond) => `${daysPerSecond}×`,
    goToDate: "Перейти до дати",
    between: (window) => `${window.charAt(0).toUpperCase()}${window.slice(1)}: намальовано, а не відомо`,
    outsideStory: (first, last) => `Між ${dates.long(first)} і ${dates.long(last)}`,
    showChart: "Показати діаграму",
    hideChart: "Сховати діаграму",
    chart: "Здобуто населених пунктів за день (блідіше: мається на увазі або оспорюється)",
  },
  day: {
    region: "День",
    changedHands: (count) => `Контроль змінився: ${plural(count, PLACES)}`,
    gain: (side, count) => `${side} +${count}`,
    nothingChanged: "Того дня не зафіксовано жодної зміни контролю.",
    groundChanged: "Змінився контроль над територією",
    gainedKm2: (side, km2) => `${side} +${km2} км²`,
    vacatedKm2: (km2) => `${km2} км² залишено всіма сторонами`,
    noGroundChanged: "Того дня не зафіксовано жодної зміни контролю над територією.",
    missing: "У наборі даних немає зон на цей день: невідомо, хто що утримував.",
    changedAndBack: (count) => `Контроль змінився й повернувся за день: ${plural(count, PLACES)}`,
    sentence: (head, parts) => (parts.length > 0 ? `${head}; ${parts.join(", ")}.` : `${head}.`),
    changes: "Зміна контролю",
    contested: "Спірні",
    alsoReported: "Також повідомляли",
    index: "Розділи дня",
    previousChanges: (day) => `Раніше: ${dates.short(day)}`,
    nextChanges: (day) => `Пізніше: ${dates.short(day)}`,
    balance: (count) => `Контроль ${plural(count, OF_PLACES)} на кінець дня`,
    unknownHolder: "Невідомо",
    withinDay: "повернуто того ж дня",
  },
  gazetteer: {
    said: (text, name) => `${text} (з газетира ${name}, а не з набору даних)`,
  },
  selection: ukSelection,
  narrative: ukNarrative,
  filter: ukFilter,
  settlement: {
    kind: (kind) =>
      ({
        city: "Велике місто",
        town: "Місто",
        village: "Село",
        suburb: "Передмістя",
        hill: "Пагорб",
        base: "База",
        site: "Об’єкт",
      })[kind],
    whereabouts: (kind, governorate) => (governorate === "" ? kind : `${kind}, ${governorate}`),
  },
  record: {
    certainty: (certainty) =>
      ({
        stated: "сказано",
        reported: "повідомлено",
        disputed: "оспорено",
        implied: "випливає",
        inferred: "виведено",
        contested: "спірний",
      })[certainty],
    certaintyMeaning: (certainty) =>
      ({
        stated: "Документ каже це прямо",
        reported: "Повідомив той, кого документ називає або згадує",
        disputed: "Інше твердження каже інакше",
        implied: "Жоден документ цього не каже; один із них це передбачає",
        inferred: "Жодне твердження про це не говорить; прочитано із зон",
        contested: "Про жодну сторону не можна сказати, що вона його утримує",
      })[certainty],
    impliedBy: (reason) =>
      ({
        "revealed-by-recapture": "Випливає: пізніше повернення показує, що перед тим його було втрачено",
        presupposed: "Випливає: пізніше твердження передбачає, що контроль змінився",
        "passed-by-the-front": "Випливає: фронт пройшов повз нього; жоден документ не каже, якого дня",
        "shared-with-neighbour": "Випливає: він розділив долю сусіднього задокументованого пункту",
        "said-of-its-ground": "Випливає: документ каже це про всю місцевість, у якій він лежить",
      })[reason],
    action: (action) =>
      ({
        captured: "захоплення",
        recaptured: "повернення",
        entered: "вхід",
        attacked: "атака",
        repelled: "атаку відбито",
        withdrew: "відхід",
        held: "утримання",
        bombarded: "обстріл",
        encircled: "оточення",
        relieved: "деблокування",
        contested: "боротьба",
      })[action],
    attribution: (attribution, publisher) =>
      attribution === OWN_WORDS ? `${publisher}, власними словами` : attribution || "без посилання",
    claims: (count) =>
      plural(count, {
        one: "# твердження",
        few: "# твердження",
        many: "# тверджень",
        other: "# твердження",
      }),
    saysOtherwise: "каже інакше",
    line: (line) => `рядок ${line}`,
    printedAs: (spelling) => `надруковано «${spelling}»`,
    saidOf: (ground) => `сказано про «${ground}», де він лежить`,
    nobody: "Невідомо",
    translated: (original) => `Тексти записів — переклади; мова оригіналів: ${original}.`,
    showOriginals: "Показати оригінали",
    hideOriginals: "Сховати оригінали",
    translationMissing: "Переклади записів не вдалося завантажити; показано оригінальні тексти.",
  },
  chrome: {
    title: "Frontline Atlas",
    search: "Знайти населений пункт",
    searchHint: (example) => `Знайти… ${example}`,
    openSearch: "Відкрити пошук",
    noMatch: (query) => `Нічого не знайдено за запитом «${query}»`,
    matches: (count) =>
      plural(count, {
        one: "Знайдено # населений пункт",
        few: "Знайдено # населені пункти",
        many: "Знайдено # населених пунктів",
        other: "Знайдено # населеного пункту",
      }),
    layers: "Шари",
    table: "Таблиця",
    more: "Більше",
    language: "Мова",
    languageMissing: (language) =>
      `Тексти мовою ${language} не вдалося завантажити. Спробуйте ще раз, коли буде зв’язок.`,
    exportPicture: "Експорт",
    shareLink: "Поділитися посиланням",
    help: "Клавіатурні скорочення",
    close: "Закрити",
    showPanel: "Показати панель",
    hidePanel: "Сховати панель",
    enlarge: "Збільшити панель",
    shrink: "Зменшити панель",
    legend: "Легенда",
    tour: "Огляд за хвилину",
  },
  map: ukMap,
  layers: ukLayers,
  charts: ukCharts,
  evidence: ukEvidence,
  open: ukOpen,
  opening: ukOpen,
  later: ukLater,
  notices: ukNotices,
  problems: ukProblems,
};
