import { formatKm, type EvidenceWords } from "../evidence-words.ts";
import { dates, LOCALE, plural, toComma } from "./forms.ts";

const digits = new Intl.NumberFormat(LOCALE);

const UNITS = new Map([
  ["persons", { one: "особа", few: "особи", many: "осіб", other: "особи" }],
  [
    "persons a day",
    { one: "особа на день", few: "особи на день", many: "осіб на день", other: "особи на день" },
  ],
  ["km2", { other: "км²" }],
  ["km", { other: "км" }],
  ["percent", { other: "%" }],
  [
    "aircraft",
    {
      one: "літальний апарат",
      few: "літальні апарати",
      many: "літальних апаратів",
      other: "літального апарата",
    },
  ],
  ["facilities", { one: "об’єкт", few: "об’єкти", many: "об’єктів", other: "об’єкта" }],
]);

/** The Ukrainian words for events, figures and what is computed. */
export const ukEvidence: EvidenceWords = {
  events: "Події",
  eventKind: (kind) =>
    ({
      ceasefire: "припинення вогню",
      talks: "переговори",
      operation: "операція",
      strike: "удар",
      post: "пост",
      highway: "шосе",
      airspace: "повітряний простір",
      humanitarian: "гуманітарне",
      reinforcement: "підкріплення",
      statement: "заява",
      patrol: "патруль",
      other: "інше",
    })[kind],
  since: (day) => `з ${dates.short(day)}`,
  figures: "Відомо того дня",
  measure: (measure) =>
    ({
      displaced: "Переміщені особи",
      "civilians-killed": "Загинуло цивільних",
      "civilians-wounded": "Поранено цивільних",
      "fighters-killed": "Загинуло бійців",
      "fighters-wounded": "Поранено бійців",
      "settlements-captured": "Захоплено населених пунктів",
      "area-captured": "Захоплено території",
      "share-of-governorate": "Частка провінції",
      "highway-captured": "Захоплено шосе",
      "highway-remaining": "Шосе, що ще утримується",
      strikes: "Удари",
      troops: "Сили",
      "equipment-lost": "Втрачено техніки",
      "facilities-struck": "Уражено об’єктів",
      "people-affected": "Постраждалі",
      other: "Інші числа",
    })[measure],
  qualifier: (qualifier) =>
    ({
      exactly: "",
      about: "близько",
      "at-least": "щонайменше",
      over: "понад",
      "up-to": "до",
      nearly: "майже",
    })[qualifier],
  number: (value) => digits.format(value),
  unit: (unit, count) => plural(count, UNITS.get(unit) ?? { other: unit }),
  asOf: (day) => `станом на ${dates.short(day)}`,
  recordCount: ({ side, firstDay, lastDay, named, implied }) => {
    const days = firstDay === lastDay ? dates.short(lastDay) : dates.window(firstDay, lastDay);
    const places =
      named === 0
        ? "жодного населеного пункту"
        : plural(named, {
            one: "# населений пункт",
            few: "# населені пункти",
            many: "# населених пунктів",
            other: "# населеного пункту",
          });
    const more = implied > 0 ? `; ще мається на увазі: ${implied}` : "";
    return `Записи називають ${places}, де контроль перейшов (${side}), ${days}${more}.`;
  },
  contradictedBy: (attribution) => `Цьому суперечить ${attribution}:`,
  contradictEachOther: "Ці числа суперечать одне одному.",
  showAll: (count) => `Показати всі (${count})`,
  showFewer: "Показати менше",
  highways: "Шосе",
  heldLength: (lengthKm, totalKm, side) =>
    `${toComma(formatKm(lengthKm))} з ${toComma(formatKm(totalKm))} км — ${side}`,
  furtherLength: (lengthKm, side) => `${toComma(formatKm(lengthKm))} — ${side}`,
  outsideLength: (lengthKm) => `${toComma(formatKm(lengthKm))} поза зонами карти`,
  computed: "обчислено",
  ceasefire: "припинення вогню",
};
