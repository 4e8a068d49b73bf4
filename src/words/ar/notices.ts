import { isolate, plural } from "./forms.ts";
import type { NoticeWords } from "../types.ts";

/** What the Arabic interface says when something is wrong or done. */
export const arNotices: NoticeWords = {
  dataProblems: (errors, warnings) => {
    const parts = [
      errors > 0
        ? plural(errors, { one: "خطأ واحد", two: "خطآن", few: "# أخطاء", many: "# خطأً", other: "# خطأ" })
        : "",
      warnings > 0
        ? plural(warnings, {
            one: "تنبيه واحد",
            two: "تنبيهان",
            few: "# تنبيهات",
            many: "# تنبيهاً",
            other: "# تنبيه",
          })
        : "",
    ].filter((part) => part !== "");
    return `في البيانات مشكلات: ${parts.join("، و")}. يُعرض ما هو سليم منها.`;
  },
  nothingToShow: "يتعذّر عرض البيانات. المشكلات هي:",
  showProblems: "عرض المشكلات",
  problemsTitle: "مشكلات في البيانات",
  file: "الملف",
  found: "الموجود",
  expected: "المتوقَّع",
  remedy: "العلاج",
  severity: (severity) => ({ error: "خطأ", warning: "تنبيه", note: "ملاحظة" })[severity],
  saving: "جارٍ رسم الصورة…",
  saved: "حُفظت الصورة.",
  notSaved: (reason) => `تعذّر حفظ الصورة: ${isolate(reason)}`,
  dismiss: "إخفاء",
  failed: (part) => `تعطّل هذا الجزء من الصفحة: ${part}.`,
  stillWorks: "بقية الأجزاء تعمل.",
  tryAgain: "إعادة المحاولة",
  mapPart: "الخريطة",
  panelPart: "اللوحة",
  loading: "يجري تحميل الخريطة وأيامها…",
  loadingLong:
    "يستغرق هذا وقتاً أطول من المعتاد، وربما لم يصل جزء من الصفحة. تحقّق من الاتصال وأعد تحميل الصفحة.",
  reload: "إعادة تحميل الصفحة",
  needsScripts: `يرسم المتصفح هذه الصفحة ببرامج نصية، وهي معطّلة. اسمح بتشغيل ${isolate("JavaScript")} لهذه الصفحة وأعد تحميلها.`,
  partMissing: "تعذّر جلب جزء من البرنامج. تحقّق من الاتصال وحاول مرة أخرى.",
  pageFailed: "توقفت الصفحة عند خلل لم تستطع تجاوزه.",
  mayBeData:
    "قد يكون الخلل في البيانات. يمكنك العودة إلى القصة المرفقة؛ ونسيان هذه البيانات يزيلها من هذا المتصفح أيضاً.",
  forgetShown: "نسيان هذه البيانات",
};
