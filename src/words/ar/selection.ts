import type { SelectionWords } from "../selection-words.ts";
import { dates, isolateFirst, plural } from "./forms.ts";

/** The Arabic words for what is selected. */
export const arSelection: SelectionWords = {
  region: "المحدَّد",
  empty: "اختر موقعاً أو نقطة مراقبة أو طريقاً على الخريطة أو من قائمة أو بالبحث لتقرأ تاريخه ومن يقول ذلك.",
  close: "إغلاق المحدَّد",
  kinds: { place: "موقع", post: "نقطة مراقبة", highway: "طريق سريع", source: "مصدر" },
  selected: (kind, name) => `المحدَّد: ${isolateFirst(name)} (${kind}).`,
  post: {
    operator: (side, number) => (number === undefined ? side : `${side}، رقم ${number}`),
    today: (state, day) =>
      ({
        established: `قائمة في ${dates.long(day)}`,
        encircled: `محاصَرة في ${dates.long(day)}`,
        relieved: `قائمة وقد انتهى حصارها في ${dates.long(day)}`,
        evacuated: `لم تعد موجودة في ${dates.long(day)}`,
      })[state],
    notYet: (day) => `لم تكن قد أُقيمت بعد في ${dates.long(day)}`,
    states: {
      established: "أُقيمت",
      encircled: "حوصرت",
      relieved: "انتهى حصارها",
      evacuated: "أُخليت",
    },
    month: (month) => `في ${month}`,
    uncertain: "المصادر مختلفة أو تخمّن",
    ground: (side) => `على أراضي ${side}`,
    history: "تاريخ النقطة",
    list: "نقاط المراقبة",
    count: (standing, encircled) =>
      encircled === 0 ? `القائمة: ${standing}` : `القائمة: ${standing}، منها محاصَرة: ${encircled}`,
  },
  highway: {
    overTime: "من سيطر عليه يوماً بيوم",
    working: (percent) => `جارٍ القياس: ${percent}\u00a0٪`,
    days: (count) =>
      plural(count, {
        one: "تغيّر واحد في الطول بالأرقام",
        two: "تغيّران في الطول بالأرقام",
        few: "# تغيّرات في الطول بالأرقام",
        many: "# تغيّراً في الطول بالأرقام",
        other: "# تغيّر في الطول بالأرقام",
      }),
    stretches: "المقاطع في نهاية اليوم",
    stretch: (from, to) =>
      from === to ? `قرب ${isolateFirst(from)}` : `من ${isolateFirst(from)} إلى ${isolateFirst(to)}`,
    outside: "خارج مناطق الخريطة",
    events: "الأحداث على امتداده",
    eventsNote: (km) => `الأحداث التي تذكره، وأحداث الطرق والدوريات في مواقع لا تبعد عنه أكثر من ${km} كم.`,
    noEvents: "لا يتناوله أي حدث في هذه البيانات.",
  },
  source: {
    date: "التاريخ",
    leaning: "الميل",
    id: "اسمه المختصر في البيانات",
    open: "فتح الوثيقة",
    rests: "ما يستند إليه",
    claims: "الروايات",
    figures: "الأرقام",
    nothing: "لا شيء في هذه البيانات يستند إليه.",
    corridors: "الاتفاقات",
  },
};
