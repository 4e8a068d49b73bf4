import type { ShareWords } from "../share-words.ts";
import { dates, LOCALE } from "./forms.ts";

const digits = new Intl.NumberFormat(LOCALE, { numberingSystem: "latn" });

export const ukShare: ShareWords = {
  link: {
    name: "Посилання",
    hint: "Адреса цього вигляду, також як QR-код",
    address: "Адреса",
    copy: "Копіювати посилання",
    what: "Воно відкриває цей день із тим, що вибрано, і тим місцем, яке показує карта.",
    ofState: (state) =>
      `У ньому сказано, для якого стану даних його зроблено (${state}): над будь-яким іншим сторінка про це повідомить.`,
    code: "QR-код",
    saveCode: (format) => `Зберегти як ${format}`,
    tooLong: "Ця адреса задовга для QR-коду. Вигляд із меншою кількістю фільтрів має коротшу.",
  },
  citation: {
    name: "Цитування",
    hint: "Для досліджень і статей",
    form: "Форма",
    plain: "Текст",
    copy: "Копіювати цитування",
    save: "Зберегти у файл",
    noAddress:
      "Воно без адреси, бо адреса цієї сторінки працює лише тут. Сайт, побудований зі своєю загальнодоступною адресою (frontline build --url), дає саме її.",
    noMakers: "Набір даних не називає тих, хто його створив.",
    title: (name, first, last) =>
      `${name}, ${dates.long(first)}${last === undefined ? "" : ` і ${dates.long(last)}`}`,
    shows: (day) => `Становище на кінець дня ${dates.long(day)}`,
    compares: (first, last) => `Становище на кінець дня ${dates.long(first)} і ${dates.long(last)}`,
    dataset: "набір даних",
    state: (state) => `набір даних, стан ${state}`,
    licence: (licence) => `Ліцензія: ${licence}`,
    hash: (hash) => `SHA-256 даних: ${hash}`,
    accessed: (day) => `Переглянуто ${dates.long(day)}`,
  },
  embed: {
    name: "Вбудовування",
    hint: "Карта у статті",
    code: "Код для статті",
    copy: "Копіювати код",
    width: "Ширина",
    fullWidth: "Уся, що є",
    height: "Висота",
    sizeLimits: (least, most) => `Від ${digits.format(least)} до ${digits.format(most)} пікселів.`,
    asReader: "Як у системі читача",
    oneFile:
      "Ця сторінка — один файл, який не може стояти в іншій сторінці. Сайт може (frontline build --site).",
    oembed: "Адреса для oEmbed",
    what: "Карта, дата, повзунок, легенда й посилання на всю сторінку. За рік вона покаже той самий день, що й сьогодні, з тим, що про нього буде відомо.",
    title: (name, day) => `Карта: хто що утримував ${dates.long(day)}. ${name}`,
  },
  copied: "Скопійовано.",
  notCopied: "Браузер не дає сторінці копіювати. Текст виділено: натисніть Ctrl+C або ⌘C.",
  onlyMachine:
    "Ця адреса працює лише на цьому комп’ютері. Сайт, побудований зі своєю загальнодоступною адресою (frontline build --url), дає саме її.",
  onlyFile: "Ця адреса відкриває цей файл на цьому комп’ютері. Щоб показати його іншим, надішліть сам файл.",
  onlyBrowser: "Ця адреса працює лише в цьому браузері: дані є на цьому комп’ютері й більше ніде.",
  noState: "Браузер не зміг визначити тут стан даних, тому адреса його не називає.",
};
