import type { FilterWords } from "../filter-words.ts";
import { isolateFirst } from "./forms.ts";

/** The Arabic words of the filters. */
export const arFilter: FilterWords = {
  button: "تصفية",
  facets: {
    sides: "الطرف",
    said: "من يقول ذلك",
    certainties: "درجة اليقين",
    kinds: "نوع الحدث",
    text: "كلمات",
  },
  of: (shown, total) => `${shown} من ${total}`,
  chip: (facet, chosen, total) => `${facet}: ${chosen} من ${total}`,
  textChip: (text) => `«${isolateFirst(text)}»`,
  remove: (chip) => `إزالة التصفية ${chip}`,
  clear: "إزالة كل تصفية",
  told: (chips) => `مُصفّى: ${chips.join("، ")}. السيطرة غير مُصفّاة.`,
  allLeftOut: "لا تُبقي التصفية شيئاً من هذا.",
};
