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
  loading: "يجري تحميل القصة…",
};
