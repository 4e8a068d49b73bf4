import type { ExportWords } from "../export-words.ts";

export const arExport: ExportWords = {
  title: "تصدير",
  kinds: "ماذا تأخذ معك",
  picture: { name: "صورة", hint: "يوم واحد، جاهز للطباعة أو النشر" },
  preview: "معاينة",
  settings: "الإعدادات",
  save: "حفظ الصورة",
  cancel: "إلغاء",
  cancelled: "أُلغي الأمر، ولم يُحفظ شيء.",
  working: (share) => `جارٍ الرسم… ${share} %`,
  saved: (file) => `حُفظت باسم \u2068${file}\u2069.`,
  failed: (reason) => `لم تُحفظ. ${reason}`,
  busy: "ما زال تصدير آخر قيد الإعداد. انتظره أو ألغه.",
};
