import { dates, isolate, isolateFirst } from "./forms.ts";
import type { ChartWords } from "../types.ts";

/** The Arabic words for charts, and for how the line of time is played, zoomed and cut. */
export const arCharts: ChartWords = {
  play: {
    options: "طريقة التشغيل",
    clearRange: (range) => `لا تُعرض إلا الأيام ${range}: تشغيل كل الأيام`,
    range: (first, last) => `${dates.brief(first)} – ${dates.brief(last)}`,
  },
  axis: {
    zoomIn: "أيام أقل بحجم أكبر",
    zoomOut: "أيام أكثر بحجم أصغر",
    wholeStory: "كل أيام الفترة",
    hint: `اسحب لاختيار الأيام التي تُشغَّل؛ أدِر العجلة للتكبير؛ انقر مرتين لرؤية الكل؛ اسحب مع ${isolate("Shift")} فوق التواريخ لمقارنة يومين`,
  },
  title: "الرسوم البيانية",
  open: "فتح الرسوم البيانية",
  close: "إغلاق الرسوم البيانية",
  choose: "ما يعرضه الشريط",
  computed: "محسوب",
  reported: "وارد في الوثائق",
  gained: "المواقع المكتسبة كل يوم",
  gainedArea: "المساحة المكتسبة كل يوم، كم²",
  area: "المساحة، كم²",
  share: (region) => `الحصة من ${isolateFirst(region)}، %`,
  settlements: "المواقع الواقعة تحت السيطرة",
  highway: (name) => `${isolateFirst(name)}، كم`,
  figure: (measure, unit) => (unit === "" ? measure : `${measure}، ${isolateFirst(unit)}`),
  notKnown: "غير معروف",
  working: (percent) => `جارٍ الحساب … ${percent}٪`,
  table: "جدول",
};
