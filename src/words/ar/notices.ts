import { day, parseDay } from "../../core/day.ts";
import { dates, isolate, plural } from "./forms.ts";
import type { NoticeWords } from "../types.ts";

/** What the Arabic interface says when something is wrong or done. */
export const arNotices: NoticeWords = {
  viewProblem: ({ parameter, found, used }) => {
    const asked = `«${isolate(found)}»`;
    switch (parameter) {
      case "day": {
        const fault = parseDay(found) ? "وهو خارج هذه الفترة" : "وهو ليس تاريخاً صحيحاً";
        return `طلب العنوان اليوم ${asked}، ${fault}؛ المعروض هو ${dates.long(day(used))}.`;
      }
      case "with":
        return `طلب العنوان المقارنة بـ“${found}”، وهو ليس يوماً من هذه المجموعة.`;
      case "compare":
        return `طلب العنوان طريقة المقارنة ${asked}، وهي غير متاحة؛ المعروض هو الفرق.`;
      case "ground":
        return `طلب العنوان إظهار الأرض بطريقة ${asked}، وهي غير متاحة؛ المعروض من يسيطر عليها.`;
      case "since":
        return `طلب العنوان ما كُسب منذ ${asked}، وليس يوماً من أيام هذه البيانات.`;
      case "trail":
        return `طلب العنوان خطوط ${asked} من الأيام، وهو غير متاح.`;
      case "from":
      case "to":
        return `طلب العنوان حدّاً لمدة التشغيل هو ${asked}، ولا يصلح لها.`;
      case "chart":
        return `طلب العنوان الرسم البياني ${asked}، وليس في هذه البيانات أرقام له.`;
      case "drawer":
        return `طلب العنوان عرض الرسوم البيانية بطريقة ${asked}، وهي غير متاحة.`;
      case "place":
        return `طلب العنوان الموقع ${asked}، وهو غير موجود في هذه البيانات.`;
      case "post":
        return `طلب العنوان نقطة المراقبة «${isolate(found)}»، وهي ليست في هذه البيانات أو طُلب معها شيء آخر.`;
      case "highway":
        return `طلب العنوان الطريق «${isolate(found)}»، وهو ليس في هذه البيانات أو طُلب معه شيء آخر.`;
      case "source":
        return `طلب العنوان المصدر «${isolate(found)}»، وهو ليس في هذه البيانات أو طُلب معه شيء آخر.`;
      case "side":
        return `طلب العنوان الاقتصار على الطرف «${isolate(found)}»، ولا وجود لذلك في هذه البيانات؛ فلم يُحذف شيء بسببه.`;
      case "said":
        return `طلب العنوان الاقتصار على ما يقوله «${isolate(found)}»، ولا وجود لذلك في هذه البيانات؛ فلم يُحذف شيء بسببه.`;
      case "sure":
        return `طلب العنوان الاقتصار على درجة اليقين «${isolate(found)}»، ولا وجود لذلك في هذه البيانات؛ فلم يُحذف شيء بسببه.`;
      case "kind":
        return `طلب العنوان الاقتصار على الأحداث من نوع «${isolate(found)}»، ولا وجود لذلك في هذه البيانات؛ فلم يُحذف شيء بسببه.`;
      case "story":
        return `طلب العنوان الخطوة «${isolate(found)}» من القصة، وهي غير موجودة في هذه البيانات.`;
      case "wall":
        return `طلب العنوان العرض على الجدار بالقيمة ${asked}، وقيمته ${isolate("1")}، ولا يكون مع القصة ولا مع خريطتين.`;
      case "lang":
        return `طلب العنوان اللغة ${asked}، وهي غير متاحة؛ المعروض هو الإنكليزية.`;
      case "theme":
        return `طلب العنوان المظهر ${asked}، وهو غير متاح.`;
      case "labels":
        return `طلب العنوان كتابة الأسماء ${asked}، وهي غير متاحة؛ المعروض كلتا الكتابتين.`;
      case "hide":
        return `طلب العنوان إخفاء ${asked}، وليست طبقة من طبقات هذه الخريطة.`;
      case "at":
        return `طلب العنوان موضع الخريطة ${asked}، وهو غير صحيح.`;
    }
  },
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
  linkCopied: "نُسخ الرابط.",
  linkNotCopied: "تعذّر نسخ الرابط؛ يمكنك أخذه من شريط العنوان.",
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
