import type { NarrativeWords } from "../narrative-words.ts";
import { plural } from "./forms.ts";

const STEPS = { one: "خطوة واحدة", two: "خطوتان", few: "# خطوات", many: "# خطوة", other: "# خطوة" };
const MINUTES = { one: "دقيقة واحدة", two: "دقيقتان", few: "# دقائق", many: "# دقيقة", other: "# دقيقة" };

/** The Arabic words for story mode. */
export const arNarrative: NarrativeWords = {
  region: "القصة",
  extent: (steps, minutes) => `${plural(steps, STEPS)}، ${plural(minutes, MINUTES)}`,
  read: "قراءة القصة",
  notNow: "ليس الآن",
  steps: "خطوات القصة",
  position: (number, total) => `الخطوة ${number} من ${total}`,
  previous: "الخطوة السابقة",
  next: "الخطوة التالية",
  leave: "الخروج من القصة",
  explore: "الاستكشاف من هنا",
  back: "العودة إلى القصة",
  mark: (number) => `السجل ${number}`,
  closeRecord: "إغلاق السجل",
  kinds: { claim: "رواية", event: "حدث", figure: "رقم" },
  loading: "يجري تحميل القصة…",
};
