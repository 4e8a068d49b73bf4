import type { SelectionWords } from "../selection-words.ts";
import { isolateFirst } from "./forms.ts";

/** The Arabic words for what is selected. */
export const arSelection: SelectionWords = {
  region: "المحدَّد",
  empty: "اختر موقعاً أو نقطة مراقبة أو طريقاً على الخريطة أو من قائمة أو بالبحث لتقرأ تاريخه ومن يقول ذلك.",
  close: "إغلاق المحدَّد",
  kinds: { place: "موقع", post: "نقطة مراقبة", highway: "طريق سريع", source: "مصدر" },
  selected: (kind, name) => `المحدَّد: ${isolateFirst(name)} (${kind}).`,
  post: {
    states: {
      established: "أُقيمت",
      encircled: "حوصرت",
      relieved: "انتهى حصارها",
      evacuated: "أُخليت",
    },
    list: "نقاط المراقبة",
    count: (standing, encircled) =>
      encircled === 0 ? `القائمة: ${standing}` : `القائمة: ${standing}، منها محاصَرة: ${encircled}`,
  },
};
