import { dates, isolate, isolateFirst, plural } from "./forms.ts";
import { formatDistance } from "../evidence-words.ts";
import type { LaterWords } from "../later-words.ts";
import { arDataProblem, arViewProblem } from "./address.ts";
import { arEvents } from "./events.ts";

/** The Arabic words of what is there once it is asked for. */
export const arLater: LaterWords = {
  viewProblem: arViewProblem,
  dataProblem: arDataProblem,
  events: arEvents,
  story: {
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
  },
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
    month: (month) => `في ${month}`,
    uncertain: "المصادر مختلفة أو تخمّن",
    ground: (side) => `على أراضي ${side}`,
    history: "تاريخ النقطة",
  },
  looks: {
    labels: "الأسماء",
    labelsBoth: "كلتاهما",
    theme: "المظهر",
    themeAuto: "تلقائي",
    themeLight: "فاتح",
    themeDark: "داكن",
    themeContrast: "تباين",
  },
  place: {
    spellings: (names) => `يُكتب أيضاً: ${isolate(names.join(", "))}`,
    held: (side, day) => `تحت سيطرة ${side} في ${dates.long(day)}`,
    contested: (side, day) =>
      side === undefined
        ? `متنازَع عليه في ${dates.long(day)}`
        : `متنازَع عليه في ${dates.long(day)}، ويقع على الخريطة ضمن أراضي ${side}`,
    unknown: (day) => `لا يُعرف من كان يسيطر عليه في ${dates.long(day)}`,
    bandHint: "انقر للانتقال إلى يوم",
    initialSide: (side, first) => `في البداية، ${dates.long(first)}: ${side}`,
    initialSideUnknown: (first) => `في البداية، ${dates.long(first)}: غير معروف`,
    history: "تاريخ السيطرة",
    noChanges: "لم يُسجَّل أي تغيّر في السيطرة خلال هذه الفترة.",
    otherClaims: "روايات أخرى",
    position: "الإحداثيات",
    precision: (km) => `بدقة ${isolate(km)} كم`,
    positionSource: (source, raw) => {
      if (source === undefined) return raw;
      return {
        "geonames-wof": "GeoNames عبر Who’s On First",
        geonames: "GeoNames",
        "wikipedia-map-module": "وحدة خرائط ويكيبيديا",
        wikipedia: "ويكيبيديا",
        "ocha-cod": "بيانات أوتشا المرجعية",
        estimate: "تقدير خاص استناداً إلى الوثائق",
      }[source];
    },
    elsewhere: "البحث عنه في مكان آخر",
    contextOnly: "معروض للاستدلال فقط: لا تذكره أي وثيقة من وثائق هذه البيانات.",
    frontDistance: (distanceKm) => `على بعد ${formatDistance(distanceKm)} كم من خط الجبهة`,
    nearestPost: (name, distanceKm, state) => {
      const words = { established: "قائمة", encircled: "مطوَّقة", relieved: "فُكّ تطويقها", evacuated: "أُخليت" };
      return `أقرب نقطة مراقبة: ${name}، ${formatDistance(distanceKm)} كم، ${words[state]}`;
    },
  },
  shortcut: (name) =>
    ({
      "toggle-play": "تشغيل أو إيقاف مؤقت",
      "previous-day": "يوم إلى الوراء",
      "next-day": "يوم إلى الأمام",
      "previous-change": "اليوم السابق الذي فيه تغيّرات",
      "next-change": "اليوم التالي الذي فيه تغيّرات",
      "first-day": "اليوم الأول",
      "last-day": "اليوم الأخير",
      compare: "المقارنة بيوم آخر أو إنهاؤها",
      charts: "فتح الرسوم البيانية أو إغلاقها",
      story: "قراءة القصة أو الخروج منها",
      "previous-step": "الخطوة السابقة من القصة",
      "next-step": "الخطوة التالية من القصة",
      filter: "تصفية السجلات",
      layers: "ما تعرضه الخريطة",
      table: "جدول جميع المواقع",
      export: "أخذ أو مشاركة: صورة أو فيلم أو بيانات أو رابط",
      search: "البحث عن موقع",
      help: "هذه القائمة",
      escape: "إغلاق ما هو مفتوح أو إلغاء التحديد",
    })[name],
  baseMap: {
    name: "الخريطة الأساس",
    builtIn: "المضمّنة",
    own: "خريطتي",
    address: `عنوان ملف ${isolate("PMTiles")}، أو مربعات فيها ${isolate("{z}/{x}/{y}")}، أو نمط`,
    use: "استخدمها",
    note: "لا تعمل ما لم تضبطها. وما دامت تعمل تطلب هذه الصفحة من ذلك المضيف خريطة كل مكان تنظر إليه، فيعرف المضيف أين هو. ولا تُحفظ إلا في هذا المتصفح.",
    opening: "جارٍ الطلب…",
    shown: (host) => `معروضة من ${isolate(host)}.`,
    fault: {
      "no-address": "هذا ليس عنواناً على الويب. تُعرض الخريطة المضمّنة.",
      unreachable:
        "لم يصل شيء من هذا العنوان: لا وجود لهذا المضيف، أو لا اتصال، أو أنه لا يسمح لصفحات أخرى باستخدام ملفاته. تُعرض الخريطة المضمّنة.",
      refused: "رفض المضيف إعطاء هذه الخريطة. تُعرض الخريطة المضمّنة.",
      "no-map": "ما يعطيه هذا العنوان ليس خريطة يمكن رسمها هنا. تُعرض الخريطة المضمّنة.",
    },
  },
  table: {
    caption: (day) => `السيطرة على جميع المواقع في نهاية ${dates.full(day)}`,
    name: "الموقع",
    otherName: "الاسم اللاتيني",
    kind: "النوع",
    governorate: "المحافظة",
    control: "السيطرة",
    since: "منذ",
    contested: (side) => (side === undefined ? "متنازَع عليه" : `متنازَع عليه (أراضي ${side})`),
    find: "بحث في الجدول",
    changes: "التغيّرات",
    bySide: "بيد",
    howToRead: `مفاتيح الأسهم تنتقل من صف إلى صف، والمفتاحان ${isolate("Home")} و${isolate("End")} إلى الأول والأخير، والمفتاح ${isolate("Enter")} يعرض الموقع وتاريخه.`,
  },
  comparison: {
    hint: "ما اختلف في نهاية اليوم اللاحق، أياً كان ما جرى بينهما.",
    unknown: "لا تتضمن مجموعة البيانات مناطق لأحد اليومين، فلا تمكن مقارنة الأراضي.",
    same: "لا فرق بين اليومين.",
    side: "الطرف",
    places: "المواقع",
    gainedKm2: "كم² مكتسبة",
    areaKm2: "كم² إجمالاً",
    placesList: "مواقع صارت تحت طرف آخر",
    saveList: `حفظ القائمة بصيغة ${isolate("CSV")}`,
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
  chartTable: {
    reportedOn: "ورد في الوثائق:",
    noReport: "لا رقم",
    howToRead:
      "تقرأ مفاتيح الأسهم يوماً بعد يوم، وينتقل مفتاحا الصفحة السابقة والتالية إلى الأرقام الواردة في الوثائق، ويُظهر مفتاح الإدخال اليوم على الخريطة.",
    drawing: "رسم بياني",
    tableDay: "اليوم",
    tableValue: "الرقم",
    tableWho: "صاحب القول",
    tableSays: "مضمونه",
    previousRows: "الصفوف السابقة",
    nextRows: "الصفوف التالية",
  },
  compareModes: {
    mode: "عرض المقارنة",
    modes: { difference: "الفرق", swipe: "ستارة", beside: "جنباً إلى جنب" },
    divider: "الفاصل بين اليومين",
    dividerAt: (percent: number, day: string) => `${percent}% من الخريطة تُظهر ${day}`,
  },
  filterForm: {
    note: "تصفّي القوائم والجدول والأحداث على الخريطة، أما من يسيطر على ماذا فلا يُصفّى أبداً. وكل اختيار يخص ما يتناوله وحده: فالأحداث لا تسمّي طرفاً.",
    textHint: "كلمات في سجل أو اسم",
  },
  playFields: {
    daysPerSecond: "عدد الأيام في الثانية",
    loop: "البدء من جديد عند النهاية",
    changesOnly: "التوقف عند أيام التغيّر فقط",
    from: "من",
    to: "إلى",
    allDays: "كل الأيام",
  },
  groundChoice: {
    name: "تُظهر الأرضُ",
    options: {
      holder: "من يسيطر عليها",
      changed: "يوم تغيّر السيطرة عليها",
      gained: "ما كُسب منذ يوم",
      places: "من يسيطر على أقرب موقع (استنتاج)",
    },
    since: "ما كُسب منذ",
    trail: "خطوط الجبهة السابقة، بالأيام",
    none: "لا شيء",
  },
  ground: {
    area: "المساحة في نهاية اليوم",
    heldKm2: (side, km2, gained) =>
      `${side} ${isolate(km2)} كم²${gained === undefined ? "" : ` ${isolate(`(+${gained})`)}`}`,
    place: (name) => `مكان من معجم الأماكن ${isolate(name)}، وليس من البيانات.`,
  },
  embed: {
    whole: "افتح الخريطة كاملة",
    gestures: {
      control: `اضغط ${isolate("Ctrl")} ومرّر لتكبير الخريطة`,
      command: "اضغط ⌘ ومرّر لتكبير الخريطة",
      touch: "حرّك الخريطة بإصبعين",
    },
  },
  file: {
    noBaseMap: "هذه الصفحة ملف واحد لا يطلب شيئاً من أي شبكة، فلا يمكنها عرض خريطة أساس خاصة بك.",
  },
  wall: {
    region: "العرض على الجدار",
    leave: "خروج",
    notFull: "المفتاح \u2066F11\u2069 أو قائمة المتصفح يملأ الشاشة.",
    notAwake: "لا يمنع هذا المتصفح انطفاء الشاشة.",
  },
  tour: {
    position: (number, total) => `${number} من ${total}`,
    next: "التالي",
    back: "السابق",
    skip: "تخطي الجولة",
    finish: "تم",
    stops: {
      map: {
        name: "الخريطة",
        text: "تدل الألوان على من كان يسيطر على الأرض في نهاية اليوم، والخط الداكن هو خط الجبهة. اختر بلدة لتقرأ تاريخ السيطرة عليها ومن الذي يقول ذلك.",
      },
      legend: {
        name: "مفتاح الخريطة",
        text: "معنى كل رمز، ولا يظهر فيه إلا ما هو على الخريطة الآن. ويبيّن سطره الأخير كيف رُسم خط الجبهة.",
      },
      days: {
        name: "الأيام",
        text: "اسحب المؤشر أو اضغط زر التشغيل أو استخدم مفاتيح الأسهم. تعدّ الأعمدة ما انتقلت السيطرة عليه في كل يوم، وتدل الرموز فوقها على الأحداث.",
      },
      day: {
        name: "ما جرى في ذلك اليوم",
        text: "الأماكن التي انتقلت السيطرة عليها، ومن الذي يقول ذلك وما مدى اليقين فيه، وما يناقضه، وما في السجل عن ذلك اليوم غير ذلك.",
      },
      story: {
        name: "القصة",
        text: "مجرى الأحداث كله، يُروى خطوة خطوة إلى جانب الخريطة. وتفتح الأرقام الصغيرة السجلات التي تستند إليها كل جملة.",
      },
      search: {
        name: "البحث عن مكان",
        text: "اكتب الاسم بأي تهجئة، ومفتاح الشرطة المائلة يقود إلى هنا أيضاً. تنتقل الخريطة إلى ما تختاره.",
      },
      tools: {
        name: "وما عدا ذلك",
        text: "أخفِ الطبقات، واعرض كل الأماكن في جدول، واحفظ الصورة. وتبقى هذه الجولة وقائمة المفاتيح خلف النقاط الثلاث.",
      },
    },
  },
};
