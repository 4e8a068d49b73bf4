import type { NoticeWords } from "../types.ts";
import { ERRORS, plural, WARNINGS } from "./forms.ts";

/** What the Ukrainian interface says when something is wrong or done. */
export const ukNotices: NoticeWords = {
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
