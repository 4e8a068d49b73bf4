import { day, parseDay } from "../../core/day.ts";
import type { NoticeWords } from "../types.ts";
import { ERRORS, dates, plural, WARNINGS } from "./forms.ts";

/** What the Ukrainian interface says when something is wrong or done. */
export const ukNotices: NoticeWords = {
  viewProblem: ({ parameter, found, used }) => {
    const asked = `«${found}»`;
    switch (parameter) {
      case "day": {
        const fault = parseDay(found) ? "він поза цією історією" : "це не день";
        return `Адреса просила день ${asked}, але ${fault}; показано ${dates.long(day(used))}.`;
      }
      case "with":
        return `Адреса просила порівняти з «${found}», а такого дня в цьому наборі даних немає.`;
      case "compare":
        return `Адреса просила порівняння ${asked}, якого немає; показано різницю.`;
      case "ground":
        return `Адреса просила територію ${asked}, чого немає; показано, хто її утримує.`;
      case "since":
        return `Адреса просила здобуте від ${asked}, але це не день цього набору даних.`;
      case "trail":
        return `Адреса просила лінії за ${asked} днів, чого немає.`;
      case "place":
        return `Адреса просила населений пункт ${asked}, якого немає в цьому наборі даних.`;
      case "post":
        return `Адреса просила пост «${found}», якого немає в цьому наборі даних або який названо поруч з іншим вибором.`;
      case "highway":
        return `Адреса просила трасу «${found}», якої немає в цьому наборі даних або яку названо поруч з іншим вибором.`;
      case "source":
        return `Адреса просила джерело «${found}», якого немає в цьому наборі даних або яке названо поруч з іншим вибором.`;
      case "side":
        return `Адреса просила лише сторону «${found}», чого в цьому наборі даних немає; через це нічого не відкинуто.`;
      case "said":
        return `Адреса просила лише сказане джерелом «${found}», чого в цьому наборі даних немає; через це нічого не відкинуто.`;
      case "sure":
        return `Адреса просила лише певність «${found}», чого в цьому наборі даних немає; через це нічого не відкинуто.`;
      case "kind":
        return `Адреса просила лише події виду «${found}», чого в цьому наборі даних немає; через це нічого не відкинуто.`;
      case "lang":
        return `Адреса просила мову ${asked}, якої немає; показано англійською.`;
      case "theme":
        return `Адреса просила тему ${asked}, якої немає.`;
      case "labels":
        return `Адреса просила назви письмом ${asked}, якого немає; показано обидва письма.`;
      case "hide":
        return `Адреса просила сховати ${asked}, але такого шару на карті немає.`;
      case "at":
        return `Адреса просила положення карти ${asked}, але це не положення.`;
    }
  },
  dataProblems: (errors, warnings) => {
    const parts = [
      errors > 0 ? plural(errors, ERRORS) : "",
      warnings > 0 ? plural(warnings, WARNINGS) : "",
    ].filter((part) => part !== "");
    return `У наборі даних: ${parts.join(" і ")}. Справне показано.`;
  },
  nothingToShow: "Набір даних неможливо показати. Що з ним не так:",
  showProblems: "Показати проблеми",
  problemsTitle: "Проблеми в наборі даних",
  file: "Файл",
  found: "Знайдено",
  expected: "Очікувано",
  remedy: "Як виправити",
  severity: (severity) => ({ error: "помилка", warning: "попередження", note: "примітка" })[severity],
  saving: "Малюється зображення…",
  saved: "Зображення збережено.",
  notSaved: (reason) => `Зображення не вдалося зберегти: ${reason}`,
  linkCopied: "Посилання скопійовано.",
  linkNotCopied: "Посилання не вдалося скопіювати; візьміть його з адресного рядка.",
  dismiss: "Закрити",
  failed: (part) => `Ця частина сторінки не працює: ${part}.`,
  stillWorks: "Усе інше працює.",
  tryAgain: "Спробувати ще раз",
  mapPart: "карта",
  panelPart: "панель",
  loading: "Карта та її дні завантажуються…",
  loadingLong:
    "Це триває незвично довго: можливо, частина сторінки не надійшла. Перевірте з’єднання і завантажте сторінку ще раз.",
  reload: "Завантажити сторінку ще раз",
  needsScripts:
    "Браузер малює цю сторінку за допомогою скриптів, а їх вимкнено. Дозвольте JavaScript для цієї сторінки і завантажте її ще раз.",
  partMissing: "Частину програми не вдалося завантажити. Перевірте з’єднання і спробуйте ще раз.",
  pageFailed: "Сторінка зупинилася через помилку, якої не змогла подолати.",
  mayBeData:
    "Можливо, вона в наборі даних. Можна повернутися до вбудованої історії; якщо забути набір даних, його буде прибрано і з цього браузера.",
  forgetShown: "Забути цей набір даних",
};
