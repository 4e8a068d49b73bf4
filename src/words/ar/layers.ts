import { isolate } from "./forms.ts";
import type { LayerWords } from "../types.ts";

/** The Arabic words of the layers of the map: their names in the menu, the lines of their legend, what a pointer finds. */
export const arLayers: LayerWords = {
  frontLines: {
    front: "خط الجبهة",
    inferred: "خط الجبهة، مستنتَج",
    quiet: "خط بين أطراف غير متحاربة",
  },
  comparedDay: {
    name: "الفرق عن يوم آخر",
    gained: (side: string) => `ما كسبته ${side}`,
    line: (day: string) => `خط الجبهة في ${day}`,
    settlements: "تغيّرت السيطرة عليه بين اليومين",
    compare: "قارن بيوم آخر",
    leave: "إنهاء المقارنة",
    between: (first: string, last: string) => `${first} ← ${last}`,
    otherDay: "اليوم المقارَن به",
  },
  trail: {
    previous: "خط الجبهة في اليوم السابق",
    legend: (days: number) => `خطوط الجبهة في الأيام السابقة (${days})`,
  },
  ground: {
    working: (percent: number) => `ما زال حساب الأيام السابقة جارياً: ${percent}%`,
  },
  advance: {
    taken: (side: string) => `بحسب يوم انتقالها إلى ${side}`,
    cuts: {
      week: "خط الجبهة في نهاية أسبوع",
      month: "خط الجبهة في نهاية شهر",
      quarter: "خط الجبهة في نهاية ربع سنة",
      year: "خط الجبهة في نهاية سنة",
    },
    since: (when: string, before: string | undefined) =>
      before === undefined ? `تغيّرت السيطرة: ${when}` : `تغيّرت السيطرة: ${when}. قبل ذلك: ${before}`,
  },
  gainedSince: {
    gained: (side: string, day: string) => `ما كسبته ${side} منذ ${day}`,
    settlements: (day: string) => `تغيّرت السيطرة عليه منذ ${day}`,
  },
  shown: {
    places: "ظُلِّلت الأراضي بحسب من يسيطر على أقرب موقع: استنتاج لم يرسمه أي مصدر.",
    changed: "لُوّنت الأرض بحسب آخر يوم تغيّرت فيه السيطرة عليها.",
    gained: (day: string) => `لُوّنت الأرض المكتسبة منذ ${day}.`,
    trail: (days: number) => `رُسمت أيضاً خطوط الجبهة في الأيام السابقة (${days}).`,
    difference: (day: string) => `يظهر الفرق عن ${day}.`,
    both: (first: string, last: string) => `خريطتان: ${first} و${last}.`,
  },
  inferred: {
    legend: (side: string) => `${side}: مستنتَج من أقرب موقع، لم يرسمه أي مصدر`,
  },
  gains: { name: "الأراضي المكتسبة", legend: "أراضٍ مكتسبة في هذا اليوم" },
  settlements: { name: "المواقع", changed: "تغيّرت السيطرة عليه في هذا اليوم", contested: "متنازَع عليه" },
  names: { name: "الأسماء" },
  highways: {
    name: "الطرق الدولية بحسب السيطرة",
    legend: (names: readonly string[]) => `${names.map(isolate).join("، ")} بلون المسيطر`,
    corridor: (highway: string, widthKm: number) => `ممر ${highway} الأمني، ${widthKm} كم من كل جانب`,
    patrols: (name: string, highway: string) => `${name}، ${highway}`,
  },
  posts: {
    name: "نقاط المراقبة",
    legend: "نقطة مراقبة",
    encircled: "مطوَّقة",
    states: {
      established: "نقطة مراقبة",
      encircled: "نقطة مراقبة محاصرة",
      relieved: "نقطة مراقبة فُكّ الحصار عنها",
    },
  },
  events: { name: "الأحداث", legend: (kinds: string) => `حدث: ${kinds}` },
  roads: { name: "طرق أخرى" },
  basePlaces: { name: "أماكن أخرى" },
};
